import { join } from 'node:path';
import { loadTexts } from '../infra/texts';
import type { Texts } from '../screens/texts';
import type { Group } from './fake-telegram/group';
import type { Person } from './fake-telegram/person';
import type { Seen } from './fake-telegram/seen';
import type { FakeTelegram } from './fake-telegram/telegram';
import { samplePhoto, type SAMPLE_PHOTOS } from './page-actions';
import { SAMPLES, type Name, type People } from './people';

export interface Scene {
  telegram: FakeTelegram;
  people: People;
  group: Group;
  timeZone: string;
}

interface Story {
  who: Name;
  words: string;
  address: string;
  photo?: (typeof SAMPLE_PHOTOS)[number];
}

type Where = NonNullable<Parameters<Person['says']>[1]>;

const MOST_STEPS = 25;
const WAIT_MS = 90_000;
const LOCALES = join(__dirname, '..', 'locales');
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

const POTHOLE: Story = { who: 'andrii', words: 'Велика яма на дорозі, машини об’їжджають по зустрічній', address: 'Шевченка, 40', photo: 'pothole' }; // prettier-ignore
const BINS: Story = { who: 'maria', words: 'Тиждень не вивозять сміття, баки переповнені', address: 'Садова, 27', photo: 'bins' }; // prettier-ignore
const LAMP: Story = { who: 'john', words: 'The street light near the dormitory does not work', address: 'Університетська, 5' }; // prettier-ignore
const BENCH: Story = { who: 'andrii', words: 'У дворі зламана лавка, сісти ніде', address: 'Шевченка, 38' };

/** Appeals in different states, played as people would: through the bot, nothing is written past it. */
export async function playSeed(scene: Scene, say: (step: string) => void): Promise<void> {
  const texts = loadTexts(LOCALES, { timeZone: scene.timeZone, log: SILENT });
  const staff = texts.for('uk');
  const play = new Play(scene, (name) => texts.for(SAMPLES[name].languageCode));
  const [pothole, bins, lamp] = await Promise.all([POTHOLE, BINS, LAMP].map((story) => play.submits(story)));
  say(`submitted: ${pothole}, ${bins}, ${lamp}`);
  await play.takes(bins!, staff);
  say(`taken: ${bins}`);
  await play.answers(lamp!, 'Лампу замінили, ліхтар світить. Дякуємо за повідомлення.', staff);
  say(`answered: ${lamp}`);
  await play.answers(pothole!, 'Яму засипали й заасфальтували. Дякуємо, що написали.', staff);
  await play.isPleased('andrii', pothole!);
  say(`closed: ${pothole}`);
  say(`waiting: ${await play.submits(BENCH)}`);
}

class Play {
  constructor(
    private readonly scene: Scene,
    private readonly textsOf: (name: Name) => Texts,
  ) {}

