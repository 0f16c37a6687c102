import { Temporal } from '@js-temporal/polyfill';
import type { Appeal } from '../../domain/appeal';
import type { Actor } from '../../domain/permissions';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { addDetailToAppeal } from '../../use-cases/add-detail';
import { amendAppeal } from '../../use-cases/amend-appeal';
import { answerAppeal } from '../../use-cases/answer-appeal';
import { askCitizenForDetails } from '../../use-cases/ask-for-details';
import { assignAppeal } from '../../use-cases/assign-appeal';
import type { Given } from '../../use-cases/give-to-colleague';
import { confirmAnswer } from '../../use-cases/confirm-answer';
import { declineAppeal } from '../../use-cases/decline-appeal';
import { completeAppeal } from '../../use-cases/complete-appeal';
import { forwardAppeal } from '../../use-cases/forward-appeal';
import { returnIncompleteAppeal } from '../../use-cases/return-incomplete';
import { extendAppeal } from '../../use-cases/extend-appeal';
import { leaveAppealUnconsidered } from '../../use-cases/leave-unconsidered';
import { rateAppeal } from '../../use-cases/rate-appeal';
import { returnAppealForRework } from '../../use-cases/return-for-rework';
import { takeAppeal } from '../../use-cases/take-appeal';
import { withdrawAppeal } from '../../use-cases/withdraw-appeal';
import { answerPreview } from '../../screens/staff-screens';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, days, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.isNow(NOW));

const author: Actor = { id: 'telegram-1', roles: ['citizen'] };
const stranger: Actor = { id: 'telegram-2', roles: ['citizen'] };
const official: Actor = { id: 'telegram-8', roles: ['official'] };
const colleague: Actor = { id: 'telegram-9', roles: ['official'] };
const moderator: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };

let count = 0;
async function stored(overrides: Partial<Appeal> = {}): Promise<Appeal> {
  count += 1;
  const number = `2026-${String(count).padStart(6, '0')}`;
  const appeal = anAppeal({ legalDueAt: days(15), ...overrides, id: `appeal-${count}`, number });
  await town.deps.appeals.insert(appeal);
  return appeal;
}
const record = (appeal: Appeal) => town.deps.appeals.find(appeal.id);

interface Case {
  readonly status: Appeal['status'];
  readonly by: Actor;
  readonly instead: Actor;
  readonly becomes: Appeal['status'];
  readonly event: string;
  readonly run: (about: { actor: Actor; appealId: string; commandId: string }) => Promise<Given>;
}
const given = { text: 'Лампу замінено.', outcome: 'done', attachments: [] } as const;
const said = { text: 'Другий під’їзд', attachments: [] };

