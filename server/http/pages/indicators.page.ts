import { THRESHOLDS } from '../../../analysis/indicators/thresholds.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownIndicators } from '../../usecases/show-indicators.ts'
import { consultationPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { boxOf, replyPath, type IndicatorBox } from './indicator-box.ts'
import { countOf, countWords } from './number-words.ts'
import { latestVersion } from './release-words.ts'
import { replyLine } from './reply-line.ts'

export interface IndicatorsView {
  readonly frame: Frame
  readonly heading: string
  readonly missing: string
  readonly lede: string
  readonly replyLine: string
  readonly replyPath: string
  readonly checksLine: string
  readonly contents: readonly { readonly href: string; readonly name: string }[]
  readonly indicators: readonly IndicatorBox[]
}

/** How much people checked, and how far those who checked twice agreed (publishing.md P11). */
const checksLine = ({ audit: { checks, groups } }: AuditIndex): string => {
  const mix = `People have checked ${countWords(checks.confirmedCount)} of ${countOf(groups.byPoint.n, 'point')}, ${countWords(checks.checkedTwiceCount)} of them twice.`
  if (checks.alpha === null) return mix
  const degree =
    checks.alpha >= THRESHOLDS.alphaPlain ? 'well' : checks.alpha >= THRESHOLDS.alphaLeast ? 'moderately' : 'too little'
  return `${mix} Those who checked agreed ${degree}: Krippendorff’s alpha is ${checks.alpha.toFixed(2)}, and 1 is full agreement.`
}

/** Every figure in its fixed order: no worst three, for among many one or two look extreme by luck. */
export const indicatorsPage = (site: Site, shown: ShownIndicators): IndicatorsView => {
  const { index, indicators } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/indicators`
  const total = countOf(indicators.length, 'number')
  // The sentence of L28 in two: how many records are on file, and what is missing.
  const completeness = indicators.find(({ finding }) => finding.id === 'completeness')?.finding.sentence ?? ''
  const [first = '', ...rest] = completeness.split(/\. Missing:/)
  return {
    frame: frameOf(site, {
      title: `All numbers: ${record.consultation.title}`,
      description: `Every indicator for ${record.consultation.title}, with its range and what it does not show.`,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading: first === '' ? `What the ${total} say` : `${first.trim().replace(/\.$/, '')}.`,
    missing: rest.length === 0 ? '' : `Missing: ${rest.join(' ').trim()}`,
    lede: `All ${total}, always in this order. Each says what it does not show. The thick bar is the 95% range: what chance alone would allow, if like points were handled the same way. Many voices for one idea share one decision, so the range by point counts whole ideas.`,
    replyLine: replyLine(index),
    replyPath: replyPath(index),
    checksLine: checksLine(index),
    contents: indicators.map(({ finding }) => ({ href: `#${finding.id}`, name: finding.question })),
    indicators: indicators.map(one => boxOf(shown, one)),
  }
}
