import { slowingStorms, watchStorms, withoutStorms } from '../../bot/storms';
import type { Incoming, Messenger } from '../../messengers/messenger';
import { city, texts } from '../support/sample-city';

const person = { id: '7', language: 'en' };
const pressOf = (index: number): Incoming => ({
  ...{ id: `p${index}`, at: new Date(), messageId: '1', isForwarded: false, person },
  chat: { messenger: 'telegram', chatId: '7', kind: 'private', hasTopics: false },
  content: { kind: 'press', pressId: `press-${index}`, messageId: '1', token: 'x' },
});
const wordsOf = (index: number): Incoming => ({ ...pressOf(index), content: { kind: 'text', text: 'яма' } });

describe('a storm of presses', () => {
  it('begins with the fifty-first press in ten seconds and is over after ten seconds of calm', () => {
    const look = watchStorms();
    const at = (count: number, from: number, every: number) =>
      Array.from({ length: count }, (_, index) => look('7', from + index * every));
    expect(new Set(at(50, 0, 190))).toEqual(new Set(['calm']));
    expect(at(3, 9_900, 10)).toEqual(['begins', 'goes_on', 'goes_on']);
    expect(at(3, 12_000, 9_900)).toEqual(['goes_on', 'goes_on', 'goes_on']);
    expect(look('8', 31_800)).toBe('calm');
    expect(look('7', 41_799)).toBe('goes_on');
    expect(look('7', 51_799)).toBe('calm');
  });

  it('is none at a pace people press at, for however long', () => {
    const look = watchStorms();
    const paced = Array.from({ length: 500 }, (_, index) => look('7', index * 210));
    expect(new Set(paced)).toEqual(new Set(['calm']));
  });

  it('is answered once and passes unread; words and other people are heard as ever', async () => {
    const heard: string[] = [];
    const said: (string | undefined)[] = [];
    const messenger = {
      acknowledge: (id: string, words?: string) => Promise.resolve(void said.push(id, words)),
    } as unknown as Messenger;
    const hear = ({ id }: Incoming) => {
      heard.push(id);
      return Promise.resolve('done' as const);
    };
    const receive = withoutStorms(hear, { messenger, city, textsFor: (language) => texts.for(language) });
    for (let index = 0; index < 60; index += 1) expect(await receive(pressOf(index))).toBe('done');
    expect(heard).toHaveLength(50);
    expect(said).toEqual(['press-50', expect.stringMatching(/Too many presses/)]);
    await receive(wordsOf(60));
    await receive({ ...pressOf(61), person: { id: '8', language: 'uk' } });
    expect(heard.slice(50)).toEqual(['p60', 'p61']);
  });
});

describe('a storm of words', () => {
  it('is heard to the last word, with a pause before each; presses and other people wait for nothing', async () => {
    const happened: string[] = [];
    const hear = ({ id }: Incoming) => {
      happened.push(id);
      return Promise.resolve('done' as const);
    };
    const receive = slowingStorms(hear, () => Promise.resolve(void happened.push('pause')));
    for (let index = 0; index < 52; index += 1) await receive(wordsOf(index));
    await receive(pressOf(52));
    await receive({ ...wordsOf(53), person: { id: '8', language: 'uk' } });
    expect(happened.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => `p${index}`));
    expect(happened.slice(50)).toEqual(['pause', 'p50', 'pause', 'p51', 'p52', 'p53']);
  });
});