/** Every use case that changes an appeal: who does it, who may not, and what comes of it. */
const CASES: Readonly<Record<string, Case>> = {
  take: {
    ...{
      status: 'submitted',
      by: official,
      instead: stranger,
      becomes: 'in_progress',
      event: 'appeal.taken',
    },
    run: (about) => takeAppeal(town.deps, about),
  },
  assign: {
    ...{
      status: 'rework',
      by: moderator,
      instead: official,
      becomes: 'in_progress',
      event: 'appeal.assigned',
    },
    run: (about) => assignAppeal(town.deps, { ...about, executorId: 'telegram-50' }),
  },
  decline: {
    ...{ status: 'submitted', by: official, instead: author, becomes: 'submitted', event: 'appeal.declined' },
    run: (about) => declineAppeal(town.deps, about),
  },
  'ask for details': {
    ...{
      status: 'in_progress',
      by: official,
      instead: author,
      becomes: 'needs_details',
      event: 'appeal.details_asked',
    },
    run: (about) => askCitizenForDetails(town.deps, { ...about, question: 'Де саме?' }),
  },
  answer: {
    ...{
      status: 'in_progress',
      by: official,
      instead: author,
      becomes: 'answered',
      event: 'appeal.answered',
    },
    run: (about) => answerAppeal(town.deps, { ...about, given }),
  },
  confirm: {
    ...{ status: 'answered', by: author, instead: moderator, becomes: 'closed', event: 'appeal.confirmed' },
    run: (about) => confirmAnswer(town.deps, { ...about, ordinal: 1 }),
  },
  rate: {
    ...{ status: 'closed', by: author, instead: moderator, becomes: 'closed', event: 'appeal.rated' },
    run: (about) => rateAppeal(town.deps, { ...about, rating: { stars: 5, reasons: ['quick'] } }),
  },
  'return for rework': {
    ...{
      status: 'answered',
      by: author,
      instead: official,
      becomes: 'rework',
      event: 'appeal.returned_for_rework',
    },
    run: (about) =>
      returnAppealForRework(town.deps, { ...about, ordinal: 1, reason: 'Темно', attachments: [] }),
  },
  withdraw: {
    ...{
      status: 'submitted',
      by: author,
      instead: stranger,
      becomes: 'withdrawn',
      event: 'appeal.withdrawn',
    },
    run: (about) => withdrawAppeal(town.deps, about),
  },
  'add a detail': {
    ...{
      status: 'needs_details',
      by: author,
      instead: official,
      becomes: 'in_progress',
      event: 'appeal.detail_added',
    },
    run: (about) => addDetailToAppeal(town.deps, { ...about, ...said }),
  },
  amend: {
    ...{ status: 'submitted', by: author, instead: stranger, becomes: 'submitted', event: 'appeal.amended' },
    run: (about) => amendAppeal(town.deps, { ...about, piece: { messageId: '1', text: 'Не горить ліхтар' } }),
  },
  forward: {
    ...{
      status: 'in_progress',
      by: moderator,
      instead: official,
      becomes: 'forwarded',
      event: 'appeal.forwarded',
    },
    run: (about) => forwardAppeal(town.deps, { ...about, text: 'Служба доріг' }),
  },
  'return what is incomplete': {
    ...{
      status: 'submitted',
      by: moderator,
      instead: official,
      becomes: 'returned',
      event: 'appeal.returned',
    },
    run: (about) => returnIncompleteAppeal(town.deps, { ...about, text: 'Бракує адреси' }),
  },
  'leave unconsidered': {
    ...{ status: 'submitted', by: moderator, instead: official, becomes: 'not_considered' },
    ...{ event: 'appeal.not_considered' },
    run: (about) => leaveAppealUnconsidered(town.deps, { ...about, ground: 'Повторне' }),
  },
  complete: {
    ...{
      status: 'returned',
      by: author,
      instead: moderator,
      becomes: 'submitted',
      event: 'appeal.completed',
    },
    run: (about) =>
      completeAppeal(town.deps, {
        ...about,
        pieces: [{ messageId: '7', text: 'Миру, 18' }],
        attachments: [],
      }),
  },
  extend: {
    ...{
      status: 'in_progress',
      by: moderator,
      instead: official,
      becomes: 'in_progress',
      event: 'appeal.extended',
    },
    run: (about) =>
      extendAppeal(town.deps, { ...about, day: Temporal.PlainDate.from('2026-12-24'), reason: 'Деталь' }),
  },
};

