import { submitAppeal, type Submission } from '../../use-cases/submit-appeal';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aPhoto, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.isNow(NOW));

const known = aCitizen({ phone: '+380501234567', name: 'Коваль Олена Іванівна', residence: 'вул. Миру, 18' });
const submission = (draftId: string, overrides: Partial<Submission> = {}): Submission => ({
  draftId,
  commandId: draftId,
  citizen: known,
  kind: 'complaint',
  pieces: [{ messageId: '1', text: 'Не горить ліхтар' }],
  category: 'street-lamp',
  particulars: {},
  attachments: [],
  isUncertain: false,
  isUrgent: false,
  ...overrides,
});
async function submitted(draftId: string, overrides: Partial<Submission> = {}) {
  const outcome = await submitAppeal(town.deps, submission(draftId, overrides));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.appeal;
}

describe('submitting an appeal', () => {
  it('registers it with a number of this year and both terms, and wakes a worker', async () => {
    const appeal = await submitted('first');
    expect(appeal.number).toMatch(/^2026-\d{6}$/);
    expect(appeal.legalDueAt?.toISOString()).toBe('2026-12-07T21:59:59.000Z');
    expect(appeal.dueAt.toISOString()).toBe('2026-11-27T21:59:59.000Z');
    expect(await town.deps.appeals.find('first')).toEqual(appeal);
    expect(town.deps.jobs.expanded).toContain('first');
  });

  it('gives the same number when the draft is submitted again, later and with other words', async () => {
    const once = await submitted('twice');
    town.isNow(new Date('2026-11-25T10:00:00Z'));
    const again = await submitted('twice', {
      pieces: [{ messageId: '9', text: 'Інше' }],
      commandId: 'other',
    });
    expect(again).toEqual(once);
    expect(again.events).toHaveLength(1);
  });

  it('registers one appeal when two processes submit the draft at once', async () => {
    const both = await Promise.all([1, 2, 3, 4].map(() => submitted('race')));
    expect(new Set(both.map(({ number }) => number)).size).toBe(1);
    expect(await town.deps.appeals.findByNumber(both[0]!.number)).toEqual(both[0]);
  });

  it('never gives one number to two appeals', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, (_, index) => submitted(`many-${index}`)));
    expect(new Set(many.map(({ number }) => number)).size).toBe(12);
  });

  it('takes the year from the wall clock in Kyiv', async () => {
    town.isNow(new Date('2026-12-31T22:30:00Z'));
    expect((await submitted('new-year')).number).toBe('2027-000001');
  });

  it.each([
    ['without a name', { name: undefined }],
    ['without a residence', { residence: undefined }],
  ])('makes it a message %s: kept, promised a day, with no legal term', async (what, lacking) => {
    const citizen = JSON.parse(JSON.stringify({ ...known, ...lacking })) as typeof known;
    const appeal = await submitted(`message ${what}`, { citizen });
    expect(appeal).toMatchObject({ kind: 'message', status: 'submitted' });
    expect(appeal).not.toHaveProperty('legalDueAt');
    expect(appeal.dueAt > NOW).toBe(true);
  });

  it('sends an unverified person’s appeal past the moderators and refuses it never', async () => {
    const { phone: _declined, ...citizen } = known;
    const appeal = await submitted('unverified', { citizen });
    expect(appeal).toMatchObject({ isVerified: false, needsModerator: true, kind: 'complaint' });
  });

  it('sends an uncertain category past the moderators', async () => {
    expect(await submitted('uncertain', { isUncertain: true })).toMatchObject({ needsModerator: true });
  });

  it.each<[string, Partial<typeof known>, Partial<Submission>, object]>([
    ['keeps whom the law has heard first', { authorCategory: 'combatant', socialStatus: 'worker' }, {}, { authorCategory: 'combatant', socialStatus: 'worker', isPreferred: true }],
    ['prefers nobody for what they do', { socialStatus: 'pensioner' }, {}, { socialStatus: 'pensioner' }],
    ['takes «leave it out» for silence', { authorCategory: 'none', socialStatus: 'none' }, {}, {}],
    ['does not lend the sender’s benefits to another', { authorCategory: 'hero' }, { onBehalfOf: { name: 'Коваль Ганна', residence: 'вул. Миру, 1' } }, {}],
  ])('%s', async (what, said, overrides, kept) => {
    const appeal = await submitted(what, { citizen: { ...known, ...said }, ...overrides });
    const { authorCategory, socialStatus, isPreferred } = appeal;
    expect(JSON.parse(JSON.stringify({ authorCategory, socialStatus, isPreferred }))).toEqual(kept);
  }); // prettier-ignore

  it('is enough with a photo and no words', async () => {
    const appeal = await submitted('photo', { pieces: [], attachments: [aPhoto('dark')] });
    expect(appeal.attachments).toEqual([aPhoto('dark')]);
  });

  it.each<[string, Partial<Submission>, string]>([
    ['nothing said', { pieces: [] }, 'empty_text'],
    ['a category the city does not have', { category: 'moon' }, 'no_such_category'],
  ])('is refused with %s', async (what, overrides, refusal) => {
    const outcome = await submitAppeal(town.deps, submission(what, overrides));
    expect(outcome).toEqual({ ok: false, refusal });
    expect(await town.deps.appeals.find(what)).toBeUndefined();
  });
});
