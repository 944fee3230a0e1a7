/** Words → a name for an address, or a ref: "Mill Lane, 2026" → "mill-lane-2026". `most`: characters. */
export const slugOf = (words: string, most = 80): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, most)
    .replace(/-+$/, '')
