### The frame, its switches, spans and sizes, sign-in.

language-name = Қазақша

rail-my-work = Менің жұмысым
rail-law = Құқық және өкілеттіктер
rail-oversight = Қадағалау
rail-label = Негізгі бөлімдер
places-label = Жиі қолданылатын
desk-title = Менің үстелім
requests-title = Сұрау салулар
incoming-title = Кіріс
approvals-title = Бекітуге
instruments-title = Актілер
mandates-title = Өкілеттіктер
counterparts-title = Өзара іс-қимыл жасайтын органдар
audit-title = Қарау журналы
admin-title = Әкімшілендіру
skip-to-content = Мазмұнға өту
skip-to-verdict = Заң жауабына өту
menu = Мәзір
search-label = Сұрау салуды табу
search-placeholder = Нөмір, сұрау салу, мемнөмір…
theme-light = Жарық тақырып
theme-dark = Қараңғы тақырып
sign-out = Шығу
foot-linked = {$name}: байланыс {$delay}
foot-slow = {$name}: баяу, {$waiting} күтуде
foot-away = {$name}: қолжетімсіз, {$waiting} күтуде
foot-log-witnessed = Журналдың күйі {$at} расталған
foot-log-alone = Журналдың күйі әлі расталмаған
foot-law = Құқықтық топтама {$pack}, {$date} жағдайы
foot-law-held-back = Жаңа топтамада қателер бар, соңғы дұрысы қолданылады.
keys = пернелер
yes = Иә
no = Жоқ
open = Ашу
choose = Таңдаңыз
not-yet = әлі жоқ
until = {$date} дейін
from-until = {$from} – {$until}
we-asked = біз сұрадық
they-asked = олар сұрады
urgent = Шұғыл
new-request = Жаңа сұрау салу
back-to-desk = Менің үстеліме
error-prefix = Қате:
error-summary = { $n ->
    [one] {$n} жерді түзету керек
   *[other] {$n} жерді түзету керек
}
warning-word = Назар аударыңыз
span-min = {$minutes} мин
span-h = {$hours} сағ
span-h-min = {$hours} сағ {$minutes} мин
span-d = {$days} күн
span-d-h = {$days} күн {$hours} сағ
unit-min = мин
unit-h = сағ
unit-d = күн
clock-late = Мерзімі өткен {$span}
clock-paused-at = {$span} тоқтатыла тұрған
clock-none = Мерзім белгіленбеген
clock-stopped = тоқтатылған
size-b = {$count} Б
size-kb = {$count} кБ
size-mb = {$count} МБ
pager-label = Беттер
pager-previous = Алдыңғы
pager-next = Келесі
pager-page = {$pages} беттің {$page}-і
list-total = { $n ->
    [one] {$n} жазба
   *[other] {$n} жазба
}
list-empty = Ештеңе табылмады.
filter-words = Сөздер немесе нөмір
filter-stage = Кезең
filter-party = Тарап
filter-button = Көрсету
reach-linked = Байланыс бар
reach-slow = Баяу
reach-away = Қолжетімсіз
sign-in-title = Кіру
sign-in-user = Пайдаланушы аты
sign-in-password = Құпиясөз
sign-in-button = Кіру
sign-in-note = Әр кіру және әр қарау себебімен бірге жазылады.
sign-in-demo = Осы көрсетілімнің ойдан шығарылған адамдары
