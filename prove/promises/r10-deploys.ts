import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import type { Running } from '../../sandbox/processes';
import type { Town } from '../../sandbox/town';
import { appealsIn, draftsIn } from '../checks/desks';
import { answerTo, spareAllowances, type } from '../loads/pilot';
import { promised } from '../promise';
import { townOf } from '../town-of';
import type { Version } from '../versions/bot';

/** The versions a dialogue lives through: one forward, one back. */
const COURSES: readonly (readonly Version[])[] = [
  ['now', 'a step more', 'now'],
  ['now', 'a step less', 'now'],
  ['a step more', 'now', 'a step more'],
  ['a step less', 'now', 'a step less'],
];

/** The order of deploys in which every course finds its versions. */
const DEPLOYED: readonly Version[] = [
  ...(['now', 'a step more', 'now', 'a step more'] as const),
  ...(['a step less', 'now', 'a step less'] as const),
];

interface Talk {
  readonly person: Person;
  readonly words: string;
  readonly course: readonly Version[];
  /** How many answers are given between one deploy and the next, at most. */
  readonly answers: readonly number[];
  /** The draft's fields as they lay in the record before each deploy. */
  readonly kept: Record<string, unknown>[];
}

interface Evidence {
  readonly town: Town;
  readonly talks: readonly Talk[];
}

const AT_ONCE = 24;
const BOTS = 2;
const LONGEST = 40;
const PATIENCE_MS = 30_000;

/** The bots that run, replaced by those of another version while people write. */
class Deploys {
  private running: Running[] = [];

  constructor(private readonly town: Town) {}

  /** The new ones are there before the old ones go; resolves to the going of the old ones. */
  async to(version: Version): Promise<{ gone: Promise<unknown> }> {
    const other = { file: 'prove/versions/bot.ts', settings: { PROVED_VERSION: version } };
    const start = () => this.town.startBot(version === 'now' ? undefined : other);
    const leaving = this.running;
    this.running = await Promise.all(Array.from({ length: BOTS }, start));
    return { gone: Promise.all(leaving.map((bot) => bot.stop())) };
  }
}

/** Answers what is asked below the last message, so many times, and waits for the next question; stops at the end. */
async function goOn({ person, words }: Talk, town: Town, most: number): Promise<void> {
  const chat = town.telegram.fake.world.privateChat(person.record);
  let said = [...chat.messages.values()].findLast((kept) => kept.message.from?.id === person.id)!.message.message_id; // prettier-ignore
  const asked = (seen: Seen) => seen.id > said && answerTo(seen) !== undefined;
  for (let answers = 0; ; answers += 1) {
    const shown = await person.waits(asked, { timeoutMs: PATIENCE_MS, in: { chat } });
    const answer = answerTo(shown)!;
    if (answer === 'registered' || answers === most) return;
    said = (await type(person, answer, words)).id;
  }
}

