### The frame, its switches, spans and sizes, sign-in.

language-name = Русский

rail-my-work = Моя работа
rail-law = Право и полномочия
rail-oversight = Надзор
rail-label = Основные разделы
places-label = Часто используемое
desk-title = Мой стол
requests-title = Запросы
incoming-title = Входящие
approvals-title = На утверждение
instruments-title = Акты
mandates-title = Полномочия
counterparts-title = Взаимодействующие органы
audit-title = Журнал обращений
admin-title = Администрирование
skip-to-content = К содержанию
skip-to-verdict = К ответу закона
menu = Меню
search-label = Найти запрос
search-placeholder = Номер, запрос, госномер…
theme-light = Светлая тема
theme-dark = Тёмная тема
sign-out = Выйти
foot-linked = {$name}: связь {$delay}
foot-slow = {$name}: медленно, ждут {$waiting}
foot-away = {$name}: недоступно, ждут {$waiting}
foot-log-witnessed = Состояние журнала заверено {$at}
foot-log-alone = Состояние журнала ещё не заверено
foot-law = Правовой пакет {$pack} на {$date}
foot-law-held-back = В новом пакете ошибки, действует последний исправный.
keys = клавиши
yes = Да
no = Нет
open = Открыть
choose = Выберите
not-yet = ещё нет
until = до {$date}
from-until = {$from} – {$until}
we-asked = мы запросили
they-asked = они запросили
urgent = Срочно
new-request = Новый запрос
back-to-desk = К моему столу
error-prefix = Ошибка:
error-summary = { $n ->
    [one] Нужно исправить {$n} место
    [few] Нужно исправить {$n} места
   *[other] Нужно исправить {$n} мест
}
warning-word = Внимание
span-min = {$minutes} мин
span-h = {$hours} ч
span-h-min = {$hours} ч {$minutes} мин
span-d = {$days} д
span-d-h = {$days} д {$hours} ч
unit-min = мин
unit-h = ч
unit-d = д
clock-late = Просрочено {$span}
clock-paused-at = Приостановлено на {$span}
clock-none = Срок не установлен
clock-stopped = остановлено
size-b = {$count} Б
size-kb = {$count} кБ
size-mb = {$count} МБ
pager-label = Страницы
pager-previous = Назад
pager-next = Далее
pager-page = Страница {$page} из {$pages}
list-total = { $n ->
    [one] {$n} запись
    [few] {$n} записи
   *[other] {$n} записей
}
list-empty = Ничего не найдено.
filter-words = Слова или номер
filter-stage = Стадия
filter-party = Сторона
filter-button = Показать
reach-linked = Связь есть
reach-slow = Медленно
reach-away = Недоступно
sign-in-title = Вход
sign-in-user = Имя пользователя
sign-in-password = Пароль
sign-in-button = Войти
sign-in-note = Каждый вход и каждое обращение записывается с указанием причины.
sign-in-demo = Вымышленные лица этой демонстрации
