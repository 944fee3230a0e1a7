/** What a point does (domain.md, the point's `inputKind`). */
export type InputKind = 'proposal' | 'objection' | 'support' | 'question' | 'offer' | 'evidence'
export type Stance = 'objection' | 'neutral' | 'supportive'

interface KindRule {
  readonly kind: InputKind
  readonly pattern: RegExp
  readonly example: string
}

// First match wins. What people bring (offers) comes first: it is the rarest, and is lost when read as a proposal.
export const INPUT_KIND_RULES: readonly KindRule[] = [
  {
    kind: 'offer',
    pattern:
      /\b(?:(?:i|we)(?:'d| would| will|'ll| could| can)? (?:be )?(?:happily|happy to|glad to|willing to|gladly|volunteer|offer|donate|lend|help (?:with|out|run|plant|build)|give (?:an?|two|three|our|my|up)|make (?:them|it|you)|plant|teach|bring|run (?:it|them|a|the)|look after|do it for (?:free|nothing))|free of charge|for free|at no cost to|our members (?:can|could|will|would)|my (?:time|skills)|count me in|you can (?:have|use|borrow) (?:my|our))\b/i,
    example: 'I would happily give two evenings a week',
  },
  {
    kind: 'objection',
    pattern:
      /\b(?:do not|don'?t (?!have|know|mind)|i object|we object|oppose[ds]?|opposed|against (?:the|this|it|any)|no to|scrap|save our|hands off|leave (?:it|them|us|the|our) |why (?:are you|would you)|should(?: not|n'?t)|must(?: not|n'?t)|disagree|not happy|disgrace|waste of|terrible|ridiculous|will (?:ruin|destroy|kill)|stop (?:the|this|it|closing|cutting)|makes? no sense|nonsense|not needed|(?:put|stick|throw) your)\b/i,
    example: "Don't shut the library",
  },
  {
    kind: 'support',
    pattern:
      /\b(?:i (?:fully |strongly )?(?:support|agree|welcome|love|like) (?:the|this|it|what|that)|we (?:support|welcome|agree)|(?:great|good|lovely|brilliant|excellent|sensible) (?:idea|plan|news)|about time|all for|thank you|thanks|in favour|yes to|yes please|well done|glad (?:to see|you))\b/i,
    example: 'Great idea about the crossing',
  },
  {
    kind: 'evidence',
    pattern:
      /\b(?:i (?:counted|measured|recorded|saw|have seen)|we (?:counted|measured|recorded|surveyed|logged)|according to|evidence|statistics|survey (?:found|of)|study|data (?:show|from)|per cent of|there (?:were|was|are) (?:nine|\d+)|my (?:log|diary|photos?)|(?:last|this) (?:year|month|july|winter) (?:there|i|we))\b/i,
    example: 'I counted 40 lorries in an hour',
  },
  {
    kind: 'question',
    pattern:
      /^[^.!]{0,200}\?\s*$|^(?:why|what|when|where|who|how|is|are|has|have|will|can|could you (?:tell|say|explain)|does|do you|did)\b[^.!]{0,160}\?/i,
    example: 'When will the bridge open?',
  },
]

const STANCE_OF: Readonly<Record<InputKind, Stance>> = {
  proposal: 'neutral',
  objection: 'objection',
  support: 'supportive',
  question: 'neutral',
  offer: 'supportive',
  evidence: 'neutral',
}

/** Characters read: what a point does is said early. */
const READ_LENGTH = 400

/** A first guess for a person to confirm, by rules (accuracy in test/bench/RESULTS.md). What no rule claims is a proposal. */
export const readInputKind = (text: string): { readonly kind: InputKind; readonly stance: Stance } => {
  const start = text.slice(0, READ_LENGTH).replace(/’/g, "'")
  const kind = INPUT_KIND_RULES.find(({ pattern }) => pattern.test(start))?.kind ?? 'proposal'
  return { kind, stance: STANCE_OF[kind] }
}
