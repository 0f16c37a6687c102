import { apiToken } from '../../domain/api-token';
import { RETENTION_KINDS, type RetentionKind } from '../../domain/retention';
import { PERSONAL_FIELDS } from '../../domain/personal-fields';
import { collectionOf, MongoOldRecords } from '../../infra/mongo/mongo-retention';
import { oldRecords } from '../../use-cases/keep-records';
import { retentionLines } from '../../screens/retention-lines';
import { eraseOldRecords } from '../../workers/erase-old';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aDraft, anAppeal, anEvent, aNotice, aPhoto, days, NOW } from '../support/builders';
import { texts } from '../support/sample-city';

jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

const deps = () => ({ ...town.deps, oldRecords: new MongoOldRecords(town.connection) });
const yearsOn = (count: number, daysOn = 0) => new Date(days(daysOn).setUTCFullYear(2026 + count));

/** One of each kind, all of today. */
async function lived() {
  const { appeals, citizens, drafts, notices, audit, quarantine, codes, papers, files, cards } = town.deps;
  const { accountMoves, people } = town.deps;
  await citizens.insert(aCitizen({ name: 'Коваль Олена', consent: { version: '1', hash: 'h', at: NOW } }));
  await appeals.insert(anAppeal({ status: 'closed', attachments: [aPhoto('p')] }));
  await appeals.insert(anAppeal({ id: 'open', number: '2026-000002', citizenId: 'telegram-2' }));
  await files.put('draft-1-p', new Uint8Array([1]), 'image/jpeg');
  await cards.save({ appealId: 'draft-1', messenger: 'telegram', chatId: '-100', shownRev: 1 });
  await drafts.insert(aDraft({ id: 'd', state: 'saved' }));
  await notices.insert([aNotice('n', { state: 'sent' }), aNotice('w', { appealId: 'open' })]);
  await audit.add({ id: 'a', at: NOW, by: 'telegram-7', what: 'contact.shown', about: 'draft-1' });
  await quarantine.put({ id: 'q', at: NOW, what: {}, problem: 'x' });
  await quarantine.settle('q', { state: 'dropped', by: 'telegram-50', at: NOW, reason: 'too_old' });
  await codes.insert({ id: 'c', by: 'telegram-50', createdAt: NOW, expiresAt: days(2), gives: { what: 'post', post: { role: 'official' } } }); // prettier-ignore
  await town.deps.apiTokens.put(apiToken({ ownerId: 'telegram-7', hash: 'h', issuedBy: 'telegram-50' }, NOW));
  await papers.issue({ kind: 'appeal', number: '2026-000001', at: NOW, issuedAt: NOW });
  await accountMoves.insert({ id: 'm', fromId: 'telegram-1', toId: 'telegram-9', askedAt: NOW, isNameSame: true, isForModerators: false, state: 'carried', rev: 1 }); // prettier-ignore
  await people.insert({ id: 'telegram-70', name: 'Гнатюк Іван', posts: [], rev: 2 });
  await audit.add({ id: 't', at: NOW, by: 'telegram-50', what: 'person.post_taken', about: 'telegram-70' });
}

/** What of a collection is of the kind, where that is not all of it. */
const ONLY: Partial<Record<RetentionKind, object>> = { names: { name: { $exists: true } } };
async function left(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    RETENTION_KINDS.map(async (kind) => {
      const all = town.connection.collection(collectionOf(kind));
      return [kind, await all.countDocuments(ONLY[kind] ?? {})];
    }),
  );
  return Object.fromEntries(counts) as Record<string, number>;
}
async function workAt(at: Date) {
  town.isNow(at);
  await eraseOldRecords(deps());
  return left();
}
const ALL = {
  appeals: 2,
  profiles: 1,
  papers: 1,
  drafts: 1,
  notices: 2,
  audit: 2,
  quarantine: 1,
  codes: 1,
  tokens: 1,
  moves: 1,
  names: 1,
};

