staff-hide = Hide photos
command-hide = Hide photos
staff-hide-how =
    Write the number of the appeal, which photos to hide (numbers from the list, or “all”) and why. Without photo numbers I show the list. With a minus a photo is shown again. You may also send the command as a reply to the photo itself.
    For example: /hide 2026-000001 1 3 faces
hide-all-words = all
hide-usual-reason = It shows a face, a number plate or other personal data
hide-list = Photos and files of <b>{ $number }</b>
hide-line = { $ordinal }. { $kind }
hide-line-hidden = { $ordinal }. { $kind } · hidden
hide-how = What is hidden only the author and a controller see. With your own reason: /hide { $number } 1 reason
hide-hide = Hide { $ordinal }
hide-show = Show { $ordinal }
hide-view = Original { $ordinal }
hide-all = Hide all
hide-nothing = The resident sent no photos or files to { $number }.
hide-done = Hidden in <b>{ $number }</b>. I am taking it out of the groups; where that fails I say so under the photo itself. The author learns the reason.
hide-undone = Visible again in <b>{ $number }</b>. The author will learn of it.
hide-covered = Hidden by a moderator
hide-stands = A moderator hid this file, but the bot cannot take it away from here. Please delete the message by hand.
hide-original = The original of <b>{ $number }</b>. It is hidden from others; this view is recorded.
hide-original-sent = Sent to your own chat, the view is recorded.
hide-original-not-sent = It could not be sent. Open the chat with the bot, press “Start” and try again.
staff-hidden-who = Only a controller sees hidden photos.
staff-hidden =
    { $count ->
        [one] { $count } file hidden by a moderator
       *[other] { $count } files hidden by a moderator
    }
refused-no_such_file = There is no such photo in this appeal. /hide and the number of the appeal show the list.
notice-files-hidden =
    { $count ->
        [one] A moderator hid { $count } of your files from other people. The reason:
       *[other] A moderator hid { $count } of your files from other people. The reason:
    }
notice-files-hidden-next = The original is kept, only a controller sees it. The appeal goes on, the answer is due by { DAY($day) }.
notice-files-shown =
    { $count ->
        [one] { $count } of your files is visible again to those who work on the appeal. Why:
       *[other] { $count } of your files are visible again to those who work on the appeal. Why:
    }
event-files_hidden = a moderator hid photos
event-files_shown = a moderator showed photos again
staff-note-files_shown = Photos of <b>{ $number }</b> are visible again
act-hidden-viewed = a hidden photo viewed
