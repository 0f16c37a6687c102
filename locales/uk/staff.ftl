staff-title = { $sign } <b>{ $number }</b> · { $category }
staff-place = { $place }
staff-state = <i>{ $state }</i>
staff-state-due = до { DAY($day) } · <i>{ $state }</i>
staff-state-late = <b>прострочено, було до { DAY($day) }</b> · <i>{ $state }</i>
staff-status-submitted = не взято
staff-status-in_progress = у роботі
staff-status-needs_details = чекаємо на заявника
staff-status-answered = відповідь надано, слово за заявником
staff-status-rework = на доопрацюванні
staff-status-forwarded = передано
staff-status-returned = повернуто заявнику
staff-status-not_considered = не розглядається
staff-status-withdrawn = відкликано заявником
staff-status-closed = заявник підтвердив
staff-status-closed_by_hand = закрито контролером
topic-title = { $sign } { $number } · { $category }
topic-title-due = { $sign } { $number } · { $category } · до { DAY($day) }
topic-summary = Попередню тему цього звернення видалено, тому тут нова. Що було досі:
staff-needs-moderator = Спершу дивиться модератор
staff-was-declined = Виконавець каже: не наше. Слово за модератором.
staff-message = Повідомлення без даних заявника
card-particular = { $question } <b>{ $value }</b>
staff-rework-count = Доопрацювань: { $count }
staff-answer = Відповідь ({ $outcome }): «{ $text }»
staff-rating = Оцінка заявника: { $stars } з 5
staff-take = Взяти
staff-answer-button = Відповісти
staff-ask = Запитати
staff-decline = Не наше
card-amended = Заявник виправив текст { DATETIME($at) }
card-corrected = Відповідь виправлено { DATETIME($at) }
card-noted = Нотатка для своїх: { $text }
staff-fix = Виправити
staff-note = Нотатка
ask-correction =
    Зараз у заявника така відповідь за <b>{ $number }</b>:
    <blockquote>{ $text }</blockquote>
    Дайте відповідь на це повідомлення новим текстом або додайте фото виконаного.
ask-note = Дайте відповідь на це повідомлення: що мають знати колеги про <b>{ $number }</b>? Заявник цього не побачить.
correction-sent = Відповідь на <b>{ $number }</b> виправлено. Заявник дізнається про це.
note-kept = Нотатку до <b>{ $number }</b> збережено. Заявник її не бачить.
staff-executor = Виконавець: <code>{ $executor }</code>
staff-declined-to = Виконавець каже: не наше. Чиє: { $department }. Слово за модератором.
staff-declined-elsewhere = Виконавець каже: не наше, це до іншого органу. Слово за модератором.
staff-declined-why = Чому: «{ $text }»
staff-note-declined = <b>{ $number }</b>: строк не змінився, відповісти треба до { DAY($day) }.
staff-pass-to = Передати: { $department }
ask-decline-to = Чиє звернення <b>{ $number }</b>?
choice-other-body = Інший орган
choice-not-known = Не знаю
refusal-decline-to = Виберіть кнопкою або напишіть назву підрозділу.
ask-decline-reason = Дайте відповідь на це повідомлення: чому не ваше? Модератор прочитає і вирішить, строк не змінюється.
ask-decline-body = Дайте відповідь на це повідомлення: до якого органу це й чому? Модератор прочитає і вирішить, строк не змінюється.
staff-give = Передати колезі
ask-give = Кому передати <b>{ $number }</b>? Строк не зміниться.
give-asked = Список колег уже є вище. Виберіть там.
give-nobody = Передати { $number } нікому: більше ніхто в підрозділі не має ролі. Запросити колегу може модератор: /invite в особистому чаті зі мною.
give-left = <b>{ $number }</b> лишається, де було.
given = <b>{ $number }</b> тепер має { $to }. Людину повідомлено.
given-to-you = Звернення передано вам. Відповідь до { DAY($day) }.
given-note = <b>{ $number }</b> передано. Тепер виконавець <code>{ $executor }</code>, відповідь до { DAY($day) }.
staff-give-who = Передати звернення колезі може той, хто його має, керівник підрозділу або модератор.
staff-release = До підрозділу
staff-released = Звернення { $number } передано до підрозділу.
staff-history = Історія
staff-extend = Продовжити строк
staff-explain-delay = Пояснити затримку
staff-new-day = Новий день
staff-forward = Передати
staff-return = Повернути
staff-history-line = { DATETIME($at) } · { $what } { $text }
staff-note-submitted = Фото й документи до <b>{ $number }</b>
staff-note-detail_added = Заявник доповнив <b>{ $number }</b>:
staff-note-completed = Заявник доповнив повернуте <b>{ $number }</b>. Відповідь до { DAY($day) }:
staff-note-amended = Заявник виправив текст <b>{ $number }</b>:
staff-note-returned_for_rework = <b>{ $number }</b>: заявник каже, що не вирішено. Новий строк: до { DAY($day) }.
staff-note-withdrawn = Заявник відкликав <b>{ $number }</b>.
staff-note-not_helped = <b>{ $number }</b>: заявник каже, що там, куди передали, не допомогли. Звернення знову тут, відповідь до { DAY($day) }.
staff-left-out-unsafe =
    { $count ->
        [one] { $count } файл не передано: це програма, а не фото чи документ. Не відкривайте його, якщо надійде іншим шляхом.
        [few] { $count } файли не передано: це програми, а не фото чи документи. Не відкривайте їх, якщо надійдуть іншим шляхом.
        [many] { $count } файлів не передано: це програми, а не фото чи документи. Не відкривайте їх, якщо надійдуть іншим шляхом.
       *[other] { $count } файлу не передано: це програми, а не фото чи документи. Не відкривайте їх, якщо надійдуть іншим шляхом.
    }
