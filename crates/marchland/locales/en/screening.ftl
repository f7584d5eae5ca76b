### Alerts, checks at crossings, hits and releases.

rail-border = At the border
crossing-title = Crossing check
bus-title = Bus lists
released-title = Released before
alerts-title = Alerts
role-guard = Border guard
role-lead = Shift lead
power-issue-alert = sign and withdraw alerts
power-report-hit = confirm hits and release
clock-hit-notice = notice of a hit
scan-label = Scan a document
scan-note = two or three lines
scan-hint = No scanner? Type name, date of birth, document: SADYROV TIMUR, 12.04.1986, N04417203
check-button = Check
lane-summary = Crossing point, lane, reason
lane-crossing = Crossing point
lane-lane = Lane
lane-direction = Direction
lane-reason = Reason of the checks
lane-reason-usual = border control
direction-entering = entering
direction-leaving = leaving
# $place (String)
# $lane (String)
# $direction (String)
lane-place = {$place}, lane {$lane}, {$direction}
# $time (String)
# $alerts (String)
list-now = Live list of {$time}: {$alerts} in force
# $n (Number)
alerts-count = { $n ->
    [one] {$n} alert
   *[other] {$n} alerts
}
results-title = Results
results-empty = Nothing checked yet.
# $all (String)
# $clear (String)
# $hit (String)
# $namesake (String)
# $near (String)
# $cleared (String)
counts-line = {$all}: {$clear} clear, {$hit} hit, {$namesake} namesake, {$near} near number, {$cleared} cleared before
col-verdict = Verdict
col-action = What to do
col-name = Name
col-born = Date of birth
col-born-kind = Date of birth, or kind of thing
word-hit = Hit
word-namesake = Namesake
word-cleared = Cleared before
word-clear = Clear
do-pass = let pass
do-stop = stop, call the shift lead
do-inform = let pass, tell the shift lead
# $what (String)
do-ask = ask {$what}
ask-birth-place = place of birth
ask-born = full date of birth
ask-patronymic = patronymic
ask-document = document
ask-anything = for another document
title-hit-stop = Hit: stop
title-hit-inform = Hit: let pass and tell
title-namesake = Namesake, insufficient data
title-cleared = Cleared before: let pass
title-clear = No alert fits this document.
calm-stop = Stay calm, keep the document, call the shift lead.
calm-inform = Show nothing. Tell the shift lead when the person has gone.
calm-namesake = Not a hit and not clear: one question settles it.
calm-cleared = Another person was mistaken for the one searched for; this document was released.
calm-clear = Says nothing more than that.
# $what (String)
misread = The check digit does not fit: {$what}. Scan again or compare by eye.
met-wanted = Wanted for
met-from = Asked by
met-danger = Danger
met-rests = Rests on
met-notice = Tell the issuer
met-cleared = Released
# $date (String)
met-valid = valid to {$date}
# $h (String)
notice-asked = within {$h} h, asked by the sender
# $h (String)
# $n (String)
notice-rule = within {$h} h, own rule {$n}
# $date (String)
cleared-until = for this document until {$date}
danger-none = nothing known about weapons or violence
danger-armed = armed
danger-violent = violent
danger-escape = may flee
danger-self-harm = may harm himself or herself
danger-needs-medicine = needs medicine
purpose-trial = Trial, hides from investigation or court
purpose-sentence = Sentence, evades its execution
purpose-debtor = Evades a civil judgment
purpose-missing = Missing person
purpose-unknown-person = Person who cannot say who they are
purpose-unknown-body = Unidentified body
asked-detain-and-inform = detain as your own law allows, and inform
asked-locate-and-inform = inform where the person is
asked-discreet = inform without letting the person notice
evidence-field = Field
evidence-document = Document
evidence-alert = Alert
evidence-against = against
evidence-agrees = agrees
evidence-none = no evidence
evidence-same = agrees
evidence-not-stated = not stated on both sides
evidence-ask = not in the document: ask the traveller
evidence-document-same = named by the alert
evidence-document-other = another number says nothing: passports are renewed
field-family = Family name
field-birth-place-word = Place of birth
field-sex-word = Sex
field-nationality-word = Nationality
would-hit = A contradiction in name, patronymic, sex or date of birth would end it.
would-namesake = A full date of birth, a patronymic or the document number would settle it.
would-document = The alert names this document. Compare the person with it.
would-cleared = The release ends on its day, or when it is taken back.
namesake-says = The name agrees, the rest is not enough for a hit.
# $what (String)
# $listed (String)
question-ask = Ask {$what}. Listed: {$listed}
hit-confirm = Confirm the hit
hit-lead = Call the lead
# $posts (String)
hit-leads = Shift lead now: {$posts}. The second look is another person's.
hit-outcome = What did you find?
hit-compared = What did you compare?
hit-note = Note
hit-second-look = The shift lead looks again before the issuer is told.
hit-send = Ask for the second look
outcome-same-person = This is the person searched for
outcome-misused-identity = The traveller is the victim whose identity is used
compared-name = name
compared-birth-date = date of birth
compared-birth-place = place of birth
compared-document = document
compared-photograph = photograph
compared-fingerprints = fingerprints
compared-questions = questions
release-button = Not this person: release
release-why = What shows that it is not the one searched for?
release-until = Remember until
release-says = Tied to the document number, told to the posts of both states at the next exchange. The person gets a slip.
release-send = Release
why-birth-place-differs = Place of birth differs
why-birth-date-differs = Date of birth differs
why-photograph-differs = Photograph differs
why-fingerprints-differ = Fingerprints differ
why-documents-prove = Other documents prove it
why-issuer-says = The issuer says so
why-other = Something else
crossing-empty = Scan a document. The answer stands here.
waiting-title = Open at this crossing
# $at (String)
# $number (String)
waiting-hit = {$at}: hit with {$number}, not settled
# $at (String)
# $number (String)
waiting-later = {$at}: passed before alert {$number} came
bus-check = Check a bus list
# $n (Number)
bus-says = One traveller to a line, or the two lines of a scan. At most {$n}.
bus-list = List
bus-lines = Travellers
bus-hint = For example: SADYROV TIMUR; 12.04.1986; N04417203
bus-file = Or take a file of lines (CSV)
bus-busy = Checking…
# $n (Number)
bus-bad = { $n ->
    [one] One line could not be read and was not checked:
   *[other] {$n} lines could not be read and were not checked:
}
# $line (Number)
# $why (String)
bus-bad-line = Line {$line}: {$why}
bad-empty = nothing to check; scan the document or type name, date of birth, document
bad-too-long = too long for one traveller
bad-zone = the zone cannot be read; scan again or type the name and date of birth
bad-born = no date of birth that can be read; write 1986 or 12.04.1986
bad-name = a name is missing
released-says = People who were mistaken for somebody searched for. Each release is tied to one document and one alert.
released-empty = Nobody is released at the moment.
released-since = Since
released-until = Until
slip-title = Slip of release
slip-says = The holder of this document was mistaken for another person and released. Show this slip at the next check.
slip-place = Place
slip-post = Post
slip-at = At
slip-rights = You may ask the police body of this crossing what is stored about this release and ask for its correction.
slip-print = Print this page and give it to the person.
counts-title = Checks at crossings
counts-checks = Checks
# $n (String)
counts-total = {$n} checks in the last seven days.
# $h (String)
# $hit (String)
counts-kept = Travellers are kept for {$h} h, with a hit for {$hit} h; then only these counts stay.
done-hit = Noted. The shift lead has the second look.
done-hit-confirmed = Confirmed. The issuer is told with the next exchange.
done-hit-dropped = The hit was not confirmed.
done-hit-read = The hit is marked as read.
done-released = Released and remembered for this document.
done-release-revoked = The release is taken back.
done-alert-submitted = The alert is with the heads.
done-alert-approved = Signed. The alert is in force and on its way.
done-alert-withdrawn = The alert is withdrawn.
done-alert-proposed = The change waits for a head.
done-alert-decided = The law was asked again.
alerts-new = New alert
alerts-empty = No alert stands. Officers and heads write the first one.
alerts-all = All
alerts-ours = Ours
alerts-theirs = Of neighbours
alerts-ended = Ended
col-person = Person
col-valid-to = Valid to
stage-in-force = In force
stage-awaiting-law = Waits for the legal adviser
stage-expired = Expired
stage-alert-withdrawn = Withdrawn
alert-person = Person searched for
alert-search = Search
alert-law = What the law says
alert-law-again = Ask the law again
alert-waits-law = Our law does not carry this alert yet, so no check meets it. The legal adviser confirms the use of the instrument, then the law is asked again.
alert-listed = Met by every check here.
alert-not-listed = Not met by checks here.
alert-reached-approved = Signed, not yet accepted by the neighbour.
alert-reached-sent = Accepted by the neighbour's node.
alert-reached-delivered = Delivered: opened by the neighbour's body.
alert-hits = Hits
alert-hits-empty = No hit.
alert-releases = Released persons
alert-releases-empty = Nobody was released from this alert.
alert-submit = Ask a head to sign
alert-approve = Sign and send
alert-approve-change = Sign the change
alert-return = Return to the author
alert-withdraw = Withdraw
alert-withdraw-says = The search ended. The alert is gone here at once and at the neighbour with the next exchange.
alert-renew = Renew until
alert-renew-button = Propose renewal
alert-drop-change = Drop the change
alert-pending = A change waits for a head
alert-edit = Write on
alert-discard = Give up
alert-erased = The person of this alert was erased.
alert-save = Save
hit-second = Second look: confirm and tell
hit-drop = Not confirmed
hit-mark-read = Mark as read
hit-waits = waits for the second look
hit-told = the issuer is told
hit-known = confirmed
hit-was-dropped = not confirmed
release-revoke = Take back
release-revoked = taken back
alert-reason-text = Reason
field-search-purpose = Why is the search made?
field-action = What is asked of the finder?
field-opened-by = Decision that opened the search
field-opened-by-hint = who decided, when, its number
field-names = Names, one to a line
field-names-hint = Family name; given name; patronymic. Add every spelling that is known.
field-birth-place = Place of birth
field-sex = Sex
field-documents = Documents, one number to a line
field-danger = Danger
field-danger-note = Note on danger
field-valid-until = Last day of the alert
field-answer-within = Hours for notice of a hit
field-answer-within-hint = your wish; empty if you have none
sex-female = female
sex-male = male
# $found (String)
problem-not-a-name-line = Enter one name to a line as family name; given name; patronymic. This cannot be read: {$found}
problem-not-coercive = Choose another action: only a person who hides from justice may be detained because of an alert.
# $label (String)
# $max (String)
problem-not-a-validity = Enter {$label} from today on, at most {$max} days ahead.
fact-alert-decided = Our law was asked
fact-alert-changed = Alert changed
fact-alert-ends-soon = The alert ends soon
fact-alert-expired = Alert expired
fact-person-erased = Person erased
fact-hit-found = Hit: first look
fact-hit-confirmed = Hit confirmed by a second look
fact-hit-dropped = Hit not confirmed
fact-hit-reported = Hit reported by the neighbour
fact-hit-read = Hit read
fact-released = Person released
fact-release-revoked = Release taken back
todo-confirm-hit = Give the second look to a hit
todo-read-hit = Read a reported hit
todo-renew-alert = Renew an alert or let it end
todo-decide-alert = Have the adviser confirm an alert
audit-act-checks = Travellers checked
audit-act-handed-in = Checks without network handed in
word-near = Near number
do-compare = compare the number by eye
title-near = Near number: compare by eye
title-clear-thing = No alert names this number.
calm-near = One sign or one detail differs. Read the number again on the thing itself.
calm-stop-thing = Stay calm, keep the thing and its papers here, call the shift lead.
calm-cleared-thing = This number was taken for one searched for before; it was compared and released.
purpose-thing = Stolen, lost or invalid thing, no person
asked-secure-and-inform = keep the thing as your own law allows, and inform
thing-plate = Plate
thing-vin = VIN
thing-document = Document
thing-firearm = Firearm
thing-phone = Telephone (IMEI)
thing-container = Container
things-scan = Vehicle or other number
things-scan-hint = Plate, VIN, document, IMEI, firearm or container; several parted by commas
would-near = If the number on the thing itself is the listed one, check it again as it stands there.
would-thing = The alert names this number. Compare the numbers on the thing itself.
outcome-same-thing = This is the thing searched for
compared-numbers = numbers on the thing itself
why-numbers-differ = The number on the thing itself differs
release-button-thing = Not this thing: release
release-says-thing = Tied to this number and this alert, told to the posts of both states at the next exchange.
slip-says-thing = This number was mistaken for one searched for; the thing was compared and released. Show this slip at the next check.
alert-things = Things searched for
alert-things-says = Beside the person, or instead of one. Empty lines do not count.
field-things = Things
field-thing-kind = Kind
field-thing-number = Number
field-thing-state = State
field-thing-state-hint = two letters: KZ, RU
field-thing-make = Make and model
# $found (String)
problem-not-a-thing-line = Enter for each thing its kind, its number and, if known, two letters for the state: plate, 123 ABC 02, KZ. This cannot be read: {$found}
problem-not-for-persons = Choose another action: only a thing searched for by itself is kept.
problem-not-for-things = Leave the person empty: for a stolen, lost or invalid thing nobody is searched for.
bad-thing = no number that can be read; write it as plate: 123 ABC 02
evidence-thing = Thing
slip-number = Document or number
fact-effect = How the copy stands there
copy-pending = signed, not yet accepted; tried again
copy-sent = accepted by the node
copy-received = received
copy-in-force = in force there
copy-awaiting-law = waits for the legal adviser there
copy-refused = not taken there
copy-withdrawal-pending = withdrawal not yet confirmed
copy-withdrawn = withdrawn there
alert-copies = Where it stands
# $bodies (String)
alert-withdrawal-open = Withdrawn here. Not yet confirmed by: {$bodies}
alert-withdrawal-done = Withdrawn here and, as they confirmed, at every addressee.
field-also-to = Also addressed to
field-also-to-hint = Bodies to which the law carries an alert today. Each gets a message of its own and answers for its copy; the mandate of the head is checked at the signature.
# $found (String)
problem-not-carried = Take {$found} off the addressees: the law does not carry the alert towards it.

