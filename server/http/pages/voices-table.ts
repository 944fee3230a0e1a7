import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { ofWords } from './number-words.ts'
import { shownAs } from './range-chart.ts'
import { readVoices, VOICE_MEASURES } from './voices.ts'

/** What became of points, by who made them: every measure beside the group, the words of the files. */
export interface VoicesTable {
  readonly isShown: boolean
  readonly attributes: readonly {
    readonly heading: string
    readonly headings: readonly string[]
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
  }[]
}

/** "5 of 18 (27.8%)", "3 of 8", or what stands for a figure that is not given. */
export const voiceCell = (t: Strings, figure: NamedFigure | null): string => {
  if (figure === null) return ''
  if (figure.nullReason === 'suppressed' || figure.numerator === null) return shownAs(t, figure)
  return figure.value === null
    ? (ofWords(t, figure) ?? '')
    : t.charts.voices.cell(ofWords(t, figure) ?? '', t.percent(figure.value))
}

export const voicesTable = (t: Strings, index: AuditIndex, finding: IndicatorFinding): VoicesTable => {
  const broken = finding.id === 'voice-equity' ? readVoices(t, finding) : []
  const measures = VOICE_MEASURES.filter(measure => index.audit.baseline !== null || measure !== 'influence')
  return {
    isShown: broken.length > 0,
    attributes: broken.map(({ heading, groups, hidden }) => ({
      heading,
      headings: measures.map(measure => t.charts.voices.measures[measure]),
      rows: [
        ...hidden.map(figure => ({ label: t.charts.everyGroup, cells: measures.map(() => shownAs(t, figure)) })),
        ...groups.map(({ label, figures }) => ({
          label,
          cells: measures.map(measure => voiceCell(t, figures[measure])),
        })),
      ],
    })),
  }
}
