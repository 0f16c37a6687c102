import fc from 'fast-check';
import type { Appeal } from '../../domain/appeal';
import { localDay } from '../../domain/calendar';
import {
  addDetail,
  amend,
  complete,
  confirm,
  rate,
  returnForRework,
  tellOfHelp,
  withdraw,
} from '../../domain/citizen-decisions';
import type { Decision } from '../../domain/decision';
import { explainDelay } from '../../domain/delay';
import { askForExtension, declineExtension, extensionAsked } from '../../domain/extension';
import { forwardingOf } from '../../domain/follow-up';
import {
  approveExtension,
  extend,
  forward,
  leaveUnconsidered,
  returnIncomplete,
} from '../../domain/moderator-decisions';
import { canMove } from '../../domain/moves';
import { noticesFor, type Recipients } from '../../domain/notices';
import { answer, askForDetails, assign, decline, take } from '../../domain/staff-decisions';
import { longestTermEndsOn, endOfTerm } from '../../domain/term';
import { anAppeal, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

type Act = (appeal: Appeal, id: string, now: Date) => Decision;

const citizen = (id: string) => ({ id, by: 'telegram-1' });
const official = (id: string) => ({ id, by: 'telegram-7' });
const moderator = (id: string) => ({ id, by: 'telegram-50' });
const completion = { pieces: [{ messageId: '7', text: 'Адреса' }], attachments: [] };
/** Some day of the two months that follow. */
const aDay = (now: Date, id: string) =>
  localDay(now, city.timeZone).add({ days: (id.length * 7 + Number(id.at(-1)) * 11) % 60 });
const signatory = { name: 'Петренко Олександр Ілліч', post: 'заступник начальника' };
const given = { text: 'Замінено.', outcome: 'done', signatory, attachments: [] } as const;
const rating = { stars: 5, reasons: [] } as const;
/** About the last answer, or about the one before it: a press from an old message. */
const about = (appeal: Appeal, age: number) => ({ ordinal: appeal.answers.length - age });
const rework = { reason: 'Ні', attachments: [], dueAt: days(5), windowDays: 30 };

const help = (appeal: Appeal, id: string) => ({
  ...citizen(id),
  ...{ forwarding: forwardingOf(appeal), dueAt: days(9) },
});

const LATEST = endOfTerm(longestTermEndsOn(NOW, city), city);

const ACTS: Readonly<Record<string, Act>> = {
  take: (appeal, id, now) => take(appeal, official(id), now),
  assign: (appeal, id, now) => assign(appeal, { ...official(id), executorId: 'telegram-9' }, now),
  decline: (appeal, id, now) => decline(appeal, official(id), now),
  ask: (appeal, id, now) => askForDetails(appeal, { ...official(id), question: 'Де саме?' }, now),
  answer: (appeal, id, now) => answer(appeal, { ...official(id), given, today: '2026-11-20' }, now),
  confirm: (appeal, id, now) => confirm(appeal, { ...citizen(id), ...about(appeal, 0) }, now),
  confirmOld: (appeal, id, now) => confirm(appeal, { ...citizen(id), ...about(appeal, 1) }, now),
  rework: (appeal, id, now) =>
    returnForRework(appeal, { ...citizen(id), ...about(appeal, 0), ...rework }, now),
  reworkOld: (appeal, id, now) =>
    returnForRework(appeal, { ...citizen(id), ...about(appeal, 1), ...rework }, now),
  rate: (appeal, id, now) => rate(appeal, { ...citizen(id), rating }, now),
  withdraw: (appeal, id, now) => withdraw(appeal, citizen(id), now),
  detail: (appeal, id, now) => addDetail(appeal, { ...citizen(id), text: 'Ще', attachments: [] }, now),
  amend: (appeal, id, now) => amend(appeal, { ...citizen(id), piece: { messageId: '1', text: 'Інше' } }, now),
  extend: (appeal, id, now) =>
    extend(appeal, { ...moderator(id), day: aDay(now, id), reason: 'Деталь' }, now, city),
  forward: (appeal, id, now) => forward(appeal, { ...moderator(id), text: 'Служба доріг' }, now),
  returnIncomplete: (appeal, id, now) => returnIncomplete(appeal, { ...moderator(id), text: 'Адреси' }, now),
  leaveUnconsidered: (appeal, id, now) =>
    leaveUnconsidered(appeal, { ...moderator(id), ground: 'Повторне' }, now),
  askExtension: (appeal, id, now) =>
    askForExtension(appeal, { ...official(id), day: aDay(now, id), reason: 'Деталь' }, now, city),
  approveExtension: (appeal, id, now) =>
    approveExtension(
      appeal,
      { ...moderator(id), requestId: extensionAsked(appeal)?.id ?? 'none' },
      now,
      city,
    ),
  declineExtension: (appeal, id, now) =>
    declineExtension(appeal, { ...moderator(id), requestId: extensionAsked(appeal)?.id ?? 'none' }, now),
  explainDelay: (appeal, id, now) => explainDelay(appeal, { ...official(id), reason: 'Немає лампи' }, now),
  helped: (appeal, id, now) => tellOfHelp(appeal, { ...help(appeal, id), help: 'yes' }, now),
  notHelped: (appeal, id, now) => tellOfHelp(appeal, { ...help(appeal, id), help: 'no' }, now),
  complete: (appeal, id, now) => complete(appeal, { ...citizen(id), ...completion, dueAt: days(9) }, now),
};

interface Step {
  readonly before: Appeal;
  readonly name: string;
  readonly decision: Decision;
  readonly after: Appeal;
  readonly at: Date;
}

const histories = fc.array(
  fc.record({ name: fc.constantFrom(...Object.keys(ACTS)), hours: fc.integer({ min: 0, max: 400 }) }),
  { maxLength: 25 },
);

/** Everything tried on one appeal, one after the other; what is refused changes nothing. */
function live(acts: readonly { name: string; hours: number }[]): Step[] {
  let appeal = anAppeal({ legalDueAt: days(15) });
  let at = NOW;
  return acts.map(({ name, hours }, index) => {
    at = new Date(at.getTime() + hours * 3_600_000);
    const before = appeal;
    const decision = ACTS[name]!(before, `command-${index}`, at);
    if (decision.ok) appeal = decision.appeal;
    return { before, name, decision, after: appeal, at };
  });
}

const always = (holds: (steps: readonly Step[]) => void) =>
  fc.assert(
    fc.property(histories, (acts) => holds(live(acts))),
    { numRuns: 3000 },
  );

const everybody: Recipients = {
  citizen: { messenger: 'telegram', chatId: '1' },
  staff: { messenger: 'telegram', chatId: '-100' },
  executor: { messenger: 'telegram', chatId: '7' },
  controllers: [{ messenger: 'telegram', chatId: '50' }],
};

describe('whatever people try on an appeal', () => {
  it('tries every act that is there, with and without success', () => {
    const seen = new Set<string>();
    always((steps) => steps.forEach(({ name, decision }) => seen.add(`${name} ${decision.ok}`)));
    const neverDone = ['confirmOld', 'reworkOld'];
    const done = Object.keys(ACTS).filter((name) => !neverDone.includes(name));
    const missing = [
      ...done.map((name) => `${name} true`),
      ...Object.keys(ACTS).map((name) => `${name} false`),
    ];
    expect(missing.filter((what) => !seen.has(what))).toEqual([]);
  });

  it('is closed only by the citizen’s own word about its last answer', () => {
    always((steps) => {
      for (const { before, name, after } of steps) {
        if (after.status !== 'closed' || before.status === 'closed') continue;
        expect(name).toBe('confirm');
        expect(after.events.at(-1)).toMatchObject({
          type: 'appeal.confirmed',
          by: after.citizenId,
          facts: { ordinal: before.answers.length },
        });
      }
    });
  });

  it('has no legal term beyond 45 days, and none that moves but by an extension', () => {
    always((steps) => {
      for (const { before, name, after } of steps) {
        expect(after.legalDueAt! <= LATEST).toBe(true);
        if (!/^(extend|approveExtension)$/.test(name)) expect(after.legalDueAt).toEqual(before.legalDueAt);
      }
    });
  });

  it('can always be completed by the citizen while it is returned', () => {
    always((steps) => {
      for (const { after, at } of steps)
        if (after.status === 'returned') expect(ACTS.complete!(after, 'completing', at).ok).toBe(true);
    });
  });

  it('moves only as the table of moves says', () => {
    always((steps) => {
      const moved = steps.filter(({ before, after }) => before.status !== after.status);
      expect(moved.filter(({ before, after }) => !canMove(before.status, after.status))).toEqual([]);
    });
  });

  it('keeps every event in its history, in order, and counts them', () => {
    always((steps) => {
      for (const { before, decision, after } of steps) {
        if (!decision.ok) expect(after).toBe(before);
        else expect(after.events).toEqual([...before.events, decision.event]);
        expect(after.rev).toBe(after.events.length);
      }
    });
  });

  it('keeps every answer ever given', () => {
    always((steps) => {
      for (const { before, after } of steps)
        expect(after.answers.slice(0, before.answers.length)).toEqual(before.answers);
    });
  });

  it('can always be sent back while the answer is not agreed to', () => {
    always((steps) => {
      for (const { after, at } of steps)
        if (after.status === 'answered') expect(ACTS.rework!(after, 'not-solved', at).ok).toBe(true);
    });
  });

  it('tells staff, executor and controllers of every rework', () => {
    always((steps) => {
      for (const { name, decision } of steps) {
        if (name !== 'rework' || !decision.ok) continue;
        const when = { now: NOW, dueForCitizen: NOW };
        const told = noticesFor(decision.event, decision.appeal, everybody, when);
        expect(decision.appeal.executorId).toBeDefined();
        expect(new Set(told.map(({ chatId }) => chatId))).toEqual(new Set(['-100', '7', '50']));
      }
    });
  });
});
