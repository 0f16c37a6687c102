staff-title = { $sign } <b>{ $number }</b> · { $category }
staff-place = { $place }
staff-state = <i>{ $state }</i>
staff-state-due = due { DAY($day) } · <i>{ $state }</i>
staff-state-late = <b>overdue, was due { DAY($day) }</b> · <i>{ $state }</i>
staff-status-submitted = not taken
staff-status-in_progress = in progress
staff-status-needs_details = waiting for the resident
staff-status-answered = answered, the resident is to say
staff-status-rework = in rework
staff-status-forwarded = passed on
staff-status-returned = returned to the resident
staff-status-not_considered = not considered
staff-status-withdrawn = withdrawn by the resident
staff-status-closed = confirmed by the resident
staff-status-closed_by_hand = closed by a controller
topic-title = { $sign } { $number } · { $category }
topic-title-due = { $sign } { $number } · { $category } · due { DAY($day) }
topic-summary = The topic of this appeal was deleted, so this is a new one. What happened so far:
staff-needs-moderator = A moderator looks first
staff-was-declined = The official says: not ours. A moderator decides.
staff-message = A message without the resident’s data
card-particular = { $question } <b>{ $value }</b>
staff-rework-count = Reworks: { $count }
staff-answer = Answer ({ $outcome }): “{ $text }”
staff-rating = Resident’s rating: { $stars } of 5
staff-take = Take
staff-answer-button = Answer
staff-ask = Ask
staff-decline = Not ours
card-amended = The resident corrected the text { DATETIME($at) }
card-corrected = The answer was corrected { DATETIME($at) }
card-noted = Note for staff: { $text }
staff-fix = Correct
staff-note = Note
ask-correction =
    The resident has this answer on <b>{ $number }</b> now:
    <blockquote>{ $text }</blockquote>
    Reply to this message with the new text, or add photos of the work done.
ask-note = Reply to this message: what should colleagues know about <b>{ $number }</b>? The resident will not see it.
correction-sent = The answer on <b>{ $number }</b> is corrected. The resident will be told.
note-kept = The note on <b>{ $number }</b> is kept. The resident does not see it.
staff-executor = Official: <code>{ $executor }</code>
staff-declined-to = The official says: not ours. Whose: { $department }. The moderator decides.
staff-declined-elsewhere = The official says: not ours, it is for another body. The moderator decides.
staff-declined-why = Why: “{ $text }”
staff-note-declined = <b>{ $number }</b>: the term is the same, the answer is due by { DAY($day) }.
staff-pass-to = Pass to: { $department }
ask-decline-to = Whose is appeal <b>{ $number }</b>?
choice-other-body = Another body
choice-not-known = I don’t know
refusal-decline-to = Choose with a button or write the department’s name.
ask-decline-reason = Reply to this message: why is it not yours? A moderator will read it and decide; the term stays the same.
ask-decline-body = Reply to this message: which body is it for, and why? A moderator will read it and decide; the term stays the same.
staff-give = Give to colleague
ask-give = Who takes <b>{ $number }</b>? The term stays the same.
give-asked = The list of colleagues is above. Choose there.
give-nobody = There is nobody to give { $number } to: nobody else in the department has a role. A moderator can invite a colleague: /invite in a private chat with me.
give-left = <b>{ $number }</b> stays where it was.
given = { $to } has <b>{ $number }</b> now and has been told.
given-to-you = This appeal was given to you. The answer is due by { DAY($day) }.
given-note = <b>{ $number }</b> was passed on. The official is <code>{ $executor }</code> now, the answer is due by { DAY($day) }.
staff-give-who = An appeal can be given to a colleague by whoever has it, the head of the department or a moderator.
staff-release = To department
staff-released = Appeal { $number } is passed to the department.
staff-history = History
staff-extend = Extend the term
staff-explain-delay = Explain the delay
staff-new-day = New day
staff-forward = Pass on
staff-return = Return
staff-history-line = { DATETIME($at) } · { $what } { $text }
staff-note-submitted = Photos and documents for <b>{ $number }</b>
staff-note-detail_added = The resident added to <b>{ $number }</b>:
staff-note-completed = The resident completed <b>{ $number }</b>, which had been returned. The answer is due { DAY($day) }:
staff-note-amended = The resident corrected the text of <b>{ $number }</b>:
staff-note-returned_for_rework = <b>{ $number }</b>: the resident says it is not solved. New due day: { DAY($day) }.
staff-note-withdrawn = The resident withdrew <b>{ $number }</b>.
staff-note-not_helped = <b>{ $number }</b>: the resident says that the body it was passed to did not help. It is back here, the answer is due by { DAY($day) }.
staff-left-out-unsafe =
    { $count ->
        [one] { $count } file is not passed on: it is a program, not a photo or a document. Do not open it if it comes some other way.
       *[other] { $count } files are not passed on: they are programs, not photos or documents. Do not open them if they come some other way.
    }
