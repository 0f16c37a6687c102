import type { Texts } from '../../screens/texts';
import type { Person } from '../fake-telegram/person';
import type { Seen } from '../fake-telegram/seen';
import { samplePhoto, type SAMPLE_PHOTOS } from '../page-actions';
import { SAMPLES, type Name } from '../people';
import { isAsking, labelsOf, textsIn, until, type Scene } from './watch';

export interface Matter {
  readonly who: Name;
  readonly words: string;
  readonly address: string;
  readonly photo?: (typeof SAMPLE_PHOTOS)[number];
  /** Somebody has reported it: they join. */
  readonly joins?: boolean;
}

interface Turn {
  readonly person: Person;
  readonly screen: Seen;
  readonly matter: Matter;
  readonly t: Texts;
  readonly isFirst: boolean;
}

const MOST_STEPS = 25;
const REGISTERED = ['choice-open-appeal', 'menu-new'];
const LIKELY = [
  'choice-send',
  'choice-agree',
  'choice-files-done',
  'kind-application',
  'choice-place-as-written',
];

/** What the bot shows a person next: words that ask for something, not an old screen losing its buttons. */
function next({ telegram }: Scene, person: Person, since: number): Promise<Seen> {
  const find = () =>
    person
      .messages()
      .filter((seen) => seen.byBot && seen.seq > since && (seen.buttons.length > 0 || person.keyboard()))
      .at(-1);
  return until(telegram, find, `the bot’s next screen for ${person.name}`);
}

const contactKey = (person: Person) =>
  person
    .keyboard()
    ?.rows.flat()
    .find(({ asks }) => asks === 'contact')?.text;

function typedFor({ screen, matter, t, isFirst }: Turn): string | undefined {
  const { fullName, residence } = SAMPLES[matter.who];
  if (isAsking(screen, t, 'ask-name')) return fullName;
  if (isAsking(screen, t, 'ask-residence')) return residence;
  if (isAsking(screen, t, 'ask-place')) return matter.address;
  return isFirst || isAsking(screen, t, 'ask-text') ? matter.words : undefined;
}

/** The button a person with this matter would press, if any. */
function likely({ screen, matter, t }: Turn): string | undefined {
  const join = matter.joins ? 'choice-join' : 'choice-join-none';
  const labels = labelsOf(screen);
  return [join, ...LIKELY].map((key) => t.plain(key)).find((label) => labels.includes(label));
}

async function reacts(turn: Turn): Promise<unknown> {
  const { person, screen, matter, t } = turn;
  const labels = labelsOf(screen);
  const presses = (label: string) => person.presses({ message: screen, label });
  const wanted = likely(turn);
  if (wanted) return presses(wanted);
  if (matter.photo && labels.includes(t.plain('choice-no-files')))
    return person.sendsPhoto(samplePhoto(matter.photo));
  const contact = screen.buttons.length === 0 ? contactKey(person) : undefined;
  if (contact) return person.presses(contact);
  const typed = typedFor(turn);
  if (typed) return person.says(typed);
  return presses(isAsking(screen, t, 'ask-email') ? t.plain('nav-skip') : labels[0]!);
}

function numberIn(text: string): string {
  const found = /\d{4}-\d{6}/.exec(text)?.[0];
  if (!found) throw new Error('the bot names no number');
  return found;
}

/** Walks through the bot’s questions until it names the number. */
export async function submits(scene: Scene, matter: Matter): Promise<string> {
  const person = scene.people[matter.who];
  const t = textsIn(scene)(SAMPLES[matter.who].languageCode);
  const now = () => scene.telegram.fake.world.currentSeq();
  let since = now();
  await person.says('/new');
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const screen = await next(scene, person, since);
    if (REGISTERED.every((key) => labelsOf(screen).includes(t.plain(key)))) return numberIn(screen.text);
    since = now();
    await reacts({ person, screen, matter, t, isFirst: step === 0 });
  }
  throw new Error(`${matter.who} was asked more than ${MOST_STEPS} questions`);
}

/** Agrees with the answer and gives five stars. */
export async function isPleased(scene: Scene, name: Name, number: string): Promise<void> {
  const person = scene.people[name];
  const t = textsIn(scene)(SAMPLES[name].languageCode);
  const latest = (isIt: (seen: Seen) => boolean, what: string) =>
    until(scene.telegram, () => person.messages().findLast(isIt), what);
  const labelled = (label: string) => (seen: Seen) =>
    seen.text.includes(number) && labelsOf(seen).includes(label);
  const answer = await latest(labelled(t.plain('choice-solved')), 'the answer');
  await person.presses({ message: answer, label: t.plain('choice-solved') });
  const stars = await latest(labelled('5 ★'), 'the stars');
  await person.presses({ message: stars, label: '5 ★' });
  const done = t.plain('choice-done');
  const reasons = await latest(
    (seen) => seen.seq > stars.seq && labelsOf(seen).includes(done),
    'the reasons',
  );
  await person.presses({ message: reasons, label: done });
  await latest((seen) => seen.seq > reasons.seq && isAsking(seen, t, 'rated'), 'the thanks');
}

/** Waits until somebody is told that their appeal is late. */
export async function hearsOfDelay(scene: Scene, name: Name, number: string): Promise<void> {
  const { telegram, people } = scene;
  const human = textsIn(scene)(SAMPLES[name].languageCode).plain('menu-human');
  const isLate = (seen: Seen) => seen.text.includes(number) && labelsOf(seen).includes(human);
  await until(telegram, () => people[name].messages().find(isLate), `the delay of ${number}`);
}
