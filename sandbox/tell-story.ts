import type { Seen } from './fake-telegram/seen';
import type { Town } from './town';

type Tell = (line: string) => void;
type Actor = Town['petro'];
type Place = Parameters<Actor['waits']>[1];

const WIDTH = 100;
/** A group takes 20 messages a minute: a busy one may have to wait for the next. */
const GROUP_MINUTE_MS = 75_000;

const wrapped = (text: string, indent: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${WIDTH}}(\\s|$)`, 'gu')) ?? [line])
    .map((line) => `${indent}${line.trimEnd()}`)
    .join('\n');

/** Prints what people do and see as a dialogue, with the city's time. */
export function storyteller(town: Town, tell: Tell) {
  const time = () => town.now().toLocaleString('uk-UA', { timeZone: 'Europe/Kyiv', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }); // prettier-ignore
  const says = (who: string, what: string) => tell(`\n${time()}  ${who}\n${wrapped(what, '    › ')}`);
  const shows = (seen: Seen) => {
    const buttons = seen.buttons.map((row) => `[ ${row.map(({ label }) => label).join(' | ')} ]`).join('\n');
    const media = seen.media ? `(${seen.media.kind}) ` : '';
    tell(wrapped(`${media}${seen.text}`, '    │ '));
    if (buttons) tell(wrapped(buttons, '    │ '));
  };
  return {
    says,
    tell,
    /** Waits until this person sees such a message, and tells it. */
    sees: async (who: Actor, expected: RegExp, where?: Place): Promise<Seen> => {
      const seen = await who.waits(expected, { timeoutMs: GROUP_MINUTE_MS, ...where });
      shows(seen);
      return seen;
    },
  };
}

export type Storyteller = ReturnType<typeof storyteller>;
