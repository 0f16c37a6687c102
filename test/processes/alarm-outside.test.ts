import { spareAllowances } from '../../prove/loads/pilot';
import { comesTrue } from '../../prove/town-of';
import { startTown, type Town } from '../../sandbox/town';

const ALARM_URL = 'https://page.example/secret';

/** The address outside, played inside the program: it writes down what it was sent. */
const HEARD = `const { fetch } = globalThis;
globalThis.fetch = async (to, options) => {
  if (to !== '${ALARM_URL}') return fetch(to, options);
  console.log('heard outside ' + options.body);
  return new Response();
};`;

const UNREADABLE = { code: 400, description: "Bad Request: can't parse entities: unclosed start tag" };

let town: Town;
const logged: string[] = [];
const heard = () => logged.filter((line) => line.includes('heard outside'));
beforeEach(async () => {
  logged.length = 0;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(HEARD)}`;
  town = await startTown({
    workers: 0,
    settings: { ALARM_URL, NODE_OPTIONS },
    onLog: (line) => void logged.push(line),
  });
}, 60_000);
afterEach(() => town.stop(), 30_000);

describe('a mistake of ours that only a bot notices', () => {
  it('is told to ALARM_URL as well, once, without ids', async () => {
    const misread = () => town.telegram.faults.nextCalls('sendMessage', 1, { error: UNREADABLE });
    const olena = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
    misread();
    await olena.says('/start');
    expect(await comesTrue(() => heard().length > 0, 10_000)).toBe(true);
    await spareAllowances(town);
    misread();
    await olena.says('/new');
    await olena.waits(/Розкажіть/, { timeoutMs: 10_000 });
    expect(heard()).toEqual([expect.stringMatching(/heard outside {"alarm":"our_mistake"}$/)]);
  }, 60_000);
});

describe('a token revoked while there is nothing to tell', () => {
  const REFUSED = expect.stringMatching(/heard outside {"alarm":"token_refused"}$/) as string;

  it('is told to ALARM_URL before the bot ends, and not anew by each that starts in vain', async () => {
    town.telegram.faults.revokeToken();
    // A question asked before may hang for long; what somebody writes ends it.
    await town.telegram.person({ firstName: 'Олена', languageCode: 'uk' }).says('/start');
    await town.botProcesses[0]?.ended;
    expect(heard()).toEqual([REFUSED]);
    await expect(town.startBot()).rejects.toThrow('BOT_TOKEN');
    expect(heard()).toEqual([REFUSED]);
    await town.redis.flushdb();
    await expect(town.startBot()).rejects.toThrow('BOT_TOKEN');
    expect(heard()).toEqual([REFUSED, REFUSED]);
  }, 180_000);
});
