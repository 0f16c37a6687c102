import { onStaffEdit } from './staff-edits';
import { knownAs, onReply, quoting } from './staff-replies';
import { STAFF_COMMANDS, where } from './staff-commands';
import { STAFF_PRESSES } from './staff-presses';
import { parseToken } from './tokens';
import type { Reply, Visit } from './visit';

async function onCommand(visit: Visit, name: string, argument: string): Promise<Reply> {
  const command = name === 'where' ? where : name === 'card' ? undefined : STAFF_COMMANDS[name];
  if (!command || (name !== 'where' && !visit.isInStaffChat)) return {};
  return quoting(visit, knownAs(visit, {}, await command(visit, argument)));
}

/** Everything a person does in a group. Only the staff chat acts; elsewhere the bot tells its id and is silent. */
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
