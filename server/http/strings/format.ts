/** Numbers, dates and plurals of one language. Everything a sentence needs that grammar decides comes from here. */
export interface Format {
  readonly count: (count: number) => string
  /** "2026-06-30" → "30 June 2026". */
  readonly date: (isoDate: string) => string
  /** "1 point", "2 points": the noun by the plural rules of the language. */
  readonly counted: (
    count: number,
    nouns: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
  ) => string
}

export const formatOf = (language: string): Format => {
  const numbers = new Intl.NumberFormat(language)
  const rules = new Intl.PluralRules(language)
  const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    count: count => numbers.format(count),
    date: isoDate => dates.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)),
    counted: (count, nouns) => `${numbers.format(count)} ${nouns[rules.select(count)] ?? nouns.other}`,
  }
}