async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const line = [...items];
  const work = async () => {
    for (let item = line.shift(); item !== undefined; item = line.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const draftOf = ({ person }: Talk) => ({ ownerId: `telegram-${person.id}`, kind: 'appeal' });

export const deploys = promised({
  id: 'R10',
  says: 'half-filled dialogues live through a deploy',
  figures: { full: { dialogues: 1_000 }, short: { dialogues: 12 } },
  wanted: ({ dialogues }) =>
    `${dialogues} half-filled dialogues, ${DEPLOYED.length - 1} deploys of bots whose dialogue has a step more or less, each forward and back: all go on`,
  play: async (stage, { dialogues }) => {
    const { chance, say } = stage;
    const options = { mode: 'webhook', bots: 0, workers: 1, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, retryBaseMs: 100 });
    const sparing = setInterval(() => void spareAllowances(town), 100);
    stage.atEnd(() => Promise.resolve(clearInterval(sparing)));
    const talks = Array.from({ length: dialogues }, (_, index): Talk => {
      const phone = `+38067${2_000_000 + index}`;
      const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk', phone });
      const answers = [1 + Math.floor(chance() * 5), Math.floor(chance() * 3), LONGEST];
      const words = `Не горить ліхтар на розі, ${index}`;
      return { person, words, course: COURSES[index % COURSES.length]!, answers, kept: [] };
    });
    const meet = async (talk: Talk) => {
      const phase = talk.kept.length;
      if (phase === 0) await talk.person.says('/new');
      // Who hears nothing any more is found by the check.
      await goOn(talk, town, talk.answers[phase]!).catch((trouble: Error) => say(`R10: ${trouble.message}`));
      const draft = await draftsIn(town).findOne(draftOf(talk));
      talk.kept.push(draft?.fields ?? {});
    };
    const running = new Deploys(town);
    for (const version of DEPLOYED) {
      const { gone } = await running.to(version);
      const due = talks.filter((talk) => talk.course[talk.kept.length] === version);
      await Promise.all([gone, inTurns(due, meet)]);
      say(`R10: ${version}: ${due.length} dialogues went on`);
    }
    const evidence: Evidence = { town, talks };
    return evidence;
  },
  check: async ({ town, talks }) => {
    const misses: string[] = [];
    for (const talk of talks) misses.push(...(await lostIn(town, talk)));
    const lost = new Set(misses.map((miss) => miss.split(':')[0]));
    return {
      reached: `${talks.length - lost.size} of ${talks.length} went on`,
      misses: [...misses, ...(await unmet(town))],
    };
  },
  plants: {
    'a dialogue ends nowhere': ({ town, talks }) =>
      appealsIn(town).deleteOne({ citizenId: `telegram-${talks[0]!.person.id}` }),
    'an answer is forgotten': ({ town, talks }) =>
      draftsIn(town).updateOne(draftOf(talks[1]!), { $set: { 'fields.pieces': [] } }),
    'a dialogue ends twice': async ({ town, talks }) => {
      const known = await appealsIn(town).findOne({ citizenId: `telegram-${talks[2]!.person.id}` });
      const planted = { ...known!, _id: 'planted', number: 'planted' };
      await appealsIn(town).insertOne(planted);
    },
    'nobody meets a step more': ({ town }) =>
      draftsIn(town).updateMany({}, { $unset: { 'fields.floor': 1 } }),
    'nobody meets a step less': ({ town }) =>
      draftsIn(town).updateMany({}, { $set: { 'fields.filesDone': true } }),
  },
});

/** A deploy that changed nothing proves nothing: some were asked the question more, some were not asked the one less. */
async function unmet(town: Town): Promise<string[]> {
  const [more, less] = await Promise.all([
    draftsIn(town).countDocuments({ kind: 'appeal', 'fields.floor': { $exists: true } }),
    draftsIn(town).countDocuments({ kind: 'appeal', 'fields.filesDone': { $exists: false } }),
  ]);
  return [
    ...(more > 0 ? [] : ['nobody was asked the question more']),
    ...(less > 0 ? [] : ['everybody was asked the question less']),
  ];
}

/** One appeal with the person's words, and everything the draft held before a deploy still in it. */
async function lostIn(town: Town, talk: Talk): Promise<string[]> {
  const { person, words, kept } = talk;
  const appeals = await appealsIn(town)
    .find({ citizenId: `telegram-${person.id}` })
    .toArray();
  const fields = (await draftsIn(town).findOne(draftOf(talk)))?.fields ?? {};
  const said = appeals[0]?.pieces.map(({ text }) => text).join('\n');
  const changed = kept.flatMap((before) =>
    Object.entries(before).filter(([name, value]) => JSON.stringify(fields[name]) !== JSON.stringify(value)),
  );
  return [
    ...(appeals.length === 1 ? [] : [`${person.id}: ${appeals.length} appeals`]),
    ...(appeals.length > 0 && said !== words ? [`${person.id}: other words`] : []),
    ...changed.map(([name]) => `${person.id}: the answer about ${name} is not as it was`),
  ];
}
