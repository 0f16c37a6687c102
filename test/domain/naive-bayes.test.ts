import { Counts } from '../../domain/counts';
import { featuresOf } from '../../domain/features';
import { lessonOf } from '../../domain/learner';
import { NaiveBayes } from '../../domain/naive-bayes';

const TAUGHT = [
  ...['яма на дорозі', 'вибоїна посеред вулиці', 'асфальт розбитий'].map((text) => lessonOf(text, 'roads')),
  lessonOf('кіт на дереві', 'animals'),
];
const chances = (text: string, sizes?: 'even') =>
  new NaiveBayes(new Counts(TAUGHT), sizes).judge(featuresOf(text));

describe('what was learned from labelled texts', () => {
  it.each([
    ['ями на дорогах', 'roads'],
    ['кота не зняти з дерева', 'animals'],
  ])('tells of «%s» that it is about %s', (text, label) => {
    expect(chances(text).get(label)).toBeGreaterThan(0.9);
  });

  it('is shared out among the labels', () => {
    const total = [...chances('яма і кіт').values()].reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1);
  });

  it('gives no label more for the size of its lessons when they are even', () => {
    expect([...chances('зюзюбра', 'even').values()]).toEqual([0.5, 0.5]);
    const neutral = chances('на', 'even');
    expect(neutral.get('animals')).toBeGreaterThan(neutral.get('roads') ?? 1);
  });
});
