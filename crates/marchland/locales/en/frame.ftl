language-name = English

# Minutes.
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
# $span (String) a span such as 20 min
clock-late = Late {$span}
# $span (String)
clock-paused-at = Paused at {$span}
clock-none = No limit
# $count (String)
size-b = {$count} B
# $count (String)
size-kb = {$count} kB
# $count (String)
size-mb = {$count} MB

rail-my-work = My work
rail-law = Law and mandates
rail-oversight = Oversight
desk-title = My desk
requests-title = Requests
incoming-title = Incoming
approvals-title = Approvals
instruments-title = Instruments
mandates-title = Mandates
counterparts-title = Counterparts
audit-title = Audit
admin-title = Administration
