// The signs that rules read in a sentence of minutes or an answer. A sentence is lower-cased and each pattern, in this order,
// is replaced by its sign; what no pattern claims stays as it is. Order matters: idioms before the words they are made of.
// Every row has an example and is tested with it.

export type Sign =
  | 'IDIOM' // words that look like a negation or a decision and are none
  | 'ASKED' // "as residents asked": what follows or precedes is done because people asked
  | 'DEFER'
  | 'PART'
  | 'REFUSED' // a refusal in itself, whatever else the clause says
  | 'UNCHANGED' // the draft or the present state stands
  | 'AHEAD' // what was planned goes ahead
  | 'REPORT' // someone's words: no decision
  | 'NOTED'
  | 'NOT'
  | 'YES' // agreed, approved, carried
  | 'NO' // rejected, lost, dismissed
  | 'UNDO' // an earlier decision is reversed
  | 'PEOPLE' // the request, the petition, the objection
  | 'PLAN' // the proposal, the charge, the closure: what the body put forward
  | 'MAKE' // provide, install, open, proceed
  | 'END' // close, cut, remove, fell
  | 'DROP' // withdraw, abandon, delete: what ends a plan, or a service
  | 'KEEP'
  | 'IF'

export interface SignRule {
  readonly sign: Sign
  readonly pattern: RegExp
  readonly example: string
}

const rule = (sign: Sign, pattern: RegExp, example: string): SignRule => ({ sign, pattern, example })

const PEOPLE_WHO =
  'respondents?|consultees?|residents?|people|speakers?|objectors?|petitioners?|attendees|participants|parents|letters?|one speaker|a member|members of the public|many|several|some|others|most|the panel heard|officers? (?:explained|were asked)'

