/**
 * Words no generated sentence contains, in any form (domain.md section 3, publishing.md P3): motive and blame are not in the
 * records. Whole words, so that "shampoo" or "belief" pass. Words of others may be quoted; this reads our own templates.
 */
const BARRED =
  /\b(shams?|rig|rigs|rigged|rigging|ignor\w*|lie|lies|lied|lying|liars?|fail\w*|predetermin\w*|unlawful\w*|breach\w*|manipulat\w*|fake\w*|faking|cover(?:s|ed|ing)?[- ]?ups?|deliberate\w*)\b/giu

/** The barred words in a text, as they stand; empty is what must be. */
export const barredWordsIn = (text: string): readonly string[] => text.match(BARRED) ?? []
