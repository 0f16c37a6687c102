import type { Connection } from 'mongoose';
import type { Answer, Appeal } from '../../../domain/appeal';
import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoOversight } from '../../../infra/mongo/mongo-oversight';
import { anAppeal, anEvent, aPhoto, minutes, NOW, onward } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
let appeals: MongoAppeals;
let othersAppeals: MongoAppeals;

const raw = (connection: Connection) => connection.collection('appeals');
let count = 0;
const aNewAppeal = (overrides: Partial<Appeal> = {}): Appeal => {
  count += 1;
  const number = `2026-${String(count).padStart(6, '0')}`;
  return anAppeal({ id: `draft-${count}`, number, events: [anEvent(`event-${count}`)], ...overrides });
};
const anAnswer = (at: Date, overrides: Partial<Answer> = {}): Answer => ({
  ...{
    ordinal: 1,
    text: 'Ліхтар увімкнено',
    outcome: 'done',
    signatory: { name: 'Петренко', post: 'заступник' },
  },
  ...{ attachments: [], at },
  ...overrides,
});

beforeAll(async () => {
  database = await openMongo();
  appeals = new MongoAppeals(database.connection);
  othersAppeals = new MongoAppeals(await database.again());
});
beforeEach(async () => void (await raw(database.connection).deleteMany({})));
afterAll(() => database.close());

describe('an appeal', () => {
  it('comes back as it was put in, with nothing more and nothing less', async () => {
    const appeal = aNewAppeal({
      place: { kind: 'address', label: 'вул. Миру, 18', latitude: 47.1, longitude: 37.5 },
      particulars: { 'how-long': 'week' },
      attachments: [aPhoto('a')],
      outcome: 'done',
      answers: [anAnswer(NOW, { attachments: [aPhoto('b')] })],
      rating: { stars: 5, reasons: ['quick'] },
      legalDueAt: minutes(600),
      executorId: 'telegram-9',
    });
    expect(await appeals.insert(appeal)).toBe('inserted');
    expect(await appeals.find(appeal.id)).toStrictEqual(appeal);
    expect(await appeals.findByNumber(appeal.number)).toStrictEqual(appeal);
  });

  it('is not there when nobody put it in', async () => {
    expect(await appeals.find('nobody')).toBeUndefined();
    expect(await appeals.findByNumber('2020-000001')).toBeUndefined();
    expect(await appeals.save(aNewAppeal({ rev: 2 }))).toBe(false);
  });

  it('keeps the words people write as words', async () => {
    const pieces = [{ messageId: '1', text: '$where {"$gt": ""} <b>$5.00</b>' }];
    const appeal = aNewAppeal({ pieces, particulars: { a: '$set', b: '$$ROOT' } });
    await appeals.insert(appeal);
    await appeals.save(onward(appeal, anEvent('more')));
    expect((await appeals.find(appeal.id))?.pieces).toEqual(pieces);
    expect((await appeals.find(appeal.id))?.particulars).toEqual({ a: '$set', b: '$$ROOT' });
  });

  it('is registered once however many submit the same draft', async () => {
    const appeal = aNewAppeal();
    const tries = Array.from({ length: 10 }, (_, index) =>
      (index % 2 ? appeals : othersAppeals).insert({ ...appeal, number: `2026-9${index}` }),
    );
    const words = await Promise.all(tries);
    expect(words.filter((word) => word === 'inserted')).toHaveLength(1);
    expect(await raw(database.connection).countDocuments()).toBe(1);
  });

  it('never shares its number with another', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    await expect(appeals.insert({ ...appeal, id: 'another' })).rejects.toThrow(/duplicate/i);
  });
});

