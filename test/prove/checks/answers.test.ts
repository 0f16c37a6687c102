import { classify } from '../../../messengers/telegram/classify';
import { unknownRows } from '../../../prove/checks/answers';
import { chanceFrom } from '../../../sandbox/fake-telegram/chance';

const WORDS = { refused: 'rejected', later: 'later' } as const;

describe('answers nobody has seen yet', () => {
  const rows = unknownRows(60, chanceFrom(7));
  const codes = rows.map(({ fault }) => fault.error!.code);

  it('are as often a 400 as any other 4xx', () => {
    const ours = codes.filter((code) => code < 500);
    const share = ours.filter((code) => code === 400).length / ours.length;
    expect(share).toBeGreaterThanOrEqual(0.5);
    expect(share).toBeLessThan(1);
    expect(codes.some((code) => code >= 500)).toBe(true);
  });

  it.each(rows)('$name is in no row of the table', ({ fault, fate }) => {
    const { code, description } = fault.error!;
    expect(classify({ code, description }, { hasLeft: true }).result).toBe(WORDS[fate as keyof typeof WORDS]);
  });
});
