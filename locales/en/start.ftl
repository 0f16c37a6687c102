language-uk = Українська
language-en = English

start =
    <b>Vidhuk · { $city }</b>

    Tell the city about a problem, ask for help or suggest something. The city answers, and you decide whether the job is done.

    You can simply write what happened.
menu-new = New appeal
menu-my = My appeals
menu-me = My data
menu-how = How it works
menu-human = A person
menu-start = To the start
how-it-works =
    <b>How it works</b>

    1. You write what happened in your own words. The bot helps you choose a subject and give the place.
    2. You see the appeal’s number at once, and the day by which the city must answer.
    3. The bot tells you when somebody takes the appeal, has a question or answers.
    4. You say whether it is solved. If not, the appeal goes back to the department and the controller hears of it. Nobody closes it quietly without you.

    Filing for somebody else or together with neighbours? Press “Change” before sending.

    You need not press buttons: type the number or the words on one. Commands: /new new appeal, /my my appeals, /me my data, /human talk to a person, /cancel cancel.
human =
    <b>Talk to a person</b>

    Phone: { $phone }
    { $hours }
    { $address }
human-emergency = If a life is in danger, call at once:
human-number = <b>{ $number }</b> { $name }
choose-language = Which language suits you?
language-set = From now on I will write in English.
me = <b>What we know about you</b>
me-line = { $what }: <b>{ $value }</b>
me-consent = You agreed to the data notice (version { $version }) on { DAY($day) }. Choose what to correct.
me-no-consent = You have not agreed to us keeping your data yet. We will ask when you send an appeal.
me-saved = Your data is corrected.
me-not-saved = Fine, nothing was changed.

nav-back = Back
nav-skip = Skip
nav-keep = Keep as is
nav-later = For later
nav-cancel = Cancel
nav-newer = ← Newer
nav-older = Older →
nothing-to-ask = All is ready here.

unknown-command = There is no such command. Here is what you can do:
unknown-command-here = There is no such command. Let us go on from here:
not-understood = I cannot read this. Please write in words or send a photo or a voice message.
contact-later = Thank you. I will ask for your number when you make an appeal: please share it then.
you-are-welcome = You are welcome. I am here when you need me.
past-button = That button no longer works. Here is where you are now:
past-button-note = That button no longer works.
past-button-idle = That button no longer works. Let us start from here.
draft-cancelled = The draft is cancelled. If you change your mind, you can bring it back.
draft-later = The draft is saved. It waits for you here and in “My appeals”.
draft-parked = What you had begun is saved for later.
draft-gone = That draft is no longer there.
draft-left-empty = Fine, nothing was written down.
draft-aside = You put this aside earlier. You can go on with it.
draft-newer = This conversation cannot go on just now: the bot is being updated. Your answers are saved. Please try again later.
draft-newer-onward = You can begin a new appeal right now: /new
draft-newer-lost = The last thing you sent is not saved.
draft-newer-kept = The last thing you sent is saved too. If it is a new appeal, press “It’s an appeal”.
draft-sent = This was sent already.
choice-restore = Bring back
choice-resume = Continue draft
list-draft = Draft: { $text }
choice-back-to-draft = To the draft
choice-drop-draft = Delete draft
resumed = Let us go on from where you stopped.
edit-after-sent = Your earlier words are sent and stay as they were. You can send the correction after them as a detail.
edit-too-late = Your words about appeal <b>{ $number }</b> are sent and cannot be changed.
edit-not-used = I see your correction, but the answer to the earlier question stays as it was. To change it, go “Back”.
nothing-to-cancel = There is nothing to cancel now.
trouble-kept = Something went wrong on our side. What you sent is saved and we will look into it. Please try again or call { $phone }.
trouble-wait = We have some trouble and will answer with a delay. Nothing is lost, no need to send it again.
words-menu = menu, start, help, begin
words-yes = yes, yeah, yep, ok, okay, sure, fine, all right, correct, agree, send it
words-no = no, nope, disagree, I do not agree
words-solved = yes, yes it is, done, yes done, it is done, solved, all solved, it is solved
words-not-solved = no, not solved, not done, not done yet, it is not, not yet
words-none = no, none, nope, nothing, no photos, no place, next, not needed
words-unsure = don’t know, I don’t know, no idea, unsure, hard to say
choice-insist = It’s an appeal
insisted = All right, this will be an appeal. Your words are kept.
hardly-an-appeal = This does not look like a matter for the city. If you need help, add what happened. If it is an appeal after all, choose a topic.
