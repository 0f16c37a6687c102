import { ordinalIn } from '../../domain/paper';

describe('the name of a paper', () => {
  it('tells which answer it prints', () => {
    expect(['appeal', 'answer-2', 'answer-12', 'answer-', 'my-answer-2', 'answer-2x'].map(ordinalIn)).toEqual([0, 2, 12, 0, 0, 0]); // prettier-ignore
  });
});
