framework-title = Правовая база
state-name = { $code ->
    [AM] Армения
    [AT] Австрия
    [AZ] Азербайджан
    [BE] Бельгия
    [BY] Беларусь
    [CH] Швейцария
    [CN] Китай
    [CZ] Чехия
    [DE] Германия
    [DK] Дания
    [FI] Финляндия
    [FR] Франция
    [GB] Великобритания
    [GE] Грузия
    [IN] Индия
    [IS] Исландия
    [IT] Италия
    [KG] Киргизия
    [KZ] Казахстан
    [LI] Лихтенштейн
    [LU] Люксембург
    [LV] Латвия
    [MD] Молдова
    [MN] Монголия
    [NL] Нидерланды
    [NO] Норвегия
    [PL] Польша
    [RU] Россия
    [SE] Швеция
    [TJ] Таджикистан
    [TM] Туркменистан
    [UA] Украина
    [UZ] Узбекистан
   *[other] { $code }
}
between-two = {$a} – {$b}
bodies-of = органы: {$state}
level-short-central = центр
level-short-regional = регион
level-short-district = район
any-level = любой уровень
level-towards = {$from}, адресат: {$to}
coverage-in-detail = урегулировано
coverage-declaratory = только названо
coverage-silent = не названо
coverage-prohibited = запрещено
coverage-unknown = текст не прочитан
aspect-coverage = Охват
aspect-level = Уровень
aspect-channel = Канал
aspect-approval = Утверждение
aspect-time-limits = Сроки
aspect-contents = Содержание запроса
aspect-language = Язык
aspect-refusal = Основания отказа
aspect-data-use = Использование данных
aspect-visiting-powers = Полномочия прибывших сотрудников
limit-from = {$what}: {$span}, начало: {$start}
mark-regulated = Урегулировано
mark-bare-power = Без порядка
mark-ask-lawyer = На решение юриста
mark-other-level = Не этот уровень
mark-prohibited = Запрещено
mark-no-basis = Нет основания
mark-not-read = Текст не прочитан
means-regulated = Прочитанное положение разрешает и определяет порядок.
means-bare-power = Разрешено или названо, но порядок нигде не определён.
means-ask-lawyer = Разрешающее положение известно слишком мало, чтобы на него опереться: решает юрист.
means-other-level = В этой форме уполномочены органы другого уровня, этот уровень нет.
means-prohibited = Действующее положение запрещает.
means-no-basis = Ничто из известного здесь об этом между двумя государствами не говорит.
means-not-read = Текст, который может это регулировать, здесь не прочитан. Опереться на него нельзя: нужен текст.
mark-today = Сегодня: {$mark}
mark-with-drafts = С проектами: {$mark}
map-title = Правовая база: что возможно и с кем
map-name = Формы по соседям и уровням, право на {$on}
map-summary = { $n ->
    [one] {$n} форма сотрудничества по соседям и уровням.
    [few] {$n} формы сотрудничества по соседям и уровням.
   *[other] {$n} форм сотрудничества по соседям и уровням.
}
map-drafts-on = Включено: {$names}. Изменённые ячейки отмечены уголком. Это проект, а не право.
map-before-all = Известное здесь право между этими государствами начинается {$first}.
map-after-all = Этот день в будущем: показано право, известное сегодня; оно может измениться.
map-compare = {$pair}, для сравнения
map-best = {$pair} (подробнее всего урегулировано)
map-no-compare = нет
map-no-neighbour = Право не знает соседей государства этого узла. Выберите государства в разделе «Столбцы».
map-cells = { $n ->
    [0] ни одной ячейки
    [one] {$n} ячейка
    [few] {$n} ячейки
   *[other] {$n} ячеек
}
gap-report = Доклад о пробелах
as-list = Списком
as-map = Картой
as-table = Таблицей
law-in-force-on = Право, действующее на
show-button = Показать
strip-title = День права
strip-slider = День права, в днях от 1991 года; то же в поле даты
strip-drawing = Линия лет, дней изменений: {$n}; каждый назван в списке ниже
strip-began = {$pair}: начал действовать документ «{$title}»
strip-ended = {$pair}: прекратил действие документ «{$title}»
change-before = Предыдущее изменение: {$date}
change-after = Следующее изменение: {$date}
days-of-change = { $n ->
    [one] {$n} день изменений
    [few] {$n} дня изменений
   *[other] {$n} дней изменений
}
change-of-rule = Изменилась норма
legend = Обозначения
legend-means = Что означают знаки
changed = изменено
changed-by-drafts = { $n ->
    [one] проекты изменили {$n} ячейку
    [few] проекты изменили {$n} ячейки
   *[other] проекты изменили {$n} ячеек
}
reforms-title = Что если принять предложение?
reforms-none = В правовом пакете нет проектов.
what-if-link = Выводы и ответы
more-law = Ещё
gaps-link = Выводы по этой паре
timeline-link = Хронология с 1991 года
columns-title = Столбцы
columns-neighbours = Государства рядом с нашим
columns-compare = Для сравнения
provisions-looked-at = Рассмотренные положения
nothing-looked-at = Нет: ни одно известное здесь положение об этом не говорит.
and-more = и ещё {$n}
finding-word = Вывод.
cure-elsewhere = Закрыто в других парах:
try-situation = Проверить ситуацию
close-cell = Закрыть
exports = То же в числах:
col-pair = Государства
col-form = Форма
col-forms = Формы
col-until = до
col-step = Что произошло
col-by = Чем
col-aspect = Признак
col-note = Примечание
col-provisions = Положения
col-use = Использование
col-from-body = Действующий орган
col-to-body = Адресат
before = Сегодня
after = С проектами
gaps-title = Пробелы в праве
gaps-note = Найдены общими правилами, которые не знают по имени ни государств, ни документов.
findings-count = { $n ->
    [0] Выводов нет
    [one] {$n} вывод
    [few] {$n} вывода
   *[other] {$n} выводов
}
findings-none = Общие правила не находят пробелов между двумя государствами в этот день.
finding-where = Где
finding-about = О чём
finding-closes = Что закрыло бы
finding-perhaps = Возможно, закрыто
finding-closed = закрыт
finding-opened = открыт
gaps-history = Как к этому пришло
gaps-no-history = До этого дня пробелы не открывались и не закрывались.
change-began = Начал действовать документ «{$title}»
change-ended = Прекратил действие документ «{$title}»
change-counts = закрыто: {$closed}, открыто: {$opened}
law-timeline-title = Право по годам
law-timeline-note = {$pair}, с 1991 года по {$until}: когда каждая форма стала возможной, перешла к другому документу, утратила основание.
law-timeline-drawing = {$pair}: строка на форму, полоса на время без изменений; то же в таблице ниже
law-timeline-lapses = Больше не разрешено ни одной нормой
timeline-lapsed = {$form}, с {$from}. До этого: {$lost}.
step-became-possible = стало возможным
step-moved = перешло к другому документу
step-lapsed = утратило основание
step-changed = изменилось
what-if-title = Что изменили бы проекты
what-if-note = Проекты проверяются вместе, как если бы действовали с этого дня. Проект нигде не является правом.
what-if-button = Проверить проекты
what-if-choose = Выберите один или несколько проектов, два государства и день.
what-if-findings = Выводов: сегодня {$before}, с проектами {$after}
what-if-no-finding = Проекты не закрывают и не открывают ни одного вывода.
what-if-verdicts = { $n ->
    [0] Ни один ответ на простое действие не меняется
    [one] Меняется {$n} ответ на простое действие
    [few] Меняются {$n} ответа на простые действия
   *[other] Меняется {$n} ответов на простые действия
}
what-if-no-verdict = Простое действие совершается между приграничными органами, без указания обстоятельств.
what-if-acts = Действия, записанные в этом узле
open-draft = текст
compare-title = Сравнение
compare-button = Сравнить
compare-note = Два документа или две пары государств, по формам и признакам, при каждом утверждении его статья. Что лучше, здесь не говорится.
compare-left = Слева
compare-right = Справа
compare-topic = Тема
compare-everything = Всё
compare-choose = Выберите, что сравнивать.
compare-empty = Ни то ни другое ничего не говорит на эту тему в этот день.
compare-nothing = не названо
compare-counts = различается: {$differing}, совпадает: {$same}
differs = различается
ask-title = Спросить право
ask-note = Действие, заданное вручную, на любой день. Ничего не записывается и никому не отправляется.
ask-question = Действие
ask-region = Регион
ask-no-region = нет (центральный орган)
ask-button = Спросить
ask-no-confirmation = Подтверждения юрисконсультов здесь не учитываются: они принадлежат органу.
instrument-counts = прочитано {$read}, не прочитано {$unread}, норм: {$rules}
instrument-no-articles = Ни одна статья здесь не известна.
chart-this = этот документ
chart-signed = подписан {$date}
chart-signed-word = подписан
chart-parties = Строка на участника: когда документ действовал для него; то же в таблице ниже
chart-more = { $n ->
    [one] Ещё {$n} участник указан в таблице.
    [few] Ещё {$n} участника указаны в таблице.
   *[other] Ещё {$n} участников указаны в таблице.
}
chart-no-days = День вступления в силу здесь не известен.
known-may-carry = могут стать нормами
known-dates-only = только даты и участники
known-to-lawyer = решает юрист
known-gap = показано как пробел
used-nowhere = В этом узле ещё нет сохранённых решений.
used-by = Названо в {$n} из последних решений этого узла ({$all}).
tried-ways = проверено ситуациями: {$n} из {$all} способов
tried-not = ситуациями не проверено
key-map = карта пробелов: перемещение; Enter открывает, Esc возвращает
problem-law-day = «{$typed}» не является днём. Введите существующий день, например 2026-11-23.
problem-law-reform = «{$typed}» не является проектом этого пакета. Выберите из перечисленных.
problem-law-state = Между нашим государством и «{$typed}» право ничего не знает. Выберите из перечисленных.
problem-law-pair = «{$typed}» не обозначает два государства. Укажите два кода, например RU-KZ.
problem-law-cell = Ячейки «{$typed}» нет. Выберите ячейку в таблице.
problem-law-subject = «{$typed}» не является ни документом этого пакета, ни двумя государствами. Выберите из списка.
problem-law-choice = Выберите «{$field}» из списка.
problem-law-region = Выберите регион государства {$state} либо его центральный орган.
acts-tried = Действий проверено заново
acts-not-permitted = Не разрешены в желаемом виде
acts-rerouted = Из них пошли через другой орган
acts-would-be-lawful = Из неразрешённых законны с проектами
acts-days-saved = Сэкономлено дней
acts-days-not-known = Из законных не отправлены: дни не посчитать
finding-recorded = Записано действий здесь
finding-open = открыт
finding-none = нет
strip-caption = Какая сторона что-либо говорит
strip-same = обе одинаково
strip-differ = обе по-разному
strip-alone = только {$side}
strip-neither = ни одна
language-of-request = запрос: {$languages}
language-of-answer = ответ: {$languages}
col-region = Регион
territory-always = всегда, насколько известно
territory-drawing = Строка на регион: когда он входил в территорию; то же в таблице ниже
territory-more = Ещё регионов в таблице: {$n}.
territory-member = входит в территорию
