import { counted, kOfN } from '../sentences/wording.ts'
import { shareFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

/** Did the record get people right? Asked of those who spoke. */
export const sayBack: Indicator = {
  card: {
    number: 'L18',
    id: 'say-back',
    name: 'Did the record get you right?',
    question: 'Did the record get you right?',
    formula: 'contributors who confirm the record ÷ those who replied; response rate beside it',
    unit: 'share of replies',
    denominator: 'Contributors who were shown the record and replied; ten at least.',
    complaint: 'Fixing, listening mainly to respond',
    doesNotShow: 'It does not show what those who stayed quiet think.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { sayBacks }, asOf }) => {
    const replied = sayBacks.filter(({ reply, repliedOn }) => reply !== 'no-reply' && (repliedOn ?? asOf) <= asOf)
    return measureCount({
      key: 'say-back',
      label: 'Replies that say the record reflects what was meant',
      hitCount: replied.filter(({ reply }) => reply === 'confirmed').length,
      totalCount: replied.length,
      isCollected: sayBacks.length > 0,
      minCount: THRESHOLDS.sayBackMinCount,
      companions: [
        shareFigure({ key: 'say-back-response', label: 'Those asked who replied' }, replied.length, sayBacks.length),
      ],
      sentence: figure =>
        `${kOfN(figure)} people who replied said the record matches what they meant. ${counted(sayBacks.length, 'person was', 'people were')} asked.`,
    })
  },
}
