### My desk and the lists.

desk-by-deadline = By deadline
desk-scope = Whose work
desk-empty = Nothing needs you now.
# $when (String)
desk-next-deadline = The next deadline ends {$when}.
desk-show-all = Show all requests
# $shown (Number)
# $total (Number)
desk-shown = {$shown} of {$total} shown
desk-links = Links
# $good (Number)
# $total (Number)
desk-links-in-order = {$good} of {$total} in order
desk-no-neighbour = No neighbour is linked yet. An administrator adds the first one.
desk-to-approve = To approve
desk-answers-unread = Answers not yet read
desk-no-answers = Every answer has been read.
# $n (Number)
count-late = { $n ->
    [one] late
   *[other] late
}
# $n (Number)
count-end-today = { $n ->
    [one] ends today
   *[other] end today
}
# $n (Number)
count-to-approve = { $n ->
    [one] to approve
   *[other] to approve
}
# $n (Number)
count-to-register = { $n ->
    [one] to register
   *[other] to register
}
# $n (Number)
count-answers-unread = { $n ->
    [one] answer unread
   *[other] answers unread
}
# $n (Number)
count-paused = { $n ->
    [one] paused
   *[other] paused
}
when-now = Needs me now
when-today-tomorrow = Today and tomorrow
when-this-week = This week
when-later = Later
when-no-clock = Without a clock
# $n (String)
new-show = {$n} new, show
keys-next-previous = next, previous
keys-open = open
keys-then = then
col-time-left = Time left
col-task = What to do, case
col-partner = Partner
col-due = Due here, there
col-request = Request
col-stage = Stage
col-changed = Changed
col-from = From
col-received = Received here, there
col-our-number = Our number
col-what = What
col-author = Author
col-law = The law
not-registered = not registered
requests-list = All requests
incoming-register = Incoming register
incoming-list = What they asked
incoming-empty = Nothing has come in.
approvals-note = What waits for your signature. Nothing leaves before it.
approvals-empty = Nothing waits for your signature.
approval-of-request = request
approval-of-answer = answer