staff-left-out-pictures =
    { $count ->
        [one] { $count } зображення не передано: з нього не вдалося прибрати дані про місце зйомки. Потрібне фото можна попросити кнопкою «Запитати».
        [few] { $count } зображення не передано: з них не вдалося прибрати дані про місце зйомки. Потрібні фото можна попросити кнопкою «Запитати».
        [many] { $count } зображень не передано: з них не вдалося прибрати дані про місце зйомки. Потрібні фото можна попросити кнопкою «Запитати».
       *[other] { $count } зображення не передано: з них не вдалося прибрати дані про місце зйомки. Потрібні фото можна попросити кнопкою «Запитати».
    }
staff-left-out-empty =
    { $count ->
        [one] { $count } файл не передано: він порожній.
        [few] { $count } файли не передано: вони порожні.
        [many] { $count } файлів не передано: вони порожні.
       *[other] { $count } файлу не передано: вони порожні.
    }
staff-left-out-unseen =
    { $count ->
        [one] { $count } файл не передано: Telegram його не віддає.
        [few] { $count } файли не передано: Telegram їх не віддає.
        [many] { $count } файлів не передано: Telegram їх не віддає.
       *[other] { $count } файлу не передано: Telegram їх не віддає.
    }
escalation-sifting_near = Закон дає 5 днів, щоб передати звернення чи повернути його. Останній день { DAY($day) }, а його ще не взято.
escalation-half_term_untaken = Минула половина строку, а звернення ще не взято. Відповісти треба до { DAY($day) }.
escalation-target_missed = Строк минув: відповідь мала бути до { DAY($day) }.
escalation-legal_term_near = Наближається законний строк: до { DAY($day) }.
escalation-legal_term_missed = Законний строк минув: відповідь мала бути до { DAY($day) }.
escalation-late-hours = { $count ->
    [0] Запізнення: менш як година
    [one] Запізнення: { $count } година
    [few] Запізнення: { $count } години
    [many] Запізнення: { $count } годин
   *[other] Запізнення: { $count } години
}
escalation-late-days = { $count ->
    [one] Запізнення: { $count } день
    [few] Запізнення: { $count } дні
    [many] Запізнення: { $count } днів
   *[other] Запізнення: { $count } дня
}
escalation-executor = Підрозділ: { $department }, виконавець <code>{ $executor }</code>
escalation-nobody = Підрозділ: { $department }, ще ніхто не взяв
outcome-done = Виконано
outcome-partly_done = Виконано частково
outcome-refused = Відмова
outcome-explained = Роз’яснено
outcome-planned = Заплановано
ask-answer = Дайте відповідь на це повідомлення текстом для заявника за зверненням <b>{ $number }</b>. Можна додати фото.
choice-ready-answers = Готові відповіді
ask-ready-answer = Виберіть готову відповідь. Перед надсиланням її можна змінити. Або дайте відповідь на це повідомлення своїм текстом.
staff-day = { DAY($day) }
ask-outcome =
    Ваша відповідь:
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] Чим закінчилося?
       *[other] Файлів: { $files }. Чим закінчилося?
    }
