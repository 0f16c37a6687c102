import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { samplePicture } from '../../sandbox/fake-telegram/picture';
import { freePort } from '../../sandbox/processes';
import { startTown, type Town } from '../../sandbox/town';
import { tokenOf } from '../dialogues/citizen-scene';
import { until } from '../dialogues/staff-scene';
import { fileAppeal, type SentBy } from './play-appeal';

jest.setTimeout(120_000);

const PATIENCE = { timeoutMs: 30_000 };

/** One bird in every personal field, and some in the middle of sentences. */
const SAID = {
  name: 'Канаренко Сойка Дроздівна',
  residence: 'Пташина, 77, кв. 909',
  email: 'kanarka@ptah.ua',
  place: 'Миру 18, кв. 313',
  other: { name: 'Сорокопуд Горобина Шпаківна', residence: 'Зяблична, 5, кв. 606' },
};
const TYPED = {
  text: 'Не горить ліхтар біля під’їзду, телефонуйте 050 765 43 21 або пишіть на shpak@gnizdo.ua',
  fileName: 'Снігур.jpg',
  detail: 'Темно з боку двору, мій номер 096 222 33 44',
  rework: 'Досі темно, мій номер +38 (063) 555-77-99, картка 4111 1111 1111 1111, кв. 808',
  comment: 'Довго чекали, телефонуйте 073 888 99 00',
};
const CANARIES = [
  ...['Канаренко', 'Сойка', 'Дроздівн', 'Пташин', 'кв. 909', 'kanarka', '380991234567', '99 123 45 67'],
  ...['кв. 313', 'Сорокопуд', 'Горобин', 'Шпаківн', 'Зябличн', 'кв. 606', 'Зозуля', 'Телеграмівн'],
  ...['765 43 21', '7654321', 'shpak', 'Снігур', '222 33 44', '2223344', '555-77-99', '5557799'],
  ...['4111 1111', 'кв. 808', '888 99 00', '8889900'],
];
/** What officials read to do their work, and nobody else. */
const WORDS = ['ліхтар біля', 'з боку двору', 'Досі темно', 'Довго чекали', 'вул. Миру'];
/** Given to a colleague who asked for the contact. */
const CONTACT = [SAID.name, '+380991234567'];

/** What is said to a draft whose record is broken. */
const UNHEARD = 'Телефонуйте 067 909 80 80, Вивільга Іволгівна';
const BROKEN = 'Одуд, 066 404 30 30';
const UNHEARD_BIRDS = ['909 80 80', '9098080', 'Вивільг', 'Іволгів', 'Одуд', '404 30 30'];

const heard: string[] = [];
const ports: number[] = [];
const wired: string[] = [];
let town: Town;
let monitor: Socket;

/** Redis writes each byte beyond ASCII as `\xd0`, and a backslash before quotes. */
const inLetters = (line: string): string =>
  Buffer.from(
    line.replace(/\\(?:x([\da-f]{2})|(.))/g, (_, hex: string | undefined, other: string) =>
      hex ? String.fromCharCode(parseInt(hex, 16)) : other,
    ),
    'latin1',
  ).toString('utf8');

