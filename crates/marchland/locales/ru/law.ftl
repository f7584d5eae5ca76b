### The law's answer, instruments.

law-title = Можно ли?
law-on = по праву на {$date}
law-decided-in = решено за {$ms} мс по праву на {$date}
law-not-asked-yet = Укажите, кому вы пишете и что требуется: ответ закона появится здесь.
law-ask-now = Спросить закон и показать поля
law-now = Сейчас: {$verdict}
law-one-fact = Решает один факт:
law-route = Ближайший законный путь
law-route-in-use = Этот путь используется.
law-use-route = Использовать этот путь
law-applies-on-route = Что применяется на этом пути
border-word = граница
law-why = Почему и на каком основании
law-rests-on = Основание
law-rests-on-nothing = Норма не найдена.
law-context-only = Для сведения. Основанием не является.
law-conditions = Условия
law-who-approves = Кто утверждает
law-language = Язык
law-answer-time = Срок ответа
law-no-limit = В прочитанном тексте срока нет
law-may-refuse = Могут отказать
law-list-not-read = Перечень не прочитан
law-use-conditions = Использование данных
law-duties = Также требуется
law-conflicts = Противоречие норм
verdict-permitted = Разрешено
verdict-conditions = { $n ->
    [one] Разрешено при {$n} условии
   *[other] Разрешено при {$n} условиях
}
verdict-n-conditions = { $n ->
    [one] {$n} условие
    [few] {$n} условия
   *[other] {$n} условий
}
verdict-ask-lawyer = На решение юриста
verdict-not-permitted = Не разрешено
verdict-prohibited = Запрещено
verdict-no-basis = Основание не найдено
verdict-text-not-read = Текст не прочитан
confidence-text-read = текст прочитан
confidence-header-read = прочитаны реквизиты
confidence-secondary = вторичный источник
confidence-founding = известно из статьи
confidence-not-read = не прочитан
replay-title = Решение, как оно было принято
replay-crumb = решение
replay-dates = Четыре даты
replay-facts = факты
replay-act = действие
replay-rules = нормы
replay-knowledge = наше знание
replay-framework = состав права
replay-today = Тот же вопрос сегодня
replay-same = Ответ тот же.
replay-differs = Сегодня ответ был бы иным. Решение выше остаётся, каким было принято.
basis-title = Правовая основа
basis-replay = воспроизвести
instruments-on = Действующие и известные на {$date}
col-instrument = Акт
col-force = Сила
col-parties = Стороны
col-status = Состояние
col-confidence = Степень достоверности
col-rules = Нормы
col-party = Сторона
col-in-force = Действует
instrument-paraphrase = Изложение наше, не текст акта.
instrument-articles = Статьи
instrument-source = источник
instrument-sources = Источники
instrument-no-rule-may-rest = На нём не может основываться норма.
instrument-rule = норма
instrument-parties = Действие по сторонам
instrument-confidence = Достоверность этого акта
instrument-provisions = { $n ->
    [one] {$n} положение
    [few] {$n} положения
   *[other] {$n} положений
}
instrument-relations = Связи
instrument-reservation = Оговорка
