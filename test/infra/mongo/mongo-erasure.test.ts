import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoErasure } from '../../../infra/mongo/mongo-erasure';
import { anAppeal, anEvent } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => {
  database = await openMongo();
});
afterAll(() => database.close());

const JOINED = 600;
const joinedAs = (id: string) =>
  anEvent(`telegram-of-somebody-who-joined-long-ago-${id}-lead`, {
    ...{ type: 'appeal.joined', by: 'telegram-8', facts: { other: { id, number: `of ${id}` } } },
  });
const said = (id: string) =>
  anEvent(id, { type: 'appeal.extended', by: 'telegram-7', facts: { text: 'Шановна Коваль' } });
const LEAD = anAppeal({
  id: 'lead',
  joinerIds: ['behind', 'silent'],
  events: [
    anEvent('filed'),
    ...['left', ...Array.from({ length: JOINED }, (_, index) => `joiner-${index}`)].map(joinedAs),
    said('said'),
  ],
});

describe('an appeal that is forgotten', () => {
  it('is named nowhere its words came, though hundreds have joined it, and leaves others as they are', async () => {
    const appeals = new MongoAppeals(database.connection);
    const others = [
      anAppeal({ id: 'behind', leadId: 'lead', events: [anEvent('b'), said('said-behind')] }),
      anAppeal({ id: 'left', events: [anEvent('l'), said('said-left')] }),
      anAppeal({ id: 'second', leadId: 'behind', events: [anEvent('s'), said('said-behind-second')] }),
      anAppeal({ id: 'silent', leadId: 'lead', events: [anEvent('n'), said('own')] }),
      anAppeal({ id: `joiner-${JOINED - 1}`, events: [anEvent('j'), said(`said-joiner-${JOINED - 1}`)] }),
    ];
    for (const [index, other] of others.entries())
      await appeals.insert({ ...other, number: `2026-00000${index + 1}`, citizenId: 'telegram-8' });
    const mask = (words: string) => words.replace('Коваль', '•••');
    const forget = () =>
      new MongoErasure(database.connection).besideAppeal(LEAD, { own: mask, others: mask });
    await forget();
    await forget();
    const left = await Promise.all(others.map(({ id }) => appeals.find(id)));
    expect(left.map((one) => [one?.id, one?.events[1]?.facts.text, one?.rev])).toEqual([
      ['behind', 'Шановна •••', 2],
      ['left', 'Шановна •••', 2],
      ['second', 'Шановна •••', 2],
      ['silent', 'Шановна Коваль', 1],
      [`joiner-${JOINED - 1}`, 'Шановна •••', 2],
    ]);
  });
});
