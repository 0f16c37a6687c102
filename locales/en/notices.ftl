notice-title = <b>{ $number }</b> · { $category }
notice-taken = { $department } is working on your appeal. The answer is due by { DAY($day) }.
notice-details-asked = To prepare the answer, { $department } asks:
notice-how-to-reply = Reply to this message with words or a photo. The due day stays the same: { DAY($day) }.
choice-reply = Reply
quoted = <blockquote>{ $text }</blockquote>
answered-done = { $department } says the work is done:
answered-partly_done = { $department } says part of the work is done:
answered-refused = Unfortunately, { $department } has refused:
answered-explained = { $department } explains:
answered-planned = { $department } is planning the work:
answered-ground = Ground: { $ground }
answered-how-to-appeal = You can challenge this refusal before a higher body or a court: within a month of learning of it and within a year of the decision.
answered-planned-on = Planned for { DAY($day) }
answered-signed = Signed by { $name }, { $post }
decided-forwarded = This is outside the city’s powers, so your appeal was passed to the body in charge. The answer will come from there. Passed on to:
decided-returned = The city lacks something to consider your appeal. What is missing:
decided-how-to-complete = Write it or send a photo, and the appeal goes back to work under the same number.
decided-late = The law gives 5 days for this. The city is late.
choice-complete = Complete
decided-not_considered = Unfortunately, your appeal will not be considered. The ground under article 8 of the law on citizens’ appeals:
decided-how-to-object = You can challenge this decision before a higher body or a court: within a month of learning of it and within a year of it.
decided-extended = The answer will come later: the term is extended to { DAY($day) }. The law allows no more than 45 days from registration. The reason:
ask-verdict = Is it solved?
notice-rate-reminder = The city answered on { DAY($day) } and is waiting for your word. Is it solved?
notice-draft-nudge = You have an unfinished appeal. It is saved, and you can go on at any time.
notice-rework-alert =
    The resident says it is not solved. Sent back for rework { $count ->
        [one] { $count } time
       *[other] { $count } times
    }. New due day: { DAY($day) }.
notice-rework-again = This is not the first rework: the head should take it up. Department: { $department }.
notice-late = The answer was due by { DAY($day) }, and there is none yet. Department: { $department }.
notice-late-asked = The department is waiting for your details.
notice-late-known = The controller knows about the delay.
notice-late-legal = The legal term is over too: it was { DAY($day) }.
notice-late-next = I will write as soon as there is an answer.
