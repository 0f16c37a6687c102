import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Running } from '../../sandbox/processes';
import { aScene, until, type Scene } from '../dialogues/staff-scene';
import { readMetrics, type Sample } from '../support/read-metrics';
import { runNode } from '../support/run-script';

jest.setTimeout(120_000);

const PASSWORD = 'a-board-password-of-the-test';
const TEXT = 'Третю добу не горить ліхтар біля дитячого садка';
const ANSWER = 'Лампу замінено 23 листопада.';

let scene: Scene;
let ports: { bot: number; workers: number; board: number; staff: number };
let root: string;
let running: Running[] = [];
const logged: string[] = [];

const stopAll = () => Promise.all(running.splice(0).map((one) => one.stop()));

/** A bot and a worker with the operator's ports of their own, and no others. */
async function start() {
  const { town } = scene;
  await stopAll();
  ports = {
    bot: await freePort(),
    workers: await freePort(),
    board: await freePort(),
    staff: await freePort(),
  };
  const board = { BOARD_PORT: String(ports.board), BOARD_PASSWORD: PASSWORD };
  Object.assign(town.env, { OPERATIONS_PORT: String(ports.workers), ...board });
  const worker = town.startWorker();
  Object.assign(town.env, { OPERATIONS_PORT: String(ports.bot), STAFF_API_PORT: String(ports.staff) });
  running = await Promise.all([town.startBot(), worker]);
}

beforeAll(async () => {
  scene = await aScene({ bots: 0, workers: 0, onLog: (line) => void logged.push(line) });
  root = mkdtempSync(join(tmpdir(), 'vidhuk-operations-'));
});
afterAll(async () => {
  await scene.stop();
  rmSync(root, { recursive: true });
});

const scrape = async (port: number) => {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  return { status: answer.status, body: await answer.text() };
};
const value = (samples: readonly Sample[], name: string, labels: Record<string, string> = {}) =>
  samples.find(
    (one) => one.name === name && Object.entries(labels).every(([key, is]) => one.labels[key] === is),
  )?.value;

/** A process counts what it did a moment after people see it. */
async function isCounted(): Promise<boolean> {
  const fromBot = readMetrics((await scrape(ports.bot)).body);
  const fromWorkers = readMetrics((await scrape(ports.workers)).body);
  const acknowledged = value(fromBot, 'vidhuk_acknowledgement_seconds_count', { outcome: 'done' }) ?? 0;
  const sent = value(fromWorkers, 'vidhuk_notices_settled_total', { how: 'sent' }) ?? 0;
  const timed = value(fromWorkers, 'vidhuk_delivery_seconds_count') ?? 0;
  return acknowledged > 3 && sent > 2 && timed > 2;
}

/** The program as the operator runs it, with the town's settings. */
const operator = (...args: string[]) =>
  runNode(['--import', 'tsx', 'infra/backup/main.ts', ...args], { env: { ...scene.town.env } });

describe('a city at work', () => {
  it('shows its figures, keeps people out of them, and goes on after all stores were lost and restored', async () => {
    await start();
    const { town, resident, files, answers, sees, petro, telegram, group } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena, { text: TEXT });
    await answers(card, ANSWER);
    await sees(olena, /Питання вирішено\?/);

    await until(isCounted, 'updates, notices and the time they took are counted');
    const [bot, workers] = [await scrape(ports.bot), await scrape(ports.workers)];
    const [fromBot, fromWorkers] = [readMetrics(bot.body), readMetrics(workers.body)];
    expect([bot.status, workers.status]).toEqual([200, 200]);
    expect((await scrape(town.door.portsOf()[0] ?? 0)).status).toBe(404);
    for (const samples of [fromBot, fromWorkers]) {
      expect(value(samples, 'vidhuk_store_up', { store: 'mongodb' })).toBe(1);
      expect(value(samples, 'vidhuk_store_up', { store: 'redis' })).toBe(1);
      expect(value(samples, 'vidhuk_quarantine_entries')).toBe(0);
      expect(value(samples, 'vidhuk_messenger_refusals_total', { class: 'token' })).toBe(0);
      expect(value(samples, 'vidhuk_late_appeals', { term: 'target' })).toBe(0);
    }
    const people = [olena.record.firstName, 'Коваль', String(olena.id), String(petro.id), String(group.id), '671112233', appeal.number, appeal.id, 'ліхтар', telegram.token]; // prettier-ignore
    for (const canary of people) expect(bot.body + workers.body).not.toContain(canary);
    expect((bot.body + workers.body).split('\n').filter((line) => /[а-яїієґ]/i.test(line))).toEqual([]);

    const said = logged.join('\n');
    for (const canary of ['Коваль', '671112233', 'ліхтар', ANSWER, telegram.token, PASSWORD])
      expect(said).not.toContain(canary);

    const backup = mkdtempSync(join(root, 'backup-'));
    expect(await operator('backup', '--to', backup)).toMatchObject({ code: 0 });
    await stopAll();
    await town.mongo.dropDatabase();
    await town.redis.flushdb();
    const { code, output } = await operator('restore', '--from', backup);
    expect(output).toMatch(/^Restored: \d+ records/);
    expect(code).toBe(0);

    await start();
    await olena.presses('Ні, не вирішено');
    await sees(olena, /Що не так/);
    await olena.says('увечері знову темно');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await petro.waits(new RegExp(`${appeal.number}[^]*не вирішено`), { in: group, timeoutMs: 20_000 });
    expect((await scene.reload(appeal)).status).toBe('rework');
  });
});

describe('the staff API on a port of its own', () => {
  it('lets nobody in without a token, and has nothing else there', async () => {
    const ask = async (path: string) => (await fetch(`http://127.0.0.1:${ports.staff}${path}`)).status;
    const asked = await Promise.all(
      ['/staff/appeals', '/staff/openapi.json', '/metrics', '/telegram'].map(ask),
    );
    expect(asked).toEqual([401, 200, 404, 404]);
  });
});

describe('the board of the work list', () => {
  const open = (authorization?: string, path = '/', method = 'GET') =>
    fetch(`http://127.0.0.1:${ports.board}${path}`, {
      method,
      ...(authorization && { headers: { authorization } }),
    });
  const basic = (user: string, password: string) =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  it('opens to nobody without the password', async () => {
    const wrong = [
      undefined,
      'Basic',
      basic('operator', 'guess'),
      basic('', PASSWORD),
      basic('operator', `${PASSWORD} `),
    ];
    for (const offered of wrong)
      for (const path of ['/', '/api/queues', '/static/favicon.svg'])
        expect((await open(offered, path)).status).toBe(401);
  });

  it('shows the queues to whoever has it, to be looked at only', async () => {
    const mine = basic('operator', PASSWORD);
    expect((await open(mine)).status).toBe(200);
    const queues = (await (await open(mine, '/api/queues')).json()) as { queues: unknown[] };
    expect(queues.queues).toMatchObject([
      { name: 'vidhuk-notices', readOnlyMode: true },
      { name: 'vidhuk-work', readOnlyMode: true },
    ]);
    for (const act of ['pause', 'empty', 'retry/failed'])
      expect((await open(mine, `/api/queues/vidhuk-work/${act}`, 'PUT')).status).toBe(405);
  });
});
