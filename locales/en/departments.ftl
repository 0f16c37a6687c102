departments = Departments. A tick: the group is bound. A warning sign: something is wrong with the group.
department = <b>{ $name }</b>
department-people =
    { $count ->
        [0] Nobody has a role here yet. To invite: /invite
        [one] { $count } person with a role.
       *[other] { $count } people with roles.
    }
desk-bound = ✓ { $name }: the group works
desk-unbound = – { $name }: no group
desk-trouble = ⚠ { $name }: the group is out of reach, cards go to the staff chat
choice-binding-code = Code: { $desk }
choice-unbind = Unbind: { $desk }
choice-unbind-yes = Yes, unbind
choice-all-departments = All departments
choice-open-department = Department
binding-code =
    Add me to the department’s group and write there:
    <code>/bind { $code }</code>
binding-code-how = The code works for two days and only once. If the group has topics, let me manage them: each appeal gets its own. A new group takes the place of the one before.
ask-unbind = Unbind the group? Open cards move to another group of the department or to the staff chat.
group-unbound = The group is unbound. The cards are on their way.
bind-in-group = This command is written in the department’s group.
bind-how = Write the code after the command. A moderator has it: /departments in our own chat.
group-bound = Appeals now come here: <b>{ $department }</b>. Open ones are on their way.
group-bound-people = People with a role in the department may act. A moderator invites them: /invite in our own chat.
group-lacks-topics = For each appeal to have its own topic, make me an administrator who may manage topics.
group-removed = I was removed from the group: <b>{ $department }</b>. The department’s cards go to the staff chat until the group is back. Add me again or bind another group.
group-unreachable = I cannot write to the group: <b>{ $department }</b>. It may be deleted, or my rights were taken. The department’s cards go to the staff chat. Give the rights back or bind another group.
group-mended = The group works again: <b>{ $department }</b>. The cards go back to it.
group-rights = The group lacks rights: <b>{ $department }</b>. Cards come, but without topics of their own.
staff-chat-rights = I lack rights in the staff chat. Cards come, but without topics of their own.
staff-chat-lost = I was removed from the staff chat. Without it nobody sees the appeals of departments that have no group. Add me again.
staff-chat-muted = I am not allowed to write to the staff chat. All that goes there waits. Let me send messages, and it comes within minutes.
card-moved = Passed to the department: { $department }. Nothing to do here.
card-moved-moderators = Passed to the moderators. Nothing to do here.
refused-no_such_desk = The department has no such group.
refused-no_such_code = This code does not work. Ask a moderator for a new one.
refused-staff_chat = This is the staff chat, shared by all departments. Write this command in the department’s own group: the code was not used.
