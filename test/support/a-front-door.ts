import { createFrontDoor } from '../../bot/front-door';
import type { BotDeps } from '../../bot/visit';
import type { Content, Screen } from '../../messengers/messenger';
import { readUpdate } from '../../messengers/telegram/receive';
import { createLooks } from '../../use-cases/look-at-files';
import type { Lease, Position, SessionStore } from '../../use-cases/ports';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { NOW } from './builders';
import type { Town } from './a-town';
import { classifier } from './sample-classifier';

export class KeptSessions implements SessionStore {
  private readonly kept = new Map<string, Position>();

  getSession(key: string): Promise<Position | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  saveSession(key: string, session: Position): Promise<boolean> {
    if ((this.kept.get(key)?.rev ?? 0) !== session.rev) return Promise.resolve(false);
    this.kept.set(key, { ...session, rev: session.rev + 1 });
    return Promise.resolve(true);
  }

  clearSession(key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
}

/** The lease of one process; those over the same `held` are of one town. */
export const leaseOf = (who: string, held = new Map<string, string>()): Lease => ({
  hold: (name) => {
    if (!held.has(name)) held.set(name, who);
    return Promise.resolve(held.get(name) === who);
  },
  release: (name) => {
    if (held.get(name) === who) held.delete(name);
    return Promise.resolve();
  },
});

/** Ours in tests: what fails goes to the test, not to quarantine. */
const unforeseen = { put: (what: { problem: string }) => Promise.reject(new Error(what.problem)) };

/** All a bot works with in such a town. */
export const doorDeps = ({ deps }: Town) => ({
  ...deps,
  classifier,
  looks: createLooks(deps),
  sessions: new KeptSessions(),
  lease: leaseOf('bot'),
  quarantine: unforeseen as unknown as BotDeps['quarantine'],
  menu: { setCommands: () => Promise.resolve('set') },
  startLink: (payload: string) => `https://t.me/vidhuk_bot?start=${payload}`,
  isStoreUnavailable: () => false,
});

/**
 * The whole bot in one process, over the real records and a messenger in memory: what people do goes in. `given` takes
 * the place of what the door works with.
 */
export function openFrontDoor(town: Town, given: Partial<BotDeps> = {}) {
  const receive = createFrontDoor({ ...doorDeps(town), ...given });
  let events = 0;

  /** Somebody in a chat of theirs, or in a group. */
  const person = (id: string, chatId = id) => {
    const messenger = () => town.deps.messenger;
    const does = async (content: Content, replyToMessageId?: string): Promise<Screen> => {
      events += 1;
      const kind = chatId === id ? 'private' : 'group';
      const before = messenger().sent.length + messenger().edited.length;
      const outcome = await receive({
        ...{ id: `tg-1-${events}`, at: NOW, messageId: `in${events}`, isForwarded: false, content },
        chat: { messenger: 'telegram', chatId, kind, hasTopics: false },
        person: { id, language: 'uk' },
        ...(replyToMessageId && { replyToMessageId }),
      });
      if (outcome !== 'done') throw new Error(`the event ended as ${outcome}`);
      if (messenger().sent.length + messenger().edited.length === before) return { text: '' as never };
      return sees();
    };
    const shown = () => [...messenger().sent, ...messenger().edited].filter(({ to }) => to.chatId === chatId);
    const sees = (): Screen => {
      const { sent, edited } = messenger();
      const last = sent.findLast(({ to }) => to.chatId === chatId);
      const over = edited.findLast(
        ({ to, messageId }) => to.chatId === chatId && messageId === last?.messageId,
      );
      const screen = (over ?? last)?.screen;
      if (!screen) throw new Error('nothing is shown yet');
      return screen;
    };
    const tokens = (screen: Screen) =>
      (screen.choices ?? []).flat().flatMap((choice) => ('token' in choice ? [choice] : []));
    return {
      does,
      sees,
      shown,
      says: (text: string, replyTo?: string) =>
        does(
          text.startsWith('/')
            ? {
                kind: 'command',
                name: text.slice(1).split(' ')[0]!,
                argument: text.split(' ').slice(1).join(' '),
              }
            : { kind: 'text', text },
          replyTo,
        ),
      forges: (token: string, messageId = '0') => does({ kind: 'press', token, pressId: 'p', messageId }),
      presses: (label: string) => {
        const choice = tokens(sees()).find((one) => one.label === label);
        if (!choice)
          throw new Error(
            `${label} is not offered: ${tokens(sees())
              .map((one) => one.label)
              .join(', ')}`,
          );
        const last = messenger().sent.findLast(({ to }) => to.chatId === chatId)!;
        return does({ kind: 'press', token: choice.token, pressId: 'p', messageId: last.messageId });
      },
      labels: () => tokens(sees()).map(({ label }) => label),
    };
  };
  /** An update as Telegram delivers it, through the one place that reads it. */
  const hears = async (update: object): Promise<void> => {
    events += 1;
    const reading = readUpdate({ update_id: events, ...update }, { id: 1, username: 'vidhuk_bot' }, NOW);
    if (reading.result === 'malformed') throw new Error(reading.problem);
    if (reading.result === 'incoming') await receive(reading.incoming);
  };
  /** What the workers do about all that happened. */
  const work = async (): Promise<void> => {
    const { appeals, jobs } = town.deps;
    for (const { id } of await appeals.unexpanded(100)) await expandEvents(town.deps, id);
    for (const chatId of new Set(jobs.delivered))
      await deliverNotices(town.deps, { messenger: 'telegram', chatId });
  };
  return { person, hears, work };
}

export type FrontDoor = ReturnType<typeof openFrontDoor>;
