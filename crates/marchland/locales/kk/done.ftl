### Жаңа ғана не істелгені туралы бір сөйлем.
done-saved = Сақталды.
done-route = Заңды жол қолданылды. Сұрау салуды тексеріп, бекітуге жіберіңіз.
done-submitted = Басшыда бекітуде. Әзірге ештеңе жіберілген жоқ.
done-withdrawn = Алынып тасталды. Ештеңе жіберілген жоқ.
done-recalled = Кері қайтарылды. Екінші тарапқа хабарланды.
done-correction = Түзету басшыда бекітуде.
done-correction-dropped = Түзету алынып тасталды. Сұрау салу жіберілген күйінде қалады.
done-clarified = Нақтылау жіберілді.
done-reminded = Еске салу жіберілді.
done-read = Ашылды. Екінші тарапқа оқылғаны хабарланды.
done-evaluated = Рахмет. Бағалау іспен бірге сақталды.
done-closed = Жабылды.
done-approved = Қол қойылды және мөрленді. Жіберілуде.
done-returned = Авторына қайтарылды.
done-registered = Тіркелді. Нөмірі сұраушыға хабарланды.
done-position = Шешімге қол қойылды, жіберілуде.
done-asked = Сұрақ жіберілуде. Жауап келгенше мерзім тоқтатылды.
done-task = Тапсырма берілді.
done-task-done = Тапсырма орындалды.
done-answer-saved = Жауап жоба ретінде сақталды.
done-answer-submitted = Жауап басшыда бекітуде.
done-answer-approved = Жауапқа қол қойылды, жіберілуде.
done-answer-returned = Жауап авторына қайтарылды.
done-confirmed = Бүгіннен бастап расталды. Кері қайтаруға болады.
done-revoked = Бүгіннен бастап кері қайтарылды. Бұрынғы шешімдерде сақталады.
done-settings = Сақталды.
done-signed-out = Сіз шықтыңыз.
sign-in-wrong = Аты немесе құпиясөз дұрыс емес.
sign-in-locked = Қате құпиясөз тым көп енгізілді. Бес минуттан кейін қайталаңыз немесе әкімшіге хабарласыңыз.
role-adviser = Заңгер
clock-own-rule = өз ережесі {$n}
clock-asked-by-sender = жіберуші сұраған
law-not-your-level = Сіздің деңгейден рұқсат етілмейді
law-fact-missing = Бір факт жетіспейді
law-levels-may = Бұл туралы ережелер басқа органдарға өкілеттік береді: {$levels}.
law-others-may = Бұл туралы ережелер басқа органдарға өкілеттік береді.
law-nothing-found = Мұнда оқылған ешбір ереже бүгін екі мемлекет арасында мұны реттемейді.
law-text-unread = Мұны реттеуі мүмкін мәтін белгілі, бірақ мұнда оқылмаған: {$names}.
law-unverified = Мұнда ешкім оқымаған ережелерге негізделген: {$names}. Жіберуші органның заңгері қолдануды растай алады.
law-answer-first = Төмендегі сұраққа жауап берілген соң құқық жауап береді.
law-confirmed = {$post}: қолдану {$date} расталған: {$reason}
law-while-confirmed = Растау күшінде тұрғанда: {$post}
law-by-confirmation = заңгердің талабы бойынша
law-mandate-today = өкілеттігі бүгін жарамды
law-no-mandate-today = бүгін жарамды өкілеттігі жоқ
law-hop-you = {$level}, сіз
law-hop-signs = қол қояды және жібереді
law-always-grounds = Әрқашан қолданылады: {$grounds}.
law-conflict = {$permits} рұқсат еткенге {$forbids} тыйым салады
fact-choice-crime = қылмыс
fact-choice-danger = қауіптің алдын алу
limit-hours = { $n ->
    [one] {$n} сағат
   *[other] {$n} сағат
}
limit-days = { $n ->
    [one] {$n} күн
   *[other] {$n} күн
}
limit-working-days = { $n ->
    [one] {$n} жұмыс күні
   *[other] {$n} жұмыс күні
}
limit-weeks = { $n ->
    [one] {$n} апта
   *[other] {$n} апта
}
limit-months = { $n ->
    [one] {$n} ай
   *[other] {$n} ай
}
draft-untitled = Атауы жоқ жоба
head-their-number = Олардың нөмірі: {$number}.
head-author = Жауапты: {$post}.
timeline-leaf = {$n}-парақ
timeline-log-of = журнал: {$town}
answer-sealed = Мөрленген
answer-points-refused = {$total} тармақтың {$n} бас тартылды
proof-count = Түбіртек: {$receipts}, хабарлама: {$messages}. Барлығы журналдарда.
proof-none = Әлі ештеңе жіберілген де, алынған да жоқ.
proof-reads = Оқылғаны: {$reads} рет, оқығандар: {$readers}, әрқайсысы себебімен.
desk-mine = Менікі
desk-body = Органымның
desk-link-since = {$at} бастап, күтуде: {$n}, ештеңе жоғалмады
desk-link-waiting = күтуде: {$n}, ештеңе жоғалмады
list-all = Барлығы
list-drafts = Менің жобаларым
list-any = кез келген
matter-change = {$n}-нұсқа өзгертті: {$fields}.
matter-change-waits = Түзету бекітуді күтуде. Өзгертеді: {$fields}.
act-drop-correction = Түзетуді алып тастау
remind-title = Еске салу
remind-text = Екінші тарапқа сөз
remind-hint = Бос қалдыруға болады.
remind-button = Еске салуды жіберу
confirm-recall = {$number} сұрау салуын кері қайтару керек пе?
confirm-recall-note = Екінші тарапқа хабарланады және ол жұмысын тоқтатады. Кері алуға болмайды.
confirm-withdraw = {$number} сұрау салуын алып тастау керек пе?
confirm-withdraw-note = Ол осымен аяқталады. Ештеңе жіберілмейді. Кері алуға болмайды.
