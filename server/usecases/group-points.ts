import { groupDuplicates, type DuplicateGroup } from '../../analysis/duplicates/group-duplicates.ts'
import { findThemes, type Theme } from '../../analysis/themes/find-themes.ts'
import type { ImportSource } from '../../data/import/decoded-record.ts'
import { readPoints, type FileRows } from './match-files.ts'

/** Points of a CSV that were sent twice, or belong to a campaign. Nothing is kept. */
export const groupFile = async (source: ImportSource): Promise<FileRows<DuplicateGroup>> => {
  const { rows, unread } = await readPoints(source)
  return { rows: groupDuplicates(rows), unread }
}

/** Points of a CSV by what they are about. A person names a theme; the machine's name is a suggestion. */
export const themeFile = async (source: ImportSource, themeCount: number | null): Promise<FileRows<Theme>> => {
  const { rows, unread } = await readPoints(source)
  return { rows: findThemes(rows, themeCount), unread }
}
