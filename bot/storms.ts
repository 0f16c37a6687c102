import { setTimeout as pause } from 'node:timers/promises';
import type { Incoming, Receive } from '../messengers/messenger';
import { keepNewest } from '../use-cases/keep-newest';
import { languageOf, type BotDeps } from './visit';

/** More presses or messages in ten seconds than anybody can read the answers of. */
const MOST = 50;
const WINDOW_MS = 10_000;
const MOST_PEOPLE = 10_000;

/** What comes in many parts, an album or a storm of words, is answered once nothing came for so long; then it is over. */
export const ANSWER_PAUSE_MS = 700;

interface Pressed {
  readonly from: number;
  readonly last: number;
  readonly count: number;
}

/**
 * Counts what each person presses or writes, in this process's memory: `begins` on the one too many, `goes_on` until they
 * have left off for `quietMs`, ten seconds by default. `at`: milliseconds of a clock that only runs on.
 */
export function watchStorms(
  quietMs = WINDOW_MS,
): (personId: string, at: number) => 'calm' | 'begins' | 'goes_on' {
  const people = new Map<string, Pressed>();
  const isOver = ({ from, last, count }: Pressed, at: number): boolean =>
    count > MOST ? at - last >= quietMs : at - from >= WINDOW_MS;
  return (personId, at) => {
    const known = people.get(personId);
    const count = known && !isOver(known, at) ? known.count + 1 : 1;
    const pressed = { from: count === 1 ? at : known!.from, last: at, count };
    keepNewest(people, [personId, pressed], MOST_PEOPLE);
    if (count <= MOST) return 'calm';
    return count === MOST + 1 ? 'begins' : 'goes_on';
  };
}

/**
 * A storm of presses costs the others nothing: it is answered once and then let pass unread. Nothing a person gives is in
 * a press alone; whatever was written before it is in the record.
 */
export function withoutStorms(
  receive: Receive,
  { messenger, city, textsFor }: Pick<BotDeps, 'messenger' | 'city' | 'textsFor'>,
): Receive {
  const look = watchStorms();
  const say = async (pressId: string, incoming: Incoming) => {
    const t = textsFor(languageOf(city, incoming));
    await messenger.acknowledge(pressId, t.plain('pressed-too-fast'));
  };
  return async (incoming) => {
    const { content, person } = incoming;
    if (content.kind !== 'press' || !person) return receive(incoming);
    const weather = look(person.id, performance.now());
    if (weather === 'calm') return receive(incoming);
    if (weather === 'begins') await say(content.pressId, incoming);
    return 'done';
  };
}

/** Whatever a person says to us alone, but for a press. */
export const isWriting = ({ chat, content }: Incoming): boolean =>
  chat.kind === 'private' && content.kind !== 'press';

/** Beside the work itself: whoever floods gets at most some eight turns a second. */
const BETWEEN_MS = 100;

/**
 * Messages of a storm are taken up one by one with a pause before each, so that their work leaves room for the others’.
 * Only where a waiting chat keeps nobody else’s updates from being seen: not for polling, whose batches it would fill.
 */
export function slowingStorms(receive: Receive, wait: (ms: number) => Promise<unknown> = pause): Receive {
  const look = watchStorms(ANSWER_PAUSE_MS);
  return async (incoming) => {
    const { person } = incoming;
    if (isWriting(incoming) && person && look(person.id, performance.now()) !== 'calm')
      await wait(BETWEEN_MS);
    return receive(incoming);
  };
}