staff-left-out-pictures =
    { $count ->
        [one] { $count } picture is not passed on: the place it was taken could not be removed from it. Press “Ask” if you need the photo.
       *[other] { $count } pictures are not passed on: the places they were taken could not be removed from them. Press “Ask” if you need the photos.
    }
staff-left-out-empty =
    { $count ->
        [one] { $count } file was not passed on: it is empty.
       *[other] { $count } files were not passed on: they are empty.
    }
staff-left-out-unseen =
    { $count ->
        [one] { $count } file is not passed on: Telegram does not hand it over.
       *[other] { $count } files are not passed on: Telegram does not hand them over.
    }
escalation-sifting_near = The law gives 5 days to pass an appeal on or return it. The last day is { DAY($day) }, and nobody has taken it.
escalation-half_term_untaken = Half the term is over and nobody has taken the appeal. The answer is due by { DAY($day) }.
escalation-target_missed = Overdue: the answer was due by { DAY($day) }.
escalation-legal_term_near = The legal term is close: { DAY($day) }.
escalation-legal_term_missed = The legal term is over: the answer was due by { DAY($day) }.
escalation-late-hours = { $count ->
    [0] Late by less than an hour
    [one] Late by { $count } hour
   *[other] Late by { $count } hours
}
escalation-late-days = { $count ->
    [one] Late by { $count } day
   *[other] Late by { $count } days
}
escalation-executor = Department: { $department }, executor <code>{ $executor }</code>
escalation-nobody = Department: { $department }, not taken yet
outcome-done = Done
outcome-partly_done = Partly done
outcome-refused = Refused
outcome-explained = Explained
outcome-planned = Planned
ask-answer = Reply to this message with the text for the resident about <b>{ $number }</b>. You can add photos.
choice-ready-answers = Ready answers
ask-ready-answer = Choose a ready answer. You can change it before sending. Or reply to this message with words of your own.
staff-day = { DAY($day) }
ask-outcome =
    Your answer:
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] How did it end?
       *[other] Files: { $files }. How did it end?
    }
ask-ground = Reply to this message: on what ground is it refused?
ask-planned-on = For which day is the work planned? Reply to this message with a date, for example: 7 December.
ask-staff-question = Reply to this message: what should we ask the resident? A photo or a place may go with it.
answer-preview-joiners =
    { $count ->
        [one] { $count } more person who joined will read this. Leave out what concerns only the author.
       *[other] { $count } more people who joined will read this. Leave out what concerns only the author.
    }
answer-preview = Please check. This is how the resident will see the answer to <b>{ $number }</b>:
choice-send-answer = Send
choice-change-outcome = Other outcome
choice-change-text = Other text
refusal-choose-outcome = Choose how it ended.
refusal-day = Write a day, for example: 7 December or 07.12.
answer-sent = The answer to <b>{ $number }</b> is sent to the resident.
question-sent = The question about <b>{ $number }</b> is sent to the resident.
staff-taken = You took { $number }.
staff-declined = Appeal { $number } is back with the moderators.
staff-colleague-button = This button is for the colleague who began.
staff-only = Only officials in the staff chat can do this.
staff-moderators-only = Only a moderator can do this.
staff-other-department = This appeal belongs to another department. A moderator can pass it to you.
staff-assign-who = A moderator or the head of the department passes an appeal on.
staff-extend-who = The head of the department, a deputy mayor or a controller extends the term.
staff-own-appeal = This is your own appeal. A colleague will answer.
staff-begun = You have begun already. Reply to my last message.
staff-which-appeal = I cannot tell which appeal this is about. Please reply to its card: /find will show it.
staff-past-button = This button no longer works.
staff-over-answered = { $number } is answered already. The resident is to say. To change the answer, press “Correct”.
staff-over-forwarded = { $number } is passed on to another body.
staff-over-returned = { $number } is back with the resident to complete it.
staff-over-not_considered = { $number } is not considered.
staff-over-withdrawn = The resident withdrew { $number }. No answer is needed.
staff-over-closed = { $number } is closed already. No answer is needed.
staff-not-sent = Your text was not sent.
staff-undelivered-blocked =
    The resident cannot be reached: the bot is blocked, and the message about <b>{ $number }</b> was not delivered.
    They will see it in “My appeals” when they come back. Until then you can answer by letter.
