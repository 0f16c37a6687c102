import { beginLooks } from './begin-looks';
import { carryMoves } from './carry-moves';
import { changeDesks } from './change-desks';
import { copyAttachments } from './copy-attachments';
import { eraseOldRecords, type RetentionDeps } from './erase-old';
import { escalateOverdue } from './escalate-overdue';
import { forgetPeople, type KeepingDeps } from './forget-people';
import { keepOverviews } from './keep-overview';
import { nudgeDrafts } from './nudge-drafts';
import { remindRating } from './remind-rating';
import { sendDigests } from './send-digests';
import { settleGroups } from './settle-groups';
import { sweep } from './sweep';
import { watchAges } from './watch-ages';
import { watchQueue } from './watch-queue';
import { watchToken } from './watch-token';
import type { WorkerDeps } from './worker-deps';

export type TickDeps = KeepingDeps & RetentionDeps;

/** What each tick looks after. */
export const TICKS: Readonly<Record<string, (deps: TickDeps) => Promise<void>>> = {
  sweep,
  'watch-ages': watchAges,
  'watch-token': watchToken,
  'keep-overviews': keepOverviews,
  'remind-rating': remindRating,
  'escalate-overdue': escalateOverdue,
  'nudge-drafts': nudgeDrafts,
  'send-digests': sendDigests,
  'watch-queue': watchQueue,
  'copy-attachments': copyAttachments,
  'settle-groups': settleGroups,
  'forget-people': forgetPeople,
  'erase-old': eraseOldRecords,
  'carry-moves': carryMoves,
  'change-desks': changeDesks,
};

/** What is looked after once when a process starts. */
export const AT_START: Readonly<Record<string, (deps: WorkerDeps) => Promise<void>>> = {
  'begin-looks': beginLooks,
};

/** What does not wait for its first tick: what came due meanwhile goes out as soon as somebody works. */
export const AT_ONCE: readonly string[] = ['sweep', ...Object.keys(AT_START)];
