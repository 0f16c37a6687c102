import { authorFacts } from '../../domain/author';

describe('what an author says of themselves', () => {
  it('brings those with benefits forward (art. 20), and nobody for their work', () => {
    expect(authorFacts({ authorCategory: 'combatant', socialStatus: 'student' })).toEqual({
      ...{ authorCategory: 'combatant', isPreferred: true, socialStatus: 'student' },
    });
    expect(authorFacts({ socialStatus: 'pensioner' })).toEqual({ socialStatus: 'pensioner' });
  });

  it('is nothing when they asked to leave it out, or never said', () => {
    expect(authorFacts({ authorCategory: 'none', socialStatus: 'none' })).toEqual({});
    expect(authorFacts({})).toEqual({});
  });
});
