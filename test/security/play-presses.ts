import { createFrontDoor } from '../../bot/front-door';
import type { BotDeps } from '../../bot/visit';
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

/** Presses forged buttons at the bot's own front door; `after` gets what each did, to put the records back. */
export async function play(
  deps: BotDeps,
  { times, seed }: { times: number; seed: number },
  after: (press: Press, effects: readonly Effect[]) => Promise<void> | void,
): Promise<Played> {
  let seen: Effect[] = [];
  const receive = createFrontDoor(watched(deps, (effect) => void seen.push(effect)));
  const random = seeded(seed);
  const effects = new Map<string, number>();
  const wrong: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const press = forge(random);
    seen = [];
    await receive(incomingOf(press, time));
    for (const effect of seen) {
      effects.set(nameOf(effect), (effects.get(nameOf(effect)) ?? 0) + 1);
      if (!isRight(press, effect)) wrong.push(`${press.name} at ${press.chat} pressed ${press.token}: ${JSON.stringify(effect).slice(0, 300)}`); // prettier-ignore
    }
    await after(press, seen);
  }
  return { effects, wrong };
}

const incomingOf = ({ name, chat, token }: Press, time: number) => ({
  ...{ id: `tg-1-${time}`, at: NOW, messageId: `m${time}`, isForwarded: false },
  chat: {
    messenger: 'telegram',
    chatId: chatIdOf(name, chat),
    kind: chat === 'home' ? ('private' as const) : ('group' as const),
    hasTopics: false,
  },
  person: { id: PEOPLE[name].id, language: 'uk' },
  content: { kind: 'press' as const, token, pressId: 'p', messageId: `m${time}` },
});
