notice-title = <b>{ $number }</b> · { $category }
notice-taken = { $department } працює над вашим зверненням. Відповідь буде до { DAY($day) }.
notice-details-asked = { $department } запитує:
notice-how-to-reply = Дайте відповідь на це повідомлення словами чи фото. Строк не змінюється: до { DAY($day) }.
choice-reply = Відповісти
quoted = <blockquote>{ $text }</blockquote>
answered-done = { $department } повідомляє, що роботу виконано:
answered-partly_done = { $department } повідомляє, що виконано частково:
answered-refused = { $department } відмовляє:
answered-explained = { $department } пояснює:
answered-planned = { $department } планує роботи:
answered-ground = Підстава: { $ground }
answered-how-to-appeal = Цю відмову можна оскаржити до вищого органу або суду впродовж місяця, відколи ви про неї дізналися.
answered-planned-on = Заплановано на { DAY($day) }
answered-signed = Підписано: { $name }, { $post }
ask-verdict = Питання вирішено?
notice-rate-reminder = Місто відповіло { DAY($day) } і чекає на ваше слово. Питання вирішено?
notice-draft-nudge = У вас є недописане звернення. Воно збережене, можна продовжити будь-коли.
notice-rework-alert =
    Заявник не згоден, що вирішено. На доопрацюванні { $count ->
        [one] { $count } раз
        [few] { $count } рази
        [many] { $count } разів
       *[other] { $count } разу
    }, новий строк до { DAY($day) }.
