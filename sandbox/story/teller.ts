import type { Seen } from '../fake-telegram/seen';
import type { Town } from '../town';

export type Actor = Town['petro'];
type Place = Parameters<Actor['waits']>[1];
type Where = NonNullable<Parameters<Actor['says']>[1]>;

const WIDTH = 100;
/** A group takes 20 messages a minute: a busy one may have to wait for the next. */
const GROUP_MINUTE_MS = 75_000;
const RECORD_TRIES = 50;
const RECORD_PAUSE_MS = 100;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const wrapped = (text: string, indent: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${WIDTH}}(\\s|$)`, 'gu')) ?? [line])
    .map((line) => `${indent}${line.trimEnd()}`)
    .join('\n');

const hasButton = (label: string) => (seen: Seen) =>
  seen.buttons.flat().some((button) => button.label === label);

/** Prints what people do and see as a dialogue, with the city's time. */
export function storyteller(town: Town, tell: (line: string) => void, staffApiPort?: number) {
  const time = () => town.now().toLocaleString('uk-UA', { timeZone: 'Europe/Kyiv', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }); // prettier-ignore
  let shown = '';
  const does = (who: string, what: string) => {
    shown = who;
    tell(`\n${time()}  ${who}\n${wrapped(what, '    › ')}`);
  };
  const shows = (who: string, seen: Seen): Seen => {
    if (who !== shown) tell(`\n${time()}  ${who}`);
    shown = who;
    const buttons = seen.buttons.map((row) => `[ ${row.map(({ label }) => label).join(' | ')} ]`).join('\n');
    const media = seen.media ? `(${seen.media.kind}) ` : '';
    tell(wrapped(`${media}${seen.text}`, '    │ '));
    if (buttons) tell(wrapped(buttons, '    │ '));
    return seen;
  };

  /** Nobody reads and answers faster than the record learns that a message has left. */
  const isRecorded = async ({ id, chatId }: Seen): Promise<void> => {
    const message = { chatId: String(chatId), sentMessageIds: String(id) };
    const isThere = async () =>
      (await town.mongo.collection('notices').countDocuments(message)) > 0 ||
      (await town.mongo
        .collection('cards')
        .countDocuments({ chatId: String(chatId), messageId: String(id) })) > 0;
    for (let tries = 0; tries < RECORD_TRIES && !(await isThere()); tries += 1) await pause(RECORD_PAUSE_MS);
  };

  /** What one person does and sees in one place: each act waits for what they must see next, and tells both. */
  const voice = (who: Actor, place: Place & Where = {}) => {
    const name = place.in ? `${who.name} (служба)` : who.name;
    const sees = async (wanted: RegExp) =>
      shows(name, await who.waits(wanted, { timeoutMs: GROUP_MINUTE_MS, ...place }));
    const after = async (what: string, act: Promise<unknown>, wanted: RegExp) => {
      does(name, what);
      await act;
      return sees(wanted);
    };
    return {
      sees,
      says: async (text: string, wanted: RegExp, replyTo?: Seen) => {
        if (replyTo) await isRecorded(replyTo);
        return after(text, who.says(text, { ...place, ...(replyTo && { replyTo }) }), wanted);
      },
      presses: (label: string, wanted: RegExp, message?: Seen) =>
        after(`[${label}]`, who.presses(message ? { message, label } : label, place), wanted),
      /** Presses a button that answers with a note on top. */
      taps: async (label: string, message: Seen, wanted: RegExp) => {
        does(name, `[${label}]`);
        const note = await who.waitsAnswer(await who.presses({ message, label }, place), GROUP_MINUTE_MS);
        if (!wanted.test(note.text ?? '')) throw new Error(`${name} reads on the button: ${note.text}`);
        tell(wrapped(`(${note.text})`, '    │ '));
      },
      sendsPhoto: (caption: string, wanted: RegExp) =>
        after(`(фото) ${caption}`, who.sendsPhoto({ caption }, place), wanted),
      /** The latest screen, for whoever reads before they act. */
      screen: () => who.screen(place),
      /** The latest message of the bot here with such a button. */
      latest: (label: string) => who.messages(place).findLast(hasButton(label)),
    };
  };

  /** Tokens of the staff API, by whose they are. */
  const tokens: Record<number, Promise<string>> = {};

  return {
    town,
    staffApiPort,
    tokens,
    voice,
    tells: does,
    chapter: (title: string) => tell(`\n\n── ${title} ${'─'.repeat(Math.max(0, WIDTH - title.length))}`),
    /** Moves the city's clock, and says so. */
    waitsUntil: async (at: Date) => {
      await town.moveClock(Math.max(0, at.getTime() - town.now().getTime()));
      tell(`\n${time()}  (минув час)`);
    },
  };
}

export type Story = ReturnType<typeof storyteller>;
export type Voice = ReturnType<Story['voice']>;