/** Everything ever said to Redis on this database, as it lists it: `+1700000000.1 [5 127.0.0.1:4] "set" "key" "value"`. */
async function listenToRedis(): Promise<void> {
  const { host = '127.0.0.1', port, db = 0 } = town.redis.options;
  monitor = connect(port!, host).setEncoding('utf8');
  monitor.write('MONITOR\r\n');
  let begun = '';
  monitor.on('data', (said: string) => {
    const lines = `${begun}${said}`.split('\r\n');
    begun = lines.pop()!;
    wired.push(...lines.filter((line) => line.includes(` [${db} `)).map(inLetters));
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

/** People may be spoken to as fast as they speak: limits are tried elsewhere. */
async function rest(): Promise<void> {
  const spent = await town.redis.keys('vidhuk:budget:*');
  if (spent.length > 0) await town.redis.del(...spent);
}

let resting: NodeJS.Timeout;

beforeEach(async () => {
  for (const known of [heard, ports, wired]) known.length = 0;
  const onLog = (line: string) => void heard.push(line);
  town = await startTown({ bots: 0, workers: 0, enforceLimits: false, onLog });
  resting = setInterval(() => void rest().catch(() => undefined), 200);
  await listenToRedis();
  await withFigures(town.startWorker);
  await withFigures(town.startBot);
});
afterEach(async () => {
  clearInterval(resting);
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

/** Said to Redis last of all. */
const PLANTED = 'Жайворонок';

/** Once the planted bird is heard, so is all that was said before it. */
async function toRedis(): Promise<string> {
  await town.redis.echo(PLANTED);
  await until(() => Promise.resolve(wired.some((line) => line.includes(PLANTED))), 'Redis repeats the bird');
  return wired.join('\n');
}

/** What went to everybody but the resident, as it went over the wire: groups and officials' own chats. */
const toOthers = (resident: number) =>
  town.telegram.ledger.calls
    .filter(({ chatId }) => chatId !== undefined && chatId !== resident)
    .map(({ chatId, payload }) => ({ chatId, said: JSON.stringify(payload) }));

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
  'what Redis was told, job data too': toRedis,
  'what Redis keeps': redisDump,
  figures,
  'error texts': errorTexts,
};

const heardIn = (all: string, songs: readonly string[]) => songs.filter((song) => all.includes(song));

type Person = Town['petro'];

/** Petro's work on it, each step seen to the end. */
function aDesk(bird: Person, card: Awaited<ReturnType<Person['waits']>>) {
  const { petro, group } = town;
  const here = { in: group, ...(card.threadId && { thread: card.threadId }), ...PATIENCE };
  return {
    here,
    takes: async () => {
      await petro.presses({ message: card, label: 'Взяти' }, here);
      return bird.waits(/взято|працює/i, PATIENCE);
    },
    answers: async (words: string) => {
      await petro.says(words, { ...here, replyTo: card });
      const screen = await petro.waits(/Чим закінчилося/, here);
      await petro.presses({ message: screen, label: 'Виконано' }, here);
      await petro.waits(/Перевірте/, here);
      await petro.presses({ message: screen, label: 'Надіслати' }, here);
      return bird.waits(/Питання вирішено/, PATIENCE);
    },
    asksForContact: async () => {
      await petro.presses({ message: card, label: 'Контакт' }, here);
      const why = await petro.waits(/Навіщо вам контакт/, here);
      await petro.presses({ message: why, label: 'Уточнити телефоном' }, here);
      await petro.waits(/\+380991234567/, PATIENCE);
    },
  };
}

const asFile: SentBy = (person) =>
  person.sendsDocument({ bytes: samplePicture(7), name: TYPED.fileName, mime: 'image/jpeg' });

/** Writes, reads it once more, sends. */
async function sends(bird: Person, write: () => Promise<unknown>): Promise<void> {
  await write();
  await bird.waits(/Надіслати\?/, PATIENCE);
  await bird.presses('Надіслати');
}

async function rates(bird: Person, comment: string): Promise<void> {
  await bird.presses('Так, вирішено');
  await bird.waits(/оцінюєте/, PATIENCE);
  await bird.presses('2 ★');
  await bird.waits(/Що на це вплинуло/, PATIENCE);
  await bird.presses('Додати слова');
  await bird.waits(/Напишіть кількома реченнями/, PATIENCE);
  await sends(bird, () => bird.says(comment));
  await bird.waits(/ваші слова враховано/, PATIENCE);
}

describe('what a person gives the city', () => {
  it('is in the record and their own chat; logs, Redis, jobs, figures and errors know nothing of it, officials only what they asked for', async () => {
    const { telegram, petro, iryna, group } = town;
    await Promise.all([petro.starts(), iryna.starts()]);
    const bird = telegram.person({
      ...{ firstName: 'Зозуля', lastName: 'Телеграмівна', languageCode: 'uk', phone: '+380991234567' },
    });
    const number = await fileAppeal(bird, TYPED.text, [asFile], SAID);
    const card = await petro.waits(
      ({ text, buttons }) => text.includes(number) && buttons.flat().some(({ label }) => label === 'Взяти'),
      { in: group, ...PATIENCE },
    );
    const desk = aDesk(bird, card);
    const taken = await desk.takes();
    await sends(bird, () => bird.says(TYPED.detail, { replyTo: taken }));
    await petro.waits(/Заявник доповнив/, desk.here);
    const answer = await desk.answers('Лампу замінено');
    await rates(bird, TYPED.comment);
    await bird.forges(tokenOf(answer, 'Ні, не вирішено'), answer);
    await bird.waits(/Що не так/, PATIENCE);
    await sends(bird, () => bird.sendsPhoto({ caption: TYPED.rework }));
    await petro.waits(/Досі темно/, desk.here);
    await iryna.waits(({ text, chatId }) => chatId === iryna.id && text.includes('Досі темно'), PATIENCE);
    await desk.asksForContact();

    await bird.says('/mydata');
    const given = await bird.waits(({ media }) => media?.fileName?.endsWith('.json') ?? false, PATIENCE);
    const json = telegram.fileBytes(given.media!.fileId)!.bytes.toString('utf8');
    const { name, residence, email, other } = SAID;
    const said = [name, residence, email, '+380991234567', other.name, other.residence];
    for (const song of [...said, ...Object.values(TYPED)]) expect(json).toContain(song);

    await bird.says('/new');
    await bird.waits(/своїми словами/, PATIENCE);
    const drafts = town.mongo.collection('drafts');
    await drafts.updateMany({ state: 'open' }, { $set: { 'fields.pieces': BROKEN } });
    await bird.says(UNHEARD);
    await bird.waits(/збережено/, PATIENCE);

    for (const [where, read] of Object.entries(WHERE)) {
      const all = await read();
      expect([where, all.length > 40]).toEqual([where, true]);
      expect([where, heardIn(all, [...CANARIES, ...WORDS, ...UNHEARD_BIRDS])]).toEqual([where, []]);
    }
    expect(heardIn(await toRedis(), [PLANTED])).toEqual([PLANTED]);

    const calls = toOthers(bird.id);
    const asked = calls.filter(({ said }) => CONTACT.every((song) => said.includes(song)));
    expect(asked.map(({ chatId }) => chatId)).toEqual([petro.id]);
    const unasked = calls.filter((call) => !asked.includes(call)).map(({ said }) => said);
    expect(heardIn(unasked.join('\n'), [...CANARIES, ...UNHEARD_BIRDS])).toEqual([]);
    expect(heardIn(unasked.join('\n'), WORDS)).toEqual(expect.arrayContaining(['ліхтар біля', 'Досі темно']));
  });
});
