import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createAlarmPost } from '../../infra/alarm-post';
import type { Lease, Log } from '../../use-cases/ports';

describe('an alarm sent to the operator’s own address', () => {
  const got: unknown[] = [];
  let status = 200;
  let server: ReturnType<typeof serve>;
  let url: string;
  beforeAll(async () => {
    const fetch = async (request: Request) => {
      got.push(await request.json());
      return new Response(null, { status });
    };
    url = await new Promise((resolve) => {
      const at = { fetch, port: 0, hostname: '127.0.0.1' };
      server = serve(at, ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}/secret`));
    });
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    got.length = 0;
    status = 200;
  });

  /** `starts` gives the leases of one process after another, of one Redis. */
  function aRedis() {
    let held: { by: number; until: number } | undefined;
    let [count, now] = [0, 0];
    const starts = (): Lease => {
      const by = (count += 1);
      const isOurs = () => held === undefined || held.until <= now || held.by === by;
      return {
        hold: (_name, ms) => {
          if (!isOurs()) return Promise.resolve(false);
          held = { by, until: now + ms };
          return Promise.resolve(true);
        },
        release: () => Promise.resolve(void (held = isOurs() ? undefined : held)),
      };
    };
    return { starts, wait: (ms: number) => void (now += ms) };
  }

  function aPost({ at = url, lease = aRedis().starts() }: { at?: string; lease?: Lease } = {}) {
    const warned = jest.fn();
    let now = 0;
    const log = { warn: warned } as unknown as Log;
    return {
      warned,
      wait: (ms: number) => void (now += ms),
      tell: createAlarmPost({ url: at, log, lease, now: () => now }),
    };
  }

  it('is not silenced by a clock that was ahead', async () => {
    const { tell, wait } = aPost();
    wait(10 * 3_600_000);
    await tell({ alarm: 'notice_waits' });
    wait(-9 * 3_600_000);
    await tell({ alarm: 'notice_waits' });
    expect(got).toHaveLength(2);
  });

  it('says its name and age, once in an hour', async () => {
    const { tell, wait, warned } = aPost();
    await tell({ alarm: 'notice_waits', ageMs: 270_400 });
    await tell({ alarm: 'notice_waits', ageMs: 300_000 });
    await tell({ alarm: 'token_refused' });
    expect(got).toEqual([{ alarm: 'notice_waits', ageSeconds: 270 }, { alarm: 'token_refused' }]);
    wait(3_600_000);
    await tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(3);
    expect(warned).not.toHaveBeenCalled();
  });

  it('is one however many raise it at once', async () => {
    const { tell } = aPost();
    await Promise.all(Array.from({ length: 20 }, () => tell({ alarm: 'token_refused' })));
    expect(got).toEqual([{ alarm: 'token_refused' }]);
  });

  it('is told by one process of several, and no more by those that take its place', async () => {
    const { starts, wait } = aRedis();
    for (let started = 0; started < 3; started += 1) {
      await aPost({ lease: starts() }).tell({ alarm: 'token_refused' });
      wait(20 * 60_000 - 1);
    }
    expect(got).toEqual([{ alarm: 'token_refused' }]);
    wait(3);
    await aPost({ lease: starts() }).tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(2);
  });

  it('is told a minute later by another process when the one that had it was killed before it told', async () => {
    const { starts, wait } = aRedis();
    const doomed = starts();
    const hold: Lease['hold'] = async (name, ms) => {
      await doomed.hold(name, ms);
      return new Promise(() => undefined);
    };
    void aPost({ lease: { ...doomed, hold } }).tell({ alarm: 'token_refused' });
    const other = aPost({ lease: starts() });
    await other.tell({ alarm: 'token_refused' });
    expect(got).toEqual([]);
    for (const { wait: passes } of [{ wait }, other]) passes(60_000);
    await other.tell({ alarm: 'token_refused' });
    expect(got).toEqual([{ alarm: 'token_refused' }]);
  });

  it('that one process could not tell is told by another', async () => {
    const { starts } = aRedis();
    status = 500;
    await aPost({ lease: starts() }).tell({ alarm: 'token_refused' });
    status = 200;
    await aPost({ lease: starts() }).tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(2);
  });

  it('is told while Redis is away', async () => {
    const away = () => Promise.reject(new Error('away'));
    await aPost({ lease: { hold: away, release: away } }).tell({ alarm: 'token_refused' });
    expect(got).toEqual([{ alarm: 'token_refused' }]);
  });

  it('is told again after its own time', async () => {
    const { tell, wait } = aPost();
    const alarm = { alarm: 'quarantine', everyMs: 10_800_000 };
    await tell(alarm);
    wait(10_799_000);
    await tell(alarm);
    expect(got).toHaveLength(1);
    wait(1_000);
    await tell(alarm);
    expect(got).toHaveLength(2);
  });

  it('is sent again a minute after it was not taken; the log does not show the address', async () => {
    const { tell, wait, warned } = aPost();
    status = 500;
    await tell({ alarm: 'token_refused' });
    status = 200;
    wait(1_000);
    await tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(1);
    wait(59_000);
    await tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(2);
    expect(warned.mock.calls).toEqual([
      [{ alarm: 'token_refused', status: 500 }, 'an alarm did not reach ALARM_URL'],
    ]);
  });

  it('that nobody hears breaks nothing', async () => {
    const { tell, warned } = aPost({ at: 'http://127.0.0.1:1/secret' });
    await tell({ alarm: 'token_refused' });
    expect(JSON.stringify(warned.mock.calls)).not.toContain('secret');
    expect(warned).toHaveBeenCalledTimes(1);
  });
});
