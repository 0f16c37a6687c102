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

  /** Leases of one process after another, of one Redis. */
  function aRedis() {
    let holder: number | undefined;
    let count = 0;
    return (): Lease => {
      const own = (count += 1);
      return {
        hold: () => Promise.resolve((holder ??= own) === own),
        release: () => Promise.resolve(void (holder = holder === own ? undefined : holder)),
      };
    };
  }

  function aPost({ at = url, lease = aRedis()() }: { at?: string; lease?: Lease } = {}) {
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
    const startsWith = aRedis();
    for (let started = 0; started < 3; started += 1)
      await aPost({ lease: startsWith() }).tell({ alarm: 'token_refused' });
    expect(got).toEqual([{ alarm: 'token_refused' }]);
  });

  it('that one process could not tell is told by another', async () => {
    const startsWith = aRedis();
    status = 500;
    await aPost({ lease: startsWith() }).tell({ alarm: 'token_refused' });
    status = 200;
    await aPost({ lease: startsWith() }).tell({ alarm: 'token_refused' });
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
