import { join } from 'node:path';
import { loadCityPack } from '../../infra/city-pack';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { MongoCitizens } from '../../infra/mongo/mongo-citizens';
import { MongoNumbers } from '../../infra/mongo/mongo-numbers';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Town } from '../../sandbox/town';
import { answerAppeal } from '../../use-cases/answer-appeal';
import { submitAppeal } from '../../use-cases/submit-appeal';
import { takeAppeal } from '../../use-cases/take-appeal';

/** Somebody whose appeal has news that nobody has sent yet. */
export interface Waiting {
  readonly person: Person;
  readonly appealId: string;
  readonly number: string;
}

const NO_JOBS = { expandAppeal: () => Promise.resolve(), deliverTo: () => Promise.resolve() };
const OFFICE = { id: 'telegram-900000001', roles: ['official', 'moderator', 'controller'] as const };
const CITY_DIR = join(__dirname, '..', '..', 'cities', 'sample');

/** Makes people who have appeals, and the office's acts on them, without waking any worker. */
export function openCrowd({ telegram, mongo, now }: Pick<Town, 'telegram' | 'mongo' | 'now'>, clock = now) {
  const appeals = new MongoAppeals(mongo);
  const citizens = new MongoCitizens(mongo);
  const city = loadCityPack(CITY_DIR);
  const deps = { appeals, numbers: new MongoNumbers(mongo), city, clock, jobs: NO_JOBS };
  let count = 0;

  const join = async (): Promise<Waiting> => {
    count += 1;
    const phone = `+38050${String(1_000_000 + count)}`;
    const person = telegram.person({ firstName: 'Олена', lastName: 'Коваль', languageCode: 'uk', phone });
    telegram.fake.world.privateChat(person.record).isStarted = true;
    const id = `telegram-${person.id}`;
    const known = { phone, name: 'Коваль Олена Петрівна', residence: 'Садова, 27' };
    const where = { messenger: 'telegram', chatId: String(person.id), language: 'uk', isReachable: true };
    const citizen = { id, ...where, ...known, rev: 1 };
    await citizens.insert(citizen);
    const draftId = `crowd${count}x${person.id}`;
    const submitted = await submitAppeal(deps, {
      ...{ draftId, commandId: draftId, citizen, kind: 'application', category: 'street-lamp' },
      ...{
        pieces: [{ messageId: '1', text: `Не горить ліхтар ${count}` }],
        attachments: [],
        particulars: {},
      },
      ...{ isUncertain: false, isUrgent: false },
    });
    if (!submitted.ok) throw new Error(submitted.refusal);
    return { person, appealId: submitted.appeal.id, number: submitted.appeal.number };
  };
  const about = (appealId: string, act: string) => ({
    ...{ actor: OFFICE, appealId, commandId: `${act}-${appealId}` },
  });
  const sure = <T extends { ok: boolean }>(changed: T): T => {
    if (!changed.ok) throw new Error(`the office could not act: ${JSON.stringify(changed)}`);
    return changed;
  };
  return {
    join,
    take: async ({ appealId }: Waiting) => sure(await takeAppeal(deps, about(appealId, 'take'))),
    answer: async ({ appealId }: Waiting) => {
      const given = { text: 'Лампу замінено.', outcome: 'done', attachments: [] } as const;
      return sure(await answerAppeal(deps, { ...about(appealId, 'answer'), given }));
    },
    /** So many people whose appeals were taken a moment ago. */
    taken: async (people: number): Promise<Waiting[]> => {
      const all: Waiting[] = [];
      for (let one = 0; one < people; one += 1) {
        const waiting = await join();
        sure(await takeAppeal(deps, about(waiting.appealId, 'take')));
        all.push(waiting);
      }
      return all;
    },
  };
}
