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
event-recategorised = a moderator changed the subject
notice-term-changed = We have made sure what your appeal is about. { $department } will deal with it. The answer will come by { DAY($day) }.
staff-reply-how = Write the appeal’s number and the answer, for example: /reply 2026-000001 The lamp is on. You see it before it goes.
help-line = /{ $name } { $what }
command-reply = Answer the resident
command-recategorise = Change the subject
command-people = People and roles
command-invite = Invite a colleague
command-departments = Groups of departments
