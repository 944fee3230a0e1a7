import { contributionRecords } from './contribution-format.ts'
import { formatMapping, notImported, type Format } from './format.ts'

/**
 * Comments of a Polis conversation. `datetime` has zone abbreviations that mean several things ("WIB"), so `timestamp` is read: 13 digits
 * are milliseconds, 10 are seconds. Exports of October 2024 leave the body unquoted: the cells too many belong to it.
 */
export const polisComments: Format = {
  id: 'polis.comments',
  name: 'Polis comments',
  signature: {
    require: ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'polis-comments',
      ...(header[header.length - 1] === 'comment-body' ? { file: { lastColumnTakesRest: true } } : {}),
      personal: ['author-id'],
      records: contributionRecords(header, {
        ref: 'comment-id',
        text: ['comment-body'],
        support: 'agrees',
        oppose: 'disagrees',
        removed: { column: 'moderated', values: { '-1': true, '0': false, '1': false } },
        channel: 'Polis conversation',
      }).map(record =>
        record.kind === 'contribution'
          ? { ...record, fields: { ...record.fields, received_on: { column: 'timestamp', dates: 'unix' } } }
          : record,
      ),
      columnsNotStored: { datetime: 'its zones are ambiguous: timestamp is read' },
      limits: [
        'Agrees and disagrees are Polis’s own totals: they count repeated votes of one person, and exports of October 2024 swap them.',
        'Comments taken out by the moderators are kept and marked.',
      ],
    }),
}

export const polisOthers: readonly Format[] = [
  notImported(
    'polis.votes',
    'Polis votes',
    { require: ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'], strength: 'strong' },
    'Single votes are not kept. Import comments.csv: its totals are kept as claims.',
  ),
  notImported(
    'polis.participants_votes',
    'Polis participants and votes',
    { require: ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'], strength: 'strong' },
    'Votes by participant are not kept. Import comments.csv: its totals are kept as claims.',
  ),
  notImported(
    'polis.comment_groups',
    'Polis comment groups',
    {
      require: ['comment-id', 'comment', 'total-votes', 'total-agrees', 'total-disagrees', 'total-passes'],
      strength: 'strong',
    },
    'It holds totals only. Import comments.csv.',
  ),
  notImported(
    'polis.stats_history',
    'Polis statistics',
    { require: ['n-votes', 'n-comments', 'n-visitors', 'n-voters', 'n-commenters'], strength: 'strong' },
    'It holds totals only. Import comments.csv.',
  ),
  notImported(
    'polis.xids',
    'Polis identity map',
    { require: ['participant', 'xid'], forbid: ['group-id'], strength: 'weak' },
    'It says which participant is which person. It is refused, so that nobody can be found out.',
    'IDENTITY_MAP',
  ),
]
