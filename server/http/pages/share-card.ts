import { cardSvg } from '../../export/card-svg.ts'
import { drawPng, PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath } from './addresses.ts'
import { colourShape } from './shape-colours.ts'
import { hasCard, isScaled, marksPerLine, shareBlocks } from './share-blocks.ts'

export const shareCardSvg = (t: Strings, index: AuditIndex): string => {
  const { record, audit, sentences } = index
  const foot = t.card.foot(audit.asOf, isScaled(index))
  return cardSvg({
    council: record.body.name,
    title: record.consultation.title,
    finding: sentences.finding,
    blocks: shareBlocks(t, index).map(({ count, label, drawing, markCount }) => ({
      count,
      label,
      shapes: drawing.shapes.map(colourShape),
      lineCount: Math.max(1, Math.ceil(markCount / marksPerLine)),
    })),
    foot: audit.isFictional ? t.card.fictional(foot) : foot,
  })
}

/** The card as PNG; null before the headline gate is met. */
export const shareCardPng = (t: Strings, index: AuditIndex): Buffer | null =>
  hasCard(index) ? drawPng(shareCardSvg(t, index), PICTURE_WIDTHS[0]) : null

/** For the head of a page: the card's address and what it says; null while there is none. */
export const cardOf = (index: AuditIndex): { readonly path: string; readonly alt: string } | null =>
  hasCard(index) ? { path: `${consultationPath(index)}/card.png`, alt: index.sentences.finding } : null
