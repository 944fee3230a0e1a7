import type { RemovalReason } from '../../../usecases/release/removals.ts'
import { counted } from './nouns.ts'

const reasons: Readonly<Record<RemovalReason, string>> = {
  'personal-data': 'It told who somebody is',
  'erasure-request': 'The person asked for it',
  'retention-ended': 'It was kept as long as we may keep it',
  'withdrawn-by-contributor': 'The person who said it took it back',
  'court-order': 'A court ordered it',
  defamation: 'It said something about a person that may be wrong',
  abuse: 'It was abuse',
  'published-in-error': 'It was published by mistake',
}

export const removals = {
  reasons,
  title: 'Taken down',
  description: 'What we took out of public view, and why.',
  lede: 'What we took out of public view, and why. Two people must agree. What was taken down is counted all the same.',
  none: 'Nothing has been taken down',
  heading: (n: number) => `${counted(n, { one: 'thing was', other: 'things were' })} taken down`,
  consultation: 'A whole consultation',
  text: (point: string) => `The text of point ${point}`,
  where: (consultation: string, council: string) => `${consultation}, ${council}`,
}
