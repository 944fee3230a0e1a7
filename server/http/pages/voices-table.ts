import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { ofWords, percentWords } from './number-words.ts'
import { shownAs } from './range-chart.ts'
import { readVoices, VOICE_MEASURES, type VoiceMeasure } from './voices.ts'

/** What became of points, by who made them: every measure beside the group, the words of the files. */
export interface VoicesTable {
  readonly isShown: boolean
  readonly attributes: readonly {
    readonly heading: string
    readonly headings: readonly string[]
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
  }[]
}

export const VOICE_HEADINGS: Readonly<Record<VoiceMeasure, string>> = {
  people: 'People',
  reach: 'In the decision',
  influence: 'New in the decision',
  'answered-with-reason': 'Told why',
  silence: 'No answer found',
}

/** "5 of 18 (27.8%)", "3 of 8", or what stands for a figure that is not given. */
export const voiceCell = (figure: NamedFigure | null): string => {
  if (figure === null) return ''
  if (figure.nullReason === 'suppressed' || figure.numerator === null) return shownAs(figure)
  return figure.value === null ? (ofWords(figure) ?? '') : `${ofWords(figure) ?? ''} (${percentWords(figure.value)})`
}

export const voicesTable = (index: AuditIndex, finding: IndicatorFinding): VoicesTable => {
  const broken = finding.id === 'voice-equity' ? readVoices(finding) : []
  const measures = VOICE_MEASURES.filter(measure => index.audit.baseline !== null || measure !== 'influence')
  return {
    isShown: broken.length > 0,
    attributes: broken.map(({ heading, groups, hidden }) => ({
      heading,
      headings: measures.map(measure => VOICE_HEADINGS[measure]),
      rows: [
        ...hidden.map(figure => ({ label: 'Every group', cells: measures.map(() => shownAs(figure)) })),
        ...groups.map(({ label, figures }) => ({
          label,
          cells: measures.map(measure => voiceCell(figures[measure])),
        })),
      ],
    })),
  }
}
