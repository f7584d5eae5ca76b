framework-title = Құқықтық негіз
state-name = { $code ->
    [AM] Армения
    [AT] Австрия
    [AZ] Әзербайжан
    [BE] Бельгия
    [BY] Беларусь
    [CH] Швейцария
    [CN] Қытай
    [CZ] Чехия
    [DE] Германия
    [DK] Дания
    [FI] Финляндия
    [FR] Франция
    [GB] Ұлыбритания
    [GE] Грузия
    [IN] Үндістан
    [IS] Исландия
    [IT] Италия
    [KG] Қырғызстан
    [KZ] Қазақстан
    [LI] Лихтенштейн
    [LU] Люксембург
    [LV] Латвия
    [MD] Молдова
    [MN] Моңғолия
    [NL] Нидерланд
    [NO] Норвегия
    [PL] Польша
    [RU] Ресей
    [SE] Швеция
    [TJ] Тәжікстан
    [TM] Түрікменстан
    [UA] Украина
    [UZ] Өзбекстан
   *[other] { $code }
}
between-two = {$a} – {$b}
bodies-of = органдар: {$state}
level-short-central = орталық
level-short-regional = өңір
level-short-district = аудан
any-level = кез келген деңгей
level-towards = {$from}, адресат: {$to}
coverage-in-detail = толық реттелген
coverage-declaratory = тек аталған
coverage-silent = аталмаған
coverage-prohibited = тыйым салынған
coverage-unknown = мәтін оқылмаған
aspect-coverage = Қамту
aspect-level = Деңгей
aspect-channel = Арна
aspect-approval = Бекіту
aspect-time-limits = Мерзімдер
aspect-contents = Сұрау салудың мазмұны
aspect-language = Тіл
aspect-refusal = Бас тарту негіздері
aspect-data-use = Деректерді пайдалану
aspect-visiting-powers = Келген қызметкерлердің өкілеттіктері
limit-from = {$what}: {$span}, басталуы: {$start}
mark-regulated = Реттелген
mark-bare-power = Тәртібі жоқ
mark-ask-lawyer = Заңгердің шешіміне
mark-other-level = Бұл деңгей емес
mark-prohibited = Тыйым салынған
mark-no-basis = Негіз жоқ
mark-not-read = Мәтін оқылмаған
means-regulated = Оқылған ереже рұқсат етеді және тәртібін белгілейді.
means-bare-power = Рұқсат етілген немесе аталған, бірақ тәртібі еш жерде белгіленбеген.
means-ask-lawyer = Рұқсат ететін ереже сүйенуге жеткіліксіз белгілі: заңгер шешеді.
means-other-level = Бұл нысанға басқа деңгейдің органдары өкілетті, бұл деңгей емес.
means-prohibited = Қолданыстағы ереже тыйым салады.
means-no-basis = Мұнда белгілі ештеңе осы екі мемлекет арасында бұл туралы айтпайды.
means-not-read = Мұны реттеуі мүмкін мәтін мұнда оқылмаған. Оған сүйенуге болмайды: мәтін керек.
mark-today = Бүгін: {$mark}
mark-with-drafts = Жобалармен: {$mark}
map-title = Құқықтық негіз: кіммен не мүмкін
map-name = Көршілер мен деңгейлер бойынша нысандар, {$on} күнгі құқық
map-summary = Көршілер мен деңгейлер бойынша ынтымақтастық нысандары: {$n}.
map-drafts-on = Қосылған: {$names}. Өзгерген ұяшықтар бұрышпен белгіленген. Бұл құқық емес, жоба.
map-before-all = Осы мемлекеттер арасында мұнда белгілі құқық {$first} күні басталады.
map-after-all = Бұл күн болашақта: бүгін белгілі құқық көрсетілген, ол өзгеруі мүмкін.
map-compare = {$pair}, салыстыру үшін
map-best = {$pair} (ең толық реттелген)
map-no-compare = жоқ
map-no-neighbour = Құқық осы тораптың мемлекетінің көршілерін білмейді. «Бағандар» бөлімінде мемлекеттерді таңдаңыз.
map-cells = { $n ->
    [0] ұяшық жоқ
   *[other] {$n} ұяшық
}
gap-report = Олқылықтар туралы баяндама
as-list = Тізім
as-map = Карта
as-table = Кесте түрінде
law-in-force-on = Қолданыстағы құқық күні
show-button = Көрсету
strip-title = Құқық күні
strip-slider = Құқық күні, 1991 жылдан бастап күндермен; күн өрісінде де сол
strip-drawing = Жылдар сызығы, өзгеріс күндері: {$n}; әрқайсысы төмендегі тізімде аталған
strip-began = {$pair}: «{$title}» қолданысқа енді
strip-ended = {$pair}: «{$title}» тоқтатылды
change-before = Алдыңғы өзгеріс: {$date}
change-after = Келесі өзгеріс: {$date}
days-of-change = Өзгеріс күндері: {$n}
change-of-rule = Норма өзгерді
legend = Белгілер
legend-means = Белгілер нені білдіреді
changed = өзгерген
changed-by-drafts = жобалар өзгерткен ұяшықтар: {$n}
reforms-title = Ұсыныс қабылданса не болар еді?
reforms-none = Құқықтық топтамада жоба жоқ.
what-if-link = Тұжырымдар мен жауаптар
more-law = Тағы
gaps-link = Осы жұп бойынша тұжырымдар
timeline-link = 1991 жылдан бергі хронология
columns-title = Бағандар
columns-neighbours = Біздің мемлекеттің қасындағылар
columns-compare = Салыстыру үшін
provisions-looked-at = Қаралған ережелер
nothing-looked-at = Жоқ: мұнда белгілі бірде-бір ереже бұл туралы айтпайды.
and-more = тағы {$n}
finding-word = Тұжырым.
cure-elsewhere = Басқа жұптарда жабылған:
try-situation = Жағдайды тексеру
close-cell = Жабу
exports = Сол сандармен:
col-pair = Мемлекеттер
col-form = Нысан
col-forms = Нысандар
col-until = дейін
col-step = Не болды
col-by = Немен
col-aspect = Белгі
col-note = Ескерту
col-provisions = Ережелер
col-use = Пайдалану
col-from-body = Әрекет ететін орган
col-to-body = Адресат
before = Бүгін
after = Жобалармен
gaps-title = Құқықтағы олқылықтар
gaps-note = Мемлекеттер мен құжаттарды атымен білмейтін жалпы ережелермен табылған.
findings-count = { $n ->
    [0] Тұжырым жоқ
   *[other] Тұжырымдар: {$n}
}
findings-none = Жалпы ережелер бұл күні екеуінің арасында олқылық таппайды.
finding-where = Қайда
finding-about = Не туралы
finding-closes = Не жабар еді
finding-perhaps = Мүмкін жабылған
finding-closed = жабылды
finding-opened = ашылды
gaps-history = Бұған қалай келді
gaps-no-history = Бұл күнге дейін олқылықтар ашылмаған және жабылмаған.
change-began = «{$title}» қолданысқа енді
change-ended = «{$title}» тоқтатылды
change-counts = жабылды: {$closed}, ашылды: {$opened}
law-timeline-title = Жылдар бойынша құқық
law-timeline-note = {$pair}, 1991 жылдан {$until} дейін: әр нысан қашан мүмкін болды, басқа құжатқа көшті, негізін жоғалтты.
law-timeline-drawing = {$pair}: нысанға бір жол, өзгеріссіз уақытқа бір жолақ; төмендегі кестеде де сол
law-timeline-lapses = Енді бірде-бір норма рұқсат етпейді
timeline-lapsed = {$form}, {$from} бастап. Бұған дейін: {$lost}.
step-became-possible = мүмкін болды
step-moved = басқа құжатқа көшті
step-lapsed = негізін жоғалтты
step-changed = өзгерді
what-if-title = Жобалар нені өзгертер еді
what-if-note = Жобалар осы күннен бастап қолданыстағыдай бірге тексеріледі. Жоба еш жерде құқық емес.
what-if-button = Жобаларды тексеру
what-if-choose = Бір немесе бірнеше жобаны, екі мемлекетті және күнді таңдаңыз.
what-if-findings = Тұжырымдар: бүгін {$before}, жобалармен {$after}
what-if-no-finding = Жобалар бірде-бір тұжырымды жаппайды және ашпайды.
what-if-verdicts = { $n ->
    [0] Қарапайым әрекетке бірде-бір жауап өзгермейді
   *[other] Қарапайым әрекеттерге өзгеретін жауаптар: {$n}
}
what-if-no-verdict = Қарапайым әрекет шекара маңы органдарының арасында, мән-жайлары көрсетілмей жасалады.
what-if-acts = Осы торапта жазылған әрекеттер
open-draft = мәтін
compare-title = Салыстыру
compare-button = Салыстыру
compare-note = Екі құжат немесе екі жұп мемлекет, нысандар мен белгілер бойынша, әр тұжырымның жанында бабы. Қайсысы жақсы екені мұнда айтылмайды.
compare-left = Сол жақта
compare-right = Оң жақта
compare-topic = Тақырып
compare-everything = Барлығы
compare-choose = Не салыстырылатынын таңдаңыз.
compare-empty = Бұл күні екеуі де бұл тақырыпта ештеңе айтпайды.
compare-nothing = аталмаған
compare-counts = айырмашылық: {$differing}, сәйкестік: {$same}
differs = өзгеше
ask-title = Құқықтан сұрау
ask-note = Кез келген күнге қолмен берілген әрекет. Ештеңе жазылмайды және ешкімге жіберілмейді.
ask-question = Әрекет
ask-region = Өңір
ask-no-region = жоқ (орталық орган)
ask-button = Сұрау
ask-no-confirmation = Заң кеңесшілерінің растаулары мұнда есептелмейді: олар органға тиесілі.
instrument-counts = оқылған {$read}, оқылмаған {$unread}, нормалар: {$rules}
instrument-no-articles = Мұнда оның бірде-бір бабы белгісіз.
chart-this = осы құжат
chart-signed = {$date} қол қойылған
chart-signed-word = қол қойылған
chart-parties = Қатысушыға бір жол: құжат ол үшін қашан қолданыста болды; төмендегі кестеде де сол
chart-more = Тағы {$n} қатысушы кестеде көрсетілген.
chart-no-days = Күшіне ену күні мұнда белгісіз.
known-may-carry = норма бола алады
known-dates-only = тек күндер мен қатысушылар
known-to-lawyer = заңгер шешеді
known-gap = олқылық ретінде көрсетілген
used-nowhere = Бұл торапта әлі сақталған шешім жоқ.
used-by = Осы тораптың соңғы {$all} шешімінің {$n} шешімінде аталған.
tried-ways = жағдайлармен тексерілген: {$all} тәсілдің {$n}
tried-not = жағдайлармен тексерілмеген
key-map = олқылықтар картасы: жылжу; Enter ашады, Esc қайтарады
problem-law-day = «{$typed}» күн емес. Бар күнді енгізіңіз, мысалы 2026-11-23.
problem-law-reform = «{$typed}» осы топтаманың жобасы емес. Тізімнен таңдаңыз.
problem-law-state = Біздің мемлекет пен «{$typed}» арасында құқық ештеңе білмейді. Тізімнен таңдаңыз.
problem-law-pair = «{$typed}» екі мемлекетті білдірмейді. Екі кодты енгізіңіз, мысалы RU-KZ.
problem-law-cell = «{$typed}» ұяшығы жоқ. Кестеден таңдаңыз.
problem-law-subject = «{$typed}» осы топтаманың құжаты да, екі мемлекет те емес. Тізімнен таңдаңыз.
problem-law-choice = «{$field}» тізімнен таңдаңыз.
problem-law-region = {$state} өңірін немесе оның орталық органын таңдаңыз.
acts-tried = Қайта тексерілген әрекеттер
acts-not-permitted = Қалаған түрінде рұқсат етілмеген
acts-rerouted = Оның ішінде басқа орган арқылы өткені
acts-would-be-lawful = Рұқсат етілмегендерден жобалармен заңды
acts-days-saved = Үнемделген күндер
acts-days-not-known = Заңдылардан жіберілмегендері: күндерді санау мүмкін емес
finding-recorded = Мұнда жазылған әрекеттер
finding-open = ашық
finding-none = жоқ
strip-caption = Қай тарап бірдеңе айтады
strip-same = екеуі бірдей
strip-differ = екеуі әртүрлі
strip-alone = тек {$side}
strip-neither = ешқайсысы
language-of-request = сұрау салу: {$languages}
language-of-answer = жауап: {$languages}
col-region = Өңір
territory-always = белгілі болғанша әрқашан
territory-drawing = Өңірге бір жол: аумаққа қашан кірді; төмендегі кестеде де сол
territory-more = Тағы {$n} өңір кестеде көрсетілген.
territory-member = аумаққа кіреді
