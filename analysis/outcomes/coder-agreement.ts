import type { Coding } from '../../data/model/judgement.ts'
import { krippendorffAlpha } from '../statistics/krippendorff-alpha.ts'

/** One value a coder: the latest a coder gave a unit stands. */
const codingsByUnit = (codings: readonly Coding[], variable: Coding['variable']): readonly (readonly string[])[] => {
  const units = new Map<string, Map<string, string>>()
  for (const coding of codings) {
    if (coding.variable !== variable) continue
    const coders = units.get(coding.unit) ?? new Map<string, string>()
    coders.set(coding.coder, coding.value)
    units.set(coding.unit, coders)
  }
  return [...units.values()].map(coders => [...coders.values()])
}

/** Krippendorff's alpha of one variable; null where no unit has two codings. */
export const coderAlpha = (codings: readonly Coding[], variable: Coding['variable']): number | null =>
  krippendorffAlpha(codingsByUnit(codings, variable))

/** Units coded by two people or more, and those on which all of them agreed. */
export const coderAgreement = (
  codings: readonly Coding[],
  variable: Coding['variable'],
): { readonly codedTwiceCount: number; readonly agreedCount: number | null } => {
  const twice = codingsByUnit(codings, variable).filter(values => values.length > 1)
  const agreed = twice.filter(values => new Set(values).size === 1)
  return { codedTwiceCount: twice.length, agreedCount: twice.length === 0 ? null : agreed.length }
}
