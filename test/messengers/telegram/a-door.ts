import type { Address } from '../../../messengers/messenger';
import type { OnRefusal } from '../../../messengers/telegram/call';
import type { Log, SendingBudget } from '../../../messengers/telegram/ports';
import { createTelegramMessenger } from '../../../messengers/telegram/telegram';
import type { startFakeTelegram } from '../../../sandbox/fake-telegram/start';

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>;

/** Remembers what was logged, for tests that look. */
export function aLog() {
  const lines: { level: string; facts: Record<string, unknown>; message: string }[] = [];
  const at = (level: string) => (facts: Record<string, unknown>, message: string) =>
    void lines.push({ level, facts, message });
  const log: Log = { info: at('info'), warn: at('warn'), error: at('error') };
  return { log, lines, errors: () => lines.filter((line) => line.level === 'error') };
}

/** Lets everything through and remembers what was asked. */
export function anOpenBudget(waits: number[] = []) {
  const taken: Parameters<SendingBudget['take']>[0][] = [];
  const pauses: { chatId: string; ms: number }[] = [];
  const budget: SendingBudget = {
    take: (call) => {
      taken.push(call);
      return Promise.resolve(waits.shift() ?? 0);
    },
    pause: ({ chatId }, ms) => {
      pauses.push({ chatId, ms });
      return Promise.resolve();
    },
  };
  return { budget, taken, pauses };
}

export function aDoor(
  fake: Pick<FakeTelegram, 'token' | 'apiRoot'>,
  options: { waits?: number[]; timeoutSeconds?: number; onRefusal?: OnRefusal } = {},
) {
  const { waits, ...rest } = options;
  const log = aLog();
  const budget = anOpenBudget(waits);
  const { token, apiRoot } = fake;
  const door = createTelegramMessenger({ token, apiRoot, budget: budget.budget, log: log.log, ...rest });
  return { door, ...budget, ...log };
}

export const to = (chatId: number, threadId?: string): Address => ({
  messenger: 'telegram',
  chatId: String(chatId),
  ...(threadId ? { threadId } : {}),
});
