import type { Town } from '../../sandbox/town';
import { appealsIn, deskOf, draftsIn } from '../checks/desks';
import type { Written } from '../checks/orders';
import { mayBeFound, messagesOf, phasesOf, voiceOf, WAYS, type Phase, type Step, type Voice, type Way } from '../loads/at-once'; // prettier-ignore
import { openCrowd, type Waiting } from '../loads/crowd';
import { Deliverer } from '../loads/deliverer';
import { promised } from '../promise';
import { nextKillIsDue } from '../spread-kills';
import { Crew, townOf } from '../town-of';

/** What a person did, as the model understands it, and what may be found of it. */
interface Model {
  readonly way: Way;
  readonly personId: number;
  readonly appealId: string;
  readonly desks: ReadonlySet<string>;
  readonly language: string;
  /** What their presses said of the answer. */
  readonly rating?: { readonly stars: number; readonly reasons: readonly string[] };
}

interface Evidence {
  readonly town: Town;
  readonly models: readonly Model[];
  readonly deliveries: number;
  kills: number;
}

const GOOD = ['quick', 'thorough', 'polite'];

const languagesOf = (chance: () => number) =>
  Array.from({ length: Math.floor(chance() * 3) }, () => (chance() < 0.5 ? 'en' : 'uk'));

/** Presses about an answered appeal. */
const ratingPresses = (
  voice: Voice,
  appealId: string,
  { stars, reasons }: Required<Model>['rating'],
): Step[] => [
  voice.press(`ok.${appealId}.1`),
  voice.press(`star.${appealId}.${stars}`),
  ...reasons.map((reason) => voice.press(`why.${appealId}.${reason}`)),
];

const openDraftOf = async (town: Town, personId: number): Promise<string> => {
  const whose = { ownerId: `telegram-${personId}`, kind: 'appeal', state: 'open' } as const;
  const draft = await draftsIn(town).findOne(whose);
  if (!draft) throw new Error('a draft was not begun');
  return draft._id;
};

/** Sends all of one person's updates, and tells what they must have led to. */
async function playOne(
  { town, deliverer, chance }: { town: Town; deliverer: Deliverer; chance: () => number },
  way: Way,
  { person, appealId }: Waiting,
): Promise<Model> {
  const voice = voiceOf(person.id);
  const languages = languagesOf(chance);
  const toLanguages = languages.map((language) => voice.press(`lang.${language}`));
  const done: Phase[] = [];
  const send = async (phase: Phase) => {
    done.push(phase);
    await Promise.all([deliverer.queue(phase.messages, chance), deliverer.queue(phase.presses, chance)]);
  };
  const known = { way, personId: person.id, appealId, language: languages.at(-1) ?? 'uk' };
  if (way === 'rates') {
    const reasons = GOOD.filter(() => chance() < 0.5);
    const rating = { stars: 4 + Math.floor(chance() * 2), reasons };
    const presses = [...toLanguages, ...ratingPresses(voice, appealId, rating)];
    await send({ messages: messagesOf(voice, chance), presses });
    return { ...known, desks: mayBeFound(done), rating };
  }
  await send({ messages: [voice.begins(), voice.writes()], presses: [] });
  const draftId = await openDraftOf(town, person.id);
  for (const phase of phasesOf(way, { voice, chance, draftId }, toLanguages)) await send(phase);
  return { ...known, desks: mayBeFound(done) };
}

/** The draft of somebody who went this way. */
const draftOf = (way: Way, state: Written['state']) => (models: readonly Model[]) => {
  const { personId } = models.find((model) => model.way === way)!;
  return { ownerId: `telegram-${personId}`, kind: 'appeal', state };
};

/** What somebody sent who went this way. */
const sentIn = (models: readonly Model[]) => {
  const { personId, appealId } = models.find(({ way }) => way === 'sends')!;
  return { citizenId: `telegram-${personId}`, _id: { $ne: appealId } };
};

const raters = (models: readonly Model[]) => models.filter(({ way }) => way === 'rates');