ask-ground = Дайте відповідь на це повідомлення: на якій підставі відмова?
ask-planned-on = На який день заплановано роботи? Дайте відповідь на це повідомлення датою, наприклад: 7 грудня.
ask-staff-question = Дайте відповідь на це повідомлення: що запитати в заявника? Можна додати фото або місце.
answer-preview-joiners =
    { $count ->
        [one] Це прочитає ще { $count } людина: вона приєдналася до звернення. Не пишіть того, що стосується лише заявника.
        [few] Це прочитають ще { $count } людини: вони приєдналися до звернення. Не пишіть того, що стосується лише заявника.
        [many] Це прочитають ще { $count } людей: вони приєдналися до звернення. Не пишіть того, що стосується лише заявника.
       *[other] Це прочитають ще { $count } людини: вони приєдналися до звернення. Не пишіть того, що стосується лише заявника.
    }
answer-preview = Так побачить заявник відповідь за <b>{ $number }</b>. Перевірте:
choice-send-answer = Надіслати
choice-change-outcome = Інший результат
choice-change-text = Інший текст
refusal-choose-outcome = Виберіть, чим закінчилося.
refusal-day = Напишіть день, наприклад: 7 грудня або 07.12.
answer-sent = Відповідь на <b>{ $number }</b> надіслано заявнику.
question-sent = Запитання за <b>{ $number }</b> надіслано заявнику.
staff-taken = Ви взяли { $number }.
staff-declined = Звернення { $number } повернуто модераторам.
staff-colleague-button = Ця кнопка для колеги, який почав.
staff-only = Це можуть лише працівники в службовому чаті.
staff-moderators-only = Це може лише модератор.
staff-other-department = Це звернення іншого підрозділу. Передати його вам може модератор.
staff-assign-who = Передати звернення може модератор або керівник підрозділу.
staff-extend-who = Продовжити строк може керівник підрозділу, заступник міського голови або контролер.
staff-own-appeal = Це ваше власне звернення. Відповість колега.
staff-begun = Ви вже почали. Дайте відповідь на моє останнє повідомлення.
staff-which-appeal = Не бачу, якого звернення це стосується. Дайте, будь ласка, відповідь на його картку: /find покаже її.
staff-past-button = Ця кнопка вже не діє.
staff-over-answered = На { $number } вже відповіли. Слово за заявником. Відповідь можна змінити кнопкою «Виправити».
staff-over-forwarded = { $number } уже передано іншому органу.
staff-over-returned = { $number } повернуто заявнику, щоб доповнив.
staff-over-not_considered = { $number } не розглядається.
staff-over-withdrawn = Заявник відкликав { $number }. Відповідати не потрібно.
staff-over-closed = { $number } уже закрито. Відповідати не потрібно.
staff-not-sent = Ваш текст не надіслано.
staff-undelivered-blocked =
    Заявник недоступний: бота заблоковано, повідомлення за <b>{ $number }</b> не доставлено.
    Людина побачить його в «Моїх зверненнях», коли повернеться. До того можна надіслати відповідь листом.
staff-undelivered =
    Повідомлення за <b>{ $number }</b> не доставлено заявнику.
    Людина побачить його в «Моїх зверненнях». До того можна надіслати відповідь листом.
