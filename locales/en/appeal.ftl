ask-text = Tell us what happened in your own words. It can be short, it can be several messages.
ask-text-again = Write the text again. It will replace the old one.
ask-text-for-file = I have your file, thank you. Now write a few words about what happened.
ask-text-for-voice = I have your voice message, the department will hear it. To know whom to pass it to, I need a few written words too: what is it about?
ask-proposal = It looks like one of these. Choose one or write more:
ask-no-proposal = Noted. What is it about? Write a few more words or choose a subject.
choice-other-category = Something else
ask-category = Write a word, such as “lamp” or “lift”, or choose a section.
ask-category-in-group = <b>{ $group }</b>. What exactly is it about?
ask-category-found = Here is what I found. Not it? Write another word.
ask-category-nothing-found = I found nothing for that word. Write another or choose a section.
choice-all-groups = All sections
choice-unsure = Not sure
ask-place = Where is it? Send a location, or write an address or a landmark, for example: Sadova, 27.
ask-place-which = Which of these places?
ask-place-again = Write the address again, send a location or leave it as it is: “{ $written }”.
choice-place-as-written = Leave as written
ask-place-named = Is it here: { $place }?
ask-place-no-such-house = { $street } has houses 1–{ $lastHouse }. Is it really { $house }? If not, write the right number or address.
choice-place-so = Yes
choice-place-other = Another place
ask-files = If you have a photo or a document, please send it. It helps to sort things out sooner.
ask-more-files =
    { $count ->
        [one] { $count } file so far.
       *[other] { $count } files so far.
    } Send more or press “Done”.
choice-files-done = Done
choice-files-clear = Remove all
choice-no-files = No photo
ask-kind = What is this for you?
kind-application = I need help
kind-complaint = Rights were violated
kind-proposal = I suggest something
kind-message = Message
ask-change = What would you like to change?
change-pieces = Text
change-proposal = Subject
change-place = Place
change-filesDone = Photos
change-consent = My details
change-kind = Kind of appeal
change-phone = Phone
change-name = Name
change-residence = Home address
change-email = E-mail
choice-send = Send
choice-change = Change
ask-send-written =
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] Send it?
       *[other] Files: { $files }. Send it?
    } You can still write more.

preview-check = Please check:
preview-category = <b>{ $category }</b> · { $kind }
place-on-map = a point on the map, { $district }
preview-place = Place: { $place }
place-point = On the map: <code>{ $point }</code>
preview-text = “{ $text }”
preview-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
preview-name = From: { $name }
preview-department = Department: { $department }
preview-due = Due by { DAY($day) }
preview-legal-due = Due by law: { DAY($day) }
preview-message = Without a surname and an address this is a message: the city will look at it, but the law sets no day for an answer. Use “Change” to add them.

registered = Appeal <b>{ $number }</b> was received on { DATETIME($at) }.
registered-next = It goes to { $department }. The answer is due by { DAY($day) }, and I will write to you.
registered-message = It is a message: the city will look at it, but the law sets no day for an answer, as the surname or the address is missing. You can add them with the button below: the term then runs from that day.
registered-unverified = A moderator looks at it first. The due day stays the same.
choice-open-appeal = Open

list =
    { $total ->
        [one] You have { $total } appeal.
       *[other] You have { $total } appeals.
    }
list-empty = No appeals yet. Write what happened, and I will help.
list-line = <b>{ $number }</b> · { $category } · { $status }
list-drafts = You have something unfinished and can go on with it.
card-title =
    <b>{ $number }</b> · { $category }
    Status: { $status }
next-moderators = A moderator is deciding who will answer.
next-department = Next, the department names an official.
next-executor = An official is preparing the answer.
card-due = The answer is due by { DAY($day) }
card-late = The city is late: the answer was due by { DAY($day) }.
card-delay = The reason for the delay, as the city explains: “{ $text }”
card-decided-forwarded = Passed on to: “{ $text }”
card-decided-returned = What is missing: “{ $text }”
card-decided-not_considered = Why it is not considered: “{ $text }”
card-decided-closed_by_hand = Closed by a controller, unconfirmed. The ground: “{ $text }”
card-decided-extended = The term was extended. The reason: “{ $text }”
status-submitted = received
status-in_progress = in progress
status-needs_details = your reply is needed
status-answered = answered, it is for you to say
status-rework = in rework
status-forwarded = passed to another body
status-returned = returned
status-not_considered = not considered
status-withdrawn = withdrawn
status-closed = solved
status-closed_by_hand = closed by a controller
history = <b>{ $number }</b> · what happened
history-line = { DATETIME($at) } · { $what }
choice-history = History
event-submitted = received
event-taken = taken into work
event-assigned = passed to an official
event-declined = returned to a moderator
event-details_asked = the official asked a question
event-detail_added = the resident added details
event-amended = the resident corrected the text
event-answer_corrected = the answer was corrected
event-noted = a note for staff
event-answered = answered
event-confirmed = the resident confirmed: solved
event-rated = the resident rated the work
event-returned_for_rework = the resident sent it for rework
event-withdrawn = the resident withdrew it
event-forwarded = passed to another body
event-returned = returned to be completed
event-completed = the resident completed it
event-rerouted = passed to the department
event-handed_over = passed to a colleague or the department
event-not_considered = left unconsidered
event-closed_by_hand = closed by a controller, unconfirmed
event-extended = the term was extended
event-delay_explained = the city explained why it is late
event-extension_asked = the official asks for more time
event-extension_declined = the head gave no more time
event-helped = the resident says: they helped
event-help_awaited = the resident is still waiting for help
event-not_helped = the resident says: they did not help

