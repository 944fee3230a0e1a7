/** A link from data, if it is plain http or https; else null, and the page shows words without a link. */
export const safeUrl = (given: string | null): string | null => {
  if (given === null) return null
  try {
    const url = new URL(given.trim())
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}
