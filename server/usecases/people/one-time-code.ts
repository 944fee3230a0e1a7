import { randomBytes } from 'node:crypto'
import { toBase32 } from './base32.ts'
import { sha256Of } from '../sha256-of.ts'

/** 15 bytes are 24 letters and 120 bits: too many to guess, so a plain SHA-256 of them is safe to keep (ASVS 6.5.2: from 112 bits). */
const CODE_BYTES = 15
const GROUP_LETTERS = 6
/** 256 bits (R-AUT-6). */
const TOKEN_BYTES = 32

/** A code for a person to copy: "ABCDEF-GHIJKL-MNOPQR-STUVWX". */
export const makeCode = (): string =>
  (toBase32(randomBytes(CODE_BYTES)).match(new RegExp(`.{${GROUP_LETTERS}}`, 'g')) ?? []).join('-')

/** Hash of a code however it was typed: case, blanks and hyphens do not matter; 0, 1 and 8 are read as O, I and B. */
export const hashOfCode = (typed: string): string =>
  sha256Of(typed.toUpperCase().replace(/[\s-]/g, '').replace(/0/g, 'O').replace(/1/g, 'I').replace(/8/g, 'B'))

/** A secret for a machine to carry, safe in a cookie. */
export const makeToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Stands for a person in records: eight letters by chance. */
export const makePersonCode = (): string => `p-${toBase32(randomBytes(5)).toLowerCase()}`
