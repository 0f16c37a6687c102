import { createLog } from '../../infra/log';
import { wordsOf } from '../../infra/masking';
import { sourceOf, sourcesIn } from '../support/source-files';

const CANARIES = {
  token: '123456789:AAExampleExampleExampleExampleExamp',
  phones: [
    '+380671234567',
    '380671234567',
    '067 123 45 67',
    '(067) 123-45-67',
    '0671234567',
    '+38 (050) 765-43-21',
  ],
  email: 'olena.koval+1@місто.ua',
  card: '4111 1111 1111 1111',
  password: 'hunter2secret',
  shortToken: '123456789:AAFromAnotherServer_1',
  basic: Buffer.from('operator:hunter2').toString('base64'),
};

const written = (facts: Record<string, unknown>, message: string): string => {
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    process: 'bot',
    destination: { write: (line) => void lines.push(line) },
  });
  log.info(facts, message);
  log.warn(facts, message);
  log.error(facts, message);
  expect(lines).toHaveLength(3);
  return lines.join('');
};

describe('the log', () => {
  it('holds ids and facts', () => {
    const facts = {
      ...{ appealId: 'tg-7000000001-123456789', chatId: '-1001234567890', number: '2026-004217', ms: 12 },
      ...{
        id: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
        at: new Date('2026-11-20T10:00:00Z'),
        isNew: true,
        none: null,
      },
    };
    const line = JSON.parse(written(facts, 'appeal taken').split('\n')[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({
      ...facts,
      at: '2026-11-20T10:00:00.000Z',
      msg: 'appeal taken',
      process: 'bot',
    });
  });

  it('never holds a secret or anybody’s data, wherever they hide', () => {
    const { token, shortToken, phones, email, card, basic } = CANARIES;
    const all = [token, shortToken, ...phones, email, card];
    const mixed = `line one\n${all.join('\n')} Authorization: Basic ${basic} mongodb://vidhuk:${CANARIES.password}@db:27017/x`;
    const error = new Error(`sending ${mixed} failed`, { cause: new Error(mixed) });
    const facts = {
      error,
      url: `https://api.telegram.org/bot${CANARIES.token}/sendMessage`,
      deep: { list: [{ odd: mixed }] },
      citizen: { name: 'Олена Коваль', phone: 5, text: 'мої слова', residence: 'Миру 18' },
    };
    const log = written(facts, mixed);
    for (const canary of [...all, basic, CANARIES.password, 'Коваль', 'мої слова', 'Миру 18'])
      expect(log).not.toContain(canary);
    expect(log).toContain('[token]');
  });

  it('says of an error what kind it is and where it happened, never in its own words', () => {
    const words = 'Cast to Number failed for value "Олена Коваль\n    at Миру 18:1:1"';
    const log = written({ error: new RangeError(words, { cause: new TypeError(words) }) }, 'a job failed');
    expect(log).toContain('"type":"RangeError"');
    expect(log).toContain('"type":"TypeError"');
    expect(log).toMatch(/log\.test\.ts:\d+/);
    for (const canary of ['Cast', 'Олена', 'Коваль', 'Миру']) expect(log).not.toContain(canary);
  });

  it('says what Redis calls its refusal, and nothing more of it', () => {
    const said = Object.assign(new Error('WRONGPASS invalid pair of vidhuk'), { name: 'ReplyError' });
    const log = written({ error: said }, 'Redis is away');
    expect(log).toContain('"code":"WRONGPASS"');
    expect(log).not.toContain('invalid');
  });

  it('is given errors as they are, never their words', () => {
    const calls = sourcesIn('bot', 'domain', 'infra', 'messengers', 'screens', 'use-cases', 'web', 'workers')
      .flatMap((file) => [...sourceOf(file).matchAll(/\blog\s*\.(?:info|warn|error)\([^;]*;/g)])
      .map(([call]) => call);
    expect(calls.length).toBeGreaterThan(30);
    expect(calls.filter((call) => /\.message\b|\.stack\b|String\(/.test(call))).toEqual([]);
  });

  it('writes even what goes round in a circle', () => {
    const round: Record<string, unknown> = { id: 'a' };
    round['itself'] = round;
    expect(written(round, 'round')).toContain('"id":"a"');
  });

  it('keeps below its level silent', () => {
    const lines: string[] = [];
    const log = createLog({
      level: 'warn',
      process: 'bot',
      destination: { write: (line) => void lines.push(line) },
    });
    log.info({}, 'nothing');
    expect(lines).toEqual([]);
  });
});

describe('what an operator is told of an error', () => {
  it('is our own words, without secrets and phones', () => {
    expect(wordsOf(new Error('CITY_DIR has no city.yaml'))).toBe('CITY_DIR has no city.yaml');
    expect(wordsOf(new Error(`no answer to ${CANARIES.token} of +380671234567`))).toBe(
      'no answer to [token] of [phone]',
    );
  });

  it('is of anything else its kind, code and place: it may quote a record', () => {
    const words = 'E11000 duplicate key error, dup key: { name: "Олена Коваль" }';
    const told = wordsOf(Object.assign(new Error(words), { name: 'MongoServerError', code: 11000 }));
    expect(told).toMatch(/"type":"MongoServerError".*log\.test\.ts:\d+.*"code":11000/);
    expect(told).not.toMatch(/Олена|duplicate/);
    expect(wordsOf('Олена Коваль')).toBe('string');
  });
});