choice-add-detail = Add details
ask-detail = Write what to add, or send a photo.
detail-added = Added to appeal <b>{ $number }</b>. The department will see it.
completed = Appeal <b>{ $number }</b> is completed and back with the city. The answer is due by { DAY($day) }.
choice-withdraw = Withdraw
choice-withdraw-yes = Yes, withdraw
withdraw-sure = Withdraw appeal <b>{ $number }</b>? The city will stop working on it. This cannot be undone.
withdrawn = Appeal <b>{ $number }</b> is withdrawn.
amended = Your correction to appeal <b>{ $number }</b> is passed to the department.

choice-solved = Yes, solved
choice-not-solved = No, not solved
choice-plan-refused = Refuse the plan
choice-planned-done = Yes, done
choice-planned-not-done = Not yet
planned-not-done = The work was not done on the planned day.
choice-helped = Yes, they helped
choice-not-helped = No, not helped
choice-help-awaited = Still waiting
help-yes = Good, noted: <b>{ $number }</b> was helped.
help-no = Noted: they did not help. <b>{ $number }</b> is back with the moderators, and the controller knows. The answer is due by { DAY($day) }.
help-not_yet = All right, I will ask about <b>{ $number }</b> again later. As soon as it is clear, press the button above.
ask-rework-reason = What is wrong? Write or send a photo. The appeal goes back to the department, and the controller hears of it.
ask-verdict-of = Your words about <b>{ $number }</b> are kept. Is it solved? If not, the appeal goes back to the department with these words.
ask-send-rework =
    <blockquote>{ $text }</blockquote>
    { $files ->
        [0] Send it?
       *[other] Files: { $files }. Send it?
    } The appeal goes back to the department as not solved, and the controller hears of it. You can still write more.
rework-sent = Appeal <b>{ $number }</b> is back with the department, and the controller knows. A new answer is due by { DAY($day) }.
ask-stars = Thank you for telling us. Appeal <b>{ $number }</b> is closed. How would you rate the work?
ask-stars-later = How would you rate the work on appeal <b>{ $number }</b>?
choice-rate = Rate
ask-reasons = Your rating: { $stars } of 5. What made it so?
reason-quick = Quick
reason-thorough = Well done
reason-polite = Polite
reason-slow = Slow
reason-careless = Careless work
reason-unclear = Unclear answer
reason-rude = Impolite
choice-comment = Add words
choice-done = Done
choice-not-now = Not now
ask-rating-comment = Write a few sentences: what was good and what was not.
rated = Thank you, your rating is saved.
comment-added = Thank you, your words are saved.
ask-whose = What is this about? Choose an appeal or begin a new one. You can write more.
ask-whose-answer = Is this the answer to the question on appeal <b>{ $number }</b> · { $category }?
ask-send-place =
    { $files ->
        [0] Send this place?
       *[other] Files: { $files }. Send them with the place?
    } You can write more.
onward-rework = While you were writing, the city answered <b>{ $number }</b>. Your words are kept.
onward-detail = Appeal <b>{ $number }</b> is being worked on again. Your words are kept and can be added.
onward-appeal = Appeal <b>{ $number }</b> takes no more details. Your words are kept and begin a new one.
reply-forwarded = Appeal <b>{ $number }</b> is with another body, the city is not working on it now. Your words are kept. If that body did not help, say so with the button: the appeal goes back to the moderators, and you can send them these words.
ask-fix = What should be corrected in appeal <b>{ $number }</b>? What stood before stays in the history.
ask-fix-text = Write the text anew. It will replace the one before.
choice-fix = Correct
choice-identify = Add my data
identified = <b>{ $number }</b> is now an appeal under the law. The legal term of the answer runs from today, you see it on the card.
identify-declined = All right, nothing has changed. The city will look at the message anyway, but there is no legal term for an answer.
card-message = This is a message: there is no legal term for an answer, because the name or the address is missing.
event-corrected = the author made a correction
event-identified = the author added their data
refused-not_a_message = This appeal already has all the data it needs.
