import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { latestVersion } from './release-words.ts'
import { statedSection, type StatedSection } from './stated-view.ts'

export interface StatedPageView {
  readonly frame: Frame
  readonly heading: string
  readonly stated: StatedSection
  readonly isNone: boolean
}

/** All that the body itself says happened, with nothing of ours mixed in. */
export const statedPage = (site: Site, index: AuditIndex): StatedPageView => {
  const { strings: t } = site
  const { record, audit, sentences } = index
  const stated = statedSection(t, index)
  const path = `${consultationPath(index)}/stated`
  const heading = t.stated.heading(sentences.subjectWithin)
  return {
    frame: frameOf(site, {
      title: t.stated.title(heading, record.consultation.title),
      description: stated.lede,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading,
    stated,
    isNone: !stated.isShown,
  }
}
