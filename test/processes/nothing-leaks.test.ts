import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { freePort } from '../../sandbox/processes';
import { startTown, type Town } from '../../sandbox/town';
import { fileAppeal } from './play-appeal';

jest.setTimeout(120_000);

const PATIENCE = { timeoutMs: 30_000 };

/** One bird in every personal field, and some in the middle of sentences. */
const SAID = {
  name: 'Канаренко Сойка Дроздівна',
  residence: 'Пташина, 77, кв. 909',
  email: 'kanarka@ptah.ua',
};
const TYPED = {
  text: 'Не горить ліхтар біля під’їзду, телефонуйте 050 765 43 21 або пишіть на shpak@gnizdo.ua',
  rework: 'Досі темно, мій номер +38 (063) 555-77-99, картка 4111 1111 1111 1111, кв. 808',
};
const CANARIES = [
  ...['Канаренко', 'Сойка', 'Дроздівн', 'Пташин', 'кв. 909', 'kanarka', '380991234567', '99 123 45 67'],
  ...[
    'Зозуля',
    'Телеграмівн',
    '765 43 21',
    '7654321',
    'shpak',
    '555-77-99',
    '5557799',
    '4111 1111',
    'кв. 808',
  ],
];

/** What is said to a draft whose record is broken. */
const UNHEARD = 'Телефонуйте 067 909 80 80, Вивільга Іволгівна';
const BROKEN = 'Одуд, 066 404 30 30';
const UNHEARD_BIRDS = ['909 80 80', '9098080', 'Вивільг', 'Іволгів', 'Одуд', '404 30 30'];

const heard: string[] = [];
const ports: number[] = [];
const wired: string[] = [];
let town: Town;
let monitor: Socket;

/** Everything ever said to Redis on this database, as it lists it: `+1700000000.1 [5 127.0.0.1:4] "set" "key" "value"`. */
async function listenToRedis(): Promise<void> {
  const { host = '127.0.0.1', port, db = 0 } = town.redis.options;
  monitor = connect(port!, host).setEncoding('utf8');
  monitor.write('MONITOR\r\n');
  let begun = '';
  monitor.on('data', (said: string) => {
    const lines = `${begun}${said}`.split('\r\n');
    begun = lines.pop()!;
    wired.push(...lines.filter((line) => line.includes(` [${db} `)));
  });
  await once(monitor, 'data');
}

/** With figures on a port of its own. */
async function withFigures(start: () => Promise<unknown>): Promise<void> {
  const port = await freePort();
  ports.push(port);
  Object.assign(town.env, { OPERATIONS_PORT: String(port) });
  await start();
}

beforeAll(async () => {
  const onLog = (line: string) => void heard.push(line);
  town = await startTown({ bots: 0, workers: 0, enforceLimits: false, onLog });
  await listenToRedis();
  await withFigures(town.startWorker);
  await withFigures(town.startBot);
});
afterAll(async () => {
  monitor?.destroy();
  await town?.stop();
});

/** What lies in Redis now, of every type. */
async function redisDump(): Promise<string> {
  const { redis } = town;
  const read: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, '0', '-1'),
    stream: (key) => redis.xrange(key, '-', '+'),
  };
  const keys = await redis.keys('*');
  const values = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key);
      if (type !== 'none' && !read[type]) throw new Error(`nobody reads ${type}`);
      return read[type]?.(key);
    }),
  );
  return JSON.stringify([keys, values]);
}

/** What went to the officials' group, as it went over the wire. */
const toTheGroup = () =>
  Promise.resolve(
    JSON.stringify(
      town.telegram.ledger.calls
        .filter(({ chatId }) => chatId === town.group.id)
        .map(({ payload }) => payload),
    ),
  );

const figures = async () => {
  const pages = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/metrics`)));
  return (await Promise.all(pages.map((page) => page.text()))).join('\n');
};

/** Where our programs failed, in their own words; what was said to them stands beside, for a moderator’s second try. */
async function errorTexts(): Promise<string> {
  const entries = await town.mongo.collection('quarantine').find().toArray();
  return entries.map(({ problem }) => String(problem)).join('\n');
}

/** Whatever else may leak is a line here. */
const WHERE: Readonly<Record<string, () => Promise<string>>> = {
  logs: () => Promise.resolve(heard.join('\n')),
  'what Redis was told, job data too': () => Promise.resolve(wired.join('\n')),
  'what Redis keeps': redisDump,
  'the officials’ group': toTheGroup,
  figures,
  'error texts': errorTexts,
};

describe('what a person gives the city', () => {
  it('is in the record and their own chat; logs, Redis, jobs, figures, errors and the group know nothing of it', async () => {
    const { telegram, petro, group } = town;
    const bird = telegram.person({
      ...{ firstName: 'Зозуля', lastName: 'Телеграмівна', languageCode: 'uk', phone: '+380991234567' },
    });
    const number = await fileAppeal(bird, TYPED.text, [], SAID);
    const card = await petro.waits(
      ({ text, buttons }) => text.includes(number) && buttons.flat().some(({ label }) => label === 'Взяти'),
      { in: group, ...PATIENCE },
    );
    const here = { in: group, ...(card.threadId && { thread: card.threadId }), ...PATIENCE };
    await petro.presses({ message: card, label: 'Взяти' }, here);
    await bird.waits(/взято|працює/i, PATIENCE);
    await petro.says('Лампу замінено', { ...here, replyTo: card });
    const screen = await petro.waits(/Чим закінчилося/, here);
    await petro.presses({ message: screen, label: 'Виконано' }, here);
    await petro.waits(/Перевірте/, here);
    await petro.presses({ message: screen, label: 'Надіслати' }, here);
    await bird.waits(/Питання вирішено/, PATIENCE);
    await bird.presses('Ні, не вирішено');
    await bird.waits(/Що не так/, PATIENCE);
    await bird.says(TYPED.rework);
    await bird.waits(/Надіслати\?/, PATIENCE);
    await bird.presses('Надіслати');
    await petro.waits(/Досі темно/, here);

    await bird.says('/mydata');
    const given = await bird.waits(({ media }) => media?.fileName?.endsWith('.json') ?? false, PATIENCE);
    const json = telegram.fileBytes(given.media!.fileId)!.bytes.toString('utf8');
    for (const song of [SAID.name, SAID.residence, SAID.email, '+380991234567', '765 43 21', '4111'])
      expect(json).toContain(song);

    await bird.says('/new');
    await bird.waits(/своїми словами/, PATIENCE);
    const drafts = town.mongo.collection('drafts');
    await drafts.updateMany({ state: 'open' }, { $set: { 'fields.pieces': BROKEN } });
    await bird.says(UNHEARD);
    await bird.waits(/збережено/, PATIENCE);

    for (const [where, read] of Object.entries(WHERE)) {
      const all = await read();
      expect([where, all.length > 40]).toEqual([where, true]);
      expect([where, [...CANARIES, ...UNHEARD_BIRDS].filter((song) => all.includes(song))]).toEqual([
        where,
        [],
      ]);
    }
  });
});
