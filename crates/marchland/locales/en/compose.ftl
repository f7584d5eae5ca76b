### The request form.

compose-title = New request
compose-crumb = new
# $number (String)
correct-title = Correct request {$number}
# $filled (Number)
# $total (Number)
compose-filled = {$filled} of {$total} fields filled.
# $at (String)
compose-saved = Saved {$at}.
compose-only-free-text = Only free text goes to a translator.
compose-returned = Returned by the head:
compose-asks = Asks:
# $body (String)
compose-for = for {$body}
# $language (String)
compose-translated-to = will be translated: {$language}
# $n (String)
compose-left = {$n} characters left.
# $n (String)
compose-at-most = At most {$n} characters.
compose-leave-out = Leave out persons who are not part of the case.
compose-oral = Already asked by word of mouth
compose-nothing-leaves = Nothing leaves before approval.
save-draft = Save draft
ask-for-approval = Ask for approval
field-to = To
field-form = What do you need?
field-about = About
field-category = Role in the case
field-surname = Surname
field-given = Given name
field-patronymic = Patronymic
field-born = Born
field-citizenship = Citizenship
field-person-document = Document
field-plate = Plate
field-vin = Vehicle identification number
field-document-type = Type of document
field-document-number = Number of the document
field-document-issuer = Issued by
field-phone = Telephone number
field-address = Address
field-description = Description
field-serial = Serial number
field-time-place = Time and place
field-offence-code = Offence (ICCS)
field-offence = Offence in words
field-urgency = Urgency
field-urgency-tests = Which of the four tests is met?
field-urgent-reason = How it is met
field-why-held = Why do they hold it?
field-facts = Facts
field-points = What exactly do you ask?
field-points-hint = One question on each line. They answer each by its number.
field-case-number = Case number
field-purpose = Purpose
field-handling = Handling
field-handling-words = Restriction in words (H3)
field-source-eval = Source
field-info-eval = Information
field-oral-at = When
field-oral-at-hint = With date, time and zone, for example 2026-11-20T16:20+06:00
field-oral-to = Which post took it
field-oral-to-hint = The post, not the name
field-oral-how = How
