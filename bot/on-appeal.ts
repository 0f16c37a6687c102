import type { Appeal } from '../domain/appeal';
import type { Fields, StaffDraftKind } from '../domain/draft';
import { may, type Action } from '../domain/permissions';
import type { About, Changed } from '../use-cases/change-appeal';
import { whyNotKey, whyRefused } from '../screens/why-refused';
import { beginFor, begunAbout, goBackTo, whyOver } from './staff-replies';
import type { Reply, Visit } from './visit';

export type Subjects = readonly string[];
export type Press = (visit: Visit, subjects: Subjects) => Promise<Reply>;

/** The appeal a button names, if this person may act on it; the rest get a short reason. */
export const onAppeal =
  (action: Action, act: (visit: Visit, appeal: Appeal, subjects: Subjects) => Promise<Reply>): Press =>
  async (visit, subjects) => {
    const [appealId = ''] = subjects;
    const appeal = await visit.deps.appeals.find(appealId);
    if (!appeal) return { note: visit.t.plain('refused-not_found') };
    if (!may[action](visit.actor, appeal))
      return { note: visit.t.plain(whyNotKey(visit.actor, appeal, action)) };
    return act(visit, appeal, subjects);
  };

export const noteOf = ({ t }: Visit, key: string, { number }: Appeal): Reply => ({
  note: t.plain(key, { number }),
});

/** The card itself shows the new state; the button only needs a short note. */
export const change =
  (carryOut: (visit: Visit, about: About, subjects: Subjects) => Promise<Changed>, key: string) =>
  async (visit: Visit, appeal: Appeal, subjects: Subjects): Promise<Reply> => {
    const { actor, incoming } = visit;
    const about = { actor, appealId: appeal.id, commandId: incoming.id };
    const changed = await carryOut(visit, about, subjects);
    if (changed.ok) return noteOf(visit, key, appeal);
    const { key: why, args } = whyRefused(visit.deps.city, changed.appeal ?? appeal, changed.refusal);
    return { note: visit.t.plain(why, args) };
  };

/** A second tap on the same button does not ask twice. */
export const isAgain = ({ incoming: { content }, position }: Visit): boolean =>
  content.kind === 'press' && content.token === position.lastToken;

export const writing =
  (kind: StaffDraftKind, fields: Fields = {}) =>
  async (visit: Visit, appeal: Appeal): Promise<Reply> => {
    if (whyOver(visit, appeal, kind)) return noteOf(visit, `staff-over-${appeal.status}`, appeal);
    if (isAgain(visit)) return { note: visit.t.plain('staff-begun') };
    const begun = Object.keys(fields).length === 0 && (await begunAbout(visit, kind, appeal));
    return begun ? goBackTo(visit, begun) : beginFor(visit, { kind, fields }, appeal);
  };
