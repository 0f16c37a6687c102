ask-text = Розкажіть своїми словами, що сталося. Можна коротко, можна кількома повідомленнями.
ask-text-again = Напишіть текст наново. Він замінить попередній.
ask-text-for-file = Файл отримано, дякую. Тепер напишіть кількома словами, що сталося.
ask-text-for-voice = Голосове отримано, його почує виконавець. Щоб знати, кому передати, напишіть іще кількома словами, про що воно.
ask-proposal = Схоже, це про одне з цього. Виберіть або допишіть ще:
ask-no-proposal = Записано. Про що це? Допишіть ще кілька слів або виберіть тему.
choice-other-category = Інше
ask-category = Напишіть слово, наприклад «ліхтар» чи «ліфт», або виберіть розділ.
ask-category-in-group = <b>{ $group }</b>. Про що саме?
ask-category-found = Ось що знайшлося. Не те? Напишіть інше слово.
ask-category-nothing-found = За цим словом нічого не знайшлося. Напишіть інше або виберіть розділ.
choice-all-groups = Усі розділи
choice-unsure = Не знаю
ask-place = Де це? Надішліть геопозицію, напишіть адресу або орієнтир, наприклад: Садова, 27.
ask-place-which = Яке з цих місць?
ask-place-again = Напишіть адресу ще раз, надішліть геопозицію або лишіть як є: «{ $written }».
choice-place-as-written = Лишити як написано
ask-place-named = Це тут: { $place }?
ask-place-no-such-house = { $street } має будинки 1–{ $lastHouse }. Так і є { $house }? Якщо ні, напишіть правильний номер або адресу.
choice-place-so = Так
choice-place-other = Інше місце
ask-files = Якщо є фото чи документ, надішліть. Так розберуться швидше.
ask-more-files =
    { $count ->
        [one] Є { $count } файл.
        [few] Є { $count } файли.
        [many] Є { $count } файлів.
       *[other] Є { $count } файлу.
    } Надішліть ще або натисніть «Готово».
choice-files-done = Готово
choice-files-clear = Прибрати всі
choice-no-files = Без фото
ask-kind = Що це для вас?
kind-application = Прошу допомогти
kind-complaint = Порушено мої права
kind-proposal = Маю пропозицію
kind-message = Повідомлення
ask-change = Що змінити?
change-pieces = Текст
change-proposal = Тема
change-place = Місце
change-filesDone = Фото
change-consent = Дані про мене
change-kind = Вид звернення
change-phone = Телефон
change-name = Ім’я
change-residence = Адреса проживання
change-email = Пошта
choice-send = Надіслати
choice-change = Змінити
ask-send-written =
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] Надіслати?
       *[other] Файлів: { $files }. Надіслати?
    } Можна ще дописати.

preview-check = Перевірте, будь ласка:
preview-category = <b>{ $category }</b> · { $kind }
place-on-map = точка на карті, { $district }
preview-place = Місце: { $place }
place-point = На карті: <code>{ $point }</code>
preview-text = «{ $text }»
preview-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файли
        [many] { $count } файлів
       *[other] { $count } файлу
    }
preview-name = Заявник: { $name }
preview-department = Виконавець: { $department }
preview-due = Строк: до { DAY($day) }
preview-legal-due = Законний строк: до { DAY($day) }
preview-message = Без прізвища та адреси це буде повідомлення: місто його розгляне, але законного строку відповіді немає. Додати дані можна кнопкою «Змінити».

registered = Звернення <b>{ $number }</b> прийнято { DATETIME($at) }.
registered-next = Його отримає { $department }. Відповідь буде до { DAY($day) }, я напишу.
registered-message = Це повідомлення: місто його розгляне, але законного строку відповіді немає, бо бракує прізвища або адреси. Додати їх можна кнопкою нижче, тоді строк піде від того дня.
registered-unverified = Спершу його перегляне модератор. Строк від цього не змінюється.
choice-open-appeal = Відкрити

list =
    { $total ->
        [one] У вас { $total } звернення.
        [few] У вас { $total } звернення.
        [many] У вас { $total } звернень.
       *[other] У вас { $total } звернення.
    }
list-empty = Звернень поки немає. Напишіть, що сталося, і я допоможу.
list-line = <b>{ $number }</b> · { $category } · { $status }
list-drafts = Є недописане, його можна продовжити.
card-title =
    <b>{ $number }</b> · { $category }
    Стан: { $status }
next-moderators = Зараз модератор вирішує, хто відповість.
next-department = Далі підрозділ призначить виконавця.
next-executor = Виконавець готує відповідь.
card-due = Відповідь буде до { DAY($day) }
card-late = Місто запізнюється: відповідь мала бути до { DAY($day) }.
card-delay = Причина затримки, як пояснює місто: «{ $text }»
card-decided-forwarded = Куди передано: «{ $text }»
card-decided-returned = Чого бракує: «{ $text }»
card-decided-not_considered = Підстава не розглядати: «{ $text }»
card-decided-closed_by_hand = Закрито контролером без підтвердження. Підстава: «{ $text }»
card-decided-extended = Строк продовжено. Причина: «{ $text }»
status-submitted = прийнято
status-in_progress = у роботі
status-needs_details = потрібна ваша відповідь
status-answered = є відповідь, слово за вами
status-rework = на доопрацюванні
status-forwarded = передано іншому органу
status-returned = повернуто
status-not_considered = не розглядається
status-withdrawn = відкликано
status-closed = вирішено
status-closed_by_hand = закрито контролером
history = <b>{ $number }</b> · що відбулося
history-line = { DATETIME($at) } · { $what }
choice-history = Історія
event-submitted = прийнято
event-taken = взято в роботу
event-assigned = передано виконавцю
event-declined = повернуто модератору
event-details_asked = виконавець поставив запитання
event-detail_added = заявник доповнив
event-amended = заявник виправив текст
event-answer_corrected = відповідь виправлено
event-noted = нотатка для своїх
event-answered = надано відповідь
event-confirmed = заявник підтвердив: вирішено
event-rated = заявник оцінив
event-returned_for_rework = заявник повернув на доопрацювання
event-withdrawn = заявник відкликав
event-forwarded = передано іншому органу
event-returned = повернуто, щоб доповнити
event-completed = заявник доповнив повернуте
event-rerouted = передано до підрозділу
event-handed_over = передано колезі або підрозділу
event-not_considered = вирішено не розглядати
event-closed_by_hand = контролер закрив без підтвердження
event-extended = строк продовжено
event-delay_explained = місто пояснило, чому запізнюється
event-extension_asked = виконавець просить більше часу
event-extension_declined = керівник не дав більше часу
event-helped = заявник каже: допомогли
event-help_awaited = заявник іще чекає на допомогу
event-not_helped = заявник каже: не допомогли

