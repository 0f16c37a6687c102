import type { Town } from '../../sandbox/town';
import { SECOND_POLLER } from '../checks/answers';
import { draftsIn } from '../checks/desks';
import { comesTrue } from '../town-of';

export interface SecondPoller {
  readonly town: Town;
  readonly personId: number;
  /** Bots that ended. */
  ended: number;
}

/** Said while the bot that heard it could not confirm it any more, and after that bot had ended. */
export const SAID = ['Третю добу не горить ліхтар біля будинку 1', 'Не горить ліхтар, 1-1'] as const;

const WAITED_MS = 30_000;

/** The texts in all drafts of somebody. */
export async function textsOf(town: Town, personId: number): Promise<string[]> {
  const drafts = await draftsIn(town)
    .find({ ownerId: `telegram-${personId}` })
    .toArray();
  return drafts.flatMap(({ fields }) => (fields.pieces ?? []).map(({ text }) => text));
}

/** The bot that polls hears something and is then told that another program polls. */
export async function playSecondPoller(town: Town): Promise<SecondPoller> {
  const { telegram, botProcesses } = town;
  const person = telegram.person({ firstName: 'Марія', languageCode: 'uk' });
  await person.says('/new');
  await person.waits(/Розкажіть/, { timeoutMs: WAITED_MS });
  await comesTrue(() => telegram.pendingUpdates() === 0, WAITED_MS);
  telegram.faults.nextCalls('getUpdates', 1, SECOND_POLLER);
  await person.says(SAID[0]);
  const ended = () => botProcesses.filter((bot) => bot.hasEnded()).length;
  await comesTrue(() => ended() > 0, WAITED_MS);
  await person.says(SAID[1]);
  const isKept = async () => (await textsOf(town, person.id)).includes(SAID[1]);
  await comesTrue(async () => telegram.pendingUpdates() === 0 && (await isKept()), WAITED_MS);
  return { town, personId: person.id, ended: ended() };
}
