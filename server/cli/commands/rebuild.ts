import { releaseState } from '../../export/release-state.ts'
import type { RebuiltRelease } from '../../usecases/release/rebuild-release.ts'
import { UsageError, type Command } from '../command.ts'
import { readAddress } from './audit.ts'

const MOST_SHOWN = 20

const methodWords = ({ methodThen, methodNow }: RebuiltRelease): readonly string[] =>
  methodThen === null || methodThen === methodNow
    ? []
    : [`It was made with method ${methodThen}; this is method ${methodNow}. CHANGELOG.md says what changed.`]

const differenceWords = ({ differences }: RebuiltRelease): readonly string[] => [
  ...differences.slice(0, MOST_SHOWN).map(({ place, before, after }) => `  ${place}: ${before} → ${after}`),
  ...(differences.length > MOST_SHOWN ? [`  and ${differences.length - MOST_SHOWN} more`] : []),
]

const verdict = (rebuilt: RebuiltRelease): readonly string[] => {
  const { release, checksum, status } = rebuilt
  switch (status) {
    case 'same':
      return [`Version ${release.version} is the same: every figure, and the checksum ${checksum}.`]
    case 'differs':
      return [
        `Version ${release.version} comes out otherwise: checksum ${checksum}, published as ${release.checksum}.`,
        ...methodWords(rebuilt),
        ...differenceWords(rebuilt),
      ]
    case 'archive-changed':
      return [
        `What was kept with version ${release.version} is not what it was published from: its checksum is not ${release.checksum}.`,
        'Somebody changed the store, or it is damaged. "said verify" looks further.',
        ...differenceWords(rebuilt),
      ]
    case 'erased':
      return [
        `Version ${release.version} was withdrawn, because a text in it was erased, and what it was made from was erased with it.`,
        'The version published in its place, such as 1.0.1 for 1.0, can be rebuilt.',
      ]
    case 'imported':
      return [
        `Version ${release.version} was not published here but imported, so nothing was kept to compare with.`,
        `From the records dated up to ${release.asAt}, its checksum would be ${checksum}.`,
      ]
  }
}

const figuresWords = ({ audit }: RebuiltRelease): string => {
  const { n, answered, noAnswer, notDecided, notChecked } = audit.groups.byPoint
  return `${n} points: ${answered} answered, ${noAnswer} without an answer, ${notDecided} not decided, ${notChecked} not checked.`
}

export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'makes a release again and compares every figure and the checksum',
  usage: '<consultation> <version>',
  details: [
    'Takes the records that were kept with the release, counts again, and says whether the same comes out. Writes nothing.',
    'Exit code 1 where it does not: with each place that differs.',
  ],
  options: {},
  run: async invocation => {
    const { rebuildRelease } = await import('../../usecases/release/rebuild-release.ts')
    const [consultation, version, ...more] = invocation.positionals
    if (consultation === undefined || version === undefined || more.length > 0)
      throw new UsageError('Expected one consultation and one version, such as "mill-lane-2025 1.0".')
    const rebuilt = await rebuildRelease(await invocation.deps(), readAddress(consultation), version, releaseState)
    const { release, status, checksum, differences, methodThen, methodNow } = rebuilt
    const json = {
      version: release.version,
      asAt: release.asAt,
      status,
      published: release.checksum,
      rebuilt: checksum,
      methodThen,
      methodNow,
      differences,
    }
    const isRefused = status === 'differs' || status === 'archive-changed'
    return { json, text: [...verdict(rebuilt), figuresWords(rebuilt)].join('\n'), isRefused }
  },
}
