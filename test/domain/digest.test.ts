import { digestOf, isEmpty } from '../../domain/digest';
import type { OpenAppeal } from '../../domain/queue';
import { anAppeal, minutes, NOW } from '../support/builders';

/** A Friday at noon in Kyiv; midnight is in twelve hours. */
const CITY = { timeZone: 'Europe/Kyiv' };
const MIDNIGHT = 12 * 60;
const due = (at: number, status: OpenAppeal['status'] = 'in_progress'): OpenAppeal =>
  anAppeal({ status, dueAt: minutes(at), number: `${at}` });
const digest = (...open: OpenAppeal[]) =>
  Object.fromEntries(
    Object.entries(digestOf(open, NOW, CITY)).map(([part, found]) => [
      part,
      found.map(({ number }) => number),
    ]),
  );

describe('a morning’s digest', () => {
  it('tells the late from what is due today and tomorrow, by the city’s midnight', () => {
    const found = digest(
      ...[due(-1), due(0), due(MIDNIGHT - 1), due(MIDNIGHT), due(MIDNIGHT + 24 * 60 - 1)],
      due(MIDNIGHT + 24 * 60),
    );
    expect(found).toEqual({
      late: ['-1'],
      today: ['0', `${MIDNIGHT - 1}`],
      tomorrow: [`${MIDNIGHT}`, `${MIDNIGHT + 24 * 60 - 1}`],
      returned: [],
    });
  });

  it('tells what citizens sent back, whenever it is due', () => {
    expect(digest(due(-5, 'rework'), due(9_000, 'rework'))).toMatchObject({
      ...{ late: ['-5'], returned: ['-5', '9000'] },
    });
  });

  it('wakes nobody to say that there is nothing', () => {
    expect(isEmpty(digestOf([], NOW, CITY))).toBe(true);
    expect(isEmpty(digestOf([due(9_000)], NOW, CITY))).toBe(true);
    for (const one of [due(-1), due(1), due(MIDNIGHT), due(9_000, 'rework')])
      expect(isEmpty(digestOf([one], NOW, CITY))).toBe(false);
  });
});
