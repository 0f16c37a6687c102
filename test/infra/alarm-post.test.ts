import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createAlarmPost } from '../../infra/alarm-post';
import type { Log } from '../../use-cases/ports';

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

  function aPost(at = url) {
    const warned = jest.fn();
    let now = 0;
    const log = { warn: warned } as unknown as Log;
    return {
      warned,
      wait: (ms: number) => void (now += ms),
      tell: createAlarmPost({ url: at, log, now: () => now }),
    };
  }

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

  it('is sent again when it was not taken; the log does not show the address', async () => {
    const { tell, warned } = aPost();
    status = 500;
    await tell({ alarm: 'token_refused' });
    status = 200;
    await tell({ alarm: 'token_refused' });
    expect(got).toHaveLength(2);
    expect(warned.mock.calls).toEqual([
      [{ alarm: 'token_refused', status: 500 }, 'an alarm did not reach ALARM_URL'],
    ]);
  });

  it('that nobody hears breaks nothing', async () => {
    const { tell, warned } = aPost('http://127.0.0.1:1/secret');
    await tell({ alarm: 'token_refused' });
    expect(JSON.stringify(warned.mock.calls)).not.toContain('secret');
    expect(warned).toHaveBeenCalledTimes(1);
  });
});