staff-nobody = Пишіть від власного імені: анонімним адміністраторам і каналам відповідати не можу.
staff-assigned = Звернення { $number } передано виконавцю.
staff-assign-how = Напишіть номер звернення та числовий ідентифікатор виконавця, його показує /where. Наприклад: /assign 2026-000001 123456789
staff-no-such-number = Звернення { $number } немає.
staff-extended = Строк за { $number } продовжено до { DAY($day) }. Заявник отримає повідомлення з причиною.
ask-delay = Дайте відповідь на це повідомлення: чому затримка? Ці слова прочитає заявник.
delay-sent = Пояснення за <b>{ $number }</b> надіслано заявнику.
ask-forward = Дайте відповідь на це повідомлення: куди передати? Назва органу й кілька слів, їх прочитає заявник.
ask-return = Дайте відповідь на це повідомлення: чого бракує? Заявник це прочитає і зможе доповнити.
ask-extension-reason = Дайте відповідь на це повідомлення: чому потрібно більше часу? Причину прочитає заявник.
ask-extension-day = До якого дня? Закон дає не більше ніж до { DAY($day) }.
choice-day = До { DAY($day) }
ask-extension-send =
    Продовжити строк за <b>{ $number }</b> до { DAY($day) }. Причина:
    <blockquote>{ $reason }</blockquote>
    Надіслати?
refusal-send-or-cancel = Натисніть «Надіслати» або «Скасувати».
extension-sent = Прохання за <b>{ $number }</b> надіслано керівнику. Я скажу, що він вирішить.
extension-asked = Виконавець просить продовжити строк до { DAY($day) }. Зараз він до { DAY($legal) }. Чому:
extension-told = Якщо продовжите, заявник отримає новий день і цю причину.
extension-approved = Строк за { $number } продовжено.
extension-declined = Строк за { $number } не продовжено.
extension-given = Керівник продовжив строк до { DAY($day) }.
extension-not-given = Керівник не продовжив строку. Відповідь до { DAY($day) }.
card-extension-asked = Просять продовжити до { DAY($day) }, вирішує керівник
choice-approve = Продовжити
choice-refuse = Не продовжувати
staff-planned-day = Заявнику обіцяли, що роботи будуть { DAY($day) }. Обіцянка:
staff-planned-day-next = Напишіть заявнику, що зроблено, або назвіть новий день.
not-helped = Заявник каже, що там, куди передали звернення, не допомогли. Вирішити треба людині: відповідь до { DAY($day) }. Куди передавали:
staff-extend-how =
    Напишіть номер, на скільки днів або до якого дня, і причину. Її прочитає заявник. За законом усього не більше 45 днів від реєстрації.
    Наприклад: /extend 2026-000001 10 чекаємо на деталь від виробника
    Або: /extend 2026-000001 7 грудня чекаємо на деталь від виробника
staff-forwarded = Звернення { $number } передано. Заявник дізнається, куди.
staff-returned = Звернення { $number } повернуто заявнику. Він побачить, чого бракує, і зможе доповнити.
staff-past-sifting = Закон дає на це 5 днів від реєстрації. Вони минули, заявнику про це сказано.
staff-forward-how =
    Напишіть номер і куди передаєте: назву органу й кілька слів. Заявник це прочитає. Закон дає на це 5 днів від реєстрації.
    Наприклад: /forward 2026-000001 Обласна служба доріг: ця дорога на її балансі
staff-return-how =
    Напишіть номер і чого бракує. Заявник це прочитає та зможе доповнити. Закон дає на це 5 днів від реєстрації.
    Наприклад: /return 2026-000001 напишіть, будь ласка, у якому будинку ліфт
staff-not-considered = Звернення { $number } не розглядатиметься. Заявник дізнається підставу і як її оскаржити.
staff-notconsidered-how =
    Напишіть номер і підставу за статтею 8: анонімне; повторне від тієї самої людини, хоча питання вже вирішено по суті; скарга після строку. Заявник прочитає підставу.
    Наприклад: /notconsidered 2026-000001 повторне: по суті вирішено у зверненні 2026-000002
staff-closed-by-hand = Звернення { $number } закрито. Заявник прочитає підставу, а до { DAY($day) } може повернути його на доопрацювання.
staff-close-by-another = Закрити звернення може лише контролер, який сам на нього не відповідав.
staff-closebyhand-how =
    Напишіть номер і підставу: чому вважаєте питання вирішеним. Заявник її прочитає. Закрити можна лише те, на що заявник після нагадувань не відповів.
    Наприклад: /closebyhand 2026-000001 оглянули на місці 3 грудня, ліхтар горить
