import { readReportOptions, spanOf } from '../../bot/report-options';

const asked = (...args: string[]) => readReportOptions(args);

describe('what the report is asked for', () => {
  it('is two days, a file and a language', () => {
    const options = { from: '2026-01-01', to: '2026-03-31', out: 'r.csv', language: 'en' };
    expect(asked('--from', '2026-01-01', '--to', '31.03.2026', '--out', 'r.csv', '--language', 'en')).toEqual(
      options,
    );
    expect(asked('--from=2026-01-01', '--to=2026-01-01')).toMatchObject({
      out: 'report-2026-01-01--2026-01-01.csv',
      language: 'uk',
    });
  });

  it.each([
    ['how', []],
    ['how', ['--from', '2026-01-01']],
    ['how', ['--since', '2026-01-01', '--to', '2026-02-01']],
    ['how', ['січень']],
    ['day', ['--from', '2026-02-30', '--to', '2026-03-31']],
    ['day', ['--from', '01.01', '--to', '2026-03-31']],
    ['day', ['--from', '2026-01-01', '--to', 'учора']],
    ['order', ['--from', '2026-03-31', '--to', '2026-01-01']],
  ])('is refused with «%s» for %j', (refusal, args) => {
    expect(asked(...args)).toBe(refusal);
  });

  it('holds both days whole by the city’s clock, over the change of the hour', () => {
    const span = spanOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Kyiv');
    expect(span.map((at) => at.toISOString())).toEqual([
      '2026-03-28T22:00:00.000Z',
      '2026-03-29T21:00:00.000Z',
    ]);
  });
});
