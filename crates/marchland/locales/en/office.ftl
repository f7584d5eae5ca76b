### Mandates, counterparts, audit, administration, keys.

mandates-note = Who may do what towards whom, until when.
mandates-empty = No mandate is recorded.
col-mandate = Mandate
col-holder = Post and holder
col-powers = May
col-towards = Towards
col-valid = Valid
col-issuer = Issued by
counterparts-note = Bodies on the other side to which a way exists.
col-body = Body
col-level = Level
col-time-there = Time there
col-link = Link
audit-note = Every write, and every read with its reason. Content is not shown here.
audit-kind = Kind
audit-who = Who
audit-case = Case
audit-from = From
audit-until = Until
audit-read = read
audit-write = write
audit-logs = Logs with neighbours
# $size (String)
audit-log-size = {$size} leaves
col-when = When
col-act = Act
col-who = Who
col-case = Case
col-reason = Reason or result
admin-users = Users
admin-neighbours = Neighbours
admin-law = The law in use
admin-law-good = in order
admin-law-last-good = last good one
# $n (Number)
admin-law-held-back = { $n ->
    [one] The new law pack has one mistake and is not used
   *[other] The new law pack has {$n} mistakes and is not used
}
# $pack (String)
admin-law-held-back-note = The last good one, {$pack}, stays in use. Mend the places below and load the pack again.
admin-law-mistakes = Mistakes in the pack
admin-pack = Pack
admin-hash = Content hash
admin-loaded = Loaded
admin-node = This node
col-user = User
col-roles = Roles
col-last-seen = Last seen
col-neighbour = Neighbour
col-bodies = Bodies
keys-title = Keys
keys-note = Letters act outside fields and follow the place of the key, so every keyboard layout works. Each has a link or a button with the same effect.
keys-off = Switch letter keys off
keys-on = Switch letter keys on
col-key = Key
col-does = Does
key-search = search
key-all-keys = all keys
key-new = new request
key-next = next row
key-previous = previous row
key-open = open the row
key-answer = open the answer
key-write = write to the partner
key-evidence = evidence file
key-save = save
key-sign = ask for approval, sign
key-route = use the lawful route
key-theme = low light on, off
key-escape = leave the field, never lose text
