command-forget = Erase my data
choice-forget = Erase my data
choice-forget-on = Go on
choice-forget-yes = Yes, erase
choice-forget-no = No, keep
choice-forget-back = Change my mind
forget-what =
    <b>Erase my data</b>

    We will erase your name, phone, e-mail, address, drafts, the photos and documents you sent, and all that the bot remembers about you.
forget-kept =
    { $count ->
        [one] The appeals themselves and the city’s answers stay, without your name, contacts and files: the law orders to keep them for { $count } year.
       *[other] The appeals themselves and the city’s answers stay, without your name, contacts and files: the law orders to keep them for { $count } years.
    }
forget-running =
    { $count ->
        [one] { $count } appeal is still running. It goes on, and you will get the answer. We keep your contacts until it ends: without them nobody could answer.
       *[other] { $count } appeals are still running. They go on, and you will get the answers. We keep your contacts until they end: without them nobody could answer.
    }
forget-colleague = Your role in the city and what you did as an official stay: they are the city’s documents.
forget-grace = We erase in 30 days. Until then you can change your mind. Messages in the messenger itself are yours to delete.
forget-sure = Erase your data on { DATE($day) }? Nobody will be able to bring them back.
forget-asked = Noted. We will erase your data on { DATE($day) }. Until then you can change your mind with the button or /forget.
forget-meanwhile = There will be no more reminders. If you write to the city again, we will answer as ever.
forget-taken-back = Good, your data stay. Nothing was erased.
forget-under-way = Your data are being erased already; it cannot be stopped. I will write when it is done.
forget-done = Your data are erased. Your appeals stay without your name, contacts and files. If you need the city again, just write: we will start afresh.
me-forgetting = You asked to erase your data: we will do it on { DATE($day) }. To change your mind: /forget
act-person-forgotten = a person’s data erased at their request
event-pseudonymised = the author’s data removed
my-field-forgetting = Request to erase the data
my-field-askedAt = Asked
