/** P33: words of one reply, and of all replies of the body to one consultation. */
export const MOST_WORDS = { one: 300, all: 1_000 } as const

/**
 * Working days that the body has. Before a first release pages.md says 20 and publishing.md (P32) says 10: the longer one counts.
 * Before an update 5 (P32).
 */
export const WINDOW_WORKING_DAYS = { first: 20, update: 5 } as const

/** A dispute is let in within one working day and settled within 20 (P34). */
export const DISPUTE_WORKING_DAYS = { read: 1, settle: 20 } as const

export const countWords = (text: string): number => text.split(/\s+/).filter(word => word !== '').length

/** As it came, but for line ends and the white space around it: it is printed whole. */
export const asWritten = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
