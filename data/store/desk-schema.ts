export interface UploadRow {
  id: string
  /** null = not for one consultation: bodies and new consultations. */
  consultationId: string | null
  sha256: string
  byteCount: number
  fileName: string
  receivedAt: string
  receivedBy: string
  /** JSON of what the person has said about it so far. */
  draft: string
  state: 'staged' | 'imported' | 'dropped'
  /** JSON of what became of it, without any row's words. */
  outcome: string | null
  doneAt: string | null
}
export interface SavedMappingRow {
  name: string
  version: number
  mapping: string
  savedBy: string
  savedAt: string
}
export interface TextReadingRow {
  id: string
  consultationId: string
  pointId: string
  textSha256: string
  found: 'nothing' | 'leak'
  note: string
  by: string
  at: string
}
export interface SiteStatementRow {
  name: string
  value: string
  statedBy: string
  statedAt: string
}

export interface DeskTables {
  uploads: UploadRow
  savedMappings: SavedMappingRow
  textReadings: TextReadingRow
  siteStatements: SiteStatementRow
}
