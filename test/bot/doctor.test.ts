import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { startTown, type Town } from '../../sandbox/town';

const ROOT = join(__dirname, '../..');

const doctor = (env: Record<string, string>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const script = ['--import', 'tsx', 'bot/doctor.ts'];
    const options = { cwd: ROOT, env: { ...process.env, LANG: 'en_GB.UTF-8', ...env } };
    execFile(process.execPath, script, options, (error, stdout) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout }),
    );
  });

describe('npm run doctor', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ bots: 0, workers: 0 });
  });
  afterAll(() => town.stop());

  it('says that a silent moderator must press Start, and what else is wrong', async () => {
    const { code, said } = await doctor(town.env);
    expect(said).toMatch(/✔ Telegram knows this bot/);
    expect(said).toMatch(/✔ The staff chat is there: Звернення/);
    expect(said).toMatch(/✖ Moderator \d+ has not written to the bot yet/);
    expect(code).toBe(1);
  });

  it('is content when everything is right', async () => {
    await town.iryna.says('/start');
    const { code, said } = await doctor(town.env);
    expect(said).toMatch(/✔ All is well/);
    expect(said).not.toMatch(/✖/);
    expect(code).toBe(0);
  });

  it('names the missing right to make topics', async () => {
    town.group.demotesBot();
    const { said } = await doctor(town.env);
    town.group.promotesBot();
    expect(said).toMatch(/✖ The group has topics, but the bot may not make them/);
  });

  it.each([
    [
      'a wrong token',
      { BOT_TOKEN: '7000000001:AAAnotherTokenThatNobodyKnowsAtAll-00' },
      /✖ Telegram does not know this BOT_TOKEN/,
    ],
    ['a staff chat it cannot see', { STAFF_CHAT_ID: '-100999' }, /✖ The bot cannot see the staff chat/],
    ['no staff chat', { STAFF_CHAT_ID: '' }, /✖ STAFF_CHAT_ID is not set/],
    ['no moderators', { MODERATOR_IDS: '' }, /✖ MODERATOR_IDS is not set/],
    ['a city folder with a hole', { CITY_DIR: 'locales' }, /✖ .*city\.yaml/s],
    ['MongoDB away', { MONGODB_URI: 'mongodb://127.0.0.1:1/vidhuk' }, /✖ MongoDB does not answer/],
    ['Redis away', { REDIS_URL: 'redis://127.0.0.1:1' }, /✖ Redis does not answer/],
    ['a missing setting', { BOT_TOKEN: '' }, /✖ .*BOT_TOKEN is missing/s],
  ])('names %s', async (_what, env, words) => {
    const { code, said } = await doctor({ ...town.env, ...env });
    expect(said).toMatch(words);
    expect(code).toBe(1);
  });
});
