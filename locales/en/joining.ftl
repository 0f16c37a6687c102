ask-join = Somebody has already reported this. You can join: the reply comes to you too, under a number and a term of your own.
ask-join-own = You have written about this already.
near-line =
    { $index }. <b>{ $category }</b> · { $place } · { DAY($day) } · { $status }{ $count ->
        [0] {""}
       *[other] {" "}· joined: { $count }
    }
near-here = nearby
near-waiting = waiting for an official
near-in-progress = in progress
choice-join = Join
choice-join-one = Join no. { $index }
choice-join-own = Mine ({ $index })
choice-join-none = No, something else
refusal-choose-join = Press “Join” if it is the same thing, or “No, something else”.
refusal-join-own = This is your own appeal { $number }. To add words or a photo, open it in “My appeals”: /my, the button “Add”. If you mean something else now, press “No, something else”.
join-over = That appeal is already over or withdrawn, so it cannot be joined. Yours will be a separate one with its own number.
remark-joined = You are joining. The official will see your words and photos too.
remark-apart = All right, this will be an appeal of its own.
preview-joining = Joins an appeal about the same thing
choice-apart = File separately
joined-in-vain = While you were writing, the work on that appeal ended or it was withdrawn. Yours is accepted on its own.
card-joined = You joined an appeal about the same thing: the reply comes to you too.
card-joiners =
    { $count ->
        [one] { $count } more person is waiting with you.
       *[other] { $count } more people are waiting with you.
    }
event-joined = one more person joined
event-left = one of those who joined goes on alone
event-linked = joined to an appeal about the same thing
event-separated = looked at on its own from now on
event-labelled = a moderator changed a label
notice-linked = There is another appeal about the same thing, so the city looks at both together. Your number and term stay: a reply by { DAY($day) }. Why together:
notice-linked-late = There is another appeal about the same thing, so the city looks at both together. Your number and term stay. The city is late: the answer was due by { DAY($day) }. Why together:
notice-separated-late = Your appeal is looked at on its own from now on. The number stays. The city is late: the answer was due by { DAY($day) }.
notice-separated = Your appeal is looked at on its own from now on. The number stays, a reply comes by { DAY($day) }.
staff-joined = Joined to <b>{ $number }</b>: the answer there reaches this one too
staff-joiners =
    { $count ->
        [one] { $count } more person joined
       *[other] { $count } more people joined
    }
staff-note-joined = One more person joined, <b>{ $number }</b>:
staff-note-separated = <b>{ $number }</b> goes on alone. Answer by { DAY($day) }.
mark-repeat = repeat
mark-duplicate = duplicate
mark-mass = mass
mark-near = alike
staff-mark-repeat = Repeat of { $numbers }
staff-mark-duplicate = Duplicate of { $numbers }
staff-mark-mass = Mass: { $numbers }
staff-mark-near = Alike nearby: { $numbers }
staff-merged = { $number } is joined. The citizen will read why. To undo: /separate
staff-separated = { $number } goes on alone, with a card of its own.
staff-labelled = The label of { $number } is changed.
staff-merge-how =
    Write the number, the number to join it to, and the reason. The citizen reads it and keeps their number and term.
    For example: /merge 2026-000002 2026-000001 the same lamp
staff-separate-how =
    Write the number of a joined appeal and the reason. The citizen reads it.
    For example: /separate 2026-000002 it is another lamp
staff-label-how =
    Write the number, the label (repeat, duplicate, mass, alike) and the numbers it is linked with. A minus takes the label away.
    Mark a complaint about an official in your own chat with me: /label 2026-000002 official. From then on only controllers see it.
    For example: /label 2026-000002 repeat 2026-000001
    Or: /label 2026-000002 -repeat
command-merge = Join to another
command-separate = Take apart
command-label = Label
refused-lead_over = Nothing can join that appeal: nobody works on it now, it stands behind another one or is not there.
refused-nothing_changed = It stands so already. Nothing is changed.
preview-on-behalf = For another person: { $name }, { $residence }
preview-co-authors =
    { $count ->
        [one] { $count } person signs with you: { $names }
       *[other] { $count } people sign with you: { $names }
    }
staff-collective =
    { $count ->
        [one] Collective: { $count } signature
       *[other] Collective: { $count } signatures
    }
staff-on-behalf = Filed for another person, with their consent
change-forOther = For another person
change-forSelf = For myself
change-together = Together with others
ask-other-name = Whom do you write for? Write their surname, name and, if there is one, patronymic.
ask-other-residence = Where do they live? Write the street, house and flat. Without it the law does not count this as an appeal.
ask-other-consent = Does { $name } know of this appeal and agree that you file it and give these details to the city? The reply comes to you.
choice-other-agreed = Yes, they agree
choice-other-not = No, not agreed
refusal-other-consent = Press “Yes, they agree” or “No, not agreed”.
remark-for-self = All right, the appeal is in your own name.
ask-co-authors = Who else signs? Write surnames and names, one on each line. All replies come to you.
co-author-line = { $index }. { $name }
ask-more-co-authors =
    { $count ->
        [one] { $count } person signs with you.
       *[other] { $count } people sign with you.
    } Add more or press “Done”.
choice-names-done = Done
choice-names-none = Only me
choice-names-last = Remove the last
choice-names-clear = Start again
refusal-names = Write surnames and names in words, one on each line.
refusal-too-many-names = One appeal may have at most { $max } names. The rest can be added by letter.
remark-no-name = This line does not look like a surname with a name: “{ $line }”. Please write it again.
