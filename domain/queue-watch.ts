import type { City } from './city';
import { HOUR_MS, type Instant } from './instant';
import type { SectionFigures } from './queue';

export const QUEUE_WATCHES = ['size', 'age'] as const;
export type QueueWatch = (typeof QUEUE_WATCHES)[number];

/** The queue is short again well below the threshold, so that one appeal more or less says nothing. */
const SHORT_AGAIN = 0.8;

type Figures = Pick<SectionFigures, 'count' | 'since'>;
type Rules = Pick<City, 'queueAlerts'>;

/** Whether what nobody has taken is beyond a threshold; `undefined` in between, where it stays as it was. */
export function crossed(
  watch: QueueWatch,
  figures: Figures,
  { queueAlerts }: Rules,
  now: Instant,
): boolean | undefined {
  // prettier-ignore
  const { count, since } = figures;
  const ageHours = count > 0 ? (now.getTime() - since.getTime()) / HOUR_MS : 0;
  const [value, most] = watch === 'size' ? [count, queueAlerts.size] : [ageHours, queueAlerts.ageHours];
  if (value > most) return true;
  return value <= most * SHORT_AGAIN ? false : undefined;
}
