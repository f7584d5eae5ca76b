### The law as a whole: gap map, findings, timeline, what-if, comparison, a question to the law.

framework-title = Legal framework
# $code (String)
state-name = { $code ->
    [AM] Armenia
    [AT] Austria
    [AZ] Azerbaijan
    [BE] Belgium
    [BY] Belarus
    [CH] Switzerland
    [CN] China
    [CZ] Czechia
    [DE] Germany
    [DK] Denmark
    [FI] Finland
    [FR] France
    [GB] United Kingdom
    [GE] Georgia
    [IN] India
    [IS] Iceland
    [IT] Italy
    [KG] Kyrgyzstan
    [KZ] Kazakhstan
    [LI] Liechtenstein
    [LU] Luxembourg
    [LV] Latvia
    [MD] Moldova
    [MN] Mongolia
    [NL] Netherlands
    [NO] Norway
    [PL] Poland
    [RU] Russia
    [SE] Sweden
    [TJ] Tajikistan
    [TM] Turkmenistan
    [UA] Ukraine
    [UZ] Uzbekistan
   *[other] { $code }
}
# $a (String)
# $b (String)
between-two = Between {$a} and {$b}
# $state (String)
bodies-of = bodies of {$state}
level-short-central = centre
level-short-regional = region
level-short-district = district
any-level = any level
# $from (String)
# $to (String)
level-towards = {$from} to {$to}
coverage-in-detail = in detail
coverage-declaratory = declared only
coverage-silent = silent
coverage-prohibited = prohibited
coverage-unknown = text not read
aspect-coverage = Coverage
aspect-level = Level
aspect-channel = Channel
aspect-approval = Approval
aspect-time-limits = Time limits
aspect-contents = Contents of a request
aspect-language = Language
aspect-refusal = Grounds of refusal
aspect-data-use = Use of data
aspect-visiting-powers = Powers of visiting officers
# $what (String)
# $span (String)
# $start (String)
limit-from = {$what}: {$span} from {$start}
mark-regulated = Regulated
mark-bare-power = Bare power
mark-ask-lawyer = Ask a lawyer
mark-other-level = Not this level
mark-prohibited = Prohibited
mark-no-basis = No basis
mark-not-read = Text not read
means-regulated = A provision that was read permits it and says how.
means-bare-power = It is permitted or named, and nowhere stands how it is done.
means-ask-lawyer = What permits it is known too little to rest on: a legal adviser decides.
means-other-level = Bodies of another level are empowered for this form, this level is not.
means-prohibited = A provision in force forbids it.
means-no-basis = Nothing known here speaks of it between these two states.
means-not-read = A text that may govern it was not read here. No rule may rest on it: get the text.
# $mark (String)
mark-today = Today: {$mark}
# $mark (String)
mark-with-drafts = With the drafts: {$mark}
map-title = Legal framework: what is possible with whom
# $on (String)
map-name = Forms by neighbour and level, law of {$on}
# $n (Number)
map-summary = { $n ->
    [one] {$n} form of cooperation by neighbour and level.
   *[other] {$n} forms of cooperation by neighbour and level.
}
# $names (String)
map-drafts-on = Switched on: {$names}. Changed cells carry a corner. This is a draft, not law.
# $first (String)
map-before-all = The law known here between these states begins on {$first}.
map-after-all = This day is in the future: the law known today is shown, and it may change.
# $pair (String)
map-compare = {$pair}, to compare
# $pair (String)
map-best = {$pair} (most settled in detail)
map-no-compare = none
map-no-neighbour = The law knows no neighbour of this node's state. Choose states under “Columns”.
# $n (Number)
map-cells = { $n ->
    [0] no cell
    [one] {$n} cell
   *[other] {$n} cells
}
gap-report = Gap report
as-list = As list
as-map = As map
as-table = As table
law-in-force-on = Law in force on
show-button = Show
strip-title = Day of the law
strip-slider = Day of the law, by days from 1991; the date field says the same
# $n (Number)
strip-drawing = A line of years with {$n} days of change; the list below names each
# $pair (String)
# $title (String)
strip-began = {$pair}: {$title} began
# $pair (String)
# $title (String)
strip-ended = {$pair}: {$title} ended
# $date (String)
change-before = Earlier change: {$date}
# $date (String)
change-after = Later change: {$date}
# $n (Number)
days-of-change = { $n ->
    [one] {$n} day of change
   *[other] {$n} days of change
}
change-of-rule = A rule changed
legend = Key
legend-means = What the marks mean
changed = changed
# $n (Number)
changed-by-drafts = { $n ->
    [one] {$n} cell changed by the drafts
   *[other] {$n} cells changed by the drafts
}
reforms-title = What if a reform were made?
reforms-none = The law pack holds no draft.
what-if-link = Findings and verdicts
more-law = More
gaps-link = Findings between the two
timeline-link = Timeline since 1991
columns-title = Columns
columns-neighbours = States beside ours
columns-compare = To compare
provisions-looked-at = Provisions looked at
nothing-looked-at = None: no provision known here speaks of it.
# $n (Number)
and-more = and {$n} more
finding-word = Finding.
cure-elsewhere = Cure elsewhere:
try-situation = Try a situation
close-cell = Close
exports = The same as numbers:
col-pair = States
col-form = Form
col-forms = Forms
col-until = until
col-step = What happened
col-by = By
col-aspect = Aspect
col-note = Note
col-provisions = Provisions
col-use = Use
col-from-body = Acting body
col-to-body = Addressee
before = Today
after = With the drafts
gaps-title = Gaps in the law
gaps-note = Found by general rules that know no state and no instrument by name.
# $n (Number)
findings-count = { $n ->
    [0] No finding
    [one] {$n} finding
   *[other] {$n} findings
}
findings-none = The general rules find no gap between the two on this day.
finding-where = Where
finding-about = About
finding-closes = What would close it
finding-perhaps = May be closed by
finding-closed = closed
finding-opened = opened
gaps-history = How it came to this
gaps-no-history = No gap opened or closed before this day.
# $title (String)
change-began = {$title} began
# $title (String)
change-ended = {$title} ended
# $closed (Number)
# $opened (Number)
change-counts = {$closed} closed, {$opened} opened
law-timeline-title = The law over the years
# $pair (String)
# $until (String)
law-timeline-note = {$pair}, 1991 to {$until}: when each form became possible, moved to another instrument, lapsed.
# $pair (String)
law-timeline-drawing = {$pair}: one line a form, one bar a time on which it stood the same; the table below says the same
law-timeline-lapses = No rule permits any more
# $form (String)
# $from (String)
# $lost (String)
timeline-lapsed = {$form}, since {$from}. Before that: {$lost}.
step-became-possible = became possible
step-moved = moved to another instrument
step-lapsed = lapsed
step-changed = changed
what-if-title = What drafts would change
what-if-note = The drafts are tried together, as if in force from this day. A draft is law nowhere.
what-if-button = Try the drafts
what-if-choose = Choose one draft or several, two states and a day.
# $before (Number)
# $after (Number)
what-if-findings = Findings: {$before} today, {$after} with the drafts
what-if-no-finding = The drafts close no finding and open none.
# $n (Number)
what-if-verdicts = { $n ->
    [0] No verdict on a plain act changes
    [one] {$n} verdict on a plain act changes
   *[other] {$n} verdicts on plain acts change
}
what-if-no-verdict = A plain act is one between border bodies with no facts given.
what-if-acts = Acts recorded in this node
open-draft = text
compare-title = Compare
compare-button = Compare
compare-note = Two instruments or two pairs of states, by form and aspect, each statement with its article. Nobody here says which is better.
compare-left = Left
compare-right = Right
compare-topic = Topic
compare-everything = Everything
compare-choose = Choose what is compared.
compare-empty = Neither says anything on this topic on this day.
compare-nothing = not named
# $differing (Number)
# $same (Number)
compare-counts = {$differing} differ, {$same} the same
differs = differs
ask-title = Ask the law
ask-note = An act given by hand, on any day. Nothing is recorded and nobody is asked.
ask-question = The act
ask-region = Region
ask-no-region = none (central body)
ask-button = Ask
ask-no-confirmation = Confirmations of legal advisers are not counted here: they belong to a body.
# $read (Number)
# $unread (Number)
# $rules (Number)
instrument-counts = {$read} read, {$unread} not read, rules: {$rules}
instrument-no-articles = No article of it is known here.
chart-this = this instrument
# $date (String)
chart-signed = signed {$date}
chart-signed-word = signed
chart-parties = One line a party: when the instrument was in force for it; the table below says the same
# $n (Number)
chart-more = { $n ->
    [one] {$n} more party stands in the table.
   *[other] {$n} more parties stand in the table.
}
chart-no-days = No day of entry into force is known here.
known-may-carry = may become rules
known-dates-only = dates and parties only
known-to-lawyer = goes to a lawyer
known-gap = shown as a gap
used-nowhere = No decision was kept in this node yet.
# $n (Number)
# $all (Number)
used-by = Named in {$n} of the last {$all} decisions of this node.
# $n (Number)
# $all (Number)
tried-ways = tried by situations in {$n} of {$all} ways
tried-not = not tried by any situation
key-map = gap map: move; Enter opens, Esc goes back
# $typed (String)
problem-law-day = “{$typed}” is not a day. Enter one that exists, for example 2026-11-23.
# $typed (String)
problem-law-reform = “{$typed}” is not a draft of this law. Choose among those listed.
# $typed (String)
problem-law-state = The law knows nothing between our state and “{$typed}”. Choose among those listed.
# $typed (String)
problem-law-pair = “{$typed}” is not two states. Give two codes, for example RU-KZ.
# $typed (String)
problem-law-cell = There is no cell “{$typed}”. Choose one in the table.
# $typed (String)
problem-law-subject = “{$typed}” is neither an instrument of this law nor two states. Choose in the list.
# $field (String)
problem-law-choice = Choose “{$field}” in the list.
# $state (String)
problem-law-region = Choose a region of {$state}, or its central body.
acts-tried = Acts tried again
acts-not-permitted = Not permitted as they were wanted
acts-rerouted = Of these, gone by another body
acts-would-be-lawful = Of those not permitted, lawful with the drafts
acts-days-saved = Days saved
acts-days-not-known = Of the lawful ones, never gone: no days can be counted
finding-recorded = Acts recorded here
finding-open = open
finding-none = none
strip-caption = Which side says something
strip-same = both, the same
strip-differ = both, differently
# $side (String)
strip-alone = {$side} alone
strip-neither = neither
# $languages (String)
language-of-request = Request: {$languages}
# $languages (String)
language-of-answer = Answer: {$languages}
col-region = Region
territory-always = always, as far as known
territory-drawing = One line a region: when it belonged to the territory; the table below says the same
# $n (Number)
territory-more = { $n ->
    [one] One more region stands in the table.
   *[other] {$n} more regions stand in the table.
}
territory-member = in the territory