post-title = Crossing check without network
# $time (String)
# $node (String)
# $age (String)
# $alerts (String)
post-list = List of {$time}, signed by {$node}, {$age} min old: {$alerts} in force
# $age (String)
# $max (String)
post-too-old = The list is {$age} min old; it may decide for {$max} min. Nobody is checked here until a new snapshot comes from the node.
post-scan = Scan a document, or write one traveller to a line
post-says = No traveller is kept here. Each check is written down without a name and handed in at the node when the network is back; a hit is entered there too. Tell the shift lead about a hit.
# $why (String)
post-not-written = not checked, because it could not be written down: {$why}. Free the disk or give another file with --log
hand-in-title = Checks without network
hand-in-says = A post without network writes each check down without the traveller. Hand the file in here, so that these checks are counted like all others. What was handed in before is not counted twice.
hand-in-lines = Lines of the file
hand-in-hint = One line for each check, as the post wrote it
hand-in-file = Or take the file itself (checks.jsonl)
hand-in-button = Hand in
hand-in-empty = nothing to hand in; choose the file of the post
# $n (Number)
hand-in-most = At most {$n} lines at once; hand the rest in afterwards
# $n (Number)
hand-in-bad = { $n ->
    [one] One line could not be taken; the others were:
   *[other] {$n} lines could not be taken; the others were:
}
hand-in-of-no-shift = the check is older than a month or lies in the future; look at the clock of the post
hand-in-unreadable = not a check as a post writes it down
# $taken (Number)
# $known (Number)
hand-in-done = Checks taken: {$taken}. Known already: {$known}.
# $usual (String)
hand-in-reason = {$usual}, without network
