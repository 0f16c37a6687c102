import { runNode } from '../support/run-script';

const TOKEN = '123456789:AAExampleExampleExampleExampleExamp';
const LEAST = { BOT_TOKEN: TOKEN, MONGODB_URI: 'mongodb://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1' };
const QUOTE = `'calling https://api.telegram.org/bot${TOKEN}/getMe for +380671234567 failed'`;

/** A process of ours whose start is this. */
const run = (start: string) => {
  const code = `const { runProcess } = require('./infra/run-process.ts'); void runProcess(async () => { ${start} });`;
  return runNode(['--import', 'tsx', '-e', code], { env: LEAST });
};

describe('a process that falls', () => {
  it.each([
    ['at its start', `throw new Error(${QUOTE})`],
    [
      'later, where nobody catches it',
      `setTimeout(() => { throw new Error(${QUOTE}) }, 10); return async () => {}`,
    ],
    ['of a forgotten promise', `void Promise.reject(new Error(${QUOTE})); return async () => {}`],
  ])('%s says why, without the token and the phone', async (_, start) => {
    const { code, output } = await run(start);
    expect(code).toBe(1);
    expect(output).toMatch(/calling https:\/\/api\.telegram\.org\/bot\[token\]\/getMe for \[phone\] failed/);
    expect(output).not.toContain(TOKEN);
    expect(output).not.toContain('671234567');
  });
});
