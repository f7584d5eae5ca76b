### One sentence about what was just done; words only the handlers need.
done-saved = Saved.
done-route = The lawful route is in use. Check the request and ask for approval.
done-submitted = With the head for approval. Nothing has left yet.
done-withdrawn = Withdrawn. Nothing was sent.
done-recalled = Recalled. The other side is told.
done-correction = The correction is with the head for approval.
done-correction-dropped = The correction was dropped. The request stands as it was sent.
done-clarified = Clarification sent.
done-reminded = Reminder sent.
done-read = Opened. The other side is told that it was read.
done-evaluated = Thank you. The evaluation is kept with the case.
done-closed = Closed.
done-approved = Signed and sealed. It is on its way.
done-returned = Returned to its author.
done-registered = Registered. The asker is told the number.
done-position = The position is signed and on its way.
done-asked = The question is on its way. The clock stands still until they answer.
done-task = Task given.
done-task-done = Task done.
done-answer-saved = The answer is saved as a draft.
done-answer-submitted = The answer is with the head for approval.
done-answer-approved = The answer is signed and on its way.
done-answer-returned = The answer was returned to its author.
done-confirmed = Confirmed from today. It can be revoked.
done-revoked = Revoked from today. Earlier decisions keep it.
done-settings = Kept.
done-signed-out = You are signed out.
sign-in-wrong = The name or the password is not right.
sign-in-locked = Too many wrong passwords. Try again in five minutes or ask the administrator.
role-adviser = Legal adviser
# $n (Number)
clock-own-rule = own rule {$n}
clock-asked-by-sender = asked by the sender
law-not-your-level = Not permitted from your level
law-fact-missing = One fact is missing
# $levels (String)
law-levels-may = The provisions for this empower other bodies: {$levels}.
law-others-may = The provisions for this empower other bodies.
law-nothing-found = No provision read here covers this between these two states today.
# $names (String)
law-text-unread = A text that may govern this is known but has not been read here: {$names}.
# $names (String)
law-unverified = It rests on provisions that nobody here has read: {$names}. The legal adviser of the sending body can confirm the use.
law-answer-first = The law answers as soon as the question below is answered.
# $post (String)
# $date (String)
# $reason (String)
law-confirmed = {$post} confirmed this use, {$date}: {$reason}
# $post (String)
law-while-confirmed = While this confirmation stands: {$post}
law-by-confirmation = asked by the legal adviser
law-mandate-today = holds a valid mandate today
law-no-mandate-today = holds no valid mandate today
# $level (String)
law-hop-you = {$level}, you
law-hop-signs = signs and sends
# $grounds (String)
law-always-grounds = These always stand: {$grounds}.
# $permits (String)
# $forbids (String)
law-conflict = {$permits} permits what {$forbids} forbids
fact-choice-crime = a crime
fact-choice-danger = averting a danger
# $n (Number)
limit-hours = { $n ->
    [one] {$n} hour
   *[other] {$n} hours
}
# $n (Number)
limit-days = { $n ->
    [one] {$n} day
   *[other] {$n} days
}
# $n (Number)
limit-working-days = { $n ->
    [one] {$n} working day
   *[other] {$n} working days
}
# $n (Number)
limit-weeks = { $n ->
    [one] {$n} week
   *[other] {$n} weeks
}
# $n (Number)
limit-months = { $n ->
    [one] {$n} month
   *[other] {$n} months
}
draft-untitled = Draft without a title
# $number (String)
head-their-number = Their number: {$number}.
# $post (String)
head-author = Answers to: {$post}.
# $n (String)
timeline-leaf = leaf {$n}
# $town (String)
timeline-log-of = log of {$town}
answer-sealed = Sealed
# $n (Number)
# $total (Number)
answer-points-refused = {$n} of {$total} points refused
# $receipts (Number)
# $messages (Number)
proof-count = Receipts: {$receipts}, for messages: {$messages}. All in the logs.
proof-none = Nothing was sent or received yet.
# $reads (Number)
# $readers (Number)
proof-reads = Read {$reads} times by {$readers} officials, each with a reason.
desk-mine = Mine
desk-body = My body
# $at (String)
# $n (Number)
desk-link-since = since {$at}, {$n} waiting, nothing lost
# $n (Number)
desk-link-waiting = {$n} waiting, nothing lost
list-all = All
list-drafts = My drafts
list-any = any
# $n (Number)
# $fields (String)
matter-change = Version {$n} changed: {$fields}.
# $fields (String)
matter-change-waits = A correction waits for approval. It changes: {$fields}.
act-drop-correction = Drop the correction
remind-title = Remind
remind-text = A word to the other side
remind-hint = May stay empty.
remind-button = Send reminder
# $number (String)
confirm-recall = Recall request {$number}?
confirm-recall-note = The other side is told and stops its work. This cannot be undone.
# $number (String)
confirm-withdraw = Withdraw request {$number}?
confirm-withdraw-note = It ends here. Nothing is sent. This cannot be undone.