export const SIGN_RULES: readonly SignRule[] = [
  rule(
    'IDIOM',
    /\bnot only\b|\bno fewer than\b|\bno (?:less|later|more) than\b|\bwithout (?:delay|amendment|a vote|dissent|charge)\b/g,
    'Not only will it be built',
  ),
  rule(
    'IDIOM',
    /\bhaving (?:weighed|considered|heard|noted|regard to) (?:all )?(?:the )?(?:[a-z]+ )?(?:objections?|representations|petitions?|requests?|concerns|comments),?/g,
    'Having weighed the objections,',
  ),
  rule(
    'IDIOM',
    /\bno objections?\b|\bnem\.? con\.?|\bnobody voted against\b|\bnot (?:in )?disputed?\b|\bno (?:dissent|reason not to|votes? against)\b|\bat no (?:cost|charge)\b/g,
    'There was no objection',
  ),
  rule(
    'IDIOM',
    /\bnot (?:every|all|everyone)\b|\bno (?:resident|one|child|person)\b (?:should|must|shall) be without\b/g,
    'not every Member agreed',
  ),
  rule(
    'IDIOM',
    /,?\b(?:which|that|who)\b (?:had|has|have) (?:previously |once )?been [a-z]+(?: in \d{4})?,?/g,
    'which had been refused in 2021',
  ),
  rule(
    'REFUSED',
    /\bno (?:further )?(?:action|change|alteration|amendment|case|justification|power|provision|plans?|money|budget|funding|funds|need)\b/g,
    'no change be made',
  ),
  rule(
    'REFUSED',
    /\b(?:status quo|ruled? out|turned down|taken? no action|not (?:be )?(?:taken forward|pursued|proceeded with at)|voted? (?:[a-z]+ to [a-z]+ )?against|over the council's dead body)\b/g,
    'not taken forward',
  ),
  rule(
    'REFUSED',
    /\b(?:not|un)(?: be)? ?(?:viable|affordable|justified|necessary|appropriate|feasible|practicable)\b|\binappropriate\b|\binsufficient\b|\bdo(?:es)? not allow\b|\bbut for the\b/g,
    'is not viable',
  ),
  rule(
    'REFUSED',
    /\b(?:instead of|rather than|elsewhere, not)\b|\bproceed without\b|\bwithout the\b|\bunsuccessful\b|\b(?:regrettably|sadly|unfortunately|unable to)\b|\b(?:is|are|was|were|and) lost\b|\b(?:motion|amendment) fell\b|\bmove(?:d|s) to next business\b/g,
    'Instead of a crossing',
  ),
  rule(
    'UNCHANGED',
    /\b(?:retained|kept|remains?|stands?|adopted|confirmed|approved|made|stay) (?:unchanged|unaltered|as (?:it is|they are|proposed|drafted|planned|advertised|in the draft|published|set out|recommended)|without amendment)\b|\bunchanged\b|\bthe proposal stands\b|\bas drafted\b/g,
    'retained as drafted',
  ),
  rule(
    'AHEAD',
    /\b(?:as planned|as set out in the (?:plan|report|draft)|in line with the (?:plan|draft)|go(?:es)? ahead|going ahead|notwithstanding|despite|still (?:close|go|be|proceed))\b/g,
    'will be introduced as planned',
  ),
  rule(
    'ASKED',
    /\bas (?:residents|you|people|respondents|requested|many) (?:had )?(?:asked|wanted|suggested)\b|\bin response to\b|\bfollowing (?:the )?(?:comments|objections|representations|your)\b|\bwe (?:have )?listened\b|\bso that\b/g,
    'as residents asked',
  ),
  rule(
    'DEFER',
    /\b(?:deferred|defer|adjourn(?:ed)?|postponed?|paused?|put on hold|pending|referred (?:back )?to|remitted|left on the table|left over|stands? over|held over)\b/g,
    'deferred to the next meeting',
  ),
  rule(
    'DEFER',
    /\b(?:feasibility|business case|further report|bring back|report back|could not settle|no decision (?:was|has been) (?:reached|taken|made)|under consideration|when funds allow|before any decision)\b/g,
    'a further report',
  ),
  rule(
    'DEFER',
    /\b(?:to be|will be|shall be|be|will|to) (?:looked at|reviewed|explored|considered|investigated?|examined|kept under review|investigate|explore|consider|look at|look into)\b/g,
    'will be looked at',
  ),
  rule(
    'PART',
    /\b(?:in part|partially|partly|except(?:ing)?(?: for| that)?|with the exception of|save (?:on|for|that|in)|only|subject to|limited to|excludes?|excluding|for one year|in principle|as far as|pilot|six months|less than proposed|lower than proposed|a smaller|though not|but not)\b/g,
    'except for the section',
  ),
  rule(
    'PART',
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d+) of the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|forty|\d+)\b/g,
    'four of the six',
  ),
  rule(
    'REPORT',
    new RegExp(
      String.raw`\b(?:${PEOPLE_WHO})\b[^;]*?\b(?:asked|said|suggested|wanted|felt|argued|hoped|called|claimed|commented|wrote|would like|would welcome|think|thought|raised|requested|urged|objected|spoke|explained|heard|feared|believed|hoping)\b`,
      'g',
    ),
    'Respondents asked for',
  ),
  rule(
    'REPORT',
    /\b(?:mr|mrs|ms|miss|cllr|councillor|dr)\.? [a-z]+ (?:asked|said|suggested|spoke|argued|hoped|moved|called)\b|\bthe (?:proposer|chair|leader) (?:hoped|thanked|said|acknowledged|explained)\b/g,
    'Mrs Todd asked',
  ),
  rule(
    'REPORT',
    /\bit was (?:suggested|asked|claimed|reported|said|felt|argued|hoped)\b|\b(?:you (?:said|told us|asked|wanted)|some of you)\b|\b(?:one|a) (?:resident|respondent|objector|speaker|member)\b/g,
    'It was suggested',
  ),
  rule(
    'REPORT',
    /\b(?:was|were) (?:raised|read out|sought|presented|heard|put forward)\b|\bmatters raised\b|\bsupport for\b.*\bamong\b|\bcomments? (?:was|were) received\b|\bworking group recommended\b|\bcalls? for\b/g,
    'A request was read out',
  ),
  rule(
    'NOTED',
    /\b(?:noted|notes|received|acknowledged|discussed|thanked|passed to|taken into account|gratitude|are important)\b/g,
    'That the report be noted',
  ),
  rule(
    'IF',
    /\bcosts? (?:£|about|up)|\bpriced at\b|\bto build\b|\bif\b|\bshould the\b|^had the\b|\bwould\b|\bcould\b|\bmight\b|\bmay\b|\bhad [a-z ]+ been\b/g,
    'If funding is found',
  ),
  rule('UNDO', /\b(?:overruled|overturned|reversed|rescinded|revoked|quashed)\b/g, 'was overturned'),
  rule(
    'NO',
    /\b(?:reject(?:ed|s)?|refus(?:ed|es|e|al)|declin(?:ed|es|e)|dismiss(?:ed)?|lost|voted down|defeated|discounted|failed|advised against|decided against|concluded against)\b/g,
    'was rejected',
  ),
  rule('NOT', /\b(?:not|no|never|none|neither|nor|cannot|nobody|no longer)\b|n't\b/g, 'shall not'),
  rule(
    'YES',
    /\b(?:resolv(?:ed)|agreed|approv(?:ed|al|e)|decided|accept(?:ed)?|carried|endorsed?|support(?:ed)?|upheld|grant(?:ed)?|adopt(?:ed)?|confirm(?:ed)?|reaffirmed|allocated|minded|persuaded|included?|insert(?:ed)?|amended to|implement(?:ed)?|made permanent)\b/g,
    'was approved',
  ),
  rule(
    'PEOPLE',
    /\b(?:requests?|petitions?|objections?|objectors'?|suggestions?|ask for|asks|opposition|concerns|representations|offer)\b/g,
    'the request',
  ),
  rule(
    'PLAN',
    /\b(?:proposals?|proposed|charges?|fees?|fines?|tariff|restrictions?|prohibition|clause|order|recommendations?|closures?|sale|merger|removal|demolition|felling|kiosk|reduction|disposal|barrier|ban|lawn|signs|boundaries|limit of|scheme|plan)\b/g,
    'the proposal',
  ),
  rule(
    'MAKE',
    /\b(?:provid(?:ed|e|es|ing)|install(?:ed|ing)?|buil[dt]|erect(?:ed)?|introduc(?:ed|e|ing)|open(?:ed|ing)?|extend(?:ed)?|plant(?:ed)?|fund(?:ed)?|creat(?:ed|e)|deliver(?:ed)?|fitted|placed|printed|lit|reinstat(?:ed|e)|appoint(?:ed)?|halved|proceed(?:ed)?|take effect|taking effect|add(?:ed)?|patrol|write|run|offer(?:ed)?|apply|held|requires?|widened|resurfac(?:ed|ing)|made|have seats|purchase|do so)\b/g,
    'be provided',
  ),
  rule(
    'DROP',
    /\b(?:withdraw(?:n|ing)?|scrap(?:ped)?|abandon(?:ed)?|drop(?:ped)?(?! kerb)|cancel(?:led)?|deleted?|omit(?:ted)?|stop(?:ped)?|waived?|taken out)\b/g,
    'is withdrawn',
  ),
  rule(
    'END',
    /\b(?:clos(?:ed|e|ing|es)|shut|cut(?:ting)?|reduc(?:ed|e|ing)|remov(?:ed|e|ing)|felled|fell|sold|sell|demolish(?:ed)?|end(?:ed)?|terminated?|ceased?|merged?|have to pay|locked|paused)\b/g,
    'will close',
  ),
  rule(
    'KEEP',
    /\b(?:kept|keep|retain(?:ed)?|remain(?:s)?|stay(?:s)?|continue(?:s)?|saved?|protect(?:ed)?|unlocked)\b/g,
    'shall be kept',
  ),
  rule(
    'MAKE',
    /\byes to\b|\bthere will be\b(?! ?⟦)|\b(?:shall|will|be|to be)(?: be)?(?: now| also| then)? (?!asked|thanked|noted|considered|informed|advised|approached|invited|reminded|told|circulated|recorded|published|met|affected|needed|required|concerned|disappointed|used)(?:[a-z]+ly )?(?:[a-z]{3,}ed|laid out|made|put up|set up|built|given|taken)\b/g,
    'shall be mounted',
  ),
]
