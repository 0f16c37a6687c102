import { HELD_STATUSES } from '../../../domain/staff-decisions';
import { OPEN_STATUSES } from '../../../domain/moves';
import { MongoAccountMoves } from '../../../infra/mongo/mongo-account-moves';
import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoCitizens } from '../../../infra/mongo/mongo-citizens';
import { MongoDrafts } from '../../../infra/mongo/mongo-drafts';
import { MongoErasure } from '../../../infra/mongo/mongo-erasure';
import { MongoNotices } from '../../../infra/mongo/mongo-notices';
import { MongoOversight } from '../../../infra/mongo/mongo-oversight';
import { anAppeal, anEvent, days, NOW } from '../../support/builders';
import { MongoShownPictures } from '../../../infra/mongo/mongo-shown-pictures';
import { openMongo } from '../stores';

interface Asked {
  readonly collection: string;
  readonly filter: Record<string, unknown>;
  readonly options: { readonly sort?: Record<string, 1 | -1>; readonly limit?: number };
}

const SAID = anEvent('said', { type: 'appeal.extended', by: 'telegram-7', facts: { text: 'Коваль' } });
const LEAD = anAppeal({ id: 'lead', joinerIds: ['joiner'], events: [anEvent('filed'), SAID] });

let database: Awaited<ReturnType<typeof openMongo>>;
const asked: Asked[] = [];
beforeAll(async () => {
  database = await openMongo();
  const appeals = new MongoAppeals(database.connection);
  for (let index = 0; index < 40; index += 1)
    await appeals.insert(
      anAppeal({ id: `a${index}`, number: `2026-${100000 + index}`, events: [anEvent(`e${index}`)] }),
    );
  await appeals.insert(
    anAppeal({ id: 'joiner', number: '2026-1', leadId: 'lead', events: [{ ...SAID, id: 'said-joiner' }] }),
  );
  database.connection.base.set('debug', (collection: string, method: string, ...given: unknown[]) => {
    if (READS.includes(method)) note(collection, given[0], given[1]);
    if (WRITES.includes(method)) note(collection, given[0]);
    if (method === 'distinct') note(collection, given[1]);
    if (method === 'aggregate') note(collection, (given[0] as { $match?: object }[])[0]?.$match);
  });
});
afterAll(() => database.close());
beforeEach(() => void asked.splice(0));

const READS = ['find', 'findOne', 'countDocuments'];
const WRITES = ['updateOne', 'updateMany', 'deleteOne', 'deleteMany'];
const note = (collection: string, filter: unknown, options: unknown = {}) =>
  asked.push({ collection, filter, options } as Asked);

/** What of a plan says which index is read. */
function indexesIn(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]) =>
    key === 'indexName' && 'indexBounds' in plan
      ? [String(value)]
      : key === 'IndexCosts'
        ? []
        : indexesIn(value),
  );
}

const isById = ({ _id }: Asked['filter']): boolean =>
  typeof _id === 'string' || (typeof _id === 'object' && _id !== null && '$in' in _id);

/** The index each query just asked is answered by; nothing where every record would be read. */
async function answeredBy(): Promise<string[]> {
  const db = database.connection.db!;
  const plans = asked.map(async ({ collection, filter, options: { sort, limit } }) => {
    if (isById(filter)) return '_id_';
    const found = db.collection(collection).find(filter, { ...(sort && { sort }), ...(limit && { limit }) });
    return indexesIn(await found.explain('queryPlanner'))[0] ?? `nothing: ${JSON.stringify(filter)}`;
  });
  return Promise.all(plans);
}

const appeals = () => new MongoAppeals(database.connection);
const oversight = () => new MongoOversight(database.connection);
const drafts = () => new MongoDrafts(database.connection);
const notices = () => new MongoNotices(database.connection);
const erasure = () => new MongoErasure(database.connection);
const masked = () => '•••';
const page = { skip: 0, limit: 5 };
const chat = { messenger: 'telegram', chatId: '1' };
const EVER = { from: days(-100), until: days(100) };
const wanted = { category: 'street-lamp', placeKeys: ['a', 'b'], since: days(-9), limit: 5 };

