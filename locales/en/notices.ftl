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
answered-how-to-appeal = You can challenge this refusal. A complaint is looked into by { $body }, or you can go to court. The time: a month from learning of the refusal, and no more than a year from the decision.
answered-planned-on = Planned for { DAY($day) }
answered-signed = Signed by { $name }, { $post }
decided-forwarded = This is outside the city’s powers, so your appeal was passed to the body in charge. The answer will come from there. Passed on to:
decided-returned = The city lacks something to consider your appeal. What is missing:
decided-how-to-complete = Write it or send a photo, and the appeal goes back to work under the same number.
decided-late = The law gives 5 days for this. The city is late.
choice-complete = Complete
decided-not_considered = Unfortunately, your appeal will not be considered. The ground under article 8 of the law on citizens’ appeals:
decided-how-to-object = You can challenge this decision. A complaint is looked into by { $body }, or you can go to court. The time: a month from learning of it, and no more than a year from the decision.
decided-extended = The answer will come later: the term is extended to { DAY($day) }. The law allows no more than 45 days from registration. The reason:
notice-closed-by-hand = The city answered on { DAY($day) } and reminded you, but you have not said if it is solved. So a controller closed the appeal. The ground:
notice-closed-window = The last word is yours. If it is not solved, press the button by { DAY($day) }, and the appeal goes back to the department.
ask-verdict = Is it solved?
ask-verdict-planned = I will ask you on that day whether it is done. If the plan does not suit you, press “No, not solved”.
notice-rate-reminder = The city answered on { DAY($day) } and is waiting for your word. Is it solved?
notice-draft-nudge = You have an unfinished appeal. It is saved, and you can go on at any time.
notice-rework-alert =
    The resident says it is not solved. Sent back for rework { $count ->
        [one] { $count } time
       *[other] { $count } times
    }. New due day: { DAY($day) }.
notice-rework-again = This is not the first rework, so the head knows of it. Department: { $department }.
notice-rework-deputy = The deputy mayor knows of it too.
notice-late = The answer was due by { DAY($day) }, and there is none yet. Department: { $department }.
notice-late-asked = The department is waiting for your details.
notice-late-known = The head or a controller knows about the delay.
notice-late-legal = The legal term is over too: it was { DAY($day) }.
notice-late-next = I will write as soon as there is an answer.
notice-delay = The answer was due by { DAY($day) }. Why there is none yet, { $department } explains:
planned-day = For { DAY($day) } { $department } is planning the work:
planned-day-done = Is it done?
help-question = On { DAY($day) } your appeal was passed to the body in charge:
help-question-ask = Did they help?
alarm-notice_waits = One of the notices has been waiting for some minutes. See the logs of the processes: its id is there.
alarm-token_refused = The messenger refused the bot’s token, nothing was sent for a while. Check BOT_TOKEN.
