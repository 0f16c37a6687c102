import type { Appeal } from '../domain/appeal';
import { localDay } from '../domain/calendar';
import { windowEndsAt } from '../domain/closing';
import { may } from '../domain/permissions';
import { isPastSifting } from '../domain/term';
import type { Choice, Markup } from '../messengers/messenger';
import { afterDecision } from '../screens/queue-screens';
import { paragraphs } from '../screens/texts';
import { whyNotKey, whyRefused } from '../screens/why-refused';
import type { About, Changed } from '../use-cases/change-appeal';
import { closeAppealByHand } from '../use-cases/close-by-hand';
import { extendAppeal } from '../use-cases/extend-appeal';
import { forwardAppeal } from '../use-cases/forward-appeal';
import { leaveAppealUnconsidered } from '../use-cases/leave-unconsidered';
import { recordIncomingNumber } from '../use-cases/record-incoming';
import { returnIncompleteAppeal } from '../use-cases/return-incomplete';
import { readExtension } from './read-extension';
import type { Reply, Visit } from './visit';

export type StaffCommand = (visit: Visit, argument: string) => Promise<Reply>;

interface Deciding {
  readonly action:
    | 'recordIncoming'
    | 'extend'
    | 'forward'
    | 'returnIncomplete'
    | 'leaveUnconsidered'
    | 'merge'
    | 'label'
    | 'strike'
    | 'slow'
    | 'pardon'
    | 'closeByHand';
  /** The texts that explain the command and that say it is done. */
  readonly how: string;
  readonly done: string;
  /** Art. 7 gives five days for it: later is said. */
  readonly isSifting?: boolean;
  /** Nothing when the words do not say what to do; a text's key when it is not to be done here. */
  readonly carryOut: (
    visit: Visit,
    about: About,
    appeal: Appeal,
    words: string,
  ) => Promise<Changed | string | undefined>;
}

const says = (text: Markup): Reply => ({ screen: { text } });

/** The usual next step of whoever decided something about an appeal. */
export const nextSteps = ({ t, actor }: Visit, appeal: Appeal): Choice[][] =>
  afterDecision(t, {
    ...{ id: appeal.id, isSeen: may.see(actor, appeal) },
    section: may.steer(actor) ? 'moderator' : 'all',
  });

/** `/extend 2026-000001 …`: a moderator's decision about the appeal a number names. */
export const deciding =
  ({ action, how, done, isSifting = false, carryOut }: Deciding): StaffCommand =>
  async (visit, argument) => {
    const { deps, t, actor, incoming } = visit;
    const [, number = '', words = ''] = /^\s*(\S*)\s*([^]*)$/.exec(argument) ?? [];
    const appeal = number ? await deps.appeals.findByNumber(number) : undefined;
    if (!appeal) return says(paragraphs(number !== '' && t('staff-no-such-number', { number }), t(how)));
    if (!may[action](actor, appeal)) return says(t(whyNotKey(actor, appeal, action)));
    const about = { actor, appealId: appeal.id, commandId: incoming.id };
    const changed = words.trim() ? await carryOut(visit, about, appeal, words.trim()) : undefined;
    if (!changed) return says(t(how));
    if (typeof changed === 'string') return says(t(changed));
    if (!changed.ok) {
      const { key, args } = whyRefused(visit.deps.city, changed.appeal ?? appeal, changed.refusal);
      return says(t(key, args));
    }
    const isLate = isSifting && isPastSifting(appeal.registeredAt, deps.clock(), deps.city);
    const text = paragraphs(
      t(done, { number, day: windowEndsAt(changed.appeal, deps.city) ?? changed.appeal.dueAt }),
      isLate && t('staff-past-sifting'),
    );
    return { screen: { text, choices: nextSteps(visit, changed.appeal) } };
  };

/** What staff decide about an appeal, by command; most of it is for moderators and controllers. */
export const DECISION_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  extend: deciding({
    ...{ action: 'extend', how: 'staff-extend-how', done: 'staff-extended' },
    carryOut: async ({ deps }, about, { legalDueAt }, words) => {
      const { timeZone } = deps.city;
      const today = localDay(deps.clock(), timeZone);
      const read = readExtension(words, today, legalDueAt && localDay(legalDueAt, timeZone));
      return read && extendAppeal(deps, { ...about, ...read });
    },
  }),
  forward: deciding({
    ...{ action: 'forward', how: 'staff-forward-how', done: 'staff-forwarded', isSifting: true },
    carryOut: ({ deps }, about, _appeal, text) => forwardAppeal(deps, { ...about, text }),
  }),
  return: deciding({
    ...{ action: 'returnIncomplete', how: 'staff-return-how', done: 'staff-returned', isSifting: true },
    carryOut: ({ deps }, about, _appeal, text) => returnIncompleteAppeal(deps, { ...about, text }),
  }),
  incoming: deciding({
    ...{ action: 'recordIncoming', how: 'staff-incoming-how', done: 'staff-incoming' },
    carryOut: ({ deps }, about, _appeal, incomingNumber) =>
      recordIncomingNumber(deps, { ...about, incomingNumber }),
  }),
  notconsidered: deciding({
    ...{ action: 'leaveUnconsidered', how: 'staff-notconsidered-how', done: 'staff-not-considered' },
    carryOut: ({ deps }, about, _appeal, ground) => leaveAppealUnconsidered(deps, { ...about, ground }),
  }),
  closebyhand: deciding({
    ...{ action: 'closeByHand', how: 'staff-closebyhand-how', done: 'staff-closed-by-hand' },
    carryOut: ({ deps }, about, _appeal, ground) => closeAppealByHand(deps, { ...about, ground }),
  }),
};
