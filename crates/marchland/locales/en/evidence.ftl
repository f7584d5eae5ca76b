### Why a field of a check weighs what it does: people and things.

reason-born-missing = a date of birth is missing
reason-same-day = the dates of birth are the same
reason-same-month = month and year of birth agree, a day is missing
reason-same-year = the years of birth agree, the rest is missing
reason-day-swapped = the dates agree with day and month exchanged
reason-one-digit = the dates differ in one digit
reason-born-excluded = the dates of birth exclude each other
reason-same-sex = the sex agrees
reason-other-sex = the sex differs
reason-sex-missing = the sex is not known on both sides
reason-same-nationality = a nationality agrees, which the names say already
reason-other-nationality = the nationalities differ, which excludes nobody
reason-nationality-missing = a nationality is missing
reason-other-part = stands in another part of the name
reason-variant = a spelling of the same name in another language
reason-short = an everyday form of the same name
reason-initial = the initial fits
reason-cut = the beginning fits, the zone may have cut the rest
reason-same = the same
# $table (String)
reason-spelt-after = sounds the same, spelt after {$table}
reason-ending = sounds the same but for the ending, which tells the gender
reason-formed = the same name with another ending of family names or without one
reason-sounds-same = sounds the same
# $n (String)
reason-errors = differs by {$n} typing errors
reason-half-absent = one word of several is absent
reason-name-missing = missing on one side, which says nothing
reason-no-word-fits = no word of the other name fits
reason-other-layout = typed with the other keyboard layout
reason-number-same = the numbers are the same
reason-number-look-alike = the numbers differ only in signs that look alike
reason-number-one-misread = the numbers differ in one sign
reason-number-one-missing = one sign is missing
reason-number-one-extra = one sign is too many
reason-number-swapped = two neighbouring signs are exchanged
reason-number-former = a former number of the listed thing
reason-number-aloud = Cyrillic letters written as they sound
reason-thing-same = agrees
reason-thing-differs = differs
reason-thing-missing = not stated, and the number alone is not unique
reason-thing-doubtful = the format or the check digit does not fit: it may be misread
evidence-number = Number
evidence-model = Model
evidence-calibre = Calibre
evidence-doubt = Doubt
