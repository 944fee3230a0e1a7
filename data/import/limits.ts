/** Limits of one file, checked while it is read. They are what the upload page promises. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024
/** Rows below the header. More is a question, not a refusal. */
export const ROWS_MAX = 100_000
export const COLUMNS_MAX = 200
/** UTF-16 units in one cell; a longer one sets its row aside. */
export const CELL_CHARS_MAX = 20_000
/** Lines in one quoted cell; more looks like a quote that swallowed rows. */
export const CELL_LINES_MAX = 20
/** Bytes looked at to tell what a file is. */
export const HEAD_BYTES = 64 * 1024
/** Records looked at to find delimiter and header. */
export const SAMPLE_RECORDS = 100
/** Rows handed out at a time. */
export const BATCH_ROWS = 500
