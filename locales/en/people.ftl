role-official = Official
role-head = Head of department
role-moderator = Moderator
role-controller = Controller
role-deputy = Deputy mayor
role-operator = Operator
staff-privately = Write to me about this in our own chat: we do not talk about people here.
ask-invite-role = Who is invited?
ask-post-role = Which role?
ask-invite-department = To which department?
ask-invite-name = How should the person be named in your list? For example: O. Petrenko. Only moderators see it.
refusal-choose-role = Choose a role with a button or write its number.
refusal-choose-department = Choose a department with a button or write its name.
refusal-invite-name = Write a name of up to 80 characters or press “Skip”.
invited = The invitation is ready: { $post } { $name }
invited-link = <code>{ $link }</code>
invited-rules = Send the link to the person privately. It works for two days and only once. Whoever opens it first gets the role.
secret-not-shown = It could not be shown just now. Please press once more.
invitation-accepted = The invitation is accepted: { $name } is now { $post }.
post-accepted = Welcome. Your role now: <b>{ $post }</b>.
post-what-next =
    Cards of appeals come to the department’s group. Here I write about what concerns you.
    /queue shows what is waiting.
post-given = You have a new role: <b>{ $post }</b>.
post-taken = You no longer have the role: <b>{ $post }</b>. If this is a mistake, ask a controller.
post-is-given = The role is given and the person told.
post-is-taken = The role is taken away. It works at once, and the person is told.
people =
    { $total ->
        [one] { $total } person on the list
       *[other] { $total } people on the list
    }
people-line = <b>{ $name }</b>: { $posts }
people-one = <b>{ $name }</b> · <code>{ $id }</code>
people-post = – { $post }
people-no-posts = No roles.
people-held =
    { $count ->
        [0] No appeals in hand.
        [one] { $count } appeal in hand.
       *[other] { $count } appeals in hand.
    }
choice-invite = Invite
choice-all-people = All people
choice-open-colleague = Open
choice-give-post = Give a role
choice-take-post = Remove: { $post }
choice-take-post-yes = Yes, remove
nav-before = Previous
nav-after = Next
ask-take-post = Take away the role “{ $post }” ({ $name })? It works at once.
ask-take-post-held =
    { $count ->
        [one] { $count } appeal stays in hand. I will offer to pass it on.
       *[other] { $count } appeals stay in hand. I will offer to pass them on.
    }
refused-no_such_invitation = This link does not work. Ask whoever sent it for a new one.
refused-no_such_post = The person no longer has this role.
refused-last_one = This is the last person with the role. Give it to somebody else first.
choice-hand-over = Pass appeals on
choice-to-department = Back to department
choice-hand-over-yes = Yes, pass on
ask-hand-over =
    { $count ->
        [one] { $name } has { $count } appeal in hand. Who gets it?
       *[other] { $name } has { $count } appeals in hand. Who gets them?
    }
confirm-hand-over = Pass on all appeals ({ $count })? From: { $name }. To: { $to }. The due days stay.
confirm-hand-back = Give all appeals ({ $count }) back to the department? From: { $name }. The due days stay, anybody of the department may take them.
handed-over = Appeals passed on: { $count }. The people concerned are told.
cases-received =
    { $count ->
        [one] { $count } appeal was passed to you. The due day stays.
       *[other] { $count } appeals were passed to you. The due days stay.
    }
cases-given = Your appeals ({ $count }) were passed on. You need not answer them any more.
cases-back =
    { $count ->
        [one] { $count } appeal of your department has no executor again. The due day stays.
       *[other] { $count } appeals of your department have no executor again. The due days stay.
    }
refused-no_such_colleague = This person has no role and cannot take appeals.