choice-add-detail = Доповнити
ask-detail = Напишіть, що додати, або надішліть фото.
detail-added = Додано до звернення <b>{ $number }</b>. Виконавець це побачить.
completed = Звернення <b>{ $number }</b> доповнено, воно знову в роботі міста. Відповідь буде до { DAY($day) }.
choice-withdraw = Відкликати
choice-withdraw-yes = Так, відкликати
withdraw-sure = Відкликати звернення <b>{ $number }</b>? Місто припинить над ним працювати. Скасувати це не можна.
withdrawn = Звернення <b>{ $number }</b> відкликано.
amended = Виправлення до звернення <b>{ $number }</b> передано виконавцю.

choice-solved = Так, вирішено
choice-not-solved = Ні, не вирішено
choice-plan-refused = План не влаштовує
choice-planned-done = Так, зроблено
choice-planned-not-done = Ще ні
planned-not-done = У запланований день роботи не зроблено.
choice-helped = Так, допомогли
choice-not-helped = Ні, не допомогли
choice-help-awaited = Ще чекаю
help-yes = Добре, записую: за зверненням <b>{ $number }</b> допомогли.
help-no = Записую: не допомогли. Звернення <b>{ $number }</b> знову в модераторів, контролер про це знає. Відповідь буде до { DAY($day) }.
help-not_yet = Гаразд, спитаю про <b>{ $number }</b> ще раз згодом. Щойно стане ясно, натисніть потрібну кнопку вище.
ask-rework-reason = Що не так? Напишіть або надішліть фото. Звернення повернеться виконавцю, про це дізнається контролер.
ask-verdict-of = Ваші слова про <b>{ $number }</b> записано. Питання вирішено? Якщо ні, звернення повернеться виконавцю з цими словами.
ask-send-rework =
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] Надіслати?
       *[other] Файлів: { $files }. Надіслати?
    } Звернення повернеться виконавцю як не вирішене, про це дізнається контролер. Можна ще дописати.
rework-sent = Звернення <b>{ $number }</b> повернуто виконавцю, контролер про це знає. Нова відповідь буде до { DAY($day) }.
ask-stars = Дякуємо за відповідь. Звернення <b>{ $number }</b> закрито. Як ви оцінюєте роботу?
ask-stars-later = Як ви оцінюєте роботу над зверненням <b>{ $number }</b>?
choice-rate = Оцінити
ask-reasons = Оцінка: { $stars } з 5. Що на це вплинуло?
reason-quick = Швидко
reason-thorough = Якісно
reason-polite = Ввічливо
reason-slow = Довго
reason-careless = Зроблено абияк
reason-unclear = Незрозуміла відповідь
reason-rude = Неввічливо
choice-comment = Додати слова
choice-done = Готово
choice-not-now = Не зараз
ask-rating-comment = Напишіть кількома реченнями, що сподобалося, а що ні.
rated = Дякуємо, оцінку враховано.
comment-added = Дякуємо, ваші слова враховано.
ask-whose = Про що це? Виберіть звернення або почніть нове. Можна ще дописати.
ask-whose-answer = Це відповідь на запитання за зверненням <b>{ $number }</b> · { $category }?
ask-send-place =
    { $files ->
        [0] Надіслати це місце?
       *[other] Файлів: { $files }. Надіслати разом із місцем?
    } Можна ще дописати.
onward-rework = Поки ви писали, місто відповіло на <b>{ $number }</b>. Ваші слова збережено.
onward-detail = Звернення <b>{ $number }</b> знову в роботі. Ваші слова збережено, їх можна додати.
onward-appeal = Звернення <b>{ $number }</b> більше не доповнюється. Ваші слова збережено, це початок нового.
reply-forwarded = Звернення <b>{ $number }</b> передано іншому органу, місто його зараз не розглядає. Ваші слова збережено. Якщо там не допомогли, скажіть про це кнопкою: звернення повернеться до модераторів, і ви надішлете їм ці слова.
ask-fix = Що виправити у зверненні <b>{ $number }</b>? Попереднє лишиться в історії.
ask-fix-text = Напишіть текст наново. Він замінить попередній.
choice-fix = Виправити
choice-identify = Доповнити дані
identified = Тепер <b>{ $number }</b> є зверненням за законом. Законний строк відповіді пішов від сьогодні, його видно на картці.
identify-declined = Добре, нічого не змінено. Місто розгляне повідомлення й так, але законного строку відповіді немає.
card-message = Це повідомлення: законного строку відповіді немає, бо бракує прізвища або адреси.
event-corrected = заявник виправив
event-identified = заявник додав дані
refused-not_a_message = Це звернення вже має всі потрібні дані.
