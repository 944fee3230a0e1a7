import { mostFoundPoints, type FoundEverything } from '../../usecases/search-everything.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { fictionalNames } from './home.page.ts'
import { listedPoint, type ListedPoint } from './point-list.ts'

interface FoundLink {
  readonly href: string
  readonly text: string
  readonly note: string
}
export interface FindView {
  readonly frame: Frame
  readonly heading: string
  readonly q: string
  readonly hasQuery: boolean
  readonly hasLinks: boolean
  readonly links: readonly FoundLink[]
  readonly hasPoints: boolean
  readonly points: readonly (ListedPoint & { readonly where: string; readonly whereHref: string })[]
  readonly note: string
  readonly readAs: readonly string[]
  readonly isEmpty: boolean
  readonly emptyWhy: readonly string[]
}

const noteOf = (t: Strings, { q, pointCount }: FoundEverything): string => {
  if (q === '') return t.find.typeWords
  return pointCount > mostFoundPoints ? t.find.firstShown(mostFoundPoints) : ''
}

/** Where is my point? Councils and consultations by name, points by their words. */
export const findPage = (site: Site, found: FoundEverything): FindView => {
  const { strings: t } = site
  const { q, bodies, consultations, points, pointCount } = found
  const isEmpty = q !== '' && pointCount + bodies.length + consultations.length === 0
  const heading = isEmpty ? t.find.nothing(q) : q === '' ? t.find.title : t.find.heading(pointCount, q)
  const links = [
    ...bodies.map(({ ref, name, kind }) => ({ href: councilPath(ref), text: name, note: kind })),
    ...consultations.map(({ body, consultation }) => ({
      href: `/${body.ref}/${consultation.ref}`,
      text: consultation.title,
      note: body.name,
    })),
  ]
  return {
    frame: frameOf(site, {
      title: heading,
      description: t.find.description,
      path: q === '' ? '/find' : `/find?${new URLSearchParams({ q }).toString()}`,
      isIndexed: q === '',
      fictional: fictionalNames(t, [
        ...new Map(points.map(({ index }) => [index.record.body.ref, index.record.body])).values(),
      ]),
      twins:
        q === ''
          ? null
          : {
              csv: `/find.csv?${new URLSearchParams({ q }).toString()}`,
              json: `/find.json?${new URLSearchParams({ q }).toString()}`,
            },
    }),
    heading,
    q,
    hasQuery: q !== '',
    hasLinks: links.length > 0,
    links,
    hasPoints: points.length > 0,
    points: points.map(({ index, row }) => ({
      ...listedPoint(t, index, row),
      where: index.record.consultation.title,
      whereHref: consultationPath(index),
    })),
    note: noteOf(t, found),
    readAs: found.readAs.map(({ typed, words }) => t.find.readAs(typed, words)),
    isEmpty,
    emptyWhy: isEmpty ? t.find.nothingWhy : [],
  }
}
