import { onStaffEdit } from './staff-edits';
import { knownAs, onReply, quoting } from './staff-replies';
import type { StaffCommand } from './decision-commands';
import { bind } from './department-commands';
import { STAFF_COMMANDS, where } from './staff-commands';
import { STAFF_PRESSES } from './staff-presses';
import { parseToken } from './tokens';
import type { Reply, Visit } from './visit';

/** What a group that is nobody's yet may ask. */
const ANYWHERE: Readonly<Record<string, StaffCommand>> = { where, bind };

async function onCommand(visit: Visit, name: string, argument: string): Promise<Reply> {
  const command = ANYWHERE[name] ?? (visit.isInStaffChat ? STAFF_COMMANDS[name] : undefined);
  if (!command) return {};
  return quoting(visit, knownAs(visit, {}, await command(visit, argument)));
}

/** Everything a person does in a group. Only staff chats act; elsewhere the bot tells its id, may be bound, and is silent. */
export async function staffDoor(visit: Visit): Promise<Reply> {
  const { content, isForwarded } = visit.incoming;
  if (content.kind === 'command' && !isForwarded) return onCommand(visit, content.name, content.argument);
  if (!visit.isInStaffChat) return {};
  if (content.kind === 'edit') return onStaffEdit(visit, content);
  if (content.kind !== 'press') return onReply(visit);
  const parsed = parseToken(content.token);
  const press = parsed && STAFF_PRESSES[parsed.verb];
  return press ? press(visit, parsed.subjects) : { note: visit.t.plain('staff-past-button') };
}
