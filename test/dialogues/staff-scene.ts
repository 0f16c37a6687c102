import type { Appeal, Attachment } from '../../domain/appeal';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { MongoCitizens } from '../../infra/mongo/mongo-citizens';
import { MongoNumbers } from '../../infra/mongo/mongo-numbers';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import { startTown, type Town, type TownOptions } from '../../sandbox/town';
import { saveProfile } from '../../use-cases/save-profile';
import { submitAppeal } from '../../use-cases/submit-appeal';
import { city } from '../support/sample-city';

const NO_JOBS = { expandAppeal: () => Promise.resolve(), deliverTo: () => Promise.resolve() };
const LONG_MS = 30_000;
const PROFILE = {
  phone: '+380671112233',
  name: 'Коваль Олена Петрівна',
  residence: 'Миру, 18, кв. 5',
  email: 'olena@example.com',
};

export interface Filed {
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  readonly label?: string;
  readonly category?: string;
}

/** A town whose group has rested for a minute whenever somebody speaks: limits are tried elsewhere. */
export async function aScene(options: TownOptions = {}) {
  const town = await startTown({ enforceLimits: false, ...options });
  const { telegram, group, petro, iryna, mongo, redis } = town;
  const rested = setInterval(() => {
    void redis
      .keys('vidhuk:budget:*')
      .then((keys) => keys.filter((key) => !key.endsWith(':pause')))
      .then((keys) => (keys.length > 0 ? redis.del(...keys) : 0))
      .catch(() => 0);
  }, 200);
  const appeals = new MongoAppeals(mongo);
  const citizens = new MongoCitizens(mongo);
  const deps = { appeals, numbers: new MongoNumbers(mongo), city, clock: town.now, jobs: NO_JOBS };
  let filed = 0;

  const resident = async (firstName = 'Олена'): Promise<Person> => {
    const person = telegram.person({
      firstName,
      lastName: 'Коваль',
      languageCode: 'uk',
      phone: PROFILE.phone,
    });
    await person.starts();
    await person.waits(/Відгук/, { timeoutMs: LONG_MS });
    return person;
  };
  const register = async (
    person: Person,
    { text, attachments = [], label = 'вул. Миру, 18', category = 'street-lamp' }: Filed = {},
  ) => {
    const known = await citizens.find(`telegram-${person.id}`);
    const citizen = await saveProfile({ citizens }, { citizen: known!, change: PROFILE });
    if (citizen === 'conflict') throw new Error('the resident cannot be saved');
    filed += 1;
    const draftId = `appeal${filed}x${Math.floor(Math.random() * 1e9).toString(36)}`;
    const submitted = await submitAppeal(deps, {
      ...{ draftId, commandId: draftId, citizen, kind: 'application', category },
      ...{ pieces: [{ messageId: '900001', text: text ?? 'Третю добу не горить ліхтар' }], attachments },
      ...{
        particulars: {},
        isUncertain: false,
        isUrgent: false,
        place: { kind: 'address', label, district: city.districts[0]!.code },
      },
    });
    if (!submitted.ok) throw new Error(submitted.refusal);
    return submitted.appeal;
  };
  const here = (card?: Seen) => ({
    in: group,
    ...(card?.threadId && { thread: card.threadId }),
    timeoutMs: LONG_MS,
  });
  const seesCard = ({ number }: Pick<Appeal, 'number'>, state: RegExp = /./) =>
    petro.waits(
      ({ text, buttons }) =>
        text.includes(number) && state.test(text) && buttons.flat().some(({ label }) => label === 'Історія'),
      { in: group, timeoutMs: LONG_MS },
    );
  /** Once the record knows the card, a reply to it finds its appeal. */
  const isRecorded = async ({ id: appealId }: Pick<Appeal, 'id'>, card: Seen) => {
    const saved = { appealId, messageId: String(card.id) };
    const isSaved = async () => (await mongo.collection('cards').countDocuments(saved)) > 0;
    await until(isSaved, 'the card is in the record');
    return card;
  };
  const files = async (person: Person, about?: Filed) => {
    const appeal = await register(person, about);
    return { appeal, card: await isRecorded(appeal, await seesCard(appeal)) };
  };
  const sees = (who: Person, wanted: RegExp, card?: Seen) =>
    who.waits(wanted, { timeoutMs: LONG_MS, ...(card && here(card)) });
  /** Petro answers by replying to the card. */
  const answers = async (card: Seen, text: string, outcome = 'Виконано', by: Person = petro) => {
    await by.says(text, { ...here(card), replyTo: card });
    const screen = await sees(by, /Чим закінчилося/, card);
    await by.presses({ message: screen, label: outcome }, here(card));
    await sees(by, /Перевірте/, card);
    await by.presses({ message: screen, label: 'Надіслати' }, here(card));
    await sees(by, /надіслано заявнику/, card);
    return screen;
  };
  /** The little note on a pressed button. */
  const noteOf = async (who: Person, message: Seen | number, label: string) => {
    const press = await who.presses({ message, label }, here());
    return (await who.waitsAnswer(press, LONG_MS)).text ?? '';
  };
  const groupTexts = () =>
    group
      .messages()
      .filter(({ byBot }) => byBot)
      .map(({ text }) => text);
  const stop = async () => {
    clearInterval(rested);
    await town.stop();
  };
  return {
    ...{
      town,
      telegram,
      group,
      petro,
      iryna,
      appeals,
      resident,
      register,
      files,
      here,
      seesCard,
      isRecorded,
      sees,
      answers,
    },
    ...{ noteOf, groupTexts, stop },
    reload: async ({ id }: Pick<Appeal, 'id'>) => (await appeals.find(id))!,
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

/** Once the record knows the notice, a reply to it finds its appeal: it is written after the notice is seen. */
export async function isKnown({ mongo }: Pick<Town, 'mongo'>, { id, chatId }: Seen): Promise<void> {
  const about = { chatId: String(chatId), sentMessageIds: String(id) };
  const isSaved = async () => (await mongo.collection('notices').countDocuments(about)) > 0;
  await until(isSaved, 'the notice is in the record');
}

/** Waits for a fact of the record. */
export async function until(isSo: () => Promise<boolean>, what: string, timeoutMs = LONG_MS): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
}
