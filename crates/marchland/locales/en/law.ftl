### The law's answer, instruments.

law-title = May I?
# $date (String)
law-on = on the law of {$date}
# $ms (String)
# $date (String)
law-decided-in = decided in {$ms} ms on law of {$date}
law-not-asked-yet = Say to whom you write and what you need: the law then answers here.
law-ask-now = Ask the law and show the fields
# $verdict (String)
law-now = Now: {$verdict}
law-one-fact = One fact decides this:
law-route = Nearest lawful route
law-route-in-use = This route is in use.
law-use-route = Use this route
law-applies-on-route = What applies on this route
border-word = border
law-why = Why and on what basis
law-rests-on = Rests on
law-rests-on-nothing = No provision was found.
law-context-only = For context. Never a basis.
law-conditions = Conditions
law-who-approves = Who approves
law-language = Language
law-answer-time = Answer time
law-no-limit = No limit in the text read
law-may-refuse = They may refuse
law-list-not-read = List not read
law-use-conditions = Use of the data
law-duties = Also due
law-conflicts = Rules in conflict
verdict-permitted = Permitted
# $n (Number)
verdict-conditions = { $n ->
    [one] Permitted on one condition
   *[other] Permitted on {$n} conditions
}
# $n (Number)
verdict-n-conditions = { $n ->
    [one] {$n} condition
   *[other] {$n} conditions
}
verdict-ask-lawyer = Ask a lawyer
verdict-not-permitted = Not permitted
verdict-prohibited = Prohibited
verdict-no-basis = No basis found
verdict-text-not-read = Text not read
confidence-text-read = text read
confidence-header-read = header read
confidence-secondary = secondary source
confidence-founding = founding article only
confidence-not-read = not read
replay-title = The decision as it was made
replay-crumb = decision
replay-dates = Four dates
replay-facts = facts
replay-act = act
replay-rules = rules
replay-knowledge = our knowledge
replay-framework = law asked
replay-today = The same question today
replay-same = The answer is the same.
replay-differs = The answer would differ today. The decision above stays as it was made.
basis-title = Legal basis
basis-replay = replay
# $date (String)
instruments-on = In force and known on {$date}
col-instrument = Instrument
col-force = Force
col-parties = Parties
col-status = Status
col-confidence = Confidence
col-rules = Rules
col-party = Party
col-in-force = In force
instrument-paraphrase = Our paraphrase, not the text.
instrument-articles = Articles
instrument-source = source
instrument-sources = Sources
instrument-no-rule-may-rest = No rule may rest on it.
instrument-rule = rule
instrument-parties = In force, per party
instrument-confidence = Confidence of this instrument
# $n (Number)
instrument-provisions = { $n ->
    [one] {$n} provision
   *[other] {$n} provisions
}
instrument-relations = Relations
instrument-reservation = Reservation
