import { withoutCarried } from '../../domain/carried-words';
import { anAnswer, anAppeal, anEvent } from '../support/builders';

const mask = (words: string) => words.replace('Коваль', '•••');
const said = { text: 'Коваль' };
const masked = { text: '•••' };

/** It stood behind a lead with the events `a` and `b`, and was answered by itself afterwards. */
const joiner = anAppeal({
  id: 'joiner',
  answers: [
    anAnswer({ ordinal: 1, text: 'Шановна Коваль', outcome: 'refused', ground: 'Коваль не мешкає' }),
    anAnswer({ ordinal: 2, text: 'Шановна Коваль' }),
  ],
  events: [
    anEvent('own'),
    anEvent('a-joiner', { type: 'appeal.extended', facts: said }),
    anEvent('b-joiner', { type: 'appeal.answered', facts: { ordinal: 1 } }),
    anEvent('b-joiner-third', { type: 'appeal.delay_explained', facts: said }),
    anEvent('a-2', { type: 'appeal.extended', facts: said }),
    anEvent('mend', { type: 'appeal.answer_corrected', facts: { ordinal: 1, before: 'Коваль', ...said } }),
    anEvent('mend-2', { type: 'appeal.answer_corrected', facts: { ordinal: 2, before: 'Коваль', ...said } }),
    anEvent('a-joiner-alone', { type: 'appeal.separated', facts: said }),
  ],
});

describe('words carried from another appeal', () => {
  const left = withoutCarried(joiner, ['a', 'b'], mask);

  it('are masked in the answer that came, and what was said of it here', () => {
    expect(left.answers.map(({ text, ground }) => [text, ground])).toEqual([
      ['Шановна •••', '••• не мешкає'],
      ['Шановна Коваль', undefined],
    ]);
    expect(left.events.map(({ facts }) => facts)).toEqual([
      {},
      masked,
      { ordinal: 1 },
      masked,
      said,
      { ordinal: 1, before: '•••', ...masked },
      { ordinal: 2, before: 'Коваль', ...said },
      said,
    ]);
  });

  it('are nowhere when nothing came from it', () => {
    expect(withoutCarried(joiner, ['c'], mask)).toEqual({ answers: joiner.answers, events: joiner.events });
  });
});
