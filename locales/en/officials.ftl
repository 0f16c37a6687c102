preview-officials = Only the city’s controllers will read it, not the department. If it is about one of them, say so plainly: another controller will close it to that person.
registered-officials = A city controller gets it, not the department. The answer will come by { DAY($day) }; I will write.
city-controller = City Controller
next-controllers = A controller is deciding who will answer.
notice-term-changed-officials = We have made sure what your appeal is about. A city controller will deal with it, not the department.
staff-about-officials = 🔒 About officials: only controllers see it, and whoever they give it to
staff-complained-of = It complains about: { $who }
staff-nobody-named = It names nobody
staff-name-official = Whom it is about
staff-controllers-only = A controller deals with this appeal.
staff-privately-only = Write to me about this appeal in your own chat with me.
card-left = <b>{ $number }</b>: no longer dealt with in this chat.
ask-official = <b>{ $number }</b>: whom does it complain about? The colleague you name will not see it, not even as a controller. You can name several.
choice-nobody-named = Nobody is named
official-named = <b>{ $number }</b>: recorded whom it is about. They do not see it.
nobody-named = <b>{ $number }</b>: recorded that it names nobody.
unattended =
    ⚠️ Appeal <b>{ $number }</b> about an official has reached no controller. An answer is due by { DAY($day) }.
    Only controllers see its text. Ask a controller to open the chat with the bot and write /queue. If there is no controller, tell the city’s leadership.
mark-officials = official
staff-mark-officials = Marked as a complaint about an official
event-official_named = recorded whom it is about
refused-not_public = Appeals on this subject are not joined: only the author may read the answer.
refused-about_officials = A complaint about an official is not joined to others: it always stands alone.
refused-not_about_officials = This appeal is not about officials. Mark it first: /label { $number } official
refused-complained_of = Appeal { $number } complains about this person. Give it to somebody else.
refused-is_author = This person wrote appeal { $number }. Give it to somebody else.