describe('a list that is asked often', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an appeal by its number', () => appeals().findByNumber('2026-100001')],
    ['somebody’s own', () => appeals().listOf('telegram-1', page)],
    ['how many somebody has open', () => appeals().countOf('telegram-1', OPEN_STATUSES)],
    ['those of a department', () => appeals().listOpenOf('light', OPEN_STATUSES)],
    ['what an official has', () => appeals().listHeld('telegram-7', HELD_STATUSES, 5)],
    ['how many an official has', () => appeals().countHeld('telegram-7', HELD_STATUSES)],
    [
      'the work of an official',
      () => appeals().listWork({ executorId: 'telegram-7', statuses: OPEN_STATUSES }, page),
    ],
    [
      'the work of departments',
      () => appeals().listWork({ departments: ['light'], statuses: OPEN_STATUSES }, page),
    ],
    ['the work of the city', () => appeals().listWork({ statuses: OPEN_STATUSES }, page)],
    ['who has appeals of a department', () => appeals().executorsOf('light', OPEN_STATUSES)],
    ['what the office owes', () => appeals().countOpen(NOW, days(1))],
    ['what a department owes', () => appeals().countOpen(NOW, days(1), 'light')],
    ['by words', () => appeals().search('ліхтар школа', 5)],
    ['events without notices', () => appeals().unexpanded(5)],
    ['events to sweep', () => appeals().toSweep(NOW, 5)],
    ['whose reminder is due', () => appeals().toRemind(NOW, 5)],
    ['whose look is due', () => appeals().toLookAt(NOW, 5)],
    ['originals to copy', () => appeals().withUncopiedAttachments(NOW, 5)],
    ['what is open nearby', () => appeals().near(wanted)],
    ['the same words', () => appeals().withSameText('третю добу не горить ліхтар', days(-9), 5)],
    ['who joined', () => appeals().joinerIdsOf('a1')],
    ['the queue', () => oversight().open()],
    ['what the law’s term has passed for', () => oversight().pastLegalTerm(NOW)],
    ['what was filed', () => oversight().filed(EVER)],
    ['what the staff did', () => oversight().acts({ span: EVER }, page)],
    ['what one of the staff did', () => oversight().acts({ by: 'telegram-7', span: EVER }, page)],
    ['acts of one kind', () => oversight().acts({ what: 'person.invited', span: EVER }, page)],
    ['what hangs on a forgotten appeal', () => erasure().besideAppeal(LEAD, { own: masked, others: masked })],
    ['where pictures stand', () => new MongoShownPictures(database.connection).of('a1')],
    ['requests of an old account', () => new MongoAccountMoves(database.connection).openOf('telegram-1')],
    ['accounts before this one', () => new MongoCitizens(database.connection).formerOf('telegram-1')],
    ['the open draft here', () => drafts().openOf('telegram-1', chat)],
    ['what somebody has not finished', () => drafts().unfinishedOf('telegram-1')],
    ['whether a draft has an event', () => drafts().hasTaken('telegram-1', 'tg-1-1')],
    ['whether somebody has written since', () => drafts().hasWrittenSince('telegram-1', chat, NOW)],
    ['forgotten drafts', () => drafts().forgotten(NOW, 5)],
    ['chats with notices due', () => notices().chatsDue(NOW, 5)],
    ['the oldest notice that waits', () => notices().oldestWaiting(NOW)],
    ['the notice a reply answers', () => notices().findByMessage(chat, '7')],
  ])('%s: is answered by an index', async (_what, ask) => {
    await ask();
    expect(asked.length).toBeGreaterThan(0);
    expect((await answeredBy()).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });

  it('acts that name a forgotten person: are answered by an index', async () => {
    await erasure().ofPerson('telegram-424242', false);
    asked.splice(0, asked.length, ...asked.filter(({ collection }) => collection === 'audit'));
    expect(asked).toHaveLength(2);
    expect((await answeredBy()).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });

  it('without an index is told apart', async () => {
    note('appeals', { kind: 'proposal' });
    expect(await answeredBy()).toEqual([expect.stringContaining('nothing')]);
  });
});