describe('records past their time', () => {
  it('go kind by kind as the years pass, appeals after five, what is open never', async () => {
    await lived();
    expect(await workAt(days(29))).toEqual(ALL);
    expect(await workAt(days(33))).toMatchObject({ codes: 0, quarantine: 1, tokens: 1 });
    expect(await workAt(days(91))).toMatchObject({ quarantine: 0, drafts: 1, tokens: 1 });
    expect(await workAt(days(121))).toMatchObject({ tokens: 0, drafts: 1 });
    expect(await workAt(days(181))).toMatchObject({ drafts: 0, notices: 2 });
    expect(await workAt(days(366))).toMatchObject({ notices: 1, audit: 2, moves: 1, names: 1 });
    expect(await workAt(yearsOn(3, 2))).toMatchObject({ audit: 0, moves: 0, names: 0, appeals: 2 });
    expect(await workAt(yearsOn(5, -2))).toMatchObject({ appeals: 2, profiles: 1, papers: 1 });
    expect(await workAt(yearsOn(5, 1))).toEqual({
      ...{
        appeals: 1,
        profiles: 0,
        papers: 0,
        drafts: 0,
        notices: 1,
        audit: 0,
        quarantine: 0,
        codes: 0,
        tokens: 0,
        moves: 0,
        names: 0,
      },
    });
    expect(await town.connection.collection('cards').countDocuments()).toBe(0);
    expect(await town.connection.collection('files.files').countDocuments()).toBe(0);
    expect(await workAt(yearsOn(30))).toMatchObject({ appeals: 1 });
  });

  it('lie in every collection in which anything about a person lies', () => {
    const reached = new Set<string>(RETENTION_KINDS.map(collectionOf));
    expect(Object.keys(PERSONAL_FIELDS).filter((name) => !reached.has(name))).toEqual([]);
  });

  it('are profiles without consent too, counted from the first look that finds them so', async () => {
    const { citizens, appeals } = town.deps;
    for (const id of ['telegram-4', 'telegram-5', 'telegram-6']) await citizens.insert(aCitizen({ id }));
    await appeals.insert(anAppeal({ citizenId: 'telegram-5' }));
    expect(await workAt(days(1))).toMatchObject({ profiles: 3 });
    const agreed = { version: '1', hash: 'h', at: yearsOn(2) };
    await citizens.save(aCitizen({ id: 'telegram-6', consent: agreed, rev: 2 }));
    expect(await workAt(yearsOn(5))).toMatchObject({ profiles: 3 });
    expect((await oldRecords(deps())).find(({ kind }) => kind === 'profiles')).toMatchObject({ count: 0 });
    town.isNow(yearsOn(5, 2));
    expect(await oldRecords(deps())).toContainEqual({ kind: 'profiles', count: 1, oldest: days(1) });
    await workAt(yearsOn(5, 2));
    expect(await citizens.find('telegram-4')).toBeUndefined();
    expect(await citizens.find('telegram-5')).toBeDefined();
    expect(await citizens.find('telegram-6')).toBeDefined();
  });

  it('leave whoever was let go so: the name goes, the empty record does not', async () => {
    await lived();
    town.isNow(yearsOn(3, 2));
    const report = await oldRecords(deps());
    expect(retentionLines(texts.for('uk'), report)).toMatch(/Імена тих, хто вже не працює: 1\n?/);
    await workAt(yearsOn(3, 2));
    expect(await town.deps.people.find('telegram-70')).toEqual({ id: 'telegram-70', posts: [], rev: 3 });
  });

  it('are no names of those who work', async () => {
    await town.deps.people.insert({ id: 'telegram-7', name: 'Ткач', posts: [{ role: 'moderator' }], rev: 1 });
    expect(await workAt(yearsOn(9))).toMatchObject({ names: 1 });
  });

  it('are no messages put aside that nobody has settled', async () => {
    await town.deps.quarantine.put({ id: 'q', at: NOW, what: {}, problem: 'x' });
    expect(await workAt(days(91))).toMatchObject({ quarantine: 1 });
    const ofQuarantine = async () => (await oldRecords(deps())).find(({ kind }) => kind === 'quarantine');
    expect(await ofQuarantine()).toMatchObject({ count: 0 });
    await town.deps.quarantine.settle('q', { state: 'retried', by: 'telegram-50', at: days(91) });
    expect(await ofQuarantine()).toMatchObject({ count: 1 });
    expect(await workAt(days(92))).toMatchObject({ quarantine: 0 });
  });

  it('count from the last thing that happened to an appeal', async () => {
    const events = [anEvent('e1'), anEvent('e2', { type: 'appeal.rated', at: yearsOn(2) })];
    await town.deps.appeals.insert(anAppeal({ status: 'closed', events }));
    expect(await workAt(yearsOn(6))).toMatchObject({ appeals: 1 });
    expect(await workAt(yearsOn(7, 1))).toMatchObject({ appeals: 0 });
  });

  it('are looked for once a day, by one of the workers', async () => {
    const old = deps().oldRecords;
    const first = await Promise.all([1, 2, 3].map(() => old.beginDay(NOW, 86_400_000)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await old.beginDay(days(0.9), 86_400_000)).toBe(false);
    const next = await Promise.all([1, 2, 3].map(() => old.beginDay(days(1), 86_400_000)));
    expect(next.filter(Boolean)).toHaveLength(1);
  });

  it('are told before in numbers and days, without a word about anybody', async () => {
    await lived();
    town.isNow(yearsOn(6));
    const report = await oldRecords(deps());
    expect(report).toContainEqual({ kind: 'appeals', count: 1, oldest: NOW });
    const said = retentionLines(texts.for('uk'), report);
    expect(said).toMatch(/Звернення: 1, найдавніше від 20 листопада 2026/);
    expect(said).not.toMatch(/Коваль|telegram|draft/);
    expect(await left()).toEqual(ALL);
  });
});
