import { ask } from '../support/run-script';

describe('a run of the changed rules', () => {
  it.each([
    [true, 3.04, '3.0 minutes, goal 30', 0],
    [false, 3.04, '3.0 minutes, goal 30', 1],
    [true, 30.1, 'MISSED 30.1 minutes, goal 30', 1],
  ])(
    'whose goals are kept: %s, after %d minutes says «%s» and ends with %i',
    async (isKept, minutes, line, code) => {
      const end = await ask('tests/mutants-end.mjs', `m.endOf({ isKept: ${isKept}, minutes: ${minutes} })`);
      expect(end).toEqual({ line, code });
    },
  );
});
