/** Numbers, dates and plurals of one language. Everything a sentence needs that grammar decides comes from here. */
export interface Format {
  readonly count: (count: number) => string
  /** 2.345, 2 → "2.35" (or "2,35" where a comma stands for the point). */
  readonly decimal: (value: number, digits: number) => string
  /** A share of 0–1 as "37.2%". */
  readonly percent: (share: number) => string
  /** A difference of shares as percentage points: −0.235 → "−23.5", with a minus sign and not a hyphen. */
  readonly percentagePoints: (difference: number) => string
  /** "2026-06-30" → "30 June 2026". */
  readonly date: (isoDate: string) => string
  /** The same, with the day kept on the line of its month. */
  readonly dateTogether: (isoDate: string) => string
  /** "2026-06-30" → "June 2026". */
  readonly month: (isoDate: string) => string
  /** "2026-06-30" → "30 June", kept together. */
  readonly day: (isoDate: string) => string
  /** "1 point", "2 points": the noun by the plural rules of the language. */
  readonly counted: (count: number, nouns: Nouns) => string
}
/** One form for each plural category that the language has: Welsh has six, English two. */
export type Nouns = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

const minus = '−'
const noBreak = '\u00a0'
const atNoon = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T12:00:00Z`)

const numbersOf = (language: string): Pick<Format, 'count' | 'decimal' | 'percent' | 'percentagePoints'> => {
  const counts = new Intl.NumberFormat(language)
  const decimals = [0, 1, 2].map(
    digits =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      }),
  )
  const percents = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  // Rounded as the files round, so that a page and its CSV can never differ in the last digit.
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
  const signed = (value: number, words: string): string => (value < 0 ? `${minus}${words}` : words)
  return {
    count: count => counts.format(count),
    decimal: (value, digits) => (decimals[digits] ?? counts).format(rounded(value, digits)),
    percent: share => {
      const value = rounded(share * 100, 1)
      return signed(value, percents.format(Math.abs(value) / 100))
    },
    percentagePoints: difference => {
      const value = rounded(difference * 100, 1)
      return signed(value, (decimals[1] ?? counts).format(Math.abs(value)))
    },
  }
}

const datesOf = (language: string): Pick<Format, 'date' | 'dateTogether' | 'month' | 'day'> => {
  const written = (parts: Intl.DateTimeFormatOptions): ((isoDate: string) => string) => {
    const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' })
    return isoDate => format.format(atNoon(isoDate))
  }
  const date = written({ day: 'numeric', month: 'long', year: 'numeric' })
  const day = written({ day: 'numeric', month: 'long' })
  const together = (words: string): string => words.replace(' ', noBreak)
  return {
    date,
    dateTogether: isoDate => together(date(isoDate)),
    month: written({ month: 'long', year: 'numeric' }),
    day: isoDate => together(day(isoDate)),
  }
}

export const formatOf = (language: string): Format => {
  const numbers = numbersOf(language)
  const rules = new Intl.PluralRules(language)
  return {
    ...numbers,
    ...datesOf(language),
    counted: (count, nouns) => `${numbers.count(count)} ${nouns[rules.select(count)] ?? nouns.other}`,
  }
}
