queue =
    { $total ->
        [one] <b>{ $total } appeal in the queue</b>
       *[other] <b>{ $total } appeals in the queue</b>
    }
queue-untaken = Not taken: { $count }, the oldest since { DAY($since) }
queue-moderator = Waiting for a moderator: { $count }, the oldest since { DAY($since) }
queue-flagged = Marked: { $count }, the oldest since { DAY($since) }
queue-late = Overdue: { $count }, the oldest since { DAY($since) }
queue-only-untaken = Not taken:
queue-only-moderator = Waiting for a moderator:
queue-only-flagged = Marked:
queue-only-late = Overdue:
queue-seen = That was all.
choice-queue-untaken = Not taken: { $count }
choice-queue-moderator = Moderator: { $count }
choice-queue-flagged = Marked: { $count }
choice-queue-late = Overdue: { $count }
words-queue-untaken = untaken, not taken
words-queue-moderator = moderator
words-queue-flagged = flagged, marked
words-queue-late = late, overdue
missed = <b>Past the legal term</b>, appeals: { $total }
missed-none = Nothing is past its legal term.
missed-department = <b>{ $name }</b> · { $head } · { $count }
missed-department-headless = <b>{ $name }</b> · no head appointed · { $count }
missed-line = <b>{ $number }</b> · { $category } · { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
missed-line-today = <b>{ $number }</b> · { $category } · less than a day late
choice-whole-queue = The whole queue
staff-queue-how = Write /queue to see everything, or add: untaken, moderator, flagged, late. For example: /queue late
choice-one-by-one = One by one
choice-next = Next
choice-queue = To the queue
staff-recategorise = Another subject
staff-recategorise-how =
    Write the appeal’s number and the subject’s code or a few words about it, for example:
    /recategorise 2026-000001 street lamp
    The department and the term change with the subject.
recategorise-choose = <b>{ $number }</b> is “{ $category }” now. What is it really about?
recategorise-none = <b>{ $number }</b> is “{ $category }” now. No other subject like it is found.
recategorise-by-words = Another subject can be found by words: /recategorise { $number } words
recategorised = <b>{ $number }</b> is now “{ $category }”, { $department }. The answer is due { DAY($day) }.
recategorised-late = <b>{ $number }</b> is now “{ $category }”, { $department }. It is already late: the answer was due { DAY($day) }.
event-recategorised = a moderator changed the subject
notice-term-day = The answer will come by { DAY($day) }.
notice-term-changed = We have made sure what your appeal is about. { $department } will deal with it.
staff-reply-how = Write the appeal’s number and the answer, for example: /reply 2026-000001 The lamp is on. You see it before it goes.
help-line = /{ $name } { $what }
command-reply = Answer the resident
command-recategorise = Change the subject
command-people = People and roles
command-invite = Invite a colleague
command-departments = Groups of departments
audit = <b>What the staff did</b> from { DAY($from) } to { DAY($to) }
audit-empty = Nothing found.
audit-line = { DATETIME($at) } · <b>{ $who }</b> · { $what } { $about } <i>{ $why }</i>
staff-audit-how =
    Write /audit to see the last 30 days, or add an appeal’s number, a day, a person or a command, for example:
    /audit 2026-000001
    /audit yesterday extend
    /audit Petrenko
act-person-invited = a colleague was invited
act-person-joined = an invitation was accepted
act-person-searched = a search by person
act-person-post_given = a role was given
act-person-post_taken = a role was taken
act-cases-handed_over = all cases were handed over
act-group-code_made = a group’s code was made
act-group-bound = a group was bound
act-group-unbound = a group was unbound
act-record-exported = data was exported
stats = <b>Appeals</b> from { DAY($from) } to { DAY($to) }
stats-empty = There were no appeals then.
stats-department = <b>{ $name }</b>
stats-counts = { $filed } came in, { $answered } were answered
stats-first-hours =
    { $count ->
        [one] The first answer usually comes within { $count } hour
       *[other] The first answer usually comes within { $count } hours
    }
stats-first-days =
    { $count ->
        [one] The first answer usually comes within { $count } day
       *[other] The first answer usually comes within { $count } days
    }
stats-in-time = In time: { $percent }%
staff-stats-how = Write a period, for example: /stats 7 (days), /stats 2026-11, /stats 01.11.2026 20.11.2026. One year at most.
choice-week = Week
choice-month = Month
choice-year = Year
staff-export-how =
    What should be exported as a table? The button gives the last 30 days. Another period can be written:
    /export appeals 2026-11
    /export audit 01.11.2026 20.11.2026
    The table holds nothing about residents.
choice-export-appeals = Appeals
choice-export-acts = Staff acts
words-export-appeals = appeals
words-export-acts = audit, acts
exported = The table from { DAY($from) } to { DAY($to) }, rows: { $count }. It holds nothing about residents.
column-number = Number
column-registered = Registered
column-kind = Kind
column-category = Subject
column-complexity = Complexity
column-department = Department
column-district = District
column-status = State
column-outcome = Result
column-due = Due
column-legal = Due by law
column-answered = First answer
column-answers = Answers
column-reworks = Reworks
column-stars = Rating
column-joined = Joined
column-at = When
column-by = Who
column-act = What was done
column-about = To what
column-facts = Details
words-find-person = person, resident
found-person = Resident: <b>{ $name }</b>
found-recorded = A search by person is recorded.
command-stats = Figures of a period
command-audit = Who did what
command-export = Export as a table
digest = <b>Good morning.</b> What waits today:
digest-own = <b>Good morning.</b> Your appeals:
digest-late = Overdue: { $count }
digest-today = To answer today: { $count }
digest-tomorrow = To answer tomorrow: { $count }
digest-returned = Sent back for rework: { $count }
digest-numbers = { $numbers }
digest-numbers-more = { $numbers } and { $more } more
digest-late-by-head = <b>Overdue: { $count }</b>, by head
digest-of-head = <b>{ $heads }</b>, { $department }: { $count }
digest-of-nobody = { $department }, no head appointed: { $count }
choice-late-ones = Overdue
digest-privately = Write to me about it in your own chat.
staff-digest-how = Each working morning I can send you what of yours is overdue, due today and tomorrow. Shall I?
choice-digest-on = Send it
choice-digest-off = No digest
words-digest-on = on, yes
words-digest-off = off, no
digest-on = I will send it each working morning. To stop: /digest off
digest-off = There will be no digests. To start: /digest on
command-digest = The morning digest
queue-alert-size = <b>The queue has grown.</b> New appeals not taken: { $count }.
queue-alert-age = <b>People wait long in the queue.</b> The oldest new appeal has waited since { DAY($since) }. Not taken in all: { $count }.