describe.each(Object.entries(CASES))('%s', (_, { status, by, instead, becomes, event, run }) => {
  it('changes the record, adds one event to the outbox and wakes a worker', async () => {
    const appeal = await stored({ status });
    const changed = await run({ actor: by, appealId: appeal.id, commandId: 'tg-1-9' });
    const after = await record(appeal);
    expect(changed).toEqual({ ok: true, appeal: after });
    expect(after).toMatchObject({ status: becomes, rev: appeal.rev + 1 });
    expect(after?.events.slice(appeal.events.length)).toMatchObject([
      { id: 'tg-1-9', type: event, by: by.id, at: NOW },
    ]);
    expect(await town.deps.appeals.unexpandedEventIds(appeal.id)).toContain('tg-1-9');
    expect(town.deps.jobs.expanded).toContain(appeal.id);
  });

  it('gives the same outcome when the command comes again, and one event', async () => {
    const appeal = await stored({ status });
    const about = { actor: by, appealId: appeal.id, commandId: 'tg-1-9' };
    const once = await run(about);
    town.isNow(days(1));
    expect(await run(about)).toEqual(once);
    expect((await record(appeal))?.events).toHaveLength(appeal.events.length + 1);
  });

  it('keeps one event when the command comes twice at once', async () => {
    const appeal = await stored({ status });
    const about = { actor: by, appealId: appeal.id, commandId: 'tg-1-9' };
    const both = await Promise.all([run(about), run(about)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await record(appeal))?.events).toHaveLength(appeal.events.length + 1);
  });

  it('is not permitted to others, and changes nothing', async () => {
    const appeal = await stored({ status });
    const refused = await run({ actor: instead, appealId: appeal.id, commandId: 'tg-1-9' });
    expect(refused).toEqual({ ok: false, refusal: 'not_permitted' });
    expect(await record(appeal)).toEqual(appeal);
  });

  it('is refused after a withdrawal with a word and the appeal as it stands', async () => {
    const appeal = await stored({ status: 'withdrawn', answers: anAppeal({ status: 'answered' }).answers });
    const refused = await run({ actor: by, appealId: appeal.id, commandId: 'tg-1-9' });
    expect(refused).toEqual({ ok: false, refusal: 'wrong_status', appeal });
    expect(await record(appeal)).toEqual(appeal);
  });

  it('finds no appeal that is not there', async () => {
    const refused = await run({ actor: by, appealId: 'nowhere', commandId: 'tg-1-9' });
    expect(refused).toEqual({ ok: false, refusal: 'not_found' });
  });
});

describe('two officials who take an appeal at once', () => {
  it('are told apart: one has it, the other hears it is taken', async () => {
    const appeal = await stored();
    const outcomes = await Promise.all(
      [official, colleague].map((actor) =>
        takeAppeal(town.deps, { actor, appealId: appeal.id, commandId: `take-${actor.id}` }),
      ),
    );
    const words = outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.refusal)).sort();
    expect(words).toEqual(['already_taken', 'taken']);
    const winner = outcomes.find(({ ok }) => ok)?.appeal?.executorId;
    const after = await record(appeal);
    expect(after?.executorId).toBe(winner);
    expect(after?.events).toHaveLength(2);
  });
});

describe('many who change an appeal at once', () => {
  it('lose nothing: each detail is there or its author hears «conflict»', async () => {
    const appeal = await stored();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        addDetailToAppeal(town.deps, {
          ...{ actor: author, appealId: appeal.id, commandId: `detail-${index}` },
          ...{ text: `деталь ${index}`, attachments: [] },
        }),
      ),
    );
    const kept = outcomes.filter(({ ok }) => ok).length;
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
    expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ['conflict'] : []));
    expect((await record(appeal))?.events).toHaveLength(1 + kept);
  });

  it('decide three times and then say «conflict»', async () => {
    const appeal = await stored();
    let saves = 0;
    /** Somebody in another process is always faster. */
    class Overtaken extends MongoAppeals {
      override async save(changed: Appeal): Promise<boolean> {
        saves += 1;
        const fresh = (await this.find(changed.id))!;
        await super.save({ ...fresh, rev: fresh.rev + 1 });
        return super.save(changed);
      }
    }
    const appeals = new Overtaken(await town.again());
    const about = { actor: official, appealId: appeal.id, commandId: 'tg-1-9' };
    const outcome = await takeAppeal({ ...town.deps, appeals }, about);
    expect(outcome).toEqual({ ok: false, refusal: 'conflict' });
    expect(saves).toBe(3);
    expect(await record(appeal)).toMatchObject({ status: 'submitted', rev: 4 });
  });
});

