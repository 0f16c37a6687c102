queue =
    { $total ->
        [one] <b>У черзі { $total } звернення</b>
        [few] <b>У черзі { $total } звернення</b>
        [many] <b>У черзі { $total } звернень</b>
       *[other] <b>У черзі { $total } звернення</b>
    }
queue-untaken = Не взято: { $count }, найдавніше від { DAY($since) }
queue-moderator = Чекають на модератора: { $count }, найдавніше від { DAY($since) }
queue-flagged = З позначками: { $count }, найдавніше від { DAY($since) }
queue-late = Прострочено: { $count }, найдавніше від { DAY($since) }
queue-only-untaken = Не взяті:
queue-only-moderator = Чекають на модератора:
queue-only-flagged = З позначками:
queue-only-late = Прострочені:
queue-seen = Це були всі.
choice-queue-untaken = Не взято: { $count }
choice-queue-moderator = Модератору: { $count }
choice-queue-flagged = З позначками: { $count }
choice-queue-late = Прострочено: { $count }
words-queue-untaken = не взяті, не взято, untaken
words-queue-moderator = модератору, модератор, сумнівні, moderator
words-queue-flagged = з позначками, позначені, flagged
words-queue-late = прострочені, прострочено, late, overdue
staff-queue-how = Напишіть /queue, щоб побачити все, або додайте: не взяті, модератору, позначені, прострочені. Наприклад: /queue прострочені
choice-one-by-one = По одному
choice-next = Далі
choice-queue = До черги
staff-recategorise = Інша тема
staff-recategorise-how =
    Напишіть номер звернення і код теми або кілька слів про неї, наприклад:
    /recategorise 2026-000001 ліхтар
    Підрозділ і строк зміняться разом із темою.
recategorise-choose = <b>{ $number }</b> зараз «{ $category }». Про що воно насправді?
recategorise-none = <b>{ $number }</b> зараз «{ $category }». Іншої схожої теми не знайдено.
recategorise-by-words = Іншу тему можна знайти словами: /recategorise { $number } слова
recategorised = <b>{ $number }</b> тепер «{ $category }», { $department }. Відповідь до { DAY($day) }.
event-recategorised = модератор змінив тему
notice-term-changed = Ми уточнили, про що ваше звернення. Ним займеться { $department }. Відповідь буде до { DAY($day) }.
staff-reply-how = Напишіть номер звернення і відповідь, наприклад: /reply 2026-000001 Ліхтар увімкнено. Перед надсиланням ви її побачите.
help-line = /{ $name } { $what }
command-reply = Відповісти заявнику
command-recategorise = Змінити тему
command-people = Люди й ролі
command-invite = Запросити колегу
command-departments = Групи підрозділів
