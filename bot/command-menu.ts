import type { Answer } from './ask-again';
import { may, mayEver, type Action, type Actor } from '../domain/permissions';

/** The messenger's list of commands it completes. */
export interface CommandMenu {
  setCommands(
    commands: readonly { readonly name: string; readonly description: string }[],
    scope: 'private' | { readonly chatId: string },
    language?: string,
  ): Promise<Answer>;
}

export const CITIZEN_MENU = [
  'start',
  'new',
  'my',
  'me',
  'human',
  'language',
  'help',
  'check',
  'mydata',
  'forget',
  'moved',
  'cancel',
] as const;

/** What the staff may ask where they work, the likeliest first, and what one must be able to do for it. */
const AT_WORK = {
  ...{ queue: 'work', find: 'work', reply: 'answer', incoming: 'recordIncoming', extend: 'extend' },
  ...{ stats: 'work', assign: 'assign', recategorise: 'recategorise', forward: 'forward' },
  ...{ return: 'returnIncomplete', notconsidered: 'leaveUnconsidered', merge: 'merge', separate: 'merge' },
  ...{ label: 'label', hide: 'hide', strike: 'strike', slow: 'slow', pardon: 'pardon' },
  ...{ closebyhand: 'closeByHand', quarantine: 'steer' },
} as const satisfies Record<string, Action>;
/** What is about people and records, for a moderator's own chat only. */
const PRIVATELY = ['audit', 'export', 'people', 'invite', 'departments', 'moves'] as const;
const ALWAYS = ['where', 'help'] as const;

export const GROUP_MENU = [...Object.keys(AT_WORK), ...ALWAYS];

const usedBy = (actor: Actor): string[] =>
  Object.entries(AT_WORK).flatMap(([name, action]) => (mayEver(actor, action) ? [name] : []));

/** The commands somebody may give in a group where they work. */
export const groupHelpOf = (actor: Actor): readonly string[] => [...usedBy(actor), ...ALWAYS];

/** The commands of the staff somebody may give in their own chat with us, the likeliest first. */
export function staffMenuOf(actor: Actor, { hasStaffApi }: { hasStaffApi: boolean }): readonly string[] {
  const log = may.readBreaches(actor) ? ['breach'] : [];
  if (!may.work(actor)) return log;
  const steering = may.steer(actor) ? [...PRIVATELY, ...(hasStaffApi ? ['apitoken'] : [])] : [];
  return [...usedBy(actor), ...steering, ...log, 'digest', 'where'];
}
