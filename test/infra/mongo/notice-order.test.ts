import { nextInChat, type Queued } from '../../../infra/mongo/notice-order';

const NOW = new Date('2026-11-20T10:00:00Z');
const REAL_NOW = new Date('2026-11-20T18:00:00Z');
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);

const aQueued = (id: string, own: Partial<Queued> = {}): Queued => ({
  ...{ _id: id, subject: 'appeal', dueAt: minutes(NOW, -1), isStarted: false },
  ...own,
});
const later = { dueAt: minutes(NOW, 5) };
const next = (...queue: Queued[]) => nextInChat(queue, NOW, REAL_NOW)?._id;

describe('which notice of a chat goes now', () => {
  it.each([
    ['none of none', undefined, []],
    ['the first that is due', 'a', [aQueued('a'), aQueued('b')]],
    ['what is due this very moment', 'a', [aQueued('a', { dueAt: NOW })]],
    ['none before its time', undefined, [aQueued('a', later)]],
    ['one behind what was planned for later', 'b', [aQueued('a', later), aQueued('b')]],
    [
      'none behind what was begun and put off',
      undefined,
      [aQueued('a', { ...later, isStarted: true }), aQueued('b')],
    ],
    [
      'another appeal’s',
      'b',
      [aQueued('a', { ...later, isStarted: true }), aQueued('b', { subject: 'other' })],
    ],
    [
      'one behind what breaks',
      'b',
      [aQueued('a', { ...later, isStarted: true, remark: 'broken' }), aQueued('b')],
    ],
    [
      'one behind what waits for a newer version',
      'b',
      [aQueued('a', { ...later, isStarted: true, remark: 'newer' }), aQueued('b')],
    ],
    [
      'none behind what waits for the network',
      undefined,
      [aQueued('a', { ...later, isStarted: true, remark: 'later' }), aQueued('b')],
    ],
    [
      'none while one is under way',
      undefined,
      [aQueued('a'), aQueued('b', { leasedUntil: minutes(REAL_NOW, 1) })],
    ],
    [
      'one whose lease has ended by the real clock',
      'a',
      [aQueued('a', { leasedUntil: minutes(REAL_NOW, -1) })],
    ],
    ['one whose lease ends this very moment', 'a', [aQueued('a', { leasedUntil: REAL_NOW })]],
  ] as const)('%s', (_what, id, queue) => {
    expect(next(...queue)).toBe(id);
  });
});
