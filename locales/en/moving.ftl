command-moved = I changed my Telegram
command-moves = Requests after a change of Telegram
ask-moving-phone = If you have a new Telegram account, your appeals can be brought here. Share the phone number you wrote with before: press the button below.
ask-moving-name = Write your surname, name and patronymic as you did in your appeals.
refusal-moving-contact = The number can only be shared with the button “Share my number” below. Changed your mind? Write “cancel”.
move-asked = The request is accepted. If there are appeals with this number, we ask the old account to confirm, or a moderator decides. I write when they are moved; it takes up to 14 days. If there is no answer, call { $phone } or file a new appeal.
move-question = On { DATETIME($at) } another Telegram account asked to have all your appeals moved there. The phone number is the same. Is it you?
move-question-moderators = A moderator will decide. If it is not you, say so here.
choice-move-yes = Yes, it’s me
choice-move-no = Not me
move-confirmed-old = Confirmed. The appeals are with the other account now and no longer visible here.
move-denied = Thank you. Nothing was moved, the moderators know. If your SIM card is gone, contact your operator.
move-done-new = Your appeals are here now. Answers will come to this chat.
move-done-old = Your appeals were moved to another Telegram account with the same number. They are no longer visible here. If it was not you, call { $phone }.
moves = <b>Requests after a change of Telegram</b>: { $count }
moves-empty = There are no requests after a change of Telegram.
move-line = { $index }. { DATETIME($at) } · old <code>{ $from }</code> · new <code>{ $to }</code>
move-appeals =
    { $count ->
        [one] { $count } appeal
       *[other] { $count } appeals
    } · the phone is the same, verified by Telegram
move-name-same = The name they said is the same
move-name-other = The name they said is another. The number may have passed to somebody else
move-old-silent = The old account was asked and did not answer
move-old-gone = The old account cannot be written to
moves-how = Once confirmed, all appeals, strikes and limits go over to the new account.
choice-move-confirm = Confirm { $index }
choice-move-decline = Decline { $index }
choice-moves = Look
moves-alert = Somebody asks for their appeals on a new Telegram account, the old one did not answer. It needs your decision.
move-denied-alert = The owner of the old account <code>{ $from }</code> says they did not ask to move appeals to <code>{ $to }</code>. Nothing was moved. The number may have passed to somebody else.
ask-move-yes = Why do you confirm that it is the same person? Write one message. The reason stays in the record of acts.
ask-move-no = Why do you decline the request? Write one message. The reason stays in the record of acts.
move-judged-yes = Moved. Both accounts know.
move-judged-no = Declined, nothing was moved.
refused-move_over = This request is closed already.
refused-move_not_yours = This request is not yours to decide.
refused-move_not_yet = It is for the other side to decide now: the old account or a moderator.
refused-move_no_reason = A reason is needed.
event-author_moved = the resident moved to another Telegram account
act-account-asked = a change of account asked for
act-account-confirmed = a change of account confirmed
act-account-denied = a change of account denied from the old one
act-account-declined = a change of account declined
queue-moves = Requests after a change of Telegram: { $count }. See /moves
my-part-accountMoves = Requests after a change of Telegram
my-kind-moving = a request after a change of Telegram
