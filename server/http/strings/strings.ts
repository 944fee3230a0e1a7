import type { en } from './en.ts'

/** The words of one language: what every page is handed. English is the one that says which entries there are. */
export type Strings = typeof en
