import { MARK_KINDS, type AppealLink, type MarkKind } from '../domain/appeal';
import { linkTo } from '../domain/marks';
import { labelAppeal } from '../use-cases/label-appeal';
import { mergeAppeals, separateAppeal } from '../use-cases/merge-appeals';
import { deciding, type StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import type { Visit } from './visit';

const NUMBER = /\d{4}-\d{1,6}/g;

/** The appeals whose numbers are written there; none when one of them is not there. */
async function namedIn({ deps }: Visit, words: string): Promise<AppealLink[] | undefined> {
  const found = await Promise.all(
    [...words.matchAll(NUMBER)].map(([number]) => deps.appeals.findByNumber(number)),
  );
  const known = found.filter((appeal) => appeal !== undefined);
  return known.length === found.length ? known.map(linkTo) : undefined;
}

const CLEARING = /^\s*[-–−]\s*/;

/** «повторне 2026-000001» sets, «-повторне» clears. */
function markIn({ t }: Visit, words: string): { mark: MarkKind; isSet: boolean } | undefined {
  const [name = ''] = words.replace(CLEARING, '').split(/[\s,]/);
  const mark = MARK_KINDS.find((kind) => isAmong(t.plain(`mark-${kind}`), name));
  return mark && { mark, isSet: !CLEARING.test(words) };
}

/** What moderators say about how appeals belong together. */
export const JOINING_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  merge: deciding({
    ...{ action: 'merge', how: 'staff-merge-how', done: 'staff-merged' },
    carryOut: async (visit, about, _appeal, words) => {
      const [, number = '', reason = ''] = /^(\S+)\s+([^]+)$/.exec(words) ?? [];
      const lead = number ? await visit.deps.appeals.findByNumber(number) : undefined;
      return lead && mergeAppeals(visit.deps, { ...about, leadId: lead.id, reason });
    },
  }),
  separate: deciding({
    ...{ action: 'merge', how: 'staff-separate-how', done: 'staff-separated' },
    carryOut: ({ deps }, about, _appeal, reason) => separateAppeal(deps, { ...about, reason }),
  }),
  label: deciding({
    ...{ action: 'label', how: 'staff-label-how', done: 'staff-labelled' },
    carryOut: async (visit, about, _appeal, words) => {
      const read = markIn(visit, words);
      if (read?.mark === 'officials' && visit.actor.isInGroup) return 'staff-privately-only';
      const of = await namedIn(visit, words);
      return read && of && labelAppeal(visit.deps, { ...about, ...read, of });
    },
  }),
};
