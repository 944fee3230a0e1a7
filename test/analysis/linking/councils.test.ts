import { expect } from 'chai'
import { readCouncils, readSampleConsultation, type Labelled } from '../../bench/material.ts'
import { matchPoints } from '../../support/match-points.ts'

/** Share of linked (point, stage) pairs with a right passage among the first three of the stage. */
const firstThreeShare = ({ points, passages, vectors }: Labelled, stage: string | null): number => {
  const at = new Map(passages.map(({ document, passage }, i) => [`${document}#${passage}`, i]))
  const hits = new Set<string>()
  for (const line of matchPoints(points, passages, { vectors, top: 3 })) {
    if (!('document' in line)) continue
    const right = points.find(({ id }) => id === line.point)!.right
    if (right.has(at.get(`${line.document}#${line.passage}`)!)) hits.add(`${line.point} ${line.stage}`)
  }
  const linked = points.flatMap(({ id, right }) =>
    [...new Set([...right].map(i => passages[i]!.stage))].map(of => ({ id, of })),
  )
  const asked = linked.filter(({ of }) => stage === null || of === stage)
  return asked.filter(({ id, of }) => hits.has(`${id} ${of}`)).length / asked.length
}

describe('the linker on invented councils', () => {
  const [small, park] = readCouncils()
  const aside = readSampleConsultation('mill-lane-2025')
  for (const material of [small!, park!, aside]) {
    it(`has a right passage among the first three for nine of ten linked points: ${material.name}`, () => {
      expect(firstThreeShare(material, null)).to.be.at.least(0.9)
    })
    it(`… in the decision stage for four of five, though decisions use other words: ${material.name}`, () => {
      expect(firstThreeShare(material, 'decision')).to.be.at.least(0.8)
    })
  }
})
