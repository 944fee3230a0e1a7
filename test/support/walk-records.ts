/**
 * The records of a small consultation for the walk: made up, and said to be so. Forty-two forms handed in at a made-up drop-in about a
 * made-up path, as a clerk would have typed them, and four documents of the made-up council.
 */
import type { Stage } from '../../data/model/document.ts'
import type { LinkKind } from '../../data/model/link.ts'

export type WalkTopic = 'bench' | 'lights' | 'bins' | 'ponies'

const SAID: Readonly<Record<WalkTopic, (at: number) => string>> = {
  bench: at => `Please put a bench with a back at the millpond, number ${at} of us would sit there.`,
  lights: at => `Keep the lights on along the towpath until midnight, shift ${at} walks home late.`,
  bins: at => `We need bins with lids at gate ${at}, gulls pull the rubbish out of the open bins.`,
  ponies: at => `Let riders with ponies use the upper meadow path on market day ${at}.`,
}
const TOPICS: readonly WalkTopic[] = ['bench', 'lights', 'bins', 'ponies']
const POINTS = 42

export const walkTopicOf = (text: string): WalkTopic => {
  const topic = TOPICS.find(word => text.includes(word))
  if (topic === undefined) throw new Error(`These words are about nothing that the walk knows: ${text}`)
  return topic
}

const padded = (number: number): string => String(number).padStart(2, '0')

/** Column names of nobody's export, days with the day first, an address that must not be kept, and one empty form. */
export const walkForms = (): string => {
  const rows = Array.from({ length: POINTS }, (_, at) => {
    const topic = TOPICS[at % TOPICS.length] ?? 'bench'
    const day = `${padded((at % 27) + 1)}/02/2026`
    return `F-${at + 1},${day},"${SAID[topic](at + 1)}",Millbrook,walker${at + 1}@example.org`
  })
  return [
    'Form no,Date handed in,Your comment,Ward,E-mail',
    ...rows,
    'F-99,27/02/2026,,Millbrook,nobody@example.org',
    '',
  ].join('\r\n')
}

/** Says what it is in its first lines. */
export const WALK_PLAN = `---
ref: path-plan
stage: plan
title: Millbrook Path Plan 2025
source: official
holding: held
is_required: yes
published_on: 2025-06-12
first_archived_on: 2025-06-20
---

# Millbrook Path Plan

1. The towpath is swept twice a week.

2. Rubbish bins with lids stand at every gate of the path.

3. Dogs are kept on a lead by the water.
`

export const WALK_MINUTES = `---
ref: minutes
stage: record
title: Notes of the drop-in on the Millbrook path
source: official
holding: held
is_required: yes
published_on: 2026-03-02
---

People asked for a bench with a back at the millpond.

People asked for lights along the towpath until midnight.

Somebody spoke of bins with lids at the gates.
`

export const WALK_DECISION = `---
ref: decision
stage: decision
title: Decision on the Millbrook path
source: official
holding: held
is_required: yes
published_on: 2026-04-01
---

1. A bench with a back is put at the millpond.

2. Bins with lids stand at every gate of the path.

3. The surface of the towpath is laid anew.
`

/** A text that says nothing about itself: the form asks. */
export const WALK_ANSWER = `What we did with your comments

The lights along the towpath go out at ten, because bats feed there until midnight and the law protects them.

Thank you for all forms.
`

interface Press {
  /** Words of the passage that is meant. */
  readonly passage: string
  readonly key: string
  readonly kind: LinkKind
  /** Answers what the kind asks: that the law is the ground, said of this point. */
  readonly detail?: 'l'
}

/** What is right about a topic at a stop; nothing = nothing is there. */
export const WALK_ANSWERS: Readonly<Record<WalkTopic, Readonly<Partial<Record<Stage, Press>>>>> = {
  bench: {
    record: { passage: 'bench with a back', key: 'c', kind: 'carries' },
    decision: { passage: 'bench with a back', key: 't', kind: 'takes-up' },
  },
  lights: {
    record: { passage: 'lights along the towpath', key: 'c', kind: 'carries' },
    answer: { passage: 'lights along the towpath', key: 'g', kind: 'gives-reason', detail: 'l' },
  },
  bins: {
    plan: { passage: 'bins with lids', key: 'c', kind: 'contains' },
    record: { passage: 'bins with lids', key: 'c', kind: 'carries' },
    decision: { passage: 'Bins with lids', key: 't', kind: 'takes-up' },
  },
  ponies: {},
}

/** Topic of the point of this number: the forms take turns. */
export const walkTopicAt = (number: number): WalkTopic => TOPICS[(number - 1) % TOPICS.length] ?? 'bench'