staff-undelivered =
    The message about <b>{ $number }</b> was not delivered to the resident.
    They will see it in “My appeals”. Until then you can answer by letter.
staff-nobody = Please write as yourself: I cannot answer anonymous administrators and channels.
staff-assigned = Appeal { $number } is passed to the official.
staff-assign-how = Write the appeal’s number and the official’s numeric ID, which /where shows. For example: /assign 2026-000001 123456789
staff-no-such-number = There is no appeal { $number }.
staff-extended = The term of { $number } is extended to { DAY($day) }. The resident will be told, with the reason.
ask-delay = Reply to this message: why is it late? The resident will read these words.
delay-sent = The explanation about <b>{ $number }</b> is sent to the resident.
ask-forward = Reply to this message: where does it go? The name of the body and a few words, the resident will read them.
ask-return = Reply to this message: what is missing? The resident will read it and can complete the appeal.
ask-extension-reason = Reply to this message: why is more time needed? The resident will read the reason.
ask-extension-day = To which day? The law allows { DAY($day) } at the latest.
choice-day = To { DAY($day) }
ask-extension-send =
    Extend the term of <b>{ $number }</b> to { DAY($day) }. The reason:
    <blockquote>{ $reason }</blockquote>
    Send?
refusal-send-or-cancel = Press “Send” or “Cancel”.
extension-sent = The request about <b>{ $number }</b> is sent to the head. I will tell you what they decide.
extension-asked = The official asks to extend the term to { DAY($day) }. Now it is { DAY($legal) }. Why:
extension-told = If you extend it, the resident is told the new day and this reason.
extension-approved = The term of { $number } is extended.
extension-declined = The term of { $number } is not extended.
extension-given = The head extended the term to { DAY($day) }.
extension-not-given = The head did not extend the term. The answer is due by { DAY($day) }.
card-extension-asked = More time is asked, to { DAY($day) }; the head decides
choice-approve = Extend
choice-refuse = Do not extend
staff-planned-day = The resident was promised the work for { DAY($day) }. The promise:
staff-planned-day-next = Write to the resident what is done, or name a new day.
not-helped = The resident says that the body the appeal was passed to did not help. A person has to decide: the answer is due by { DAY($day) }. It was passed on to:
staff-extend-how =
    Write the number, for how many days or to which day, and the reason. The resident will read it. The law allows 45 days in all from registration.
    For example: /extend 2026-000001 10 waiting for a part from the maker
    Or: /extend 2026-000001 7 December waiting for a part from the maker
staff-forwarded = Appeal { $number } is passed on. The resident will be told where.
staff-returned = Appeal { $number } is returned to the resident, who will see what is missing and can complete it.
staff-past-sifting = The law gives 5 days from registration for this. They have passed, and the resident is told so.
staff-forward-how =
    Write the number and where it goes: the name of the body and a few words. The resident will read it. The law gives 5 days from registration for this.
    For example: /forward 2026-000001 Regional Road Service: this road is theirs
staff-return-how =
    Write the number and what is missing. The resident will read it and can complete the appeal. The law gives 5 days from registration for this.
    For example: /return 2026-000001 please write in which building the lift is
