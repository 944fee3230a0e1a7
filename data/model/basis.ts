/** Who stands behind a record (publishing.md). Each judgement is a record of its own: added, never overwritten. */
export const BASES = ['stated', 'suggested', 'confirmed', 'double-checked', 'independent'] as const
export type Basis = (typeof BASES)[number]

/** A person read both passages. Only these reach an outcome or a headline number. */
export const isConfirmed = (basis: Basis): boolean =>
  basis === 'confirmed' || basis === 'double-checked' || basis === 'independent'
export const isCheckedTwice = (basis: Basis): boolean => basis === 'double-checked' || basis === 'independent'
