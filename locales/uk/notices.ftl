notice-title = <b>{ $number }</b> · { $category }
notice-taken = Над вашим зверненням працює { $department }. Відповідь буде до { DAY($day) }.
notice-details-asked = Щоб підготувати відповідь, { $department } запитує:
notice-how-to-reply = Дайте відповідь на це повідомлення словами чи фото. Строк не змінюється: відповідь буде до { DAY($day) }.
choice-reply = Відповісти
quoted = <blockquote>{ $text }</blockquote>
answered-done = Як повідомляє { $department }, роботу виконано:
answered-partly_done = Як повідомляє { $department }, роботу виконано частково:
answered-refused = На жаль, { $department } відмовляє:
answered-explained = Пояснення дає { $department }:
answered-planned = Роботи планує { $department }:
answered-ground = Підстава: { $ground }
answered-how-to-appeal = Цю відмову можна оскаржити. Скаргу розглядає { $body }, або подайте її до суду. Строк: місяць, відколи ви дізналися про відмову, і не більше року від рішення.
answered-planned-on = Заплановано на { DAY($day) }
answered-signed = Підписано: { $name }, { $post }
decided-forwarded = Це не в повноваженнях міста, тому звернення передано тому, хто за це відповідає. Відповідь дасть він. Куди передано:
decided-returned = Щоб розглянути звернення, місту бракує даних. Чого саме:
decided-how-to-complete = Допишіть або надішліть фото, і звернення повернеться в роботу з тим самим номером.
decided-late = Закон дає на це 5 днів. Місто запізнилося.
choice-complete = Доповнити
decided-not_considered = На жаль, звернення не розглядатиметься. Підстава за статтею 8 закону про звернення громадян:
decided-how-to-object = Це рішення можна оскаржити. Скаргу розглядає { $body }, або подайте її до суду. Строк: місяць, відколи ви дізналися про рішення, і не більше року від нього.
decided-extended = Відповідь буде пізніше: строк продовжено до { DAY($day) }. Більше ніж на 45 днів від реєстрації закон продовжувати не дає. Причина:
ask-verdict = Питання вирішено?
ask-verdict-planned = У цей день я спитаю вас, чи зроблено. Якщо план вас не влаштовує, натисніть «Ні, не вирішено».
notice-rate-reminder = Місто відповіло { DAY($day) } і чекає на ваше слово. Питання вирішено?
notice-draft-nudge = У вас є недописане звернення. Воно збережене, можна продовжити будь-коли.
notice-rework-alert =
    Заявник каже, що не вирішено. Повернуто на доопрацювання { $count ->
        [one] { $count } раз
        [few] { $count } рази
        [many] { $count } разів
       *[other] { $count } разу
    }. Новий строк: до { DAY($day) }.
notice-rework-again = Це вже не перше доопрацювання, тому про нього знає керівник. Підрозділ: { $department }.
notice-rework-deputy = Про нього знає й заступник міського голови.
notice-late = Відповідь мала бути до { DAY($day) }, але її ще немає. Виконавець: { $department }.
notice-late-asked = Підрозділ чекає на ваші уточнення.
notice-late-known = Про затримку знає керівник або контролер.
notice-late-legal = Законний строк теж минув: був до { DAY($day) }.
notice-late-next = Щойно буде відповідь, я напишу.
notice-delay = Відповідь мала бути до { DAY($day) }. Чому її ще немає, пояснює { $department }:
planned-day = На { DAY($day) } роботи планує { $department }:
planned-day-done = Уже зроблено?
help-question = { DAY($day) } ваше звернення передано тому, хто за це відповідає:
help-question-ask = Вони допомогли?
alarm-notice_waits = Одне зі сповіщень чекає вже кілька хвилин. Перевірте журнал процесів: там його ідентифікатор.
alarm-token_refused = Месенджер не прийняв токен бота, якийсь час нічого не надсилалося. Перевірте BOT_TOKEN.
