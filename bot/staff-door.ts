import type { Appeal } from '../domain/appeal';
import { may, type Action } from '../domain/permissions';
import { staffHistory } from '../screens/staff-screens';
import type { Changed } from '../use-cases/change-appeal';
import { declineAppeal } from '../use-cases/decline-appeal';
import { takeAppeal } from '../use-cases/take-appeal';
import { begin, presentDraft, proceed } from './conversation';
import { inputOf, pressStep } from './dialogue-press';
import { STAFF_COMMANDS, inStaffChat, where } from './staff-commands';
import { parseToken } from './tokens';
import type { Reply, Visit } from './visit';

type Subjects = readonly string[];

/** The appeal a button names, if this person may act on it; the rest get a short reason. */
const onAppeal =
  (action: Action, act: (visit: Visit, appeal: Appeal) => Promise<Reply>) =>
  async (visit: Visit, [appealId = '']: Subjects): Promise<Reply> => {
    const appeal = await visit.deps.appeals.find(appealId);
    if (!appeal) return { note: visit.t.plain('refused-not_found') };
    if (!may[action](visit.actor, appeal)) return { note: visit.t.plain('staff-only') };
    return act(visit, appeal);
  };

/** The card itself shows the new state; the button only needs a short note. */
const change =
  (carryOut: (visit: Visit, appealId: string) => Promise<Changed>, key: string) =>
  async (visit: Visit, { id, number }: Appeal): Promise<Reply> => {
    const changed = await carryOut(visit, id);
    return {
      note: changed.ok ? visit.t.plain(key, { number }) : visit.t.plain(`refused-${changed.refusal}`),
    };
  };

const about = (visit: Visit, appealId: string) => ({
  actor: visit.actor,
  appealId,
  commandId: visit.incoming.id,
});

const PRESSES: Readonly<Record<string, (visit: Visit, subjects: Subjects) => Promise<Reply>>> = {
  d: pressStep,
  take: onAppeal(
    'take',
    change((visit, id) => takeAppeal(visit.deps, about(visit, id)), 'staff-taken'),
  ),
  dec: onAppeal(
    'decline',
    change((visit, id) => declineAppeal(visit.deps, about(visit, id)), 'staff-declined'),
  ),
  ans: onAppeal('answer', (visit, { id }) => begin(visit, { kind: 'answer', subjectId: id })),
  ask: onAppeal('ask', (visit, { id }) => begin(visit, { kind: 'question', subjectId: id })),
  sh: onAppeal('see', (visit, appeal) => Promise.resolve({ screen: staffHistory(visit.t, appeal) })),
  sc: onAppeal('see', (visit, { id }) => STAFF_COMMANDS.card!(visit, id)),
};

/** Which appeal a message of ours in the group was about. */
async function appealOf(visit: Visit, messageId: string): Promise<string | undefined> {
  const { deps, incoming } = visit;
  const card = await deps.cards.findByMessage(incoming.chat, messageId);
  return card?.appealId ?? (await deps.notices.findByMessage(incoming.chat, messageId))?.appealId;
}

/** A reply to the card drafts an answer; a reply to the bot's question goes on with what was begun. Other talk is not ours. */
async function onReply(visit: Visit): Promise<Reply> {
  const { incoming, deps } = visit;
  const { replyToMessageId } = incoming;
  const input = inputOf(incoming.content, incoming.messageId ?? incoming.id);
  if (!replyToMessageId || !input) return {};
  const draft = await presentDraft(visit);
  const appealId = await appealOf(visit, replyToMessageId);
  if (draft && (!appealId || appealId === draft.subjectId))
    return quoting(visit, await proceed(visit, draft, input));
  const appeal = appealId ? await deps.appeals.find(appealId) : undefined;
  if (!appeal) return {};
  if (!may.answer(visit.actor, appeal)) return { screen: { text: visit.t('staff-only') } };
  if (input.kind !== 'text' && input.kind !== 'file') return {};
  return quoting(visit, await begin(visit, { kind: 'answer', subjectId: appeal.id }, input));
}

/** In a group it must be seen whom the bot talks to. */
function quoting(visit: Visit, reply: Reply): Reply {
  const { messageId } = visit.incoming;
  if (!reply.screen || !messageId) return reply;
  return { ...reply, screen: { ...reply.screen, replyToMessageId: messageId } };
}

async function onCommand(visit: Visit, name: string, argument: string): Promise<Reply> {
  if (name === 'where') return where(visit, argument);
  const command = name === 'card' ? undefined : STAFF_COMMANDS[name];
  if (!command || !inStaffChat(visit)) return {};
  return quoting(visit, await command(visit, argument));
}

/** Everything a person does in a group. Only the staff chat acts; elsewhere the bot tells its id and is silent. */
export async function staffDoor(visit: Visit): Promise<Reply> {
  const { content, isForwarded } = visit.incoming;
  if (content.kind === 'command' && !isForwarded) return onCommand(visit, content.name, content.argument);
  if (!inStaffChat(visit)) return {};
  if (content.kind !== 'press') return onReply(visit);
  const parsed = parseToken(content.token);
  if (!parsed || content.token === visit.position.lastToken) return {};
  const press = PRESSES[parsed.verb];
  return press ? press(visit, parsed.subjects) : { note: visit.t.plain('past-button') };
}
