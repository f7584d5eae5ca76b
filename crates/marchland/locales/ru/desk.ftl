### My desk and the lists.

desk-by-deadline = По срокам
desk-scope = Чья работа
desk-empty = Сейчас от вас ничего не требуется.
desk-next-deadline = Ближайший срок истекает {$when}.
desk-show-all = Показать все запросы
desk-shown = Показано {$shown} из {$total}
desk-links = Связь
desk-links-in-order = {$good} из {$total} в порядке
desk-no-neighbour = Сосед ещё не подключён. Первого добавляет администратор.
desk-to-approve = На утверждение
desk-answers-unread = Непрочитанные ответы
desk-no-answers = Все ответы прочитаны.
count-late = { $n ->
    [one] просрочен
    [few] просрочены
   *[other] просрочено
}
count-end-today = { $n ->
    [one] истекает сегодня
    [few] истекают сегодня
   *[other] истекает сегодня
}
count-to-approve = { $n ->
    [one] на утверждение
    [few] на утверждение
   *[other] на утверждение
}
count-to-register = { $n ->
    [one] на регистрацию
    [few] на регистрацию
   *[other] на регистрацию
}
count-answers-unread = { $n ->
    [one] ответ не прочитан
    [few] ответа не прочитаны
   *[other] ответов не прочитано
}
count-paused = { $n ->
    [one] приостановлен
    [few] приостановлены
   *[other] приостановлено
}
when-now = Требует меня сейчас
when-today-tomorrow = Сегодня и завтра
when-this-week = На этой неделе
when-later = Позже
when-no-clock = Без срока
new-show = Новых: {$n}, показать
keys-next-previous = вниз, вверх
keys-open = открыть
keys-then = затем
col-time-left = Осталось
col-task = Что сделать, дело
col-partner = Партнёр
col-due = Срок здесь, там
col-request = Запрос
col-stage = Стадия
col-changed = Изменено
col-from = От кого
col-received = Получено здесь, там
col-our-number = Наш номер
col-what = Что
col-author = Автор
col-law = Закон
not-registered = не зарегистрирован
requests-list = Все запросы
incoming-register = Журнал входящих запросов
incoming-list = Что они запросили
incoming-empty = Ничего не поступило.
approvals-note = Что ждёт вашей подписи. До неё ничего не отправляется.
approvals-empty = Вашей подписи ничего не ждёт.
approval-of-request = запрос
approval-of-answer = ответ
