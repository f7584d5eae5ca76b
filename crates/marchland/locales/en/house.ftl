### The received request, the law in use, registers, replay: what their pages say beyond the shared words.

register-note = It gets the next number of the register, and the asker is told the number.
# $n (String)
correction-title = They corrected the request: version {$n}
correction-note = What changed is named with the request below. Say that it was looked at.
correction-seen = Looked at
# $n (Number)
# $fields (String)
correction-changed = Version {$n} changed: {$fields}
task-drop = No longer needed
tab-all = All
tab-to-register = To register
tab-in-work = In work
tab-ended = Ended
# $field (String)
problem-not-a-day = Enter “{$field}” as a day that has not passed, for example 2026-11-30.
# $found (String)
problem-not-a-person-line = Write each person on a line as name = role, with a role of the list, for example A. Smith = witness. Not clear: “{$found}”.
# $n (Number)
link-waiting = { $n ->
    [0] Nothing waits.
    [one] One message waits and goes out by itself.
   *[other] {$n} messages wait and go out by themselves.
}
link-none = No node is linked that serves it.
# $at (String)
link-since = Not reachable since {$at}.
mandate-any-state = any state
mandate-broken = does not verify
mandate-revoked = revoked
mandate-not-yet = not yet
mandate-ended = ended
mandate-valid = valid
audit-all = All
audit-reads = Reads
audit-writes = Writes
audit-node = the node
audit-act-read-case = Case opened
audit-act-receipt = Receipt noted
audit-act-confirm = Use of an instrument confirmed
audit-act-revoke = Confirmation revoked
audit-act-checkpoint = Contradicting log head kept
replay-kept = Decisions of this case
replay-again = Decided again
replay-identical = Under the law and the knowledge of its time: identical.
replay-other-edition = The law loaded now is another edition; the answer is identical.
replay-not-identical = The replay differs from what was kept. Tell the administrator.
admin-retry = Try now
col-record = Record
user-active = active
user-locked = locked
node-id = Node
node-version = Version
node-bodies = Serves
node-register = Register
node-web = Workbench
node-peer = Peer door
node-root = Root of the state
node-record-until = Own record until
any-party = Any
force-binding = binding
force-model = model
force-policy = policy
status-in-force = in force
status-not-yet = not yet
status-date-unknown = day not known
status-not-party = not a party
status-awaits = awaits an implementing act
status-ended = ended
status-displaced = displaced
status-never-a-basis = never a basis
status-draft = proposal
# $date (String)
status-from = from {$date}
# $name (String)
# $date (String)
status-displaced-by = by {$name}, {$date}
# $on (String)
instrument-signed = Signed {$on}.
instrument-standing = Between our states today
col-deposited = Deposited
party-with-reservation = With a reservation
# $name (String)
relation-supersedes = Supersedes: {$name}
# $name (String)
relation-amends = Amends: {$name}
# $name (String)
relation-implements = Implements: {$name}
# $name (String)
relation-based-on = Based on: {$name}
confirmations-title = Confirmed use
confirmations-none = Nobody here has confirmed its use.
confirmation-stands = stands
# $date (String)
confirmation-revoked = revoked {$date}
confirmation-note = Where the text was not read, a decision may rest on this instrument only while a legal adviser of the body answers for it. Post, day and reason are shown beside every verdict.
confirmation-hint = What you read and where, in one to six hundred characters.
confirmation-give = Confirm the use by my body
confirmation-revoke = Revoke
done-retrying = The next attempt is made now.
done-correction-seen = Noted that the correction was looked at.
done-task-dropped = The task was dropped.
reason-own-case = own case
reason-open-task = open task on this desk
