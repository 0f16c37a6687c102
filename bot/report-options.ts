import { parseArgs } from 'node:util';
import { dayFrom, startOfDay } from '../domain/calendar';
import type { Instant } from '../domain/instant';
import { readDay } from '../domain/read-day';

export interface ReportOptions {
  /** `2026-01-01`, both days counted in. */
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly language: string;
}

export type ReportRefusal = 'how' | 'day' | 'order';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string', default: 'uk' },
} as const;

function given(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    return undefined;
  }
}

/** A day with its year, as people write it. */
const dayIn = (text: string): string | undefined =>
  /\d{4}/.test(text) ? readDay(text, dayFrom('2000-01-01'))?.toString() : undefined;

/** What was asked for on the command line, or the word for what is wrong with it. */
export function readReportOptions(args: readonly string[]): ReportOptions | ReportRefusal {
  const values = given(args);
  if (!values?.from || !values.to) return 'how';
  const from = dayIn(values.from);
  const to = dayIn(values.to);
  if (!from || !to) return 'day';
  if (to < from) return 'order';
  return { from, to, out: values.out ?? `report-${from}--${to}.csv`, language: values.language };
}

/** The moments between which both days lie whole, the second one left out. */
export const spanOf = (
  { from, to }: Pick<ReportOptions, 'from' | 'to'>,
  timeZone: string,
): [Instant, Instant] => [
  startOfDay(dayFrom(from), timeZone),
  startOfDay(dayFrom(to).add({ days: 1 }), timeZone),
];
