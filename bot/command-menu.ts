import { may, type Actor } from '../domain/permissions';

/** The messenger's list of commands it completes. */
export interface CommandMenu {
  setCommands(
    commands: readonly { readonly name: string; readonly description: string }[],
    scope: 'private' | { readonly chatId: string },
    language?: string,
  ): Promise<unknown>;
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

/** What everybody of the office may ask. */
const OF_OFFICE = ['queue', 'find', 'reply', 'incoming', 'extend', 'stats'] as const;
/** What moderators and controllers decide; a group sees it too, as they work there. */
const OF_STEERING = [
  ...['assign', 'recategorise', 'forward', 'return', 'notconsidered', 'merge', 'separate', 'label', 'hide'],
  ...['strike', 'slow', 'pardon'],
  ...['closebyhand', 'quarantine'],
] as const;
/** What is about people and records, for a moderator's own chat only. */
const PRIVATELY = ['audit', 'export', 'people', 'invite', 'departments', 'moves'] as const;
const ALWAYS = ['where', 'help'] as const;

export const GROUP_MENU = [...OF_OFFICE, ...OF_STEERING, ...ALWAYS];

/** The commands of the staff somebody may give in their own chat with us, the likeliest first. */
export function staffMenuOf(actor: Actor, { hasStaffApi }: { hasStaffApi: boolean }): readonly string[] {
  const log = may.readBreaches(actor) ? ['breach'] : [];
  if (!may.work(actor)) return log;
  const isTheirs = (name: string) => name !== 'closebyhand' || actor.roles.includes('controller');
  const steering = [...OF_STEERING.filter(isTheirs), ...PRIVATELY, ...(hasStaffApi ? ['apitoken'] : [])];
  return [...OF_OFFICE, ...(may.steer(actor) ? steering : []), ...log, 'digest', 'where'];
}
