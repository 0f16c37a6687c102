role-official = Виконавець
role-head = Керівник підрозділу
role-moderator = Модератор
role-controller = Контролер
role-deputy = Заступник голови
role-operator = Оператор
staff-privately = Напишіть мені про це в особистому чаті: про людей тут не говоримо.
ask-invite-role = Кого запрошуємо?
ask-post-role = Яку роль дати?
ask-invite-department = До якого підрозділу?
ask-invite-name = Як підписати людину у вашому списку? Наприклад: Петренко О. І. Його бачать лише модератори.
refusal-choose-role = Виберіть роль кнопкою або напишіть її номер.
refusal-choose-department = Виберіть підрозділ кнопкою або напишіть його назву.
refusal-invite-name = Напишіть прізвище, до 80 знаків, або натисніть «Пропустити».
invited = Запрошення готове: { $post } { $name }
invited-link = <code>{ $link }</code>
invited-rules = Надішліть посилання людині особисто. Воно діє дві доби й спрацює один раз. Хто відкриє його першим, отримає роль.
invitation-accepted = Запрошення прийнято: { $name } тепер { $post }.
post-accepted = Вітаємо. Ваша роль тепер: <b>{ $post }</b>.
post-what-next =
    Картки звернень приходять у групу підрозділу. Сюди я писатиму про те, що стосується саме вас.
    /queue покаже, що чекає.
post-given = Вам дано роль: <b>{ $post }</b>.
post-taken = У вас більше немає ролі: <b>{ $post }</b>. Якщо це помилка, зверніться до контролера.
post-is-given = Роль дано, людину повідомлено.
post-is-taken = Роль знято. Це вже діє, людину повідомлено.
people =
    { $total ->
        [one] У списку { $total } людина
        [few] У списку { $total } людини
        [many] У списку { $total } людей
       *[other] У списку { $total } людини
    }
people-line = <b>{ $name }</b>: { $posts }
people-one = <b>{ $name }</b> · <code>{ $id }</code>
people-post = – { $post }
people-no-posts = Ролей немає.
people-held =
    { $count ->
        [0] Звернень на руках немає.
        [one] На руках { $count } звернення.
        [few] На руках { $count } звернення.
        [many] На руках { $count } звернень.
       *[other] На руках { $count } звернення.
    }
choice-invite = Запросити
choice-all-people = Усі люди
choice-open-colleague = Відкрити
choice-give-post = Дати роль
choice-take-post = Зняти: { $post }
choice-take-post-yes = Так, зняти
nav-before = Попередні
nav-after = Наступні
ask-take-post = Зняти роль «{ $post }» ({ $name })? Це подіє одразу.
ask-take-post-held =
    { $count ->
        [one] На руках лишиться { $count } звернення. Після цього запропоную його передати.
        [few] На руках лишиться { $count } звернення. Після цього запропоную їх передати.
        [many] На руках лишиться { $count } звернень. Після цього запропоную їх передати.
       *[other] На руках лишиться { $count } звернення. Після цього запропоную їх передати.
    }
refused-no_such_invitation = Це посилання не діє. Попросіть того, хто його надіслав, про нове.
refused-no_such_post = Такої ролі в людини вже немає.
refused-last_one = Це остання людина з такою роллю. Спершу дайте її комусь іще.