describe('saving', () => {
  it('refuses when somebody was faster', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    expect(await appeals.save(onward(appeal, anEvent('taken'), { status: 'in_progress' }))).toBe(true);
    expect(await appeals.save(onward(appeal, anEvent('withdrawn'), { status: 'withdrawn' }))).toBe(false);
    expect((await appeals.find(appeal.id))?.status).toBe('in_progress');
  });

  it('keeps every change of ten concurrent ones from two processes', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    const change = async (store: MongoAppeals, id: string): Promise<void> => {
      for (;;) {
        const present = await store.find(appeal.id);
        if (present && (await store.save(onward(present, anEvent(id))))) return;
      }
    };
    const ids = Array.from({ length: 10 }, (_, index) => `change-${index}`);
    await Promise.all(ids.map((id, index) => change(index % 2 ? appeals : othersAppeals, id)));
    const saved = await appeals.find(appeal.id);
    expect(saved?.rev).toBe(11);
    expect(saved?.events.map((event) => event.id)).toEqual(expect.arrayContaining(ids));
    expect((await appeals.unexpandedEventIds(appeal.id)).sort()).toEqual(
      [...ids, appeal.events[0]?.id].sort(),
    );
  });

  it('takes away what the appeal no longer has', async () => {
    const answered = aNewAppeal({
      status: 'answered',
      outcome: 'done',
      answers: [anAnswer(NOW)],
      executorId: 'x',
    });
    await appeals.insert(answered);
    const { outcome: _outcome, executorId: _executorId, ...rest } = answered;
    const reworked = onward(rest, anEvent('rework'), { status: 'rework', answers: [] });
    expect(await appeals.save(reworked)).toBe(true);
    expect(await appeals.find(answered.id)).toStrictEqual(reworked);
  });

  it('refuses a field nobody knows', async () => {
    await expect(appeals.insert({ ...aNewAppeal(), isAdmin: true } as Appeal)).rejects.toThrow(/isAdmin/);
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    const odd = { ...onward(appeal, anEvent('odd')), isAdmin: true } as Appeal;
    await expect(appeals.save(odd)).rejects.toThrow(/isAdmin/);
  });
});

describe('the outbox', () => {
  it('holds the events whose notices are not made yet', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    await appeals.insert({ ...aNewAppeal(), events: [] });
    expect((await appeals.unexpanded(10)).map(({ id }) => id)).toEqual([appeal.id]);
    await appeals.markExpanded(appeal.id, appeal.events[0]!.id);
    expect(await appeals.unexpanded(10)).toEqual([]);
    expect((await appeals.find(appeal.id))?.rev).toBe(1);
    expect(await appeals.unexpandedEventIds('nobody')).toEqual([]);
  });

  it('lets others have their turn before what was swept in vain', async () => {
    const swept = aNewAppeal();
    await appeals.insert(swept);
    await appeals.insert(aNewAppeal({ id: 'other' }));
    const idsAt = async (at: Date) => (await appeals.toSweep(at, 10)).map(({ id }) => id).sort();
    await appeals.markSwept(swept.id, NOW);
    expect(await idsAt(NOW)).toEqual(['other']);
    expect(await idsAt(minutes(1))).toEqual([swept.id, 'other'].sort());
    expect(await appeals.find(swept.id)).toStrictEqual(swept);
    await appeals.markSwept(swept.id, minutes(180));
    expect(await idsAt(minutes(1))).toEqual([swept.id, 'other'].sort());
  });

  it('does not get an expanded event back from a save begun before', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    const stale = (await appeals.find(appeal.id))!;
    await othersAppeals.markExpanded(appeal.id, appeal.events[0]!.id);
    await appeals.save(onward(stale, anEvent('taken')));
    expect(await appeals.unexpandedEventIds(appeal.id)).toEqual(['taken']);
  });

  it('neither loses nor repeats an event while saves and expansions interleave', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    const expanded: string[] = [];
    let isSaving = true;
    const expand = async (): Promise<void> => {
      while (isSaving || (await othersAppeals.unexpandedEventIds(appeal.id)).length > 0)
        for (const id of await othersAppeals.unexpandedEventIds(appeal.id)) {
          expanded.push(id);
          await othersAppeals.markExpanded(appeal.id, id);
        }
    };
    const expanding = expand();
    let present = appeal;
    for (let index = 0; index < 30; index += 1) {
      present = onward(present, anEvent(`step-${index}`));
      expect(await appeals.save(present)).toBe(true);
    }
    isSaving = false;
    await expanding;
    expect(expanded).toEqual(present.events.map((event) => event.id));
  });
});

