import { may } from '../domain/permissions';
import { lines, paragraphs } from '../screens/texts';
import { whyNotKey } from '../screens/why-refused';
import { assignAppeal } from '../use-cases/assign-appeal';
import { groupHelpOf, staffMenuOf } from './command-menu';
import { DECISION_COMMANDS, nextSteps, type StaffCommand as Command } from './decision-commands';
import { DEPARTMENT_COMMANDS } from './department-commands';
import { digest } from './digest-command';
import { find } from './find-command';
import { OVERSIGHT_COMMANDS } from './oversight-commands';
import { PEOPLE_COMMANDS } from './people-commands';
import { JOINING_COMMANDS } from './joining-commands';
import { SIFTING_COMMANDS } from './sifting-commands';
import { showQuarantine } from './quarantine';
import { hide } from './hide-command';
import { showMoves } from './moving-presses';
import { queue } from './queue-command';
import { recategorise } from './recategorise-command';
import { reply } from './reply-command';
import { TOKEN_COMMANDS } from './token-commands';
import type { Reply, Visit } from './visit';

/** `/assign 2026-000001 123456789`. */
async function assign(visit: Visit, argument: string): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const [number = '', executor = ''] = argument.trim().split(/\s+/);
  const appeal = await deps.appeals.findByNumber(number);
  if (!appeal || !/^\d{3,15}$/.test(executor)) return { screen: { text: t('staff-assign-how') } };
  if (!may.assign(actor, appeal))
    return {
      screen: { text: appeal.isAboutOfficials ? t(whyNotKey(actor, appeal)) : t('staff-assign-who') },
    };
  const executorId = `${incoming.chat.messenger}-${executor}`;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const assigned = await assignAppeal(deps, { ...about, executorId });
  if (assigned.ok)
    return { screen: { text: t('staff-assigned', { number }), choices: nextSteps(visit, assigned.appeal) } };
  const isOver = assigned.refusal === 'wrong_status' && assigned.appeal;
  return {
    screen: { text: t(isOver ? `staff-over-${isOver.status}` : `refused-${assigned.refusal}`, { number }) },
  };
}

/** What the staff may ask here, each command with its use. */
export const staffHelp: Command = ({ deps, t, actor, incoming }) => {
  const names = incoming.chat.kind === 'private' ? staffMenuOf(actor, deps) : groupHelpOf(actor);
  const list = names.map((name) => t('help-line', { name, what: t.plain(`command-${name}`) }));
  return Promise.resolve({ screen: { text: paragraphs(t('staff-help'), lines(...list)) } });
};

/** The ids a moderator needs for the settings. */
export const where: Command = ({ t, incoming }) => {
  const { chatId, threadId } = incoming.chat;
  const person = incoming.person?.id ?? '';
  const text = lines(
    t('where', { chat: chatId, person }),
    threadId ? t('where-topic', { thread: threadId }) : undefined,
  );
  return Promise.resolve({ screen: { text } });
};

/** Commands of the staff chat; moderators may use them in private too. */
export const STAFF_COMMANDS: Readonly<Record<string, Command>> = {
  queue,
  find,
  assign,
  ...DECISION_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...JOINING_COMMANDS,
  ...SIFTING_COMMANDS,
  recategorise,
  hide,
  moves: (visit) => showMoves(visit, []),
  reply,
  digest,
  quarantine: showQuarantine,
  ...DEPARTMENT_COMMANDS,
  ...OVERSIGHT_COMMANDS,
  ...TOKEN_COMMANDS,
  where,
  help: staffHelp,
  start: staffHelp,
};
