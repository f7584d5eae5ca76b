### Одно предложение о том, что только что сделано; слова, нужные только обработчикам.
done-saved = Сохранено.
done-route = Законный путь применён. Проверьте запрос и отправьте на утверждение.
done-submitted = У руководителя на утверждении. Ничего ещё не отправлено.
done-withdrawn = Снято. Ничего не отправлено.
done-recalled = Отозвано. Другая сторона уведомлена.
done-correction = Исправление у руководителя на утверждении.
done-correction-dropped = Исправление снято. Запрос остаётся таким, каким отправлен.
done-clarified = Уточнение отправлено.
done-reminded = Напоминание отправлено.
done-read = Открыто. Другой стороне сообщено о прочтении.
done-evaluated = Спасибо. Оценка сохранена в деле.
done-closed = Закрыто.
done-approved = Подписано и запечатано. Отправляется.
done-returned = Возвращено автору.
done-registered = Зарегистрировано. Номер сообщён запрашивающей стороне.
done-position = Решение подписано и отправляется.
done-asked = Вопрос отправляется. До ответа срок приостановлен.
done-task = Поручение дано.
done-task-done = Поручение исполнено.
done-answer-saved = Ответ сохранён как черновик.
done-answer-submitted = Ответ у руководителя на утверждении.
done-answer-approved = Ответ подписан и отправляется.
done-answer-returned = Ответ возвращён автору.
done-confirmed = Подтверждено с сегодняшнего дня. Можно отозвать.
done-revoked = Отозвано с сегодняшнего дня. Прежние решения его сохраняют.
done-settings = Сохранено.
done-signed-out = Вы вышли.
sign-in-wrong = Имя или пароль неверны.
sign-in-locked = Слишком много неверных паролей. Повторите через пять минут или обратитесь к администратору.
role-adviser = Юрисконсульт
clock-own-rule = собственное правило {$n}
clock-asked-by-sender = просьба отправителя
law-not-your-level = С вашего уровня не разрешено
law-fact-missing = Не хватает одного факта
law-levels-may = Положения об этом уполномочивают другие органы: {$levels}.
law-others-may = Положения об этом уполномочивают другие органы.
law-nothing-found = Ни одно прочитанное здесь положение сегодня не регулирует этого между двумя государствами.
law-text-unread = Известен текст, который может это регулировать, но здесь он не прочитан: {$names}.
law-unverified = Основано на положениях, которых здесь никто не читал: {$names}. Юрисконсульт органа-отправителя может подтвердить применение.
law-answer-first = Право ответит, как только будет дан ответ на вопрос ниже.
law-confirmed = {$post}: применение подтверждено {$date}: {$reason}
law-while-confirmed = Пока действует подтверждение: {$post}
law-by-confirmation = по требованию юрисконсульта
law-mandate-today = полномочие сегодня действует
law-no-mandate-today = действующего полномочия сегодня нет
law-hop-you = {$level}, вы
law-hop-signs = подписывает и отправляет
law-always-grounds = Действуют всегда: {$grounds}.
law-conflict = {$permits} разрешает то, что {$forbids} запрещает
fact-choice-crime = преступление
fact-choice-danger = предотвращение опасности
limit-hours = { $n ->
    [one] {$n} час
    [few] {$n} часа
   *[other] {$n} часов
}
limit-days = { $n ->
    [one] {$n} день
    [few] {$n} дня
   *[other] {$n} дней
}
limit-working-days = { $n ->
    [one] {$n} рабочий день
    [few] {$n} рабочих дня
   *[other] {$n} рабочих дней
}
limit-weeks = { $n ->
    [one] {$n} неделя
    [few] {$n} недели
   *[other] {$n} недель
}
limit-months = { $n ->
    [one] {$n} месяц
    [few] {$n} месяца
   *[other] {$n} месяцев
}
draft-untitled = Черновик без названия
head-their-number = Их номер: {$number}.
head-author = Ответственный: {$post}.
timeline-leaf = лист {$n}
timeline-log-of = журнал: {$town}
answer-sealed = Запечатан
answer-points-refused = Отказано по пунктам: {$n} из {$total}
proof-count = Квитанций: {$receipts}, сообщений: {$messages}. Все в журналах.
proof-none = Ещё ничего не отправлено и не получено.
proof-reads = Прочтений: {$reads}, читавших: {$readers}, каждое с основанием.
desk-mine = Мои
desk-body = Моего органа
desk-link-since = с {$at}, ожидают: {$n}, ничего не потеряно
desk-link-waiting = ожидают: {$n}, ничего не потеряно
list-all = Все
list-drafts = Мои черновики
list-any = любая
matter-change = Версия {$n} изменяет: {$fields}.
matter-change-waits = Исправление ждёт утверждения. Изменяет: {$fields}.
act-drop-correction = Снять исправление
remind-title = Напомнить
remind-text = Слово другой стороне
remind-hint = Можно оставить пустым.
remind-button = Отправить напоминание
confirm-recall = Отозвать запрос {$number}?
confirm-recall-note = Другая сторона будет уведомлена и прекратит работу. Отменить нельзя.
confirm-withdraw = Снять запрос {$number}?
confirm-withdraw-note = На этом он заканчивается. Ничего не отправляется. Отменить нельзя.
