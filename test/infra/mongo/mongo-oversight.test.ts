import type { Appeal } from '../../../domain/appeal';
import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoAudit } from '../../../infra/mongo/mongo-audit';
import { MongoOversight } from '../../../infra/mongo/mongo-oversight';
import { anAnswer, anAppeal, anEvent, days, minutes } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
let appeals: MongoAppeals;
let oversight: MongoOversight;
beforeAll(async () => {
  database = await openMongo();
  appeals = new MongoAppeals(database.connection);
  oversight = new MongoOversight(database.connection);
});
afterAll(() => database.close());

let count = 0;
async function kept(overrides: Partial<Appeal>): Promise<Appeal> {
  count += 1;
  const appeal = anAppeal({ id: `a${count}`, number: `2026-00010${count}`, ...overrides });
  await appeals.insert(appeal);
  return appeal;
}
const EVER = { from: days(-100), until: days(100) };

describe('the record as a whole', () => {
  it('gives the open ones without their words, dangers first, then the oldest due', async () => {
    const later = await kept({ dueAt: minutes(5) });
    const late = await kept({ status: 'in_progress', dueAt: minutes(1) });
    const danger = await kept({ status: 'rework', dueAt: minutes(9), isUrgent: true });
    await kept({ leadId: later.id });
    await kept({ status: 'closed' });
    const open = await oversight.open();
    expect(open.map(({ id }) => id)).toEqual([danger.id, late.id, later.id]);
    expect(open[1]).toMatchObject({ status: 'in_progress', dueAt: minutes(1), department: 'light' });
    for (const field of ['pieces', 'events', 'citizenId', 'answers'])
      expect(open[1]).not.toHaveProperty(field);
  });

  it('gives what was filed in a while, with nothing about people', async () => {
    const place = { kind: 'address', label: 'вул. Миру, 18, кв. 5', district: 'central' } as const;
    const answers = [anAnswer({ at: days(-39) })];
    const filed = await kept({ registeredAt: days(-40), place, answers, status: 'answered' });
    await kept({ registeredAt: days(-39) });
    const [found, ...others] = await oversight.filed({ from: days(-40), until: days(-39) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      id: filed.id,
      place: { district: 'central' },
      answers: [{ at: days(-39) }],
    });
    const all = JSON.stringify(found);
    for (const secret of ['Миру', 'ліхтар', 'telegram-1', 'Петренко', 'Лампу'])
      expect(all).not.toContain(secret);
  });

  it('joins what histories tell of the staff with the record of acts, the newest first', async () => {
    const audit = new MongoAudit(database.connection);
    const events = [
      anEvent('filed', { at: days(-60) }),
      anEvent('extended', {
        type: 'appeal.extended',
        by: 'telegram-50',
        at: days(-58),
        facts: { text: 'паводок' },
      }),
      anEvent('answered', {
        type: 'appeal.answered',
        by: 'telegram-7',
        at: days(-56),
        facts: { ordinal: 1 },
      }),
    ];
    const appeal = await kept({ events });
    await audit.add({
      id: 'looked',
      at: days(-57),
      by: 'telegram-50',
      what: 'person.searched',
      facts: { by: 'phone' },
    });
    const span = { from: days(-70), until: days(-50) };
    const acts = (wanted: object, page = { skip: 0, limit: 10 }) => oversight.acts({ span, ...wanted }, page);
    const ids = async (wanted: object, page?: { skip: number; limit: number }) =>
      (await acts(wanted, page)).map(({ id }) => id);

    expect(await ids({})).toEqual(['answered', 'looked', 'extended']);
    expect(await ids({}, { skip: 1, limit: 1 })).toEqual(['looked']);
    expect(await ids({ by: 'telegram-50' })).toEqual(['looked', 'extended']);
    expect(await ids({ what: 'appeal.answered' })).toEqual(['answered']);
    expect(await ids({ what: 'person.searched' })).toEqual(['looked']);
    expect(await ids({ appealId: appeal.id })).toEqual(['answered', 'extended']);
    expect(await ids({ span: { from: days(-57), until: days(-56) } })).toEqual(['looked']);
    expect(await acts({ what: 'appeal.extended' })).toEqual([
      { id: 'extended', at: days(-58), by: 'telegram-50', what: 'appeal.extended', number: appeal.number, why: 'паводок' }, // prettier-ignore
    ]);
  });

  it('finds none of a citizen’s own doing among the acts', async () => {
    const acts = await oversight.acts({ span: EVER, by: 'telegram-1' }, { skip: 0, limit: 50 });
    expect(acts).toEqual([]);
  });

  it('reads days and periods by an index', async () => {
    const { explain } = await plansOf();
    expect(explain).not.toContain('COLLSCAN');
  });
});

/** How the database finds what a period holds. */
async function plansOf() {
  const plan = await database.connection
    .collection('appeals')
    .find({ registeredAt: { $gte: days(-1), $lt: days(1) } })
    .explain('queryPlanner');
  return { explain: JSON.stringify(plan) };
}
