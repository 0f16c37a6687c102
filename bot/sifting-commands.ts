import type { Appeal } from '../domain/appeal';
import { LONGEST_SIFTING_DAYS } from '../domain/sifting-rules';
import { siftedScreen, type Told } from '../screens/sifting-screens';
import type { About, Changed } from '../use-cases/change-appeal';
import { pardonAuthor, slowAuthor, strikeAuthor } from '../use-cases/sift-author';
import { tellPerson } from '../use-cases/tell-person';
import { deciding, type StaffCommand } from './decision-commands';
import { textsOf } from './finish-post';
import type { Visit } from './visit';

const DECIDE = { strike: strikeAuthor, slow: slowAuthor, pardon: pardonAuthor } as const;

type Given = { readonly reason: string; readonly days: number };

/** Whatever is decided about somebody, they hear what, why, until when, and how to object. */
async function decideAndTell(
  visit: Visit,
  kind: Told,
  about: About,
  { appeal, reason, days }: Given & { appeal: Appeal },
): Promise<Changed> {
  const { deps } = visit;
  const decided = await DECIDE[kind](deps, { ...about, reason, days });
  if (!decided.ok) return decided;
  const [t, citizen] = [await textsOf(deps, appeal.citizenId), await deps.citizens.find(appeal.citizenId)];
  if (!citizen) return decided;
  const screen = siftedScreen(t, deps.city, { kind, appeal, citizen, reason, now: deps.clock() });
  await tellPerson(deps, appeal.citizenId, { eventId: about.commandId, screen });
  return decided;
}

const isTerm = (days: number) => days >= 1 && days <= LONGEST_SIFTING_DAYS;

/** «ображає працівників 30»: the days come last, or not at all. */
function strikeIn({ deps }: Visit, words: string): Given | undefined {
  const [, reason = '', written] = /^([^]*?)(?:\s+(\d{1,4}))?$/.exec(words) ?? [];
  const days = written ? Number(written) : deps.city.sifting.strikeDays;
  return /\p{L}/u.test(reason) && isTerm(days) ? { reason, days } : undefined;
}

/** «30 надсилає рекламу» */
function slowIn(_visit: Visit, words: string): Given | undefined {
  const [, written = '', reason = ''] = /^(\d{1,4})\s+([^]+)$/.exec(words) ?? [];
  const days = Number(written);
  return /\p{L}/u.test(reason) && isTerm(days) ? { reason, days } : undefined;
}

const pardonIn = (_visit: Visit, reason: string): Given => ({ reason, days: 0 });

const sifting = (
  action: Told,
  texts: { how: string; done: string },
  read: (visit: Visit, words: string) => Given | undefined,
): StaffCommand =>
  deciding({
    ...{ action, ...texts },
    carryOut: async (visit, about, appeal, words) => {
      const given = read(visit, words);
      return given && decideAndTell(visit, action, about, { ...given, appeal });
    },
  });

/** What moderators decide about whoever wrote an appeal, by its number. */
export const SIFTING_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  strike: sifting('strike', { how: 'staff-strike-how', done: 'staff-struck' }, strikeIn),
  slow: sifting('slow', { how: 'staff-slow-how', done: 'staff-slowed' }, slowIn),
  pardon: sifting('pardon', { how: 'staff-pardon-how', done: 'staff-pardoned' }, pardonIn),
};
