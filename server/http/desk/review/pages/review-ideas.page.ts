import type { ListedIdea } from '../../../../usecases/review/change-ideas.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import type { ShownSplit } from '../../../../usecases/review/split-contribution.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { noticeOf, type Notice } from '../../pages/desk-frame.ts'
import { deskPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'
import { countOf } from '../../english.ts'

export interface ReviewIdeasView extends ReviewFrame, Notice {
  readonly kick: string
  readonly heading: string
  readonly mergePath: string
  readonly movePath: string
  readonly ideas: readonly {
    readonly anchor: string
    readonly number: string
    readonly title: string
    readonly count: string
    readonly points: string
    readonly isMerged: boolean
    readonly merged: string
    readonly unmergePath: string
  }[]
}

const MOST_NUMBERS = 30

/** Ideas with their points, and the forms that merge and split them. */
export const reviewIdeasPage = (
  visit: DeskVisit,
  scope: ReviewScope,
  ideas: readonly ListedIdea[],
  problem: string | null,
): ReviewIdeasView => {
  const path = `${deskPath(addressOf(scope))}/ideas`
  return {
    ...reviewFrame(visit, 'Merge or split ideas', scope),
    ...noticeOf(problem),
    kick: scope.consultation.title,
    heading: countOf(ideas.filter(({ mergedIntoNumber }) => mergedIntoNumber === null).length, 'idea'),
    mergePath: `${path}/merge`,
    movePath: `${path}/move`,
    ideas: ideas.map(({ idea, points, mergedIntoNumber }) => ({
      anchor: `idea-${idea.number}`,
      number: String(idea.number),
      title: idea.title,
      count: countOf(points.length, 'point'),
      points: `Points ${points
        .slice(0, MOST_NUMBERS)
        .map(({ number }) => number)
        .join(', ')}${points.length > MOST_NUMBERS ? ' …' : ''}`,
      isMerged: mergedIntoNumber !== null,
      merged: mergedIntoNumber === null ? '' : `Now part of idea ${mergedIntoNumber}.`,
      unmergePath: `${path}/unmerge`,
    })),
  }
}

export interface ReviewSplitView extends ReviewFrame, Notice {
  readonly heading: string
  readonly lede: string
  readonly action: string
  readonly canSplit: boolean
  readonly sentences: readonly {
    readonly text: string
    readonly name: string
    readonly canBegin: boolean
    readonly isProposed: boolean
    readonly language: string
  }[]
}

/** A response, sentence by sentence: a person says where each point begins. */
export const reviewSplitPage = (
  visit: DeskVisit,
  { scope, contribution, points, sentences }: ShownSplit,
  problem: string | null,
): ReviewSplitView => {
  const canSplit = points.length < 2
  return {
    ...reviewFrame(visit, `Response ${contribution.ref}`, scope),
    ...noticeOf(problem),
    heading: `Response ${contribution.ref}`,
    lede: canSplit
      ? 'Where does it turn to another matter? Tick each sentence with which a new point begins. What is ticked already is a machine’s proposal.'
      : `It has been split into ${countOf(points.length, 'point')}: ${points.map(({ number }) => number).join(', ')}.`,
    action: `${deskPath(addressOf(scope))}/responses/${encodeURIComponent(contribution.ref)}/split`,
    canSplit,
    sentences: sentences.map(({ text, beginsPoint }, at) => ({
      text: text.trim(),
      name: `s-${at}`,
      canBegin: canSplit && at > 0,
      isProposed: beginsPoint,
      language: contribution.language ?? scope.consultation.language ?? scope.body.language,
    })),
  }
}
