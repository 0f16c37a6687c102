import { trusted, type Connection, type Model } from 'mongoose';
import { OPEN_STATUSES } from '../../domain/moves';
import type { Instant } from '../../domain/instant';
import { dueSince } from '../../domain/notice';
import { modelOf } from './models';
import { MongoNotices } from './mongo-notices';
import type { AppealRecord, NoticeRecord, QuarantineRecord } from './records';

/** How things stand, in counts and whole seconds; nobody's words or ids. */
export interface Figures {
  /** Notices that wait: their time has come, was put off after a try, or lies ahead. */
  readonly notices: { readonly due: number; readonly put_off: number; readonly later: number };
  readonly oldestNoticeSeconds: number;
  /** Since the oldest of the events whose notices are not made yet; of a long queue, the oldest of 500 appeals. */
  readonly oldestEventSeconds: number;
  readonly untaken: number;
  readonly oldestUntakenSeconds: number;
  /** Open appeals beyond the category's own term, and beyond the law's. */
  readonly late: { readonly target: number; readonly legal: number };
  readonly quarantine: number;
}

const LOOK = 500;

const secondsSince = (at: Instant | undefined, now: Instant): number =>
  at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000)) : 0;

export class MongoFigures {
  private readonly appeals: Model<AppealRecord>;
  private readonly notices: Model<NoticeRecord>;
  private readonly quarantine: Model<QuarantineRecord>;
  private readonly queue: MongoNotices;

  constructor(connection: Connection) {
    this.appeals = modelOf(connection, 'appeals');
    this.notices = modelOf(connection, 'notices');
    this.quarantine = modelOf(connection, 'quarantine');
    this.queue = new MongoNotices(connection);
  }

  async read(now: Instant): Promise<Figures> {
    const [notices, oldestNotice, oldestEvent, untaken, oldestUntaken, late, quarantine] = await Promise.all([
      this.waiting(now),
      this.queue.oldestWaiting(now),
      this.oldestEventAt(),
      this.appeals.countDocuments(UNTAKEN),
      this.appeals.findOne(UNTAKEN, { registeredAt: 1 }).sort({ registeredAt: 1 }).lean<AppealRecord>(),
      this.late(now),
      this.quarantine.countDocuments({ settled: null }),
    ]);
    return {
      ...{ notices, untaken, late, quarantine },
      oldestNoticeSeconds: secondsSince(oldestNotice && dueSince(oldestNotice), now),
      oldestEventSeconds: secondsSince(oldestEvent, now),
      oldestUntakenSeconds: secondsSince(oldestUntaken?.registeredAt, now),
    };
  }

  private async waiting(now: Instant): Promise<Figures['notices']> {
    const count = (filter: object) => this.notices.countDocuments({ state: 'waiting', ...filter });
    const ahead = { dueAt: trusted({ $gt: now }) };
    const [due, put_off, later] = await Promise.all([
      count({ dueAt: trusted({ $lte: now }) }),
      count({ ...ahead, remark: trusted({ $ne: null }) }),
      count({ ...ahead, remark: null }),
    ]);
    return { due, put_off, later };
  }

  private async late(now: Instant): Promise<Figures['late']> {
    const open = { status: trusted({ $in: [...OPEN_STATUSES] }) };
    const [target, legal] = await Promise.all([
      this.appeals.countDocuments({ ...open, dueAt: trusted({ $lt: now }) }),
      this.appeals.countDocuments({ ...open, legalDueAt: trusted({ $lt: now }) }),
    ]);
    return { target, legal };
  }

  private async oldestEventAt(): Promise<Instant | undefined> {
    const found = await this.appeals
      .find({ unexpanded: trusted({ $gt: '' }) }, { unexpanded: 1, 'events.id': 1, 'events.at': 1 })
      .limit(LOOK)
      .lean<Pick<AppealRecord, 'unexpanded' | 'events'>[]>();
    const ages = found.flatMap(({ unexpanded, events }) =>
      events.filter(({ id }) => unexpanded.includes(id)).map(({ at }) => at.getTime()),
    );
    return ages.length > 0 ? new Date(Math.min(...ages)) : undefined;
  }
}

/** Joiners are answered with their lead. */
const UNTAKEN = { status: 'submitted', leadId: null } as const;
