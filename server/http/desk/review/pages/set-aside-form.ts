import type { SetAsideName } from '../../../../usecases/review/read-answer.ts'
import type { OpenPoint } from '../../../../usecases/review/show-review-point.ts'

export interface SetAsideForm {
  readonly action: string
  readonly group: string
  readonly back: string
  readonly choices: readonly { readonly value: SetAsideName; readonly key: string; readonly label: string }[]
}

const CHOICES: SetAsideForm['choices'] = [
  { value: 'empty', key: 'e', label: 'Empty: nothing in it to follow' },
  { value: 'spam', key: 's', label: 'Advertisement, or not about this' },
  { value: 'abuse', key: 'a', label: 'Abuse only' },
  { value: 'withdrawn', key: 't', label: 'Taken back by its author' },
  { value: 'officer-written', key: 'o', label: 'Written by the council’s own officer' },
  { value: 'awaited', key: 'w', label: 'Not decided yet: the decision is awaited' },
  { value: 'unobtainable', key: 'x', label: 'Cannot be told: the decision cannot be had' },
]

/** Reasons that rest on no passage. The point is kept, shown and counted as set aside. */
export const setAsideForm = ({ group }: OpenPoint, path: string): SetAsideForm => ({
  action: `${path}/set-aside`,
  group: group.id,
  back: path,
  choices: CHOICES,
})
