### My desk and the lists.

desk-by-deadline = Мерзімі бойынша
desk-scope = Кімнің жұмысы
desk-empty = Қазір сізден ештеңе талап етілмейді.
desk-next-deadline = Ең жақын мерзім {$when} аяқталады.
desk-show-all = Барлық сұрау салуларды көрсету
desk-shown = {$total} ішінен {$shown} көрсетілді
desk-links = Байланыс
desk-links-in-order = {$total} ішінен {$good} қалыпты
desk-no-neighbour = Көрші әлі қосылмаған. Біріншісін әкімші қосады.
desk-to-approve = Бекітуге
desk-answers-unread = Оқылмаған жауаптар
desk-no-answers = Барлық жауап оқылды.
count-late = { $n ->
    [one] мерзімі өткен
   *[other] мерзімі өткен
}
count-end-today = { $n ->
    [one] бүгін аяқталады
   *[other] бүгін аяқталады
}
count-to-approve = { $n ->
    [one] бекітуге
   *[other] бекітуге
}
count-to-register = { $n ->
    [one] тіркеуге
   *[other] тіркеуге
}
count-answers-unread = { $n ->
    [one] жауап оқылмаған
   *[other] жауап оқылмаған
}
count-paused = { $n ->
    [one] тоқтатыла тұрған
   *[other] тоқтатыла тұрған
}
when-now = Қазір мені қажет етеді
when-today-tomorrow = Бүгін және ертең
when-this-week = Осы аптада
when-later = Кейінірек
when-no-clock = Мерзімсіз
new-show = Жаңа: {$n}, көрсету
keys-next-previous = келесі, алдыңғы
keys-open = ашу
keys-then = содан кейін
col-time-left = Қалған уақыт
col-task = Не істеу керек, іс
col-partner = Серіктес
col-due = Мерзімі мұнда, онда
col-request = Сұрау салу
col-stage = Кезең
col-changed = Өзгертілді
col-from = Кімнен
col-received = Алынды мұнда, онда
col-our-number = Біздің нөмір
col-what = Не
col-author = Автор
col-law = Заң
not-registered = тіркелмеген
requests-list = Барлық сұрау салулар
incoming-register = Кіріс сұрау салулар журналы
incoming-list = Олар не сұрады
incoming-empty = Ештеңе түскен жоқ.
approvals-note = Қолыңызды күтетіндер. Оған дейін ештеңе жіберілмейді.
approvals-empty = Қолыңызды күтетін ештеңе жоқ.
approval-of-request = сұрау салу
approval-of-answer = жауап
