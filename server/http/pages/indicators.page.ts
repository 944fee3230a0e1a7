import { THRESHOLDS } from '../../../analysis/indicators/thresholds.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownIndicators } from '../../usecases/show-indicators.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, replyPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { boxOf, type IndicatorBox } from './indicator-box.ts'
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
const checksLine = (t: Strings, { audit: { checks, groups } }: AuditIndex): string => {
  const mix = t.indicators.checked(checks.confirmedCount, groups.byPoint.n, checks.checkedTwiceCount)
  if (checks.alpha === null) return mix
  const degree =
    checks.alpha >= THRESHOLDS.alphaPlain ? 'well' : checks.alpha >= THRESHOLDS.alphaLeast ? 'moderately' : 'tooLittle'
  return `${mix} ${t.indicators.agreed(degree, t.decimal(checks.alpha, 2))}`
}

/** Every figure in its fixed order: no worst three, for among many one or two look extreme by luck. */
export const indicatorsPage = (site: Site, shown: ShownIndicators): IndicatorsView => {
  const { strings: t } = site
  const { index, indicators } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/indicators`
  // L28: how many records are on file, and what is missing.
  const completeness = indicators.find(({ finding }) => finding.id === 'completeness')?.finding.sentenceParts ?? []
  const [onFile, ...missing] = completeness
  return {
    frame: frameOf(site, {
      title: t.indicators.title(record.consultation.title),
      description: t.indicators.description(record.consultation.title),
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading: onFile ?? t.indicators.heading(indicators.length),
    missing: missing.join(' '),
    lede: t.indicators.lede(indicators.length),
    replyLine: replyLine(t, index),
    replyPath: replyPath(index),
    checksLine: checksLine(t, index),
    contents: indicators.map(({ finding }) => ({ href: `#${finding.id}`, name: finding.question })),
    indicators: indicators.map(one => boxOf(t, shown, one)),
  }
}