describe('the looks at what may be late', () => {
  const idsAt = async (at: Date) => (await appeals.toLookAt(at, 10)).map(({ id }) => id);

  it('begin at once for an open appeal and are put off to their moment', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    expect(await appeals.toLookAt(NOW, 10)).toStrictEqual([appeal]);
    await appeals.lookAgain(appeal, minutes(30));
    expect(await idsAt(minutes(29))).toEqual([]);
    expect(await idsAt(minutes(30))).toEqual([appeal.id]);
  });

  it('come at once where a wrong clock put them days ahead', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    await appeals.lookAgain(appeal, minutes(60 * 24));
    expect(await idsAt(NOW)).toEqual([]);
    await appeals.lookAgain(appeal, minutes(60 * 24 * 30));
    expect(await idsAt(NOW)).toEqual([appeal.id]);
  });

  it('are asked for anew by every change, also by one made during a look', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    await appeals.lookAgain(appeal, minutes(30));
    const taken = onward(appeal, anEvent('taken', { type: 'appeal.taken' }), { status: 'in_progress' });
    await othersAppeals.save(taken);
    expect(await idsAt(NOW)).toEqual([appeal.id]);
    await appeals.lookAgain(appeal, minutes(30));
    expect(await idsAt(NOW)).toEqual([appeal.id]);
    await appeals.lookAgain(taken, minutes(30));
    expect(await idsAt(NOW)).toEqual([]);
  });

  it('end when the office does not have the word', async () => {
    const appeal = aNewAppeal();
    await appeals.insert(appeal);
    await appeals.insert(aNewAppeal({ status: 'answered' }));
    const withdrawn = anEvent('withdrawn', { type: 'appeal.withdrawn' });
    await appeals.save(onward(appeal, withdrawn, { status: 'withdrawn' }));
    expect(await idsAt(minutes(1_000_000))).toEqual([]);
  });

  it('go to the longest waiting first, as many as asked', async () => {
    for (const wait of [3, 1, 2]) {
      const appeal = aNewAppeal({ id: `draft-wait-${wait}` });
      await appeals.insert(appeal);
      await appeals.lookAgain(appeal, minutes(wait));
    }
    const found = await appeals.toLookAt(minutes(5), 2);
    expect(found.map(({ id }) => id)).toEqual(['draft-wait-1', 'draft-wait-2']);
  });
});

describe('appeals an older version stored without a moment to look', () => {
  it('get one where a term runs or a promise stands, a page at a time, and twice changes nothing', async () => {
    const planned = [anAnswer(NOW, { outcome: 'planned', plannedOn: '2026-12-01' })];
    const wanted = [
      aNewAppeal({ id: 'a-open' }),
      aNewAppeal({ id: 'b-forwarded', status: 'forwarded' }),
      aNewAppeal({ id: 'c-rework', status: 'rework' }),
      aNewAppeal({ id: 'e-promised', status: 'closed', answers: planned }),
    ];
    const known = aNewAppeal({ id: 'd-known' });
    const over = [
      aNewAppeal({ id: 'f-done', status: 'closed' }),
      aNewAppeal({ id: 'g-gone', status: 'withdrawn' }),
    ];
    for (const appeal of [...wanted, known, ...over]) await appeals.insert(appeal);
    const isOlder = { _id: { $ne: 'd-known' as never } };
    await raw(database.connection).updateMany(isOlder, { $unset: { lookAt: 1 } });
    await appeals.lookAgain(known, minutes(30));

    const looksThrough = async () => {
      let pages = 0;
      for (let last: string | undefined = ''; last !== undefined; pages += 1)
        last = await appeals.beginLooks(last, 2);
      return pages;
    };
    expect(await looksThrough()).toBe(4);
    const ids = async () => (await appeals.toLookAt(minutes(29), 10)).map(({ id }) => id);
    expect(await ids()).toEqual(wanted.map(({ id }) => id));
    await looksThrough();
    expect(await ids()).toEqual(wanted.map(({ id }) => id));
    expect((await appeals.toLookAt(minutes(30), 10)).map(({ id }) => id)).toContain('d-known');
  });
});

