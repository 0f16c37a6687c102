import type { Appeal } from '../../domain/appeal';
import type { Draft, Fields } from '../../domain/draft';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { MongoCitizens } from '../../infra/mongo/mongo-citizens';
import { MongoDrafts } from '../../infra/mongo/mongo-drafts';
import { MongoNumbers } from '../../infra/mongo/mongo-numbers';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import { startTown, type TownOptions } from '../../sandbox/town';
import { submitAppeal } from '../../use-cases/submit-appeal';
import { city } from '../support/sample-city';

export const MODES = ['polling', 'webhook'] as const;
/** For one whole town with its start: two cores may be shared by many. */
export const TOWN_MS = 90_000;
const LONG_MS = 30_000;
const NO_JOBS = { expandAppeal: () => Promise.resolve(), deliverTo: () => Promise.resolve() };

/** All that a preview needs: what a patient person has answered. */
export const ANSWERED: Fields = {
  pieces: [{ messageId: '900001', text: 'ліхтарі горять удень на нашій вулиці' }],
  proposal: 'lamps-schedule',
  category: 'lamps-schedule',
  place: { kind: 'address', label: 'вул. Миру, 18', district: 'central' },
  filesDone: true,
  kind: 'application',
  consent: 'declined',
};
export const CONSENT = {
  version: city.privacyNotice.version,
  hash: 'h',
  at: new Date('2026-11-01T10:00:00Z'),
};

export type Wanted = RegExp | ((seen: Seen) => boolean);

/** A resident with a telephone: does one thing, sees what comes of it. */
export class Resident {
  constructor(
    readonly person: Person,
    private readonly rests: () => Promise<unknown>,
  ) {}

  async says(text: string, wanted: Wanted): Promise<Seen> {
    await this.rests();
    await this.person.says(text);
    return this.sees(wanted);
  }

  async taps(label: string, wanted: Wanted): Promise<Seen> {
    await this.rests();
    await this.person.presses(label);
    return this.sees(wanted);
  }

  async does(act: (person: Person) => Promise<unknown>, wanted: Wanted): Promise<Seen> {
    await this.rests();
    await act(this.person);
    return this.sees(wanted);
  }

  sees(wanted: Wanted): Promise<Seen> {
    return this.person.waits(wanted, { timeoutMs: LONG_MS });
  }

  /** What the bot wrote so far, oldest first. */
  heard(): Seen[] {
    return this.person.messages().filter(({ byBot }) => byBot);
  }
}

export const labels = (seen: Seen): string[][] => seen.buttons.map((row) => row.map(({ label }) => label));
export const tokenOf = (seen: Seen, label: string): string => {
  const token = seen.buttons.flat().find((button) => button.label === label)?.token;
  if (!token) throw new Error(`there is no button ${label}`);
  return token;
};

/** A town without limits on sending: those are tried elsewhere. */
export async function aCitizenScene(options: TownOptions = {}) {
  const town = await startTown({ enforceLimits: false, workers: 0, ...options });
  const { telegram, mongo, redis } = town;
  const rest = async () => {
    const keys = await redis.keys('vidhuk:budget:*');
    if (keys.length > 0) await redis.del(...keys);
  };
  const rested = setInterval(() => void rest().catch(() => undefined), 100);
  const appeals = new MongoAppeals(mongo);
  const drafts = new MongoDrafts(mongo);
  const citizens = new MongoCitizens(mongo);
  const deps = { appeals, numbers: new MongoNumbers(mongo), city, clock: town.now, jobs: NO_JOBS };
  let made = 0;
  const nextId = () => `made${(made += 1)}x${Math.floor(Math.random() * 1e9).toString(36)}`;

  const resident = (languageCode = 'uk'): Resident =>
    new Resident(
      telegram.person({ firstName: 'Олена', lastName: 'Коваль', languageCode, phone: '+380671112233' }),
      rest,
    );
  const known = async ({ person }: Resident, more: object = {}) => {
    const id = `telegram-${person.id}`;
    const base = { id, messenger: 'telegram', chatId: String(person.id), language: 'uk', isReachable: true };
    const citizen = { ...base, rev: 1, ...more };
    await citizens.insert(citizen);
    return citizen;
  };
  /** A draft as it stands when its author comes back; `fields` of `undefined` are not answered yet. */
  const drafted = async ({ person }: Resident, fields: Fields = {}, more: Partial<Draft> = {}) => {
    const id = nextId();
    const now = town.now();
    const answered = Object.entries({ ...ANSWERED, ...fields }).filter(([, value]) => value !== undefined);
    await drafts.insert({
      ...{ id, kind: 'appeal', ownerId: `telegram-${person.id}`, messenger: 'telegram' },
      ...{ chatId: String(person.id), fields: Object.fromEntries(answered), state: 'open' },
      ...{ eventIds: [], rev: 1, createdAt: now, updatedAt: now, ...more },
    });
    return id;
  };
  const registered = async (who: Resident, text = 'ліхтарі горять удень'): Promise<Appeal> => {
    const citizen = (await citizens.find(`telegram-${who.person.id}`)) ?? (await known(who));
    const draftId = nextId();
    const submitted = await submitAppeal(deps, {
      ...{ draftId, commandId: draftId, citizen, kind: 'application', category: 'lamps-schedule' },
      ...{
        pieces: [{ messageId: '900001', text }],
        attachments: [],
        particulars: {},
        isUncertain: false,
        isUrgent: false,
      },
    });
    if (!submitted.ok) throw new Error(submitted.refusal);
    return submitted.appeal;
  };
  const appealsOf = async ({ person }: Resident) =>
    (await appeals.listOf(`telegram-${person.id}`, { skip: 0, limit: 20 })).appeals;
  const draftsOf = ({ person }: Resident) =>
    mongo
      .collection('drafts')
      .find({ ownerId: `telegram-${person.id}` })
      .toArray();
  const citizenOf = ({ person }: Resident) => citizens.find(`telegram-${person.id}`);
  const stop = async () => {
    clearInterval(rested);
    await town.stop();
  };
  return {
    town,
    resident,
    known,
    drafted,
    registered,
    appealsOf,
    draftsOf,
    citizenOf,
    appeals,
    drafts,
    stop,
  };
}

export type CitizenScene = Awaited<ReturnType<typeof aCitizenScene>>;
