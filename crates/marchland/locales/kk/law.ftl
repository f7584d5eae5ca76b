### The law's answer, instruments.

law-title = Бола ма?
law-on = {$date} құқығы бойынша
law-decided-in = {$ms} мс ішінде шешілді, {$date} құқығы бойынша
law-not-asked-yet = Кімге жазатыныңызды және не қажет екенін көрсетіңіз: заң жауабы осында шығады.
law-ask-now = Заңнан сұрау және өрістерді көрсету
law-now = Қазір: {$verdict}
law-one-fact = Мұны бір факт шешеді:
law-route = Жақын заңды жол
law-route-in-use = Бұл жол қолданылуда.
law-use-route = Осы жолды қолдану
law-applies-on-route = Бұл жолда не қолданылады
border-word = шекара
law-why = Неге және қандай негізде
law-rests-on = Негізі
law-rests-on-nothing = Норма табылмады.
law-context-only = Мәлімет үшін. Негіз болмайды.
law-conditions = Шарттар
law-who-approves = Кім бекітеді
law-language = Тіл
law-answer-time = Жауап мерзімі
law-no-limit = Оқылған мәтінде мерзім жоқ
law-may-refuse = Бас тарта алады
law-list-not-read = Тізбе оқылмаған
law-use-conditions = Деректерді пайдалану
law-duties = Сондай-ақ талап етіледі
law-conflicts = Нормалар қайшылығы
verdict-permitted = Рұқсат етіледі
verdict-conditions = { $n ->
    [one] {$n} шартпен рұқсат етіледі
   *[other] {$n} шартпен рұқсат етіледі
}
verdict-n-conditions = { $n ->
    [one] {$n} шарт
   *[other] {$n} шарт
}
verdict-ask-lawyer = Заңгердің шешіміне
verdict-not-permitted = Рұқсат етілмейді
verdict-prohibited = Тыйым салынған
verdict-no-basis = Негіз табылмады
verdict-text-not-read = Мәтін оқылмаған
confidence-text-read = мәтін оқылған
confidence-header-read = деректемелері оқылған
confidence-secondary = жанама дереккөз
confidence-founding = мақаладан белгілі
confidence-not-read = оқылмаған
replay-title = Шешім қабылданған күйінде
replay-crumb = шешім
replay-dates = Төрт күн
replay-facts = фактілер
replay-act = әрекет
replay-rules = нормалар
replay-knowledge = біздің біліміміз
replay-framework = құқық құрамы
replay-today = Сол сұрақ бүгін
replay-same = Жауап сол күйінде.
replay-differs = Бүгін жауап басқаша болар еді. Жоғарыдағы шешім қабылданған күйінде қалады.
basis-title = Құқықтық негіз
basis-replay = қайталау
instruments-on = {$date} қолданыстағы және белгілі
col-instrument = Акт
col-force = Күші
col-parties = Тараптар
col-status = Жай-күйі
col-confidence = Дәйектілік дәрежесі
col-rules = Нормалар
col-party = Тарап
col-in-force = Күшіне енген
instrument-paraphrase = Біздің баяндауымыз, акт мәтіні емес.
instrument-articles = Баптар
instrument-source = дереккөз
instrument-sources = Дереккөздер
instrument-no-rule-may-rest = Норма оған негізделе алмайды.
instrument-rule = норма
instrument-parties = Тараптар бойынша күші
instrument-confidence = Осы актінің дәйектілігі
instrument-provisions = { $n ->
    [one] {$n} ереже
   *[other] {$n} ереже
}
instrument-relations = Байланыстары
instrument-reservation = Ескертпе