describe('the looks at who is to be reminded', () => {
  const idsAt = async (at: Date, limit = 10) => (await appeals.toRemind(at, limit)).map(({ id }) => id);
  const answered = (overrides: Partial<Appeal> = {}) =>
    aNewAppeal({ status: 'answered', answers: [anAnswer(NOW)], ...overrides });

  it('begin at once for an answer, are put off to their moment and end without one', async () => {
    const appeal = answered();
    await appeals.insert(appeal);
    expect(await appeals.toRemind(NOW, 10)).toStrictEqual([appeal]);
    await appeals.remindAgain(appeal, minutes(30));
    expect(await idsAt(minutes(29))).toEqual([]);
    expect(await idsAt(minutes(30))).toEqual([appeal.id]);
    await appeals.remindAgain(appeal);
    expect(await idsAt(minutes(10_000_000))).toEqual([]);
  });

  it('are asked for anew by every change, also by one made during a look', async () => {
    const appeal = answered();
    await appeals.insert(appeal);
    await appeals.remindAgain(appeal);
    const noted = onward(appeal, anEvent('noted', { type: 'appeal.noted' }));
    await othersAppeals.save(noted);
    expect(await idsAt(NOW)).toEqual([appeal.id]);
    await appeals.remindAgain(appeal);
    expect(await idsAt(NOW)).toEqual([appeal.id]);
    await appeals.remindAgain(noted);
    expect(await idsAt(NOW)).toEqual([]);
  });

  it('are at nobody but who has an answer to judge', async () => {
    for (const status of ['submitted', 'rework', 'closed'] as const)
      await appeals.insert(answered({ status }));
    expect(await idsAt(NOW)).toEqual([]);
  });

  it('go to the longest waiting first, as many as asked', async () => {
    for (const wait of [3, 1, 2]) {
      const appeal = answered({ id: `draft-remind-${wait}` });
      await appeals.insert(appeal);
      await appeals.remindAgain(appeal, minutes(wait));
    }
    expect(await idsAt(minutes(5), 2)).toEqual(['draft-remind-1', 'draft-remind-2']);
  });
});

describe('copies of attachments', () => {
  it('are noted wherever the attachment hangs, and survive a save begun before', async () => {
    const facts = { attachments: [aPhoto('c')] };
    const appeal = aNewAppeal({
      attachments: [aPhoto('a')],
      answers: [anAnswer(NOW, { attachments: [aPhoto('b')] })],
      events: [anEvent('e', { facts })],
    });
    await appeals.insert(appeal);
    const stale = (await appeals.find(appeal.id))!;
    for (const id of ['a', 'b', 'c']) {
      expect(await appeals.withUncopiedAttachments(NOW, 5)).toHaveLength(1);
      await appeals.recordCopy(appeal.id, id, `copy-${id}`);
    }
    expect(await appeals.withUncopiedAttachments(NOW, 5)).toEqual([]);
    await appeals.save(onward(stale, anEvent('more')));
    const saved = await appeals.find(appeal.id);
    expect(saved?.attachments[0]?.copyId).toBe('copy-a');
    expect(saved?.answers[0]?.attachments[0]?.copyId).toBe('copy-b');
    expect(saved?.events[0]?.facts.attachments?.[0]?.copyId).toBe('copy-c');
    expect(await appeals.withUncopiedAttachments(NOW, 5)).toEqual([]);
  });

  it('are noted once: the first stays', async () => {
    const appeal = aNewAppeal({ attachments: [aPhoto('a')] });
    await appeals.insert(appeal);
    await appeals.recordCopy(appeal.id, 'a', 'first');
    await appeals.recordCopy(appeal.id, 'a', 'second');
    expect((await appeals.find(appeal.id))?.attachments[0]?.copyId).toBe('first');
    expect((await appeals.find(appeal.id))?.rev).toBe(1);
  });

  it('are missing for what was added later', async () => {
    const appeal = aNewAppeal({ attachments: [aPhoto('a')] });
    await appeals.insert(appeal);
    await appeals.recordCopy(appeal.id, 'a', 'copy-a');
    const read = (await appeals.find(appeal.id))!;
    await appeals.save(onward(read, anEvent('more'), { attachments: [...read.attachments, aPhoto('b')] }));
    expect((await appeals.withUncopiedAttachments(NOW, 5)).map(({ appeal: { id } }) => id)).toEqual([
      appeal.id,
    ]);
    await appeals.recordCopy(appeal.id, 'b', 'copy-b');
    expect(await appeals.withUncopiedAttachments(NOW, 5)).toEqual([]);
  });

  it('asked for in vain wait for their time, and no longer once there are more', async () => {
    const due = async (now: Date) =>
      (await appeals.withUncopiedAttachments(now, 5)).map(({ appeal, tries }) => [appeal.id, tries]);
    const appeal = aNewAppeal({ attachments: [aPhoto('a')] });
    await appeals.insert(appeal);
    await appeals.copyAgain(appeal, { at: minutes(5), tries: 3 });
    expect(await due(minutes(4))).toEqual([]);
    expect(await due(minutes(5))).toEqual([[appeal.id, 3]]);
    await appeals.save(onward(appeal, anEvent('noted')));
    expect(await due(minutes(4))).toEqual([]);
    const read = (await appeals.find(appeal.id))!;
    await appeals.save(onward(read, anEvent('more'), { attachments: [...read.attachments, aPhoto('b')] }));
    expect(await due(NOW)).toEqual([[appeal.id, 0]]);
    await appeals.copyAgain(read, { at: minutes(9), tries: 4 });
    expect(await due(NOW)).toEqual([[appeal.id, 0]]);
    for (const id of ['a', 'b']) await appeals.recordCopy(appeal.id, id, `copy-${id}`);
  });
});

