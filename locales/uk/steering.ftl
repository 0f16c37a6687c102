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
missed = <b>Законний строк минув</b>, звернень: { $total }
missed-none = Законний строк ніде не минув.
missed-department = <b>{ $name }</b> · { $head } · { $count }
missed-department-headless = <b>{ $name }</b> · керівника не призначено · { $count }
missed-line = <b>{ $number }</b> · { $category } · { $count ->
        [one] запізнення { $count } день
        [few] запізнення { $count } дні
        [many] запізнення { $count } днів
       *[other] запізнення { $count } дня
    }
missed-line-today = <b>{ $number }</b> · { $category } · запізнення менше доби
choice-whole-queue = Уся черга
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
recategorised-late = <b>{ $number }</b> тепер «{ $category }», { $department }. Строк уже минув: був до { DAY($day) }.
event-recategorised = модератор змінив тему
notice-term-day = Відповідь буде до { DAY($day) }.
notice-term-changed = Ми уточнили, про що ваше звернення. Ним займеться { $department }.
staff-reply-how = Напишіть номер звернення і відповідь, наприклад: /reply 2026-000001 Ліхтар увімкнено. Перед надсиланням ви її побачите.
help-line = /{ $name } { $what }
command-reply = Відповісти заявнику
command-recategorise = Змінити тему
command-people = Люди й ролі
command-invite = Запросити колегу
command-departments = Групи підрозділів
audit = <b>Дії працівників</b> від { DAY($from) } до { DAY($to) }
audit-empty = Нічого не знайдено.
audit-line = { DATETIME($at) } · <b>{ $who }</b> · { $what } { $about } <i>{ $why }</i>
staff-audit-how =
    Напишіть /audit, щоб побачити останні 30 днів, або додайте номер звернення, день, людину чи команду, наприклад:
    /audit 2026-000001
    /audit вчора extend
    /audit Петренко
act-person-invited = запрошено колегу
act-person-joined = запрошення прийнято
act-person-searched = пошук за людиною
act-person-post_given = дано роль
act-person-post_taken = знято роль
act-cases-handed_over = передано всі справи
act-group-code_made = створено код групи
act-group-bound = групу прив’язано
act-group-unbound = групу відв’язано
act-record-exported = вивантажено дані
stats = <b>Звернення</b> від { DAY($from) } до { DAY($to) }
stats-empty = За цей час звернень не було.
stats-department = <b>{ $name }</b>
stats-counts = Надійшло { $filed }, відповіли на { $answered }
stats-first-hours =
    { $count ->
        [one] Перша відповідь зазвичай за { $count } годину
        [few] Перша відповідь зазвичай за { $count } години
        [many] Перша відповідь зазвичай за { $count } годин
       *[other] Перша відповідь зазвичай за { $count } години
    }
stats-first-days =
    { $count ->
        [one] Перша відповідь зазвичай за { $count } день
        [few] Перша відповідь зазвичай за { $count } дні
        [many] Перша відповідь зазвичай за { $count } днів
       *[other] Перша відповідь зазвичай за { $count } дня
    }
stats-in-time = Вчасно: { $percent } %
staff-stats-how = Напишіть період, наприклад: /stats 7 (днів), /stats 2026-11, /stats 01.11.2026 20.11.2026. Найдовше один рік.
choice-week = Тиждень
choice-month = Місяць
choice-year = Рік
staff-export-how =
    Що вивантажити таблицею? Кнопка дає останні 30 днів. Інший період можна написати:
    /export звернення 2026-11
    /export журнал 01.11.2026 20.11.2026
    Даних про заявників у таблиці немає.
choice-export-appeals = Звернення
choice-export-acts = Журнал дій
words-export-appeals = звернення, appeals
words-export-acts = журнал, дії, audit
exported = Таблиця від { DAY($from) } до { DAY($to) }, рядків: { $count }. Даних про заявників у ній немає.
column-number = Номер
column-registered = Зареєстровано
column-kind = Вид
column-category = Тема
column-complexity = Складність
column-department = Підрозділ
column-district = Район
column-status = Стан
column-outcome = Результат
column-due = Строк
column-legal = Законний строк
column-answered = Перша відповідь
column-answers = Відповідей
column-reworks = Доопрацювань
column-stars = Оцінка
column-joined = Приєднане
column-at = Коли
column-by = Хто
column-act = Що зроблено
column-about = З чим
column-facts = Подробиці
words-find-person = заявник, заявниця, людина, person, resident
found-person = Заявник: <b>{ $name }</b>
found-recorded = Пошук за людиною записано в журнал.
command-stats = Цифри за період
command-audit = Хто що зробив
command-export = Вивантажити таблицею
digest = <b>Доброго ранку.</b> Що чекає сьогодні:
digest-own = <b>Доброго ранку.</b> Ваші звернення:
digest-late = Прострочено: { $count }
digest-today = Відповісти сьогодні: { $count }
digest-tomorrow = Відповісти завтра: { $count }
digest-returned = Повернули на доопрацювання: { $count }
digest-numbers = { $numbers }
digest-numbers-more = { $numbers } і ще { $more }
digest-late-by-head = <b>Прострочено: { $count }</b>, за керівниками
digest-of-head = <b>{ $heads }</b>, { $department }: { $count }
digest-of-nobody = { $department }, керівника не призначено: { $count }
choice-late-ones = Прострочені
digest-privately = Напишіть мені про це в особистому чаті.
staff-digest-how = Щоранку в робочі дні я можу надсилати вам, що з вашого прострочено, що сьогодні й завтра. Надсилати?
choice-digest-on = Надсилати
choice-digest-off = Не надсилати
words-digest-on = on, так, надсилати, увімкнути
words-digest-off = off, ні, не надсилати, вимкнути
digest-on = Надсилатиму щоранку в робочі дні. Вимкнути: /digest off
digest-off = Щоденних зведень не буде. Увімкнути: /digest on
command-digest = Ранкове зведення
queue-alert-size = <b>Черга зросла.</b> Не взято нових звернень: { $count }.
queue-alert-age = <b>У черзі довго чекають.</b> Найдавніше нове звернення чекає від { DAY($since) }. Усього не взято: { $count }.
