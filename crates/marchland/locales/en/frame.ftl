### The frame, its switches, spans and sizes, sign-in.

language-name = English

rail-my-work = My work
rail-law = Law and mandates
rail-oversight = Oversight
rail-label = Main places
places-label = Often used
desk-title = My desk
requests-title = Requests
incoming-title = Incoming
approvals-title = Approvals
instruments-title = Instruments
mandates-title = Mandates
counterparts-title = Counterparts
audit-title = Audit
admin-title = Administration
skip-to-content = Skip to the content
skip-to-verdict = Skip to the verdict
menu = Menu
search-label = Find a request
search-placeholder = Find a request, plate, number…
theme-light = Light
theme-dark = Low light
sign-out = Sign out
# $name (String)
# $delay (String)
foot-linked = {$name} linked {$delay}
# $name (String)
# $waiting (Number)
foot-slow = {$name} slow, {$waiting} waiting
# $name (String)
# $waiting (Number)
foot-away = {$name} not reachable, {$waiting} waiting
# $at (String)
foot-log-witnessed = Log head witnessed {$at}
foot-log-alone = Log head not yet witnessed
# $pack (String)
# $date (String)
foot-law = Law pack {$pack}, as of {$date}
foot-law-held-back = The new pack has mistakes, the last good one is in use.
keys = keys
yes = Yes
no = No
open = Open
choose = Choose
not-yet = not yet
# $date (String)
until = until {$date}
# $from (String)
# $until (String)
from-until = {$from} to {$until}
we-asked = we asked
they-asked = they asked
urgent = Urgent
new-request = New request
back-to-desk = Back to my desk
error-prefix = Error:
# $n (Number)
error-summary = { $n ->
    [one] One thing needs mending
   *[other] {$n} things need mending
}
warning-word = Warning
# $minutes (Number)
span-min = {$minutes} min
# $hours (Number)
span-h = {$hours} h
# $hours (Number)
# $minutes (Number)
span-h-min = {$hours} h {$minutes} min
# $days (Number)
span-d = {$days} d
# $days (Number)
# $hours (Number)
span-d-h = {$days} d {$hours} h
unit-min = min
unit-h = h
unit-d = d
# $span (String)
clock-late = Late {$span}
# $span (String)
clock-paused-at = Paused at {$span}
clock-none = No limit
clock-stopped = stopped
# $count (String)
size-b = {$count} B
# $count (String)
size-kb = {$count} kB
# $count (String)
size-mb = {$count} MB
pager-label = Pages
pager-previous = Previous
pager-next = Next
# $page (Number)
# $pages (Number)
pager-page = Page {$page} of {$pages}
# $n (Number)
list-total = { $n ->
    [one] {$n} entry
   *[other] {$n} entries
}
list-empty = Nothing matches.
filter-words = Words or number
filter-stage = Stage
filter-party = Party
filter-button = Show
reach-linked = Linked
reach-slow = Slow
reach-away = Not reachable
sign-in-title = Sign in
sign-in-user = User name
sign-in-password = Password
sign-in-button = Sign in
sign-in-note = Every sign-in and every read is recorded with its reason.
sign-in-demo = Invented people of this demonstration