  /** Walks through the bot’s questions until it names the number. */
  async submits(story: Story): Promise<string> {
    const person = this.scene.people[story.who];
    const t = this.textsOf(story.who);
    let since = this.now();
    await person.says('/new');
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const screen = await this.next(person, since);
      if (labelsOf(screen).includes(t.plain('choice-open-appeal'))) return numberIn(screen.text);
      since = this.now();
      await this.reacts(person, screen, { story, t, isFirst: step === 0 });
    }
    throw new Error(`${story.who} was asked more than ${MOST_STEPS} questions`);
  }

  private async reacts(
    person: Person,
    screen: Seen,
    { story, t, isFirst }: { story: Story; t: Texts; isFirst: boolean },
  ) {
    const labels = labelsOf(screen);
    const wanted = [
      'choice-send',
      'choice-agree',
      'choice-files-done',
      'kind-application',
      'choice-place-as-written',
    ]
      .map((key) => t.plain(key))
      .find((label) => labels.includes(label));
    if (wanted) return person.presses({ message: screen, label: wanted });
    if (labels.includes(t.plain('choice-no-files')) && story.photo)
      return person.sendsPhoto(samplePhoto(story.photo));
    const contactKey = screen.buttons.length === 0 && keyFor(person, 'contact');
    if (contactKey) return person.presses(contactKey);
    const typed = this.typedFor(screen, { story, t, isFirst });
    if (typed) return person.says(typed);
    return person.presses({
      message: screen,
      label:
        labels.includes(t.plain('nav-skip')) && isAsking(screen, t, 'ask-email')
          ? t.plain('nav-skip')
          : labels[0]!,
    });
  }

  private typedFor(screen: Seen, { story, t, isFirst }: { story: Story; t: Texts; isFirst: boolean }) {
    const { fullName, residence } = SAMPLES[story.who];
    if (isAsking(screen, t, 'ask-name')) return fullName;
    if (isAsking(screen, t, 'ask-residence')) return residence;
    if (isAsking(screen, t, 'ask-place')) return story.address;
    return isFirst || isAsking(screen, t, 'ask-text') ? story.words : undefined;
  }

  async takes(number: string, t: Texts): Promise<Seen> {
    const card = await this.card(number, t.plain('staff-take'));
    await this.staffPresses(card, t.plain('staff-take'));
    return this.card(
      number,
      t.plain('staff-answer-button'),
      (seen) => !labelsOf(seen).includes(t.plain('staff-take')),
    );
  }

  async answers(number: string, words: string, t: Texts): Promise<void> {
    const { petro } = this.scene.people;
    const card = await this.takes(number, t);
    const where: Where = {
      in: this.scene.group,
      ...(card.threadId !== undefined && { thread: card.threadId }),
    };
    const asked = await this.after(
      () => petro.says(words, { ...where, replyTo: card }),
      t.plain('outcome-done'),
    );
    const preview = await this.after(
      () => petro.presses({ message: asked, label: t.plain('outcome-done') }, where),
      t.plain('choice-send-answer'),
    );
    await this.staffPresses(preview, t.plain('choice-send-answer'));
  }

  async isPleased(name: Name, number: string): Promise<void> {
    const person = this.scene.people[name];
    const t = this.textsOf(name);
    const labelled = (label: string) => (seen: Seen) =>
      seen.text.includes(number) && labelsOf(seen).includes(label);
    const asked = await this.until(
      () => person.messages().findLast(labelled(t.plain('choice-solved'))),
      'the answer',
    );
    await person.presses({ message: asked, label: t.plain('choice-solved') });
    const stars = await this.until(() => person.messages().findLast(labelled('5 ★')), 'the stars');
    await person.presses({ message: stars, label: '5 ★' });
    const hasLabel = (label: string) => (seen: Seen) =>
      seen.seq > stars.seq && labelsOf(seen).includes(label);
    const done = t.plain('choice-done');
    const reasons = await this.until(() => person.messages().findLast(hasLabel(done)), 'the reasons');
    await person.presses({ message: reasons, label: done });
    const thanks = (seen: Seen) => seen.seq > reasons.seq && isAsking(seen, t, 'rated');
    await this.until(() => person.messages().findLast(thanks), 'the thanks');
  }

  private card(number: string, label: string, isRight: (seen: Seen) => boolean = () => true): Promise<Seen> {
    const found = () =>
      this.scene.group
        .messages()
        .findLast((seen) => seen.text.includes(number) && labelsOf(seen).includes(label) && isRight(seen));
    return this.until(found, `the card of ${number}`);
  }

  private async staffPresses(message: Seen, label: string): Promise<void> {
    await this.scene.people.petro.presses({ message, label }, { in: this.scene.group });
  }

  /** The newest message of the group with this button, once the act is done. */
  private async after(act: () => Promise<unknown>, label: string): Promise<Seen> {
    const since = this.now();
    await act();
    const found = () =>
      this.scene.group.messages().findLast((seen) => seen.seq > since && labelsOf(seen).includes(label));
    return this.until(found, `[${label}]`);
  }

  /** What the bot shows a person next: words that ask for something, not an old screen losing its buttons. */
  private next(person: Person, since: number): Promise<Seen> {
    const found = () =>
      person
        .messages()
        .filter((seen) => seen.byBot && seen.seq > since && (seen.buttons.length > 0 || person.keyboard()))
        .at(-1);
    return this.until(found, `the bot’s next screen for ${person.name}`);
  }

  private now(): number {
    return this.scene.telegram.fake.world.currentSeq();
  }

  private until<T>(find: () => T | undefined, what: string): Promise<T> {
    const early = find();
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        clearTimeout(timer);
        unsubscribe();
        act();
      };
      const unsubscribe = this.scene.telegram.subscribe(() => {
        const found = find();
        if (found !== undefined) finish(() => resolve(found));
      });
      const timer = setTimeout(() => finish(() => reject(new Error(`in vain for ${what}`))), WAIT_MS);
    });
  }
}

const keyFor = (person: Person, asks: 'contact') =>
  person
    .keyboard()
    ?.rows.flat()
    .find((key) => key.asks === asks)?.text;

const labelsOf = (seen: Seen): string[] => seen.buttons.flat().map(({ label }) => label);

/** The text’s first sentence is on the screen. */
function isAsking(screen: Seen, t: Texts, key: string): boolean {
  return screen.text.includes(t.plain(key).split(/[.:?]/)[0] ?? '');
}

function numberIn(text: string): string {
  const found = /\d{4}-\d{6}/.exec(text)?.[0];
  if (!found) throw new Error('the bot names no number');
  return found;
}
