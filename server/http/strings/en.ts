import { historyDamaged } from './en/historyDamaged.ts'
import { about } from './en/about.ts'
import { accessibility } from './en/accessibility.ts'
import { card } from './en/card.ts'
import { changes } from './en/changes.ts'
import { chart } from './en/chart.ts'
import { charts } from './en/charts.ts'
import { consultation } from './en/consultation.ts'
import { corrections } from './en/corrections.ts'
import { council } from './en/council.ts'
import { data } from './en/data.ts'
import { dispute } from './en/dispute.ts'
import { embed } from './en/embed.ts'
import { error } from './en/error.ts'
import { events } from './en/events.ts'
import { evidence } from './en/evidence.ts'
import { feed } from './en/feed.ts'
import { figures } from './en/figures.ts'
import { find } from './en/find.ts'
import { home } from './en/home.ts'
import { ideas } from './en/ideas.ts'
import { indicators } from './en/indicators.ts'
import { layout } from './en/layout.ts'
import { method } from './en/method.ts'
import { notes } from './en/notes.ts'
import { parts } from './en/parts.ts'
import { picture } from './en/picture.ts'
import { point } from './en/point.ts'
import { points } from './en/points.ts'
import { privacy } from './en/privacy.ts'
import { promises } from './en/promises.ts'
import { records } from './en/records.ts'
import { removals } from './en/removals.ts'
import { reply } from './en/reply.ts'
import { replyForm } from './en/replyForm.ts'
import { reporter } from './en/reporter.ts'
import { results } from './en/results.ts'
import { seats } from './en/seats.ts'
import { stated } from './en/stated.ts'
import { timeline } from './en/timeline.ts'
import { topics } from './en/topics.ts'
import { trail } from './en/trail.ts'
import { version } from './en/version.ts'
import { words } from './en/words.ts'
import { asAt, format } from './en/nouns.ts'

/** Every word of the public site in English, page by page. A second language is a second folder of this shape. */
export const en = {
  language: 'en-GB',
  locale: 'en_GB',
  ...format,
  asAt,
  about,
  accessibility,
  card,
  changes,
  chart,
  charts,
  consultation,
  corrections,
  council,
  data,
  dispute,
  embed,
  error,
  events,
  evidence,
  feed,
  figures,
  find,
  historyDamaged,
  home,
  ideas,
  indicators,
  layout,
  method,
  notes,
  parts,
  picture,
  point,
  points,
  privacy,
  promises,
  records,
  removals,
  reply,
  replyForm,
  reporter,
  results,
  seats,
  stated,
  timeline,
  topics,
  trail,
  version,
  words,
}
