### Words for the codes of casework and for what is wrong with a field.

about-person = Person
about-vehicle = Vehicle
about-document = Document
about-phone = Telephone
about-place = Place
about-object = Object
about-other = Other
category-suspect = Suspect
category-convicted = Convicted
category-wanted = Wanted
category-victim = Victim
category-witness = Witness
category-missing = Missing
category-contact = Contact of a suspect
category-other = Other person
category-no-person = No person is named
purpose-prevention = Prevention
purpose-detection = Detection
purpose-investigation = Investigation
purpose-search = Search for a person
purpose-protection-of-life = Protection of life
urgency-normal = Normal
urgency-urgent = Urgent: one of four tests
test-public-security = Immediate threat to public security
test-life-or-body = Imminent threat to life or body
test-liberty = A person is held in custody
test-information-lost = Information is about to be lost
handling-h0 = H0: police use only
handling-h1 = H1: not evidence without consent
handling-h2 = H2: not passed on without consent
handling-h3 = H3: other restriction, in words
source-a = A: no doubt
source-b = B: mostly reliable
source-c = C: mostly not reliable
source-x = X: cannot be judged
info-1 = 1: known to be true
info-2 = 2: known to the source
info-3 = 3: agrees with what is known
info-4 = 4: cannot be checked
oral-telephone = By telephone
oral-radio = By radio
oral-in-person = In person
result-found = Data found
result-no-record = No record held
result-refused = Refused
result-later = Will follow
stage-draft = Drafted
stage-submitted = To approve
stage-returned = Returned
stage-approved = Approved
stage-sent = Sent
stage-delivered = Delivered
stage-received = Received
stage-registered = Registered
stage-clarification = Clarification
stage-accepted = Accepted
stage-partly = Accepted in part
stage-refused = Refused
stage-executing = In work
stage-answer-drafted = Answer drafted
stage-answer-submitted = Answer to approve
stage-answer-approved = Answer approved
stage-answered = Answered
stage-read = Read
stage-evaluated = Evaluated
stage-closed = Closed
stage-withdrawn = Withdrawn
stage-recalled = Recalled
stage-corrected = Corrected
role-officer = Officer
role-head = Head
role-registrar = Registrar
role-auditor = Auditor
role-administrator = Administrator
# $field (String)
# $example (String)
problem-missing = Fill in “{$field}”{$example}.
# $example (String)
problem-example = {", for example "}{$example}
# $field (String)
# $max (String)
# $found (String)
problem-too-long = Shorten “{$field}” to {$max} characters; it has {$found}.
# $field (String)
# $max (String)
# $found (String)
problem-too-many = Keep at most {$max} entries in “{$field}”; it has {$found}.
# $field (String)
# $at (String)
problem-hidden-character = Delete the hidden character at place {$at} in “{$field}”; type the text instead of pasting it.
# $field (String)
# $found (String)
problem-not-a-choice = Choose “{$field}” from the list; “{$found}” is not in it.
problem-not-a-birth-date = Enter the birth date as far as it is known, for example 1984, 1984-04 or 17.04.1984.
# $field (String)
problem-not-a-moment = Enter “{$field}” with date, time and zone, for example 2026-11-23T14:20+06:00.
problem-not-a-plate = Enter the plate in letters, digits, blanks and hyphens, for example T 418 KO 55.
problem-not-a-vin = Enter the vehicle identification number with 17 letters and digits, without I, O and Q.
problem-not-a-phone = Enter the telephone number with its country code, for example +7 715 246 00 00.
problem-not-an-iccs-code = Enter the class of the offence as 2 to 6 digits, for example 05021.
# $field (String)
problem-not-a-body = Choose “{$field}” from the register of bodies.
# $field (String)
problem-own-state = Choose in “{$field}” a body of the neighbouring state.
# $field (String)
problem-in-the-future = Enter “{$field}” as it was; it lies in the future.
problem-stands-alone = Choose H0 alone, or one or more of H1, H2 and H3.
# $field (String)
problem-not-used-here = Leave “{$field}” empty; it is not used here.
# $field (String)
# $min (String)
# $max (String)
problem-out-of-range = Enter “{$field}” from {$min} to {$max}.
# $field (String)
problem-other = Check “{$field}”.