staff-not-considered = Appeal { $number } will not be considered. The resident will be told the ground and how to challenge it.
staff-notconsidered-how =
    Write the number and the ground under article 8: anonymous; a repeat from the same person on a question already decided on its merits; a complaint past its term. The resident will read the ground.
    For example: /notconsidered 2026-000001 a repeat: decided on its merits in appeal 2026-000002
staff-closed-by-hand = Appeal { $number } is closed. The resident will read the ground and can send it back until { DAY($day) }.
staff-close-by-another = Only a controller who has not answered the appeal can close it.
staff-closebyhand-how =
    Write the number and the ground: why you take it as solved. The resident will read it. Only what a reminded resident left without a word can be closed.
    For example: /closebyhand 2026-000001 looked at it on 3 December, the lamp is lit
staff-find-how = Write what to look for, for example: /find 2026-000001 or /find lamp Myru
overview =
    <b>Appeals now</b>
    Not taken: { $untaken }
    To answer today: { $today }
    Overdue: { $late }
    In rework: { $returned }
overview-queue = Show the queue
queue-empty = The queue is empty.
queue-line = { $sign } <b>{ $number }</b> · { $category } · due { DAY($day) }
queue-line-late = { $sign } <b>{ $number }</b> · { $category } · <b>overdue, was due { DAY($day) }</b>
queue-line-sifting = ⏳ pass on or return by { DAY($day) }
found = Found for “{ $words }”:
found-nothing = Nothing found for “{ $words }”.
found-line = <b>{ $number }</b> · { $category } · { $status }
where = This chat’s ID: <code>{ $chat }</code>. Yours: <code>{ $person }</code>.
where-topic = Topic: <code>{ $thread }</code>.
staff-help =
    <b>Staff chat</b>

    Reply to an appeal’s card to prepare an answer for the resident: you see how it will look, choose the outcome and send it.
    Buttons: “Take”, “Answer”, “Ask”, “Not ours”, “History”.
command-start = Start
command-new = New appeal
command-my = My appeals
command-me = My data
command-human = Talk to a person
command-language = Language
command-help = How it works
command-cancel = Cancel
command-queue = What is waiting
command-find = Find an appeal
command-assign = Pass to an official
command-extend = Extend the term
command-forward = Pass to another body
command-return = Return to be completed
command-notconsidered = Leave unconsidered
command-quarantine = What could not be handled
command-closebyhand = Close a silent one
command-where = This chat’s ID
staff-urgent = 🚨 <b>Danger to life</b>
quarantine = <b>Could not be handled: { $total }</b>
quarantine-line = { $count }. { $id }, { $kind }, { DATETIME($at) }
quarantine-how = “Try again” handles it once more. What is dropped stays in the records with the reason.
quarantine-empty = Everything is handled.
quarantine-settled = Somebody has settled it.
quarantine-cannot-retry = It cannot be read. It can be tried again after an update.
quarantine-failed-again = It failed again. Show the id to whoever looks after the bot.
quarantine-retried = Handled.
quarantine-dropped = Dropped.
quarantine-gone-on = The person has gone on writing since { $id }. Tried again, it becomes the answer to what the bot asks them now, or begins a new appeal.
quarantine-why = Why drop { $id }?
quarantine-reason-too_old = No longer matters
quarantine-reason-not_ours = Not for us
quarantine-reason-broken = Damaged
quarantine-kind-text = message
quarantine-kind-command = command
quarantine-kind-press = button
quarantine-kind-contact = contact
quarantine-kind-location = location
quarantine-kind-file = file
quarantine-kind-edit = edit
quarantine-kind-reach = blocking
quarantine-kind-membership = rights in a group
quarantine-kind-migration = move of a group
quarantine-kind-other = other
quarantine-kind-unreadable = unreadable
choice-quarantine-retry = Try again { $count }
choice-quarantine-drop = Drop { $count }
choice-quarantine-retry-anyway = Try again anyway
choice-quarantine-drop-it = Drop
choice-quarantine-back = To the list
staff-note-corrected = The author corrected <b>{ $number }</b>. The card is up to date.
staff-note-identified = The author added their data to <b>{ $number }</b>: it is now an appeal, the legal term is on the card.
staff-note-place = Place: { $place }
staff-note-place-was = Before: { $place }
