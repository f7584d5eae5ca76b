### Поступивший запрос, действующее право, реестры, повторное решение.

register-note = Присваивается следующий номер реестра, запрашивающая сторона узнаёт его.
correction-title = Запрос исправлен: версия {$n}
correction-note = Что изменено, названо ниже при запросе. Отметьте, что изменения рассмотрены.
correction-seen = Рассмотрено
correction-changed = Версия {$n} изменила: {$fields}
task-drop = Больше не требуется
tab-all = Все
tab-to-register = На регистрацию
tab-in-work = В работе
tab-ended = Завершённые
problem-not-a-day = Укажите в поле «{$field}» день, который ещё не прошёл, например 2026-11-30.
problem-not-a-person-line = Каждое лицо с новой строки: имя = роль из списка, например Иванов И. = Свидетель. Неясно: «{$found}».
link-waiting = { $n ->
    [0] Ничего не ожидает.
    [one] {$n} сообщение ожидает и уйдёт само.
    [few] {$n} сообщения ожидают и уйдут сами.
   *[other] {$n} сообщений ожидают и уйдут сами.
}
link-none = Узел, который его обслуживает, не подключён.
link-since = Недоступно с {$at}.
mandate-any-state = любое государство
mandate-broken = не проверяется
mandate-revoked = отозвано
mandate-not-yet = ещё не действует
mandate-ended = истекло
mandate-valid = действует
audit-all = Всё
audit-reads = Чтения
audit-writes = Записи
audit-node = узел
audit-act-read-case = Дело открыто
audit-act-receipt = Подтверждение учтено
audit-act-confirm = Применение акта подтверждено
audit-act-revoke = Подтверждение применения отозвано
audit-act-checkpoint = Сохранено противоречащее состояние журнала
replay-kept = Решения по этому делу
replay-again = Решено повторно
replay-identical = По праву и знаниям того времени: совпадает.
replay-other-edition = Сейчас загружена другая редакция правовой базы; ответ совпадает.
replay-not-identical = Повторное решение отличается от сохранённого. Сообщите администратору.
admin-retry = Повторить сейчас
col-record = Запись узла
user-active = активен
user-locked = заблокирован
node-id = Узел
node-version = Версия
node-bodies = Обслуживает
node-register = Реестр
node-web = Рабочее место
node-peer = Вход для соседей
node-root = Корень государства
node-record-until = Своя запись до
any-party = Любые
force-binding = обязательный
force-model = типовой
force-policy = программный
status-in-force = действует
status-not-yet = ещё не действует
status-date-unknown = день неизвестен
status-not-party = не участвует
status-awaits = ждёт исполнительного акта
status-ended = прекращён
status-displaced = заменён
status-never-a-basis = не бывает основанием
status-draft = проект
status-from = с {$date}
status-displaced-by = {$name}, {$date}
instrument-signed = Подписан: {$on}.
instrument-standing = Между нашими государствами сегодня
col-deposited = Сдано на хранение
party-with-reservation = С оговоркой
relation-supersedes = Заменяет: {$name}
relation-amends = Изменяет: {$name}
relation-implements = Исполняет: {$name}
relation-based-on = Основан на: {$name}
confirmations-title = Подтверждённое применение
confirmations-none = Здесь никто не подтверждал его применение.
confirmation-stands = в силе
confirmation-revoked = отозвано {$date}
confirmation-note = Пока текст не прочитан, решение может опираться на этот акт, лишь пока за это отвечает юрисконсульт органа. Должность, день и основание видны рядом с каждым решением.
confirmation-hint = Что и где вы прочитали, от одного до шестисот знаков.
confirmation-give = Подтвердить применение моим органом
confirmation-revoke = Отозвать
done-retrying = Следующая попытка выполняется сейчас.
done-correction-seen = Отмечено: исправление рассмотрено.
done-task-dropped = Задача снята.
