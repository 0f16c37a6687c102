import { runNode } from '../support/run-script';

const TOKEN = '123456789:AAExampleExampleExampleExampleExamp';
const LEAST = { BOT_TOKEN: TOKEN, MONGODB_URI: 'mongodb://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1' };
const WORDS = `'calling https://api.telegram.org/bot${TOKEN}/getMe for +380671234567 failed'`;
const QUOTE = `'Cast to Number failed for value "Олена Коваль, ${TOKEN}"'`;

/** A process of ours whose start is this. */
const run = (start: string) => {
  const code = `const { runProcess } = require('./infra/run-process.ts'); void runProcess('bot', async () => { ${start} });`;
  return runNode(['--import', 'tsx', '-e', code], { env: LEAST });
};

describe('a process that falls', () => {
  it('at its start says why, without the token and the phone', async () => {
    const { code, output } = await run(`throw new Error(${WORDS})`);
    expect(code).toBe(1);
    expect(output).toMatch(/calling https:\/\/api\.telegram\.org\/bot\[token\]\/getMe for \[phone\] failed/);
    expect(output).not.toContain(TOKEN);
    expect(output).not.toContain('671234567');
  });

  it.each([
    ['at its start', `throw new RangeError(${QUOTE})`],
    [
      'later, where nobody catches it',
      `setTimeout(() => { throw new RangeError(${QUOTE}) }, 10); return async () => {}`,
    ],
    ['of a forgotten promise', `void Promise.reject(new RangeError(${QUOTE})); return async () => {}`],
    ['of mere words', `setTimeout(() => { throw ${QUOTE} }, 10); return async () => {}`],
  ])('%s never repeats the words of an error that may quote a person', async (_, start) => {
    const { code, output } = await run(start);
    expect(code).toBe(1);
    expect(output).toMatch(/"type":"RangeError","stack":" {4}at .*:\d+:\d+|"error":"string"/);
    expect(output).not.toMatch(/Олена|Cast|AAExample/);
  });
});
