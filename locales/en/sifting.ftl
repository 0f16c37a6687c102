event-objected = the resident objected
staff-note-objected = The resident objects about <b>{ $number }</b>:
sifted-slow = A moderator’s decision is in force: a moderator reads your appeals first.
sifted-strikes = You have several strikes from a moderator, so a moderator reads the appeal first.
sifted-many_open = You have many open appeals, so a moderator will read the new one first.
sifted-abuse = There are harsh words in the text. The appeal is considered all the same.
sifted-advert = The text looks like an advert. If it is an appeal, it will be considered.
sifted-nonsense = The text is hard to understand. You can add to the appeal.
staff-sifted-slow = The author is in slow mode
staff-sifted-strikes = The author has several strikes
staff-sifted-many_open = The author has many open appeals
staff-sifted-abuse = Looks like abuse
staff-sifted-advert = Looks like an advert
staff-sifted-nonsense = Looks like nonsense
told-strike = After appeal <b>{ $number }</b> a moderator gave you a strike. It is in force until { DAY($day) }. The reason:
told-slow = After appeal <b>{ $number }</b>, until { DAY($day) } a moderator will read your new appeals first. The reason:
told-pardon = A moderator took back your strikes and limits. Appeal <b>{ $number }</b>, the reason:
told-enough-strikes = There are { $count } strikes now, so a moderator will read new appeals first.
told-rights = You can write as before. Every appeal is accepted, the term for the answer is the same.
told-how-to-object = You disagree? Press “Object” and write why.
choice-object = Object
ask-objection = What do you disagree with? A few words are enough.
objection-sent = The objection is in the history of appeal <b>{ $number }</b> and was passed on for review.
objection = A resident objects to a strike or a limit. Appeal <b>{ $number }</b>:
objection-how = To take strikes and limits back: /pardon { $number } reason
staff-strike-how =
    Write the number of the appeal and the reason; you may end with the number of days (up to 365). The author reads the reason and may object.
    For example: /strike 2026-000001 insults the staff 30
staff-struck = The strike after <b>{ $number }</b> is recorded. The author learns the reason, the term and how to object.
staff-slow-how =
    Write the number of the appeal, for how many days (up to 365) and the reason. The author’s new appeals go to the moderators first, the terms stay.
    For example: /slow 2026-000001 14 sends adverts
staff-slowed = Slow mode after <b>{ $number }</b> is on. The author learns the reason, the term and how to object.
staff-pardon-how =
    Write the number of the appeal and the reason. All strikes and slow mode of its author are taken back.
    For example: /pardon 2026-000001 the objection is right
staff-pardoned = Strikes and limits of the author of <b>{ $number }</b> are taken back. They will learn of it.
command-strike = Strike the author
command-slow = Slow mode
command-pardon = Take strikes back
too-fast = You write very fast. Everything is kept, nothing is lost. There is no hurry.
answered-together = You sent many messages in a row. Please check that everything is there.
pressed-too-fast = Too many presses in a row. Wait ten seconds and press again.
