import { createFrontDoor } from '../../bot/front-door';
import { createWebhookHandler } from '../../messengers/telegram/webhook';
import { silent } from '../infra/stores';
import { doorDeps } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { anAppeal } from '../support/builders';
import { CANARY, COMMANDS, FIELDS, HOSTILE_SHAPES, HOSTILE_WORDS } from './hostile-updates';

jest.setTimeout(120_000);

const SECRET = 'a-long-enough-secret_1';
const MODERATOR = { id: 50, is_bot: false, first_name: 'x' };

/** Where words of people may stand in a command: below these, which only write or list, and below no other operator. */
const PLAIN = ['$set', '$setOnInsert', '$push', '$each', '$addToSet', '$in', '$or', '$and'];

/** Every way in which hostile words became more than a value. */
function becameMore(given: unknown, path: readonly string[] = []): string[] {
  if (typeof given === 'string') {
    const operator = path.find((key) => key.startsWith('$') && !['$db', ...PLAIN].includes(key));
    return given.includes(CANARY) && operator ? [path.join('/')] : [];
  }
  if (given instanceof RegExp) return becameMore(given.source, [...path, '$regex']);
  if (given === null || typeof given !== 'object' || given instanceof Date) return [];
  if ('_bsontype' in given && !('pattern' in given)) return [];
  return Object.entries(given).flatMap(([key, value]) => [
    ...(key.includes(CANARY) || ['$where', '$expr', '$function', '__proto__'].includes(key) ? [[...path, key].join('/')] : []),
    ...becameMore(value, [...path, key]),
  ]);
} // prettier-ignore

/** Tags and links of people, which no message of ours may hold; our own texts have `<b>`, `<i>` and the like. */
const FOREIGN_MARKUP = /<(?!\/?(?:b|i|code|blockquote)>)|<b>x<\/b>|&(?!amp;|lt;|gt;|quot;)/;

let town: Town;
let post: (update: object) => Promise<Response>;
const commands: object[] = [];

/** The webhook's own door before the whole bot of this moment's town. */
function openWebhook() {
  const { quarantine } = town.deps;
  const receive = createFrontDoor({ ...doorDeps(town), quarantine });
  const door = { receive, quarantine, log: silent, bot: { id: 1, username: 'vidhuk_bot' } };
  const handle = createWebhookHandler({ ...door, secret: SECRET });
  let updateId = 0;
  return (update: object) => {
    updateId += 1;
    const body = JSON.stringify({ update_id: updateId, ...update });
    const numbered = body.replace('"message_id":0', `"message_id":${updateId}`);
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    return handle(new Request('http://localhost/telegram', { method: 'POST', headers, body: numbered }));
  };
}

beforeAll(async () => {
  town = await openTown({ isMonitored: true });
  town.connection.getClient().on('commandStarted', ({ command }) => void commands.push(command as object));
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  commands.length = 0;
  post = openWebhook();
});

const quarantined = async () => (await town.deps.quarantine.waiting(1_000)).entries;

function expectPlain(): void {
  expect([...new Set(commands.flatMap((command) => becameMore(command)))]).toEqual([]);
}

function expectNoMarkup(): void {
  const { sent, edited } = town.deps.messenger;
  const texts = [...sent, ...edited].map(({ screen }) => screen.text);
  expect(texts.filter((text) => FOREIGN_MARKUP.test(text))).toEqual([]);
}

describe('what people send', () => {
  it.each(Object.keys(FIELDS))('stays plain words to the database and the messenger: %s', async (field) => {
    for (const words of HOSTILE_WORDS) expect((await post(FIELDS[field]!(words))).status).toBe(200);
    expectPlain();
    expectNoMarkup();
    const broken = (await quarantined()).filter(({ problem }) => !/invalid_type|too_small/.test(problem));
    expect(broken).toEqual([]);
  });

  it.each(Object.keys(FIELDS))('is put aside when it has another shape: %s', async (field) => {
    for (const shape of HOSTILE_SHAPES) expect((await post(FIELDS[field]!(shape))).status).toBe(200);
    expectPlain();
    for (const { what } of await quarantined()) expect(typeof what).toBe('object');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each(COMMANDS)('stays plain words after a moderator’s /%s', async (name) => {
    await town.deps.appeals.insert(anAppeal());
    const chat = { id: 50, type: 'private' };
    for (const words of HOSTILE_WORDS)
      for (const about of ['', '2026-000001 '])
        await post({
          message: { message_id: 0, date: 1, chat, from: MODERATOR, text: `/${name} ${about}${words}` },
        });
    expectPlain();
    expectNoMarkup();
    expect((await quarantined()).map(({ problem }) => problem.slice(0, 400))).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'tostring', 'valueof', 'hasownproperty'])(
    'is no command, button or link because every object has it: %s',
    async (name) => {
      await post(FIELDS.text!(`/${name}`));
      await post(FIELDS.text!(`/start ${name}-x`));
      await post(FIELDS.button!(`${name}.x`));
      expect(await quarantined()).toEqual([]);
      const texts = town.deps.messenger.saidTo('4001').map(({ screen }) => screen.text);
      expect(texts).toHaveLength(3);
      expect(texts[0]).toContain('Такої команди немає');
    },
  );

  it('is seen to be more than words when it is', async () => {
    await post(FIELDS.text!(CANARY));
    expect(JSON.stringify(commands)).toContain(CANARY);
    expect(becameMore({ find: 'appeals', filter: { _id: { $gt: CANARY } } })).toEqual(['filter/_id/$gt']);
    expect(becameMore({ filter: { $where: '1' } })).toEqual(['filter/$where']);
    expect(becameMore({ filter: { name: new RegExp(`^${CANARY}.*`) } })).toEqual(['filter/name/$regex']);
    expect(FOREIGN_MARKUP.test('<a href="x">y</a>')).toBe(true);
  });
});
