import mongoose, { type Connection } from 'mongoose';
import type { Dialogue, Step } from '../../bot/dialogue';
import { DIALOGUES } from '../../bot/dialogues/by-kind';
import { createFrontDoor } from '../../bot/front-door';
import { createClassifier } from '../../domain/classifier';
import { readSettings } from '../../infra/config';
import { isStoreUnavailable } from '../../infra/store-unavailable';
import { openStores } from '../../infra/stores';
import type { Address, Content, Incoming, Messenger, Screen } from '../../messengers/messenger';
import { createLooks } from '../../use-cases/look-at-files';
import { answerTo } from '../loads/pilot';
import { promised } from '../promise';

type Version = 'now' | 'a step more' | 'a step less';

/** The order of deploys a dialogue may live through: one forward, one back. */
const COURSES: readonly (readonly [Version, Version, Version])[] = [
  ['now', 'a step more', 'now'],
  ['now', 'a step less', 'now'],
  ['a step more', 'now', 'a step more'],
  ['a step less', 'now', 'a step less'],
];

interface Talk {
  readonly personId: string;
  readonly words: string;
  readonly course: readonly [Version, Version, Version];
  /** How many answers were given before the first deploy, and before the second. */
  readonly first: number;
  readonly second: number;
  /** The draft's fields as they lay in the record at each deploy. */
  readonly kept: Record<string, unknown>[];
  isFinished: boolean;
}

interface Evidence {
  readonly mongo: Connection;
  readonly talks: Talk[];
}

const AT_ONCE = 16;
const LONGEST = 40;

/** What was shown last in each chat; nothing leaves this process. */
class LastScreens implements Messenger {
  readonly name = 'telegram';
  readonly capabilities = { hasButtons: true, hasTopics: true, mayEdit: false };
  readonly last = new Map<string, Screen>();
  private count = 0;

  send({ chatId }: Address, screen: Screen) {
    this.last.set(chatId, screen);
    this.count += 1;
    return Promise.resolve({ result: 'sent', messageIds: [String(this.count)] } as const);
  }

  edit = () => Promise.resolve({ result: 'gone' } as const);
  remove = () => Promise.resolve({ result: 'gone' } as const);
  replaceFile = () => Promise.resolve({ result: 'gone' } as const);
  acknowledge = () => Promise.resolve();
  createTopic = () => Promise.resolve({ result: 'rejected' } as const);
  editTopic = () => Promise.resolve({ result: 'rejected' } as const);
  setTopicOpen = () => Promise.resolve({ result: 'rejected' } as const);
  pin = () => Promise.resolve({ result: 'rejected' } as const);
  setCommands = () => Promise.resolve();
  download = () => Promise.resolve('gone' as const);
  describeChat = () => Promise.resolve({ result: 'rejected' } as const);
  isMember = () => Promise.resolve(false);
  isHeard = () => Promise.resolve(true);
}

const floorStep: Step = {
  field: 'floor',
  ask: ({ t }) => t.words('На якому це поверсі?'),
  accept: (input) => (input.kind === 'text' ? { set: { floor: input.text } } : { refusal: 'not-understood' }),
};

/** The dialogue of each version: a question more before the place, or without the one about photos. */
function dialogueOf(version: Version, { steps, ...rest }: Dialogue): Dialogue {
  const changed = (all: readonly Step[]): readonly Step[] => {
    if (version === 'a step less') return all.filter(({ field }) => field !== 'filesDone');
    const at = all.findIndex(({ field }) => field === 'place');
    return version === 'a step more' ? [...all.slice(0, at), floorStep, ...all.slice(at)] : all;
  };
  return { ...rest, steps: (context) => changed(steps(context)) };
}

