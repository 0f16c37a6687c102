import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { anAppeal, anEvent, NOW } from '../support/builders';
import { openMongo, redisUrl } from '../infra/stores';

const ROOT = join(__dirname, '../..');
const LEGAL = new Date('2026-12-05T21:59:59Z');
const PRIVATE = {
  pieces: [{ messageId: '1', text: 'Мене звати Коваль, телефон 067 111 22 33' }],
  onBehalfOf: { name: 'Мельник Ганна', residence: 'вул. Садова, 27' },
  place: { kind: 'as_written', label: 'вул. Садова, 27' },
} as const;

let database: Awaited<ReturnType<typeof openMongo>>;
const folder = mkdtempSync(join(tmpdir(), 'report-'));
beforeAll(async () => {
  database = await openMongo();
  const appeals = new MongoAppeals(database.connection);
  const answered = anEvent('done', { type: 'appeal.answered', at: NOW });
  const confirmed = anEvent('agreed', { type: 'appeal.confirmed', at: NOW });
  const extended = anEvent('longer', { type: 'appeal.extended', at: NOW });
  const each = [
    { legalDueAt: LEGAL, ...PRIVATE, authorCategory: 'large_family', isPreferred: true },
    { legalDueAt: LEGAL, status: 'closed', outcome: 'done', events: [extended, answered, confirmed] },
    { legalDueAt: new Date('2026-11-21T21:59:59Z'), kind: 'complaint', coAuthors: ['Мельник'], marks: [{ kind: 'repeat', of: [] }] },
    { kind: 'message', category: '=1+1' },
    { registeredAt: new Date('2026-11-30T22:00:00Z') },
  ] as const; // prettier-ignore
  for (const [index, overrides] of each.entries())
    await appeals.insert(anAppeal({ id: `a${index}`, number: `2026-00000${index}`, ...overrides }));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const report = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string; wrong: string }>((resolve) => {
    const script = ['--import', 'tsx', 'bot/report.ts', ...args];
    const settings = { BOT_TOKEN: `1:${'a'.repeat(30)}`, MONGODB_URI: database.uri, REDIS_URL: redisUrl() };
    const options = { cwd: ROOT, env: { ...process.env, ...settings, ...env } };
    execFile(process.execPath, script, options, (error, said, wrong) =>
      resolve({ code: error ? Number(error.code) : 0, said, wrong }),
    );
  });

const NOVEMBER = ['--from', '2026-11-01', '--to', '30.11.2026'];

describe('npm run report', () => {
  it('writes a table for spreadsheets, without a word of anybody, and says the figures', async () => {
    const out = join(folder, 'листопад.csv');
    const { code, said } = await report([...NOVEMBER, '--out', out]);
    expect(code).toBe(0);
    const table = readFileSync(out, 'utf8');
    expect(table.startsWith('\uFEFFНомер;Зареєстровано;')).toBe(true);
    const rows = table.trimEnd().split('\r\n');
    expect(
      rows
        .slice(1)
        .map((row) => row.slice(0, 22))
        .sort(),
    ).toEqual([0, 1, 2, 3].map((index) => `2026-00000${index};2026-11-20`));
    expect(table).toMatch(/2026-000000;[^\r]*;7\.13 Багатодітна сім’я;/);
    expect(table).toMatch(/2026-000001;[^\r]*;9\.1 Вирішено позитивно;Вчасно;2026-12-05;так;0;так\r/);
    expect(table).toMatch(/2026-000002;[^\r]*;2\.2 Повторне;3\.3 Скарга;5\.2 Колективне;/);
    expect(table).not.toMatch(/Мельник|Коваль|Садова|067|telegram-|(^|;)=/);
    expect(said).toMatch(/1 листопада 2026[^]*30 листопада 2026[^]*: 4\n/);
    expect(said).toMatch(
      /5\.2 Колективне \.+ 1\n[^]*9\.1 Вирішено позитивно \.+ 1\n[^]*Строк продовжено \.+ 1\n/,
    );
    expect(said).toContain(out);
  });

  it('says that there was nothing', async () => {
    const out = join(folder, 'nothing.csv');
    const { code, said } = await report([
      '--from',
      '2020-01-01',
      '--to',
      '2020-01-31',
      '--out',
      out,
      '--language',
      'en',
    ]);
    expect(said).toMatch(/No appeal was registered from 1 January 2020/);
    expect(code).toBe(0);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['days that are none', ['--from', '2026-02-30', '--to', '2026-03-31'], {}, /^✖ Такого дня немає\..*\n$/],
    ['MongoDB away', NOVEMBER, { MONGODB_URI: 'mongodb://127.0.0.1:1/vidhuk' }, /^✖ MongoDB не відповідає\..*\n$/],
    ['a folder that is not there', [...NOVEMBER, '--out', join(folder, 'no', 'x.csv')], {}, /^✖ Не вдалося записати файл .*\n$/],
    ['a missing setting', NOVEMBER, { BOT_TOKEN: '' }, /^✖ .*BOT_TOKEN is missing/s],
  ])('says in one sentence what is wrong: %s', async (_what, args, env, words) => {
    const out = join(folder, 'none.csv');
    const { code, said, wrong } = await report(args.includes('--out') ? args : [...args, '--out', out], env);
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(wrong).toMatch(words);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  }); // prettier-ignore
});
