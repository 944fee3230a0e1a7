/** "reply-4": a ref that none of these records bears, counted on from how many there are. */
export const freeRef = (prefix: string, records: readonly { readonly ref: string }[]): string => {
  const taken = new Set(records.map(({ ref }) => ref))
  let next = taken.size + 1
  while (taken.has(`${prefix}-${next}`)) next += 1
  return `${prefix}-${next}`
}
