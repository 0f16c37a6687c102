import { EventEmitter, once } from 'node:events';
import type { Incoming } from '../../../messengers/messenger';
import type { Poller } from '../../../messengers/telegram/poll';
import { createPoller } from '../../../messengers/telegram/poll';
import type { Lease } from '../../../messengers/telegram/ports';
import { startFakeTelegram } from '../../../sandbox/fake-telegram/start';
import type { FakeTelegram } from './a-door';
import { aLog } from './a-door';

/** A lease in memory, shared by the pollers of a test. */
class OneLease {
  private holder: string | undefined;
  private until = 0;
  isAway = false;

  of(name: string): Lease {
    return {
      hold: (_key, ms) => {
        if (this.isAway) return Promise.reject(new Error('away'));
        if (this.holder !== name && Date.now() < this.until) return Promise.resolve(false);
        this.holder = name;
        this.until = Date.now() + ms;
        return Promise.resolve(true);
      },
      release: () => {
        if (this.holder === name) this.until = 0;
        return Promise.resolve();
      },
    };
  }

  takenBy(name: string) {
    this.holder = name;
    this.until = Date.now() + 60_000;
  }
}

let fake: FakeTelegram;
let lease: OneLease;
let pollers: Poller[];

beforeEach(async () => {
  fake = await startFakeTelegram();
  lease = new OneLease();
  pollers = [];
});

afterEach(async () => {
  await Promise.all(pollers.map((poller) => poller.stop()));
  await fake.stop();
});

type Answer = (incoming: Incoming) => Promise<'done' | 'unavailable'>;

function aPoller(name: string, answer: Answer = () => Promise.resolve('done')) {
  const received: string[] = [];
  const heard = new EventEmitter();
  const { log, errors } = aLog();
  const poller = createPoller({
    connection: { token: fake.token, apiRoot: fake.apiRoot },
    bot: { id: fake.bot.id, username: 'vidhuk_bot' },
    lease: lease.of(name),
    leaseMs: 300,
    log,
    quarantine: { put: () => Promise.resolve() },
    receive: async (incoming) => {
      const outcome = await answer(incoming);
      const words = incoming.content.kind === 'text' ? incoming.content.text : incoming.content.kind;
      if (outcome === 'done') received.push(words);
      heard.emit(outcome);
      return outcome;
    },
  });
  pollers.push(poller);
  const waits = async (count: number) => {
    while (received.length < count) await once(heard, 'done');
  };
  return { poller, received, waits, errors, ended: poller.run() };
}

describe('long polling', () => {
  it('hands over each update once and in order, and confirms them on stop', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    for (const words of ['1', '2', '3']) await olena.says(words);
    const { poller, received, waits, ended } = aPoller('a');
    await waits(3);
    await olena.says('4');
    await waits(4);
    await poller.stop();
    expect(received).toEqual(['1', '2', '3', '4']);
    expect(await ended).toBe('stopped');
    expect(fake.pendingUpdates()).toBe(0);
    expect(fake.ledger.deliveries).toHaveLength(4);
  });

  it('keeps handing over what the house could not take, before anything later of that chat', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    const petro = fake.person({ firstName: 'Петро' });
    let left = 2;
    const { received, waits } = aPoller('a', ({ chat }) =>
      Promise.resolve(chat.chatId === String(olena.id) && left-- > 0 ? 'unavailable' : 'done'),
    );
    for (const words of ['1', '2']) await olena.says(words);
    await petro.says('інше');
    await waits(3);
    expect(received).toEqual(['інше', '1', '2']);
  });

  it('serves other chats while one is slow', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    const petro = fake.person({ firstName: 'Петро' });
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { received, waits, poller } = aPoller('a', async ({ chat }) => {
      if (chat.chatId === String(olena.id)) await gate;
      return 'done';
    });
    await olena.says('повільно');
    await petro.says('1');
    await waits(1);
    await petro.says('2');
    await waits(2);
    expect(received).toEqual(['1', '2']);
    expect(fake.pendingUpdates()).toBe(3);
    release();
    await waits(3);
    await poller.stop();
    expect(fake.pendingUpdates()).toBe(0);
  });

  it('leaves to Telegram what was not carried out when it stops', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    const { poller } = aPoller('a', () => Promise.resolve('unavailable'));
    await olena.says('1');
    const started = Date.now();
    await poller.stop();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(fake.pendingUpdates()).toBe(1);
    const next = aPoller('b');
    await next.waits(1);
    expect(next.received).toEqual(['1']);
  });

  it('goes on after trouble on the line', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    fake.faults.serverErrors('getUpdates', 2);
    await olena.says('1');
    const { waits, received } = aPoller('a');
    await waits(1);
    expect(received).toEqual(['1']);
  });

  it('stops for good when the token is refused', async () => {
    fake.faults.revokeToken();
    const { ended, errors } = aPoller('a');
    expect(await ended).toBe('token_wrong');
    expect(errors()).toHaveLength(1);
  });

  it('stops when another program polls with the token', async () => {
    const { ended, poller } = aPoller('a');
    while (!poller.isPolling() || fake.ledger.of('deleteWebhook').length === 0) await nextTurn();
    const ask = () => fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates`, { method: 'POST' });
    const asking = setInterval(() => void ask().catch(() => undefined), 20);
    expect(await ended).toBe('conflict');
    clearInterval(asking);
  });
});

describe('two processes', () => {
  it('never poll both, and the second takes over when the first stops', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    const first = aPoller('a');
    await olena.says('1');
    await first.waits(1);
    const second = aPoller('b');
    expect(second.poller.isPolling()).toBe(false);
    await first.poller.stop();
    await olena.says('2');
    await second.waits(1);
    expect([first.received, second.received]).toEqual([['1'], ['2']]);
  });

  it('the one that lost the lease stops asking', async () => {
    const { poller } = aPoller('a');
    while (!poller.isPolling()) await nextTurn();
    lease.takenBy('b');
    while (poller.isPolling()) await nextTurn();
    expect(poller.isPolling()).toBe(false);
  });

  it('the holder goes on while nobody can ask for the lease', async () => {
    const olena = fake.person({ firstName: 'Олена' });
    const { waits, poller } = aPoller('a');
    await olena.says('1');
    await waits(1);
    lease.isAway = true;
    await olena.says('2');
    await waits(2);
    expect(poller.isPolling()).toBe(true);
  });
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
