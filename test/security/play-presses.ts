import { createFrontDoor } from '../../bot/front-door';
import type { BotDeps } from '../../bot/visit';
import type { Content, Incoming } from '../../messengers/messenger';
import { NOW } from '../support/builders';
import { chatIdOf, PEOPLE } from './city-of-presses';
import { forge, seeded, type Press } from './forge-presses';
import { isRight, watched, type Effect } from './watch-presses';

/** What presses came to: how many had each effect, and those that nobody had the right to. */
export interface Played {
  readonly effects: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
}

const nameOf = (effect: Effect): string =>
  effect.what === 'appeal'
    ? effect.type
    : effect.what === 'draft' && effect.isNew
      ? `writing ${effect.kind}`
      : effect.what;

/** What somebody does somewhere: presses or writes, as themselves, as nobody, or in words passed on from elsewhere. */
export interface Deed extends Press {
  readonly content: Content;
  readonly manner?: 'nobody' | 'forwarded' | 'edited';
}

function* forgedPresses({ times, seed }: { times: number; seed: number }): Generator<Deed> {
  const random = seeded(seed);
  for (let time = 0; time < times; time += 1) {
    const press = forge(random);
    yield { ...press, content: { kind: 'press', token: press.token, pressId: 'p', messageId: `m${time}` } };
  }
}

type After = (press: Press, effects: readonly Effect[]) => Promise<void> | void;

/** Presses forged buttons at the bot's own front door. */
export const play = (deps: BotDeps, how: { times: number; seed: number }, after: After) =>
  doAll(deps, forgedPresses(how), after);

/** Does it all at the bot's own front door; `after` gets what each did, to put the records back. */
export async function doAll(deps: BotDeps, deeds: Iterable<Deed>, after: After): Promise<Played> {
  let seen: Effect[] = [];
  const receive = createFrontDoor(watched(deps, (effect) => void seen.push(effect)));
  const effects = new Map<string, number>();
  const wrong: string[] = [];
  let time = 0;
  for (const press of deeds) {
    seen = [];
    time += 1;
    await receive(incomingOf(press, time));
    for (const effect of seen) {
      effects.set(nameOf(effect), (effects.get(nameOf(effect)) ?? 0) + 1);
      if (press.manner ? isForSomebody(effect) : !isRight(press, effect)) wrong.push(`${press.name} at ${press.chat} did ${press.manner ?? ''} ${press.token}: ${JSON.stringify(effect).slice(0, 300)}`); // prettier-ignore
    }
    await after(press, seen);
  }
  return { effects, wrong };
}

/** Whoever is nobody may be told so, and has no effect. */
const isForSomebody = ({ what }: Effect): boolean => what !== 'said' && what !== 'draft';

const incomingOf = ({ name, chat, content, manner }: Deed, time: number): Incoming => ({
  ...{ id: `tg-1-${time}`, at: NOW, messageId: `m${time}`, isForwarded: manner === 'forwarded' },
  chat: {
    messenger: 'telegram',
    chatId: chatIdOf(name, chat),
    kind: chat === 'home' ? 'private' : 'group',
    hasTopics: false,
  },
  ...(manner !== 'nobody' && { person: { id: PEOPLE[name].id, language: 'uk' } }),
  content,
});
