import { entryOf } from '../domain/entry';
import { may } from '../domain/permissions';
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

/** Whoever stands in a staff chat without a post may ask what there is, and no more. */
const needsPost = (visit: Visit, name: string): boolean => !may.work(visit.actor) && name !== 'help';

const staffOnly: StaffCommand = ({ t }) => Promise.resolve({ screen: { text: t('staff-only') } });

const privately: StaffCommand = ({ t }) => Promise.resolve({ screen: { text: t('digest-privately') } });

function commandOf(visit: Visit, name: string): StaffCommand | undefined {
  if (name === 'breach' && visit.isInStaffChat && may.readBreaches(visit.actor)) return privately;
  const known = visit.isInStaffChat ? entryOf(STAFF_COMMANDS, name) : undefined;
  return entryOf(ANYWHERE, name) ?? (known && needsPost(visit, name) ? staffOnly : known);
}

async function onCommand(visit: Visit, name: string, argument: string): Promise<Reply> {
  const command = commandOf(visit, name);
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
  const press = parsed && entryOf(STAFF_PRESSES, parsed.verb);
  return press ? press(visit, parsed.subjects) : { note: visit.t.plain('staff-past-button') };
}