describe('an answer', () => {
  it('is signed by the department’s own signatory', async () => {
    const appeal = await stored({ status: 'in_progress' });
    await answerAppeal(town.deps, { actor: official, appealId: appeal.id, commandId: 'tg-1-9', given });
    const signatory = { name: 'Петренко Олександр Ілліч', post: 'заступник начальника' };
    expect((await record(appeal))?.answers).toMatchObject([{ signatory, at: NOW }]);
  });

  it('about an official is never signed by the department’s signatory, who may be the one', async () => {
    const mine = { ...official, id: 'telegram-50', roles: ['controller'] } as const;
    const appeal = await stored({ status: 'in_progress', isAboutOfficials: true });
    await answerAppeal(town.deps, { actor: mine, appealId: appeal.id, commandId: 'tg-1-9', given });
    const { signatory } = town.deps.city;
    expect((await record(appeal))?.answers).toMatchObject([{ signatory }]);
    const draft = { text: 'Перевірили.', files: 0, outcome: 'explained' } as const;
    const preview = answerPreview(town.deps.textsFor('uk'), town.deps.city, appeal, draft);
    expect(preview).toContain(signatory.name);
    expect(preview).not.toContain('Петренко');
  });

  it('is signed by the city’s where the department is not known', async () => {
    const appeal = await stored({ status: 'in_progress', department: 'moon' });
    await answerAppeal(town.deps, { actor: official, appealId: appeal.id, commandId: 'tg-1-9', given });
    expect((await record(appeal))?.answers).toMatchObject([{ signatory: town.deps.city.signatory }]);
  });

  it.each([
    ['2026-11-20T21:30:00Z', '2026-11-20', 'answered'],
    ['2026-11-20T22:30:00Z', '2026-11-20', 'date_past'],
  ])('at %s may promise %s by the calendar in Kyiv: %s', async (at, plannedOn, word) => {
    town.isNow(new Date(at));
    const appeal = await stored({ status: 'in_progress' });
    const planned = { ...given, outcome: 'planned', plannedOn } as const;
    const about = { actor: official, appealId: appeal.id, commandId: 'tg-1-9' };
    const outcome = await answerAppeal(town.deps, { ...about, given: planned });
    expect(outcome.ok ? outcome.appeal.status : outcome.refusal).toBe(word);
  });
});

describe('a rework', () => {
  const back = (appeal: Appeal) =>
    returnAppealForRework(town.deps, {
      ...{ actor: author, appealId: appeal.id, commandId: 'tg-1-9' },
      ...{ ordinal: 1, reason: 'Темно', attachments: [] },
    });

  it('gets a new target term of its category', async () => {
    const appeal = await stored({ status: 'answered' });
    await back(appeal);
    expect((await record(appeal))?.dueAt.toISOString()).toBe('2026-11-27T21:59:59.000Z');
  });

  it('gets fifteen days at most, however long the category takes', async () => {
    const appeal = await stored({ status: 'answered', category: 'new-lighting' });
    await back(appeal);
    expect((await record(appeal))?.dueAt.toISOString()).toBe('2026-12-07T21:59:59.000Z');
  });

  it('of a closed appeal is refused once the city’s window is over', async () => {
    const appeal = await stored({ status: 'answered' });
    await confirmAnswer(town.deps, { actor: author, appealId: appeal.id, commandId: 'tg-1-8', ordinal: 1 });
    town.isNow(days(31));
    expect(await back(appeal)).toMatchObject({ ok: false, refusal: 'window_over' });
  });
});

describe('what was returned and is completed', () => {
  const back = (appeal: Appeal) =>
    completeAppeal(town.deps, {
      ...{ actor: author, appealId: appeal.id, commandId: 'tg-1-9' },
      ...{ pieces: [{ messageId: '7', text: 'Миру, 18' }], attachments: [] },
    });

  it.each([
    ['the legal term while it is near', days(3), days(3)],
    ['a new target term when the legal one is far', days(15), new Date('2026-11-27T21:59:59Z')],
    ['a new target term when the legal one has passed', days(-1), new Date('2026-11-27T21:59:59Z')],
  ])('gets %s', async (_, legalDueAt, dueAt) => {
    const appeal = await stored({ status: 'returned', legalDueAt });
    await back(appeal);
    expect(await record(appeal)).toMatchObject({ dueAt, legalDueAt });
  });
});
