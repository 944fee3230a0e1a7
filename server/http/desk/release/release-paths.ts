import type { ReviewScope } from '../../../usecases/review/review-scope.ts'

const within = (place: string, { body, consultation }: ReviewScope): string =>
  `${place}/${body.ref}/${consultation.ref}`

export const RELEASE = '/desk/release'
export const REPLIES = '/desk/replies'
export const DISPUTES = '/desk/disputes'
export const REPLY_LINK = '/desk/reply-link'
export const CHECK = '/check'

export const releasePath = (scope: ReviewScope): string => within(RELEASE, scope)
export const repliesPath = (scope: ReviewScope): string => within(REPLIES, scope)
export const disputesPath = (scope: ReviewScope): string => within(DISPUTES, scope)
export const checkPath = (scope: ReviewScope): string => within(CHECK, scope)
export const checkPointPath = (scope: ReviewScope, number: number): string => `${checkPath(scope)}/points/${number}`
export const publicPath = (scope: ReviewScope): string => within('', scope)
export const publicPointPath = (scope: ReviewScope, number: number): string => `${publicPath(scope)}/points/${number}`
