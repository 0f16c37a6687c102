import { startTown, type Town } from '../../sandbox/town';
import { fileAppeal } from './play-appeal';

const CITIZENS = 20;
const TEXTS = [
  'не горить ліхтар',
  'яма на дорозі',
  'не вивозять сміття',
  'не працює ліфт',
  'немає гарячої води',
];

interface Final {
  pieces: { text: string }[];
  category: string;
  place?: { label: string };
  status: string;
  citizenId: string;
  events: { type: string }[];
}

/** The records as they must be whatever the order of events was: no ids, numbers or times. */
async function finalRecords(town: Town) {
  const appeals = await town.mongo.collection<Final>('appeals').find({}).toArray();
  return appeals
    .map(({ pieces, category, place, status, events }) => ({
      text: pieces.map(({ text }) => text).join('\n'),
      category,
      place: place?.label,
      status,
      events: events.map(({ type }) => type),
    }))
    .sort((one, other) => one.text.localeCompare(other.text));
}

async function play(options: Parameters<typeof startTown>[0]) {
  const town = await startTown(options);
  try {
    const people = Array.from({ length: CITIZENS }, (_, index) =>
      town.telegram.person({
        firstName: 'Олена',
        lastName: 'Коваль',
        languageCode: 'uk',
        phone: `+38067111${1000 + index}`,
      }),
    );
    const numbers = await Promise.all(
      people.map((person, index) => fileAppeal(person, `${TEXTS[index % TEXTS.length]}, мешканець ${index}`)),
    );
    const repeated = town.telegram.ledger.deliveries.length;
    const violations = town.telegram.ledger.violations;
    return { numbers, records: await finalRecords(town), repeated, violations };
  } finally {
    await town.stop();
  }
}

describe('twenty citizens at once before two bots and two workers', () => {
  it('leave the same records as before one process, though a fifth of the updates come twice', async () => {
    const many = await play({ mode: 'webhook', bots: 2, workers: 2, repeatShare: 0.2, seed: 7 });
    const one = await play({ mode: 'polling' });
    expect(new Set(many.numbers).size).toBe(CITIZENS);
    expect(many.records).toHaveLength(CITIZENS);
    expect(many.records).toEqual(one.records);
    expect(many.violations).toEqual([]);
  }, 280_000);
});
