import { stepScreen, turn } from '../../bot/dialogue-engine';
import type { Context, Dialogue, Input, Step } from '../../bot/dialogue';
import type { Fields } from '../../domain/draft';
import type { Markup } from '../../messengers/messenger';
import { aCitizen, aDraft, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';
import { classifier } from '../support/sample-classifier';

const t = texts.for('uk');
const context = (fields: Fields = {}): Context => ({
  ...{ draft: aDraft({ fields }), citizen: aCitizen(), now: NOW },
  ...{ city, classifier, t },
});
const step = (field: string, more: Partial<Step> = {}): Step => ({
  field,
  ask: () => field as Markup,
  accept: (input) =>
    input.kind === 'other'
      ? { refusal: 'refusal-text-expected' }
      : { set: { [field]: input.kind === 'text' ? input.text : input.kind } },
  ...more,
});
const dialogue: Dialogue = {
  steps: () => [
    step('first'),
    step('second', { maySkip: true, choices: () => [[{ value: 'tap', label: 'Так' }]] }),
    step('third', { isNeeded: ({ draft }) => draft.fields.first === 'both' }),
    step('aside', { isAside: true }),
    step('last'),
  ],
  navigation: ['later', 'cancel'],
};
const says = (text: string): Input => ({ kind: 'text', text, messageId: '1' });
const presses = (value: string): Input => ({ kind: 'choice', value });
const go = (fields: Fields, input: Input, at?: string) => turn(dialogue, context(fields), at, input);
const asked = (fields: Fields, at?: string) => stepScreen(dialogue, context(fields), at).text;

describe('the next step', () => {
  it.each<[Fields, string]>([
    [{}, 'first'],
    [{ first: 'a' }, 'second'],
    [{ first: 'a', second: null }, 'last'],
    [{ first: 'both', second: null }, 'third'],
    [{ second: 'b', last: 'c' }, 'first'],
    [{ first: 'a', removed: 'by a deploy' }, 'second'],
  ])('of %j is the first needed one whose field is missing: %s', (fields, expected) => {
    expect(asked(fields)).toBe(expected);
  });

  it('is the one gone to, while it is there', () => {
    expect(asked({ first: 'a' }, 'aside')).toBe('aside');
    expect(asked({ first: 'a' }, 'gone')).toBe('second');
  });
});

describe('a turn', () => {
  it('keeps what is given and asks on', () => {
    expect(go({}, says('a'))).toEqual({ next: 'ask', fields: { first: 'a' } });
  });

  it('is over when nothing is missing', () => {
    expect(go({ first: 'a', second: null }, says('c'))).toEqual({
      next: 'finish',
      fields: { first: 'a', second: null, last: 'c' },
    });
  });

  it('refuses with a sentence and loses nothing', () => {
    const outcome = go({ first: 'a' }, { kind: 'other' });
    expect(outcome).toEqual({ next: 'ask', fields: { first: 'a' }, remark: t('refusal-text-expected') });
  });

  it.each(['так', '1'])('takes a typed «%s» for the choice', (text) => {
    expect(go({ first: 'a' }, says(text))).toMatchObject({ fields: { first: 'a', second: 'choice' } });
  });

  it.each<[string, object]>([
    ['later', { next: 'later' }],
    ['cancel', { next: 'cancel' }],
    ['skip', { next: 'ask', fields: { first: 'a', second: null } }],
    ['back', { next: 'ask', fields: { first: 'a' }, at: 'first' }],
  ])('goes out by «%s», pressed or typed', (way, outcome) => {
    expect(go({ first: 'a' }, presses(`!${way}`))).toEqual(outcome);
    expect(go({ first: 'a' }, says(t.plain(`nav-${way}`)))).toEqual(outcome);
  });

  it('cannot skip what may not be left out, nor choose what is not offered', () => {
    expect(go({}, presses('!skip'))).toMatchObject({ next: 'ask', fields: {} });
    expect(go({ first: 'a' }, presses('moon'))).toMatchObject({ next: 'ask', fields: { first: 'a' } });
  });

  it('forgets a field set to undefined', () => {
    const forgetting: Dialogue = {
      ...dialogue,
      steps: () => [step('first', { accept: () => ({ set: { first: 'x', old: undefined } }) }), step('last')],
    };
    expect(turn(forgetting, context({ old: 'y' }), undefined, says('a'))).toMatchObject({
      fields: { first: 'x' },
    });
  });
});