export const deploys = promised({
  id: 'R10',
  says: 'half-filled dialogues live through a deploy',
  figures: { full: { dialogues: 1_000 }, short: { dialogues: 12 } },
  wanted: ({ dialogues }) =>
    `${dialogues} half-filled dialogues, a version forward and back whose dialogue has a step more or less: all go on`,
  play: async ({ servers, chance, atEnd }, { dialogues }) => {
    const { mongodbUri, redisUrl } = servers.stores(901);
    const token = '7000000001:AAFakeTokenForTheSandboxAndTheTests-123';
    const settings = readSettings({
      MONGODB_URI: mongodbUri,
      REDIS_URL: redisUrl,
      BOT_TOKEN: token,
      LOG_LEVEL: 'fatal',
    });
    const stores = await openStores(settings, 'prove');
    atEnd(stores.close);
    const mongo = await mongoose.createConnection(mongodbUri).asPromise();
    atEnd(() => mongo.close());
    const messenger = new LastScreens();
    const startLink = (payload: string) => payload;
    const classifier = createClassifier(stores.city);
    const looks = createLooks({ messenger, pictures: stores.pictures });
    const door = { messenger, menu: messenger, classifier, looks, startLink, isStoreUnavailable };
    const receive = createFrontDoor({ ...stores, ...door });
    const own = DIALOGUES.appeal;
    atEnd(() => Promise.resolve((DIALOGUES.appeal = own)));
    let events = 0;
    const says = async (personId: string, content: Content) => {
      events += 1;
      const incoming: Incoming = {
        ...{ id: `r10-${events}`, at: new Date(), messageId: String(events), isForwarded: false, content },
        chat: { messenger: 'telegram', chatId: personId, kind: 'private', hasTopics: false },
        person: { id: personId, language: 'uk' },
      };
      if ((await receive(incoming)) !== 'done') throw new Error('the stores are away');
    };
    const talks = Array.from({ length: dialogues }, (_, index): Talk => {
      const first = 1 + Math.floor(chance() * 5);
      const course = COURSES[index % COURSES.length]!;
      const person = { personId: String(500_000 + index), words: `Не горить ліхтар на розі, ${index}` };
      return { ...person, course, first, second: Math.floor(chance() * 3), kept: [], isFinished: false };
    });
    const goOn = async (talk: Talk, most: number) => {
      for (let answers = 0; answers < most && !talk.isFinished; answers += 1) {
        const shown = messenger.last.get(talk.personId);
        const answer = shown && answerTo(shown, talk.words);
        if (answer === 'registered') talk.isFinished = true;
        else await says(talk.personId, answer ?? { kind: 'text', text: '2' });
      }
    };
    const during = async (phase: 0 | 1 | 2, act: (talk: Talk) => Promise<void>) => {
      for (const version of ['now', 'a step more', 'a step less'] as const) {
        DIALOGUES.appeal = dialogueOf(version, own);
        await inTurns(
          talks.filter(({ course }) => course[phase] === version),
          act,
        );
      }
    };
    const keep = async ({ personId, kept }: Talk) => {
      const draft = await mongo
        .collection('drafts')
        .findOne({ ownerId: `telegram-${personId}`, kind: 'appeal' });
      kept.push((draft?.['fields'] ?? {}) as Record<string, unknown>);
    };
    await during(0, async (talk) => {
      await says(talk.personId, { kind: 'command', name: 'new', argument: '' });
      await goOn(talk, talk.first);
      await keep(talk);
    });
    await during(1, async (talk) => {
      await goOn(talk, talk.second);
      await keep(talk);
    });
    await during(2, (talk) => goOn(talk, LONGEST));
    const evidence: Evidence = { mongo, talks };
    return evidence;
  },
  check: async ({ mongo, talks }) => {
    const misses: string[] = [];
    for (const talk of talks) misses.push(...(await lostIn(mongo, talk)));
    return {
      reached: `${talks.length - new Set(misses.map((one) => one.split(':')[0])).size} of ${talks.length} went on`,
      misses,
    };
  },
  plants: {
    'a dialogue ends nowhere': ({ mongo, talks }) =>
      mongo.collection('appeals').deleteOne({ citizenId: `telegram-${talks[0]!.personId}` }),
    'an answer is forgotten': ({ mongo, talks }) =>
      mongo.collection('drafts').updateOne({ ownerId: `telegram-${talks[1]!.personId}`, kind: 'appeal' }, { $set: { 'fields.pieces': [] } }), // prettier-ignore
    'a dialogue ends twice': async ({ mongo, talks }) => {
      const appeals = mongo.collection<{ _id: string; number?: string }>('appeals');
      const known = await appeals.findOne({ citizenId: `telegram-${talks[2]!.personId}` });
      await appeals.insertOne({ ...known, _id: 'planted', number: 'planted' });
    },
  },
});

async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const line = [...items];
  const work = async () => {
    for (let item = line.shift(); item !== undefined; item = line.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One appeal with the person's words, and everything the draft held at a deploy still in it. */
async function lostIn(mongo: Connection, { personId, words, kept }: Talk): Promise<string[]> {
  const appeals = await mongo
    .collection('appeals')
    .find({ citizenId: `telegram-${personId}` })
    .toArray();
  const draft = await mongo.collection('drafts').findOne({ ownerId: `telegram-${personId}`, kind: 'appeal' });
  const fields = (draft?.['fields'] ?? {}) as Record<string, unknown>;
  const said = (appeals[0]?.['pieces'] as { text: string }[] | undefined)?.map(({ text }) => text).join('\n');
  const changed = kept.flatMap((before) =>
    Object.entries(before).filter(([name, value]) => JSON.stringify(fields[name]) !== JSON.stringify(value)),
  );
  return [
    ...(appeals.length === 1 ? [] : [`${personId}: ${appeals.length} appeals`]),
    ...(appeals.length > 0 && said !== words ? [`${personId}: other words`] : []),
    ...changed.map(([name]) => `${personId}: the answer about ${name} is not as it was`),
  ];
}