export const concurrency = promised({
  id: 'R2',
  says: 'the state survives everything at once',
  figures: { full: { sequences: 1_000, bots: 3, kills: 8 }, short: { sequences: 16, bots: 2, kills: 1 } },
  wanted: ({ sequences, bots, kills }) =>
    `${sequences} sequences, each update 1–5 times, messages and presses interleaved, ${bots} processes, ` +
    `${kills} of them killed meanwhile: 0 divergence from the model`,
  play: async (stage, { sequences, bots, kills: wantedKills }) => {
    const { chanceOf, say } = stage;
    const options = { mode: 'webhook', bots, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, options);
    const deliverer = new Deliverer(town);
    const crew = new Crew(town.botProcesses, town.startBot);
    const office = openCrowd(town);
    const models: Model[] = [];
    let begun = 0;
    let kills = 0;
    const work = async () => {
      while (begun < sequences) {
        const sequence = (begun += 1);
        const way = WAYS[sequence % WAYS.length]!;
        const [taken] = await office.taken(1);
        await office.answer(taken!);
        const chance = chanceOf(`sequence ${sequence}`);
        models.push(await playOne({ town, deliverer, chance }, way, taken!));
        if (models.length % 100 === 0)
          say(`R2: ${models.length} sequences, ${deliverer.deliveries} deliveries`);
      }
    };
    const kill = async () => {
      const wanted = { kills: wantedKills, updates: sequences };
      for (const chance = chanceOf('kills'); kills < wantedKills; kills += 1) {
        await nextKillIsDue(() => ({ kills, updates: models.length }), wanted);
        await crew.killOne(chance);
      }
    };
    await Promise.all([kill(), ...Array.from({ length: Math.min(24, sequences) }, work)]);
    await deliverer.settled();
    const evidence: Evidence = { town, models, deliveries: deliverer.deliveries, kills };
    return evidence;
  },
  check: async ({ town, models, deliveries, kills }, wanted) => {
    const misses = kills < wanted.kills ? [`only ${kills} kills`] : [];
    for (const model of models) misses.push(...(await divergence(town, model)));
    const sequences = new Set(misses.map((miss) => miss.split(':')[0])).size;
    return {
      reached: `${models.length} sequences, ${deliveries} deliveries, ${kills} kills: ${sequences} diverged`,
      misses,
    };
  },
  plants: {
    'one is spared': (evidence) => {
      evidence.kills -= 1;
    },
    'a text is there twice': async ({ town, models }) => {
      const draft = await draftsIn(town).findOne(draftOf('rates', 'open')(models));
      await draftsIn(town).updateOne(
        { _id: draft!._id },
        { $push: { 'fields.pieces': draft!.fields.pieces![0]! } },
      );
    },
    'an older word won': ({ town, models }) =>
      draftsIn(town).updateOne(draftOf('leaves', 'open')(models), {
        $set: { 'fields.pieces.0.text': 'Ліхтар' },
      }),
    'a press was lost': ({ town, models }) =>
      appealsIn(town).updateOne({ _id: raters(models)[1]!.appealId }, { $unset: { rating: 1 } }),
    'a press counted twice': ({ town, models }) =>
      appealsIn(town).updateOne(
        { _id: raters(models)[2]!.appealId },
        { $set: { 'rating.reasons': ['slow'] } },
      ),
    'the language is another': ({ town, models }) =>
      town.mongo
        .collection<{ _id: string }>('citizens')
        .updateOne({ _id: `telegram-${raters(models)[3]!.personId}` }, { $set: { language: 'xx' } }),
    'a press on a draft was lost': ({ town, models }) =>
      draftsIn(town).updateOne(draftOf('chooses', 'open')(models), { $unset: { 'fields.filesDone': 1 } }),
    'an old button counted': ({ town, models }) =>
      draftsIn(town).updateOne(draftOf('chooses', 'open')(models), {
        $set: { 'fields.filesDone': true, 'fields.category': 'new-lighting' },
      }),
    'a photo that came with the press is gone': ({ town, models }) =>
      draftsIn(town).updateOne(draftOf('begins', 'open')(models), { $set: { 'fields.files': [] } }),
    'a draft put aside is open again': ({ town, models }) =>
      draftsIn(town).updateOne(draftOf('begins', 'saved')(models), { $set: { state: 'open' } }),
    'words sent with the last press are gone': ({ town, models }) =>
      appealsIn(town).updateOne(sentIn(models), { $pop: { pieces: -1 } }),
    'an older choice won': ({ town, models }) =>
      appealsIn(town).updateOne(sentIn(models), { $set: { category: 'jobs-army-other' } }),
  },
});

const sorted = (words: readonly string[]) => [...words].sort().join('|');

/** Where the record differs from the model. */
async function divergence(town: Town, model: Model): Promise<string[]> {
  const { way, personId, desks, language, rating } = model;
  const citizen = await town.mongo
    .collection<{ _id: string; language?: string }>('citizens')
    .findOne({ _id: `telegram-${personId}` });
  const appeal = await appealsIn(town).findOne({ _id: model.appealId });
  const desk = await deskOf(town, model);
  const status = rating ? 'closed' : 'answered';
  const reasons = appeal?.rating?.reasons ?? [];
  const told: readonly (readonly [boolean, string])[] = [
    [citizen?.language === language, `the language is ${citizen?.language}, not ${language}`],
    [appeal?.status === status, `the appeal is ${appeal?.status}`],
    [appeal?.rating?.stars === rating?.stars, `${appeal?.rating?.stars} stars, not ${rating?.stars}`],
    [
      sorted(reasons) === sorted(rating?.reasons ?? []),
      `reasons ${sorted(reasons)}, not ${sorted(rating?.reasons ?? [])}`,
    ],
    [desks.has(desk), `(${way}) ${desk}, which is none of: ${[...desks].join(' or ')}`],
  ];
  return told.flatMap(([isSo, miss]) => (isSo ? [] : [`${personId}: ${miss}`]));
}
