import { sourceOf, sourcesIn } from '../../support/source-files';

const CONNECTION = 'infra/mongo/connect-mongo.ts';

const others = sourcesIn('bot', 'infra', 'messengers', 'use-cases', 'web', 'workers').filter(
  (file) => file !== CONNECTION,
);

const ASKS_FOR_ITS_OWN = /writeConcern|\bjournal\b|\bfsync\b|\bwtimeout|\b[wj]['"]?\s*:/;
const OPENS_ITS_OWN = /createConnection|openUri|mongoose\.connect|new (?:mongo\.)?(?:MongoClient|Mongoose)\b/;

const thatSay = (words: RegExp) => others.filter((file) => words.test(sourceOf(file)));

describe('what every write waits for', () => {
  it('is said where the database is opened, and nowhere else', () => {
    expect(others.length).toBeGreaterThan(100);
    expect(thatSay(ASKS_FOR_ITS_OWN)).toEqual([]);
  });

  it('holds for all: the database is opened nowhere else', () => {
    expect(sourceOf(CONNECTION)).toMatch(OPENS_ITS_OWN);
    expect(thatSay(OPENS_ITS_OWN)).toEqual([]);
  });

  it.each([
    'appeals.insertMany(rows, { w: 1 })',
    "record.save({ 'w': 0 })",
    'new Schema(fields, { writeConcern })',
    'db.collection(name, { journal: false })',
    'updateOne(one, change, { j: false })',
  ])('would be weaker by %s', (line) => expect(line).toMatch(ASKS_FOR_ITS_OWN));
});
