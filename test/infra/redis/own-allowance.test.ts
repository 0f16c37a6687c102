import { OwnAllowance } from '../../../infra/redis/own-allowance';

const to = (chatId: string) => ({ messenger: 'telegram', chatId, isGroup: chatId.startsWith('-') });

/** How many of one try a second go through in `seconds`. */
const wentIn = (own: OwnAllowance, seconds: number, chatId: string, from = 0): number =>
  Array.from({ length: seconds }, (_, second) => own.take(to(chatId), from + second * 1000)).filter(
    (wait) => wait === 0,
  ).length;

describe('what one process may send while Redis is away', () => {
  it('is one a second and five in ten, whomever it is for', () => {
    const own = new OwnAllowance();
    const waits = [0, 500, 1000, 2000, 3000, 4000, 5000, 9999, 10_000].map((now) =>
      own.take(to(`${now}`), now),
    );
    expect(waits).toEqual([0, 500, 0, 0, 0, 0, 5000, 1, 0]);
  });

  it('is told in whole milliseconds, none too few', () => {
    const own = new OwnAllowance();
    own.take(to('1'), 0);
    expect(own.take(to('1'), 999.4)).toBe(1);
  });

  it('is four a minute into one group; other chats go on', () => {
    const own = new OwnAllowance();
    expect(wentIn(own, 60, '-100')).toBe(4);
    expect(own.take(to('-100'), 60_000)).toBe(20);
    expect(own.take(to('1'), 60_000)).toBe(0);
    expect(wentIn(own, 60, '-100', 61_500)).toBe(4);
  });

  it('waits as long as the messenger asked in that chat, the longer of two', () => {
    const own = new OwnAllowance();
    own.pause(to('1'), 5000, 0);
    own.pause(to('1'), 100, 0);
    expect(own.take(to('1'), 1000)).toBe(4000);
    expect(own.take(to('2'), 1000)).toBe(0);
    expect(own.take(to('1'), 5000)).toBe(0);
  });
});
