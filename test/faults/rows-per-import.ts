/** Rows of each file that the writer imports. */
export const ROWS_PER_IMPORT = 40
