import type { RetentionKind } from '../domain/retention';
import type { Texts } from './texts';

interface Line {
  readonly kind: RetentionKind;
  readonly count: number;
  readonly oldest?: Date;
}

/** How much of each kind is past its time, and since when where that is known; a line a kind. */
export const retentionLines = (t: Texts, report: readonly Line[]): string =>
  [
    t.plain('retention-head'),
    ...report.map(({ kind, count, oldest }) => {
      const name = t.plain(`retention-${kind}`);
      if (count === 0) return t.plain('retention-none', { name });
      return oldest
        ? t.plain('retention-line', { name, count, day: oldest })
        : t.plain('retention-undated', { name, count });
    }),
  ].join('\n');