staff-find-how = Напишіть, що шукати, наприклад: /find 2026-000001 або /find ліхтар Миру
overview =
    <b>Звернення зараз</b>
    Не взято: { $untaken }
    Відповісти сьогодні: { $today }
    Прострочено: { $late }
    На доопрацюванні: { $returned }
overview-queue = Показати чергу
queue-empty = Черга порожня.
queue-line = { $sign } <b>{ $number }</b> · { $category } · до { DAY($day) }
queue-line-late = { $sign } <b>{ $number }</b> · { $category } · <b>прострочено, було до { DAY($day) }</b>
queue-line-sifting = ⏳ передати чи повернути до { DAY($day) }
found = Знайдено за «{ $words }»:
found-nothing = За «{ $words }» нічого не знайдено.
found-line = <b>{ $number }</b> · { $category } · { $status }
where = Ідентифікатор цього чату: <code>{ $chat }</code>. Ваш: <code>{ $person }</code>.
where-topic = Тема: <code>{ $thread }</code>.
staff-help =
    <b>Службовий чат</b>

    Дайте відповідь на картку звернення, щоб підготувати відповідь заявнику: побачите, як вона виглядатиме, виберете результат і надішлете.
    Кнопки: «Взяти», «Відповісти», «Запитати», «Не наше», «Історія».
command-start = Початок
command-new = Нове звернення
command-my = Мої звернення
command-me = Мої дані
command-human = Поговорити з людиною
command-language = Мова
command-help = Як це працює
command-cancel = Скасувати
command-queue = Що чекає
command-find = Знайти звернення
command-assign = Передати виконавцю
command-extend = Продовжити строк
command-forward = Передати іншому органу
command-return = Повернути, щоб доповнили
command-notconsidered = Не розглядати
command-quarantine = Що не вдалося обробити
command-closebyhand = Закрити, якщо заявник мовчить
command-where = Ідентифікатор чату
staff-urgent = 🚨 <b>Загроза життю</b>
quarantine = <b>Не вдалося обробити: { $total }</b>
quarantine-line = { $count }. { $id }, { $kind }, { DATETIME($at) }
quarantine-how = «Повторити» пробує ще раз. Відкинуте лишається в записах із причиною.
quarantine-empty = Усе оброблено.
quarantine-settled = З цим уже розібралися.
quarantine-cannot-retry = Цього не вдається прочитати. Повторити можна після оновлення.
quarantine-failed-again = Знову не вдалося. Покажіть ідентифікатор тому, хто обслуговує бота.
quarantine-retried = Оброблено.
quarantine-dropped = Відкинуто.
quarantine-gone-on = Після { $id } людина вже писала далі. Якщо повторити, це стане відповіддю на те, що бот питає в неї тепер, або почне нове звернення.
quarantine-why = Чому відкинути { $id }?
quarantine-reason-too_old = Уже не на часі
quarantine-reason-not_ours = Не для нас
quarantine-reason-broken = Пошкоджене
quarantine-kind-text = повідомлення
quarantine-kind-command = команда
quarantine-kind-press = кнопка
quarantine-kind-contact = контакт
quarantine-kind-location = місце
quarantine-kind-file = файл
quarantine-kind-edit = виправлення
quarantine-kind-reach = блокування бота
quarantine-kind-membership = права в групі
quarantine-kind-migration = переїзд групи
quarantine-kind-other = інше
quarantine-kind-unreadable = не читається
choice-quarantine-retry = Повторити { $count }
choice-quarantine-drop = Відкинути { $count }
choice-quarantine-retry-anyway = Усе одно повторити
choice-quarantine-drop-it = Відкинути
choice-quarantine-back = До списку
staff-note-corrected = Заявник виправив <b>{ $number }</b>. Картку оновлено.
staff-note-identified = Заявник додав свої дані до <b>{ $number }</b>: тепер це звернення, законний строк на картці.
staff-note-place = Місце: { $place }
staff-note-place-was = Було: { $place }