describe('lists', () => {
  it('give a person their own, newest first, in pages', async () => {
    for (let index = 0; index < 5; index += 1)
      await appeals.insert(aNewAppeal({ citizenId: 'telegram-7', registeredAt: minutes(index) }));
    await appeals.insert(aNewAppeal({ citizenId: 'telegram-8' }));
    const page = await appeals.listOf('telegram-7', { skip: 1, limit: 2 });
    expect(page.total).toBe(5);
    expect(page.appeals.map(({ registeredAt }) => registeredAt)).toEqual([minutes(3), minutes(2)]);
  });

  it('put dangers first, then those with statutory benefits, then the oldest due, wherever they are asked for', async () => {
    const held = { status: 'in_progress', executorId: 'telegram-9', department: 'light' } as const;
    const hurried = aNewAppeal({ ...held, isUrgent: true, dueAt: minutes(9) });
    const both = aNewAppeal({ ...held, isUrgent: true, isPreferred: true, dueAt: minutes(8) });
    const preferred = aNewAppeal({ ...held, isPreferred: true, dueAt: minutes(7) });
    const preferredLater = aNewAppeal({ ...held, isPreferred: true, dueAt: minutes(70) });
    const early = aNewAppeal({ ...held, dueAt: minutes(1) });
    for (const appeal of [preferredLater, early, hurried, preferred, both]) await appeals.insert(appeal);
    const order = [both, hurried, preferred, preferredLater, early].map(({ id }) => id);
    const lists = await Promise.all([
      new MongoOversight(database.connection).open(),
      appeals.listOpenOf('light', ['in_progress']),
      appeals.listHeld('telegram-9', ['in_progress'], 10),
    ]);
    for (const list of lists) expect(list.map(({ id }) => id)).toEqual(order);
  });

  it('forget a benefit that was taken off', async () => {
    const facts = { authorCategory: 'combatant', socialStatus: 'pensioner', isPreferred: true } as const;
    const appeal = aNewAppeal();
    await appeals.insert({ ...appeal, ...facts });
    expect(await appeals.find(appeal.id)).toStrictEqual({ ...appeal, ...facts });
    await appeals.save(onward(appeal, anEvent('more')));
    expect(await appeals.find(appeal.id)).toStrictEqual(onward(appeal, anEvent('more')));
  });
});

describe('searching', () => {
  const found = async (words: string) => (await appeals.search(words, 10)).map(({ id }) => id);

  it('finds by number however it is written', async () => {
    const appeal = aNewAppeal({ number: '2026-004217' });
    for (const each of [appeal, aNewAppeal()]) await appeals.insert(each);
    for (const asked of ['2026-004217', '2026-4217', ' № 2026-004217', '4217', '004217'])
      expect(await found(asked)).toEqual([appeal.id]);
  });

  it('finds by words of the text and the place in another form', async () => {
    const appeal = aNewAppeal({ place: { kind: 'address', label: 'вул. Миру, 18' } });
    await appeals.insert(appeal);
    await appeals.insert(aNewAppeal({ pieces: [{ messageId: '1', text: 'Яма на дорозі' }] }));
    for (const asked of ['ліхтарі', 'ЛІХТАР миру 18', "під'їзд", 'підʼїзді ліхтаря'])
      expect(await found(asked)).toEqual([appeal.id]);
    expect(await found('ліхтар 19')).toEqual([]);
  });

  it('takes signs for signs and nothing for nothing', async () => {
    await appeals.insert(aNewAppeal());
    for (const asked of ['', '  ', '.*', '$gt', '^', '(((']) expect(await found(asked)).toEqual([]);
  });
});
