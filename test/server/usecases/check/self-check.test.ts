import { expect } from 'chai'
import { raiseRevisions } from '../../../../data/store/imports.ts'
import { anyTable } from '../../../../data/store/history-rows.ts'
import { readRecords } from '../../../../data/store/records.ts'
import { checkCount } from '../../../../server/http/desk/check/pages/check-consultation.page.ts'
import { answerCheck, type CheckAnswer } from '../../../../server/usecases/check/answer-check.ts'
import { showCheck, showCheckPoint } from '../../../../server/usecases/check/show-check.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import { supplyRecord } from '../../../../server/usecases/reply/supply-record.ts'
import { findScope, type ReviewScope } from '../../../../server/usecases/review/review-scope.ts'
import { faultsIn } from '../../../support/history.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import {
  EASTFIELD,
  loadSampleConsultation,
  markAsDraft,
  refusalOf,
  sampleStore,
  type SignedIn,
  someone,
} from '../../../support/release-world.ts'

describe('the council’s own check', function () {
  this.timeout(60_000)
  let test: PeopleTest
  let scope: ReviewScope
  let council: SignedIn
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    scope = await findScope(test.deps, EASTFIELD)
    await markAsDraft(test.deps, scope.consultation.id)
    council = await someone(test.deps, 'council', scope.consultation.id)
  })
  afterEach(() => test.close())

  const show = () => showCheck(test.deps, council.session, scope)
  const answer = (given: Partial<CheckAnswer>) =>
    answerCheck(test.deps, council.session, scope, {
      number: 1,
      kind: 'reason',
      document: '',
      label: '',
      words: '',
      ...given,
    })

  it('counts by the same rules as in public, and puts the points still to do first', async () => {
    const shown = await show()
    const { n, answered } = shown.index.audit.groups.byPoint
    expect([shown.pointCount, shown.answeredCount, shown.leftCount]).to.deep.equal([n, answered, n - answered])
    expect(checkCount(shown)).to.equal('84 of 88 points have an answer you can point to. 4 to go.')
    expect(shown.rows.slice(0, shown.leftCount).every(({ isAnswered }) => !isAnswered)).to.equal(true)
  })

  it('keeps what the council says about a point as its word: it counts in no figure until a person checks it', async () => {
    const before = await show()
    const number = before.rows[0]?.row.point.number ?? 0
    await answer({ number, words: 'The tree roots would break the pipe.' })
    const after = await showCheckPoint(test.deps, council.session, scope, number)
    expect(after.said.at(-1)).to.include({ code: 'says-refused', reason: 'The tree roots would break the pipe.' })
    expect(after.index.audit.groups).to.deep.equal(before.index.audit.groups)
    expect(after.saidCount).to.equal(before.saidCount + (before.rows[0]?.isSaid === true ? 0 : 1))
  })

  it('takes an answer that stands in a record on file, and refuses one that does not', async () => {
    const shown = await show()
    const [document] = shown.index.record.documents.filter(
      ({ stage, holding }) => stage === 'answer' && holding === 'held',
    )
    const [passage] = shown.index.passagesByDocument.get(document?.id ?? '') ?? []
    const label = passage?.ref.split('#')[1] ?? ''
    const number = shown.rows[0]?.row.point.number ?? 0
    await answer({ number, kind: 'found', document: document?.ref ?? '', label })
    expect((await showCheckPoint(test.deps, council.session, scope, number)).said.at(-1)?.passageId).to.equal(
      passage?.id,
    )
    const unknown = answer({ number, kind: 'found', document: document?.ref ?? '', label: 'Z99' })
    expect((await refusalOf(unknown)).message).to.include('no paragraph or row "Z99"')
    expect((await refusalOf(answer({ number, kind: 'found', document: 'no-such' }))).code).to.equal('refused')
    expect((await refusalOf(answer({ number, kind: 'out-of-scope' }))).message).to.equal('Say why, in a sentence.')
  })

  it('sends in a missing record: a dry run writes nothing, the same again saves it as a document with passages', async () => {
    const { reader } = test.deps.store
    const record = {
      title: 'Letter: to residents',
      stage: 'answer',
      publishedOn: '2026-06-20',
      url: 'https://example.org/letter',
      text: '1. The bins are emptied twice.\n\n2. ---\nholding: refused\n\n3. The lights stay on.',
      fills: '',
    }
    const documents = () => readRecords(reader, 'document', scope.consultation.id)
    const before = await documents()
    expect((await supplyRecord(test.deps, council.session, scope, record, true)).status).to.equal('dry-run')
    expect(await documents()).to.have.length(before.length)
    expect((await supplyRecord(test.deps, council.session, scope, record, false)).status).to.equal('imported')
    const added = (await documents()).at(-1)
    expect([added?.title, added?.stage, added?.holding, added?.source, added?.note]).to.deep.equal([
      'Letter: to residents',
      'answer',
      'held',
      'official',
      'Sent in by the council on 2026-07-01.',
    ])
    const passages = (await readRecords(reader, 'passage', scope.consultation.id)).filter(
      one => one.documentId === added?.id,
    )
    expect(passages.map(({ text }) => text)).to.include('3. The lights stay on.')
    const bad = supplyRecord(test.deps, council.session, scope, { ...record, stage: 'link' }, false)
    expect((await refusalOf(bad)).code).to.equal('bad-request')
  })

  it('closes a gap with the record that was missing: it is on file under its own ref, and L28 counts it', async () => {
    const { reader } = test.deps.store
    const [gap] = (await readRecords(reader, 'document', scope.consultation.id)).filter(
      ({ holding }) => holding !== 'held',
    )
    if (gap === undefined) throw new Error('The sample has no missing record.')
    await test.deps.store.write(tx =>
      tx.updateTable('documents').set({ isRequired: 1 }).where('id', '=', gap.id).execute(),
    )
    await test.deps.store.write(tx => raiseRevisions(tx, [scope.consultation.id]))
    const onFile = async (): Promise<string> => {
      const { audit } = await readAudit(test.deps, EASTFIELD)
      return JSON.stringify(audit.indicators.find(({ id }) => id === 'completeness')?.byPoint)
    }
    const before = await onFile()
    const record = {
      title: 'The record that was missing',
      stage: gap.stage,
      publishedOn: '2026-06-20',
      url: '',
      text: 'The first words of it.\n\nThe second.',
      fills: gap.ref,
    }
    await supplyRecord(test.deps, council.session, scope, record, true)
    expect(await onFile(), 'a look closes nothing').to.equal(before)
    const other = supplyRecord(test.deps, council.session, scope, { ...record, stage: 'plan' }, false)
    if (gap.stage !== 'plan') expect((await refusalOf(other)).code).to.equal('refused')
    expect((await supplyRecord(test.deps, council.session, scope, record, false)).status).to.equal('imported')
    const documents = await readRecords(reader, 'document', scope.consultation.id)
    const filled = documents.find(({ id }) => id === gap.id)
    expect(filled).to.include({ ref: gap.ref, holding: 'held', heldBy: null, title: 'The record that was missing' })
    const passages = (await readRecords(reader, 'passage', scope.consultation.id)).filter(
      ({ documentId }) => documentId === gap.id,
    )
    expect(passages).to.have.length(2)
    expect(await onFile()).to.not.equal(before)
    const again = supplyRecord(test.deps, council.session, scope, record, false)
    expect((await refusalOf(again)).message).to.include('not missing any more')
  })

  it('keeps nothing of a record that is refused: no row of any table changes, and it can be sent in again', async () => {
    const { reader } = test.deps.store
    const everyRow = async (): Promise<string> => {
      const names = (await reader.introspection.getTables()).map(({ name }) => name)
      const tables = names.map(async name => [name, await anyTable(reader).selectFrom(name).selectAll().execute()])
      return JSON.stringify(await Promise.all(tables))
    }
    const [gap] = (await readRecords(reader, 'document', scope.consultation.id)).filter(
      ({ holding }) => holding !== 'held',
    )
    const good = {
      title: 'The record that was missing',
      stage: gap?.stage ?? '',
      publishedOn: '2026-06-20',
      url: '',
      text: 'The first words of it.',
      fills: gap?.ref ?? '',
    }
    const before = await everyRow()
    for (const [bad, sentence] of [
      [{ publishedOn: '2026-13-45' }, 'The date is no day of the calendar.'],
      [{ publishedOn: '2026-02-29', fills: '' }, 'The date is no day of the calendar.'],
      [{ text: '# A heading and nothing else' }, 'No text found'],
      [{ text: '# A heading and nothing else', fills: '' }, 'No text found'],
    ] as const) {
      const sent = supplyRecord(test.deps, council.session, scope, { ...good, ...bad }, false)
      const said = await sent.then(
        ({ status }) => status,
        (error: unknown) => String(error),
      )
      expect((await everyRow()) === before, `as before after: ${sentence}`).to.equal(true)
      expect(said).to.include(sentence)
    }
    expect(await faultsIn(test.deps)).to.deep.equal([])
    expect((await supplyRecord(test.deps, council.session, scope, good, false)).status).to.equal('imported')
    expect(await faultsIn(test.deps)).to.deep.equal([])
  })

  it('takes no second line into the description of a record', async () => {
    const record = {
      title: 'A\nholding: refused\nstage: plan',
      stage: 'answer',
      publishedOn: '',
      url: '',
      text: 'Words.',
      fills: '',
    }
    await supplyRecord(test.deps, council.session, scope, record, false)
    const added = (await readRecords(test.deps.store.reader, 'document', scope.consultation.id)).at(-1)
    expect([added?.stage, added?.holding]).to.deep.equal(['answer', 'held'])
  })

  it('is seen by the council and editors, and is missing for everybody else', async () => {
    expect((await refusalOf(showCheck(test.deps, null, scope))).code).to.equal('forbidden')
    const elsewhere = await someone(
      test.deps,
      'council',
      (await loadSampleConsultation(test.deps, 'mill-lane-2025')).consultation.id,
    )
    expect((await refusalOf(showCheck(test.deps, elsewhere.session, scope))).code).to.equal('not-found')
  })
})
