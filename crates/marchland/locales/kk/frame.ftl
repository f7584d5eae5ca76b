language-name = English

span-min = {$minutes} min
span-h = {$hours} h
span-h-min = {$hours} h {$minutes} min
span-d = {$days} d
span-d-h = {$days} d {$hours} h
clock-late = Late {$span}
clock-paused-at = Paused at {$span}
clock-none = No limit
size-b = {$count} B
size-kb = {$count} kB
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
