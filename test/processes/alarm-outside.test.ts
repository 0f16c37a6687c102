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

describe('a mistake of ours that only a bot notices', () => {
  let town: Town;
  const logged: string[] = [];
  beforeAll(async () => {
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(HEARD)}`;
    town = await startTown({
      workers: 0,
      settings: { ALARM_URL, NODE_OPTIONS },
      onLog: (line) => void logged.push(line),
    });
  }, 60_000);
  afterAll(() => town.stop(), 30_000);

  it('is told to ALARM_URL as well, once, without ids', async () => {
    const misread = () => town.telegram.faults.nextCalls('sendMessage', 1, { error: UNREADABLE });
    const olena = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
    misread();
    await olena.says('/start');
    const heard = () => logged.filter((line) => line.includes('heard outside'));
    expect(await comesTrue(() => heard().length > 0, 10_000)).toBe(true);
    await spareAllowances(town);
    misread();
    await olena.says('/new');
    await olena.waits(/Розкажіть/, { timeoutMs: 10_000 });
    expect(heard()).toEqual([expect.stringMatching(/heard outside {"alarm":"our_mistake"}$/)]);
  });
});
