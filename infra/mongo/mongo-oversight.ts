import { trusted, type Connection, type Model, type PipelineStage } from 'mongoose';
import type { Act, ActsWanted, Span } from '../../domain/act';
import type { Appeal, AppealEvent } from '../../domain/appeal';
import type { Instant } from '../../domain/instant';
import { OPEN_STATUSES } from '../../domain/moves';
import { byUrgency, type OpenAppeal } from '../../domain/queue';
import type { FiledAppeal } from '../../domain/statistics';
import type { Oversight } from '../../use-cases/staff-ports';
import { toAppeal } from './appeal-records';
import { circleFor } from './circle-for';
import { modelOf, NOT_CARRIED } from './models';
import type { AppealRecord, AuditRecord } from './records';

/** Whose eyes it is for. */
const OF_CIRCLE = { isAboutOfficials: 1, complainedOf: 1, executorId: 1 };
const OF_OPEN = {
  ...{ number: 1, status: 1, executorId: 1, category: 1, department: 1, complexity: 1, place: 1 },
  ...OF_CIRCLE,
  ...{
    needsModerator: 1,
    isUrgent: 1,
    isPreferred: 1,
    marks: 1,
    sifted: 1,
    dueAt: 1,
    registeredAt: 1,
    reworkCount: 1,
  },
};
const OF_FILED = {
  ...{ number: 1, kind: 1, category: 1, complexity: 1, department: 1, status: 1, outcome: 1, isUrgent: 1 },
  ...OF_CIRCLE,
  ...{ reworkCount: 1, registeredAt: 1, dueAt: 1, legalDueAt: 1, leadId: 1 },
  ...{ 'place.district': 1, 'answers.at': 1, 'events.type': 1, 'rating.stars': 1 },
};
/** Who wrote it, from every account they had. */
const AUTHORS = { $concatArrays: [['$citizenId'], { $ifNull: ['$formerCitizenIds', []] }] };
const MOST_OPEN = 20_000;
const MOST_MISSED = 2000;

type Stored<T extends { readonly id: string }> = Omit<T, 'id'> & { _id: string };
const withId = <T extends { readonly id: string }>({ _id, ...fields }: Stored<T>): T =>
  ({ ...fields, id: _id }) as unknown as T;

const within = ({ from, until }: Span) => ({ $gte: from, $lt: until });
const newestFirst = (a: Act, b: Act) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
const isOnAppeal = (what: string) => what.startsWith('appeal.');

interface Unwound {
  readonly _id: string;
  readonly number: string;
  readonly events: AppealEvent;
}

const actOnAppeal = ({ number, events: { id, at, by, type, facts, channel } }: Unwound): Act => ({
  ...{ id, at, by, what: type, number },
  ...(facts.text && { why: facts.text }),
  ...(channel && { facts: { channel } }),
});

export class MongoOversight implements Oversight {
  private readonly appeals: Model<AppealRecord>;
  private readonly audit: Model<AuditRecord>;

  constructor(connection: Connection) {
    this.appeals = modelOf(connection, 'appeals');
    this.audit = modelOf(connection, 'audit');
  }

  async open(): Promise<OpenAppeal[]> {
    const status = trusted({ $in: [...OPEN_STATUSES] });
    const found = this.appeals.find({ status, ...NOT_CARRIED }, OF_OPEN).limit(MOST_OPEN);
    return (await found.lean<Stored<OpenAppeal>[]>()).map(withId<OpenAppeal>).sort(byUrgency);
  }

  async pastLegalTerm(now: Instant): Promise<Appeal[]> {
    const status = trusted({ $in: [...OPEN_STATUSES] });
    const found = this.appeals.find({ status, legalDueAt: trusted({ $lt: now }) });
    const records = await found.sort({ legalDueAt: 1, _id: 1 }).limit(MOST_MISSED).lean<AppealRecord[]>();
    return records.map(toAppeal);
  }

  async filed(span: Span): Promise<FiledAppeal[]> {
    const found = this.appeals.find({ registeredAt: trusted(within(span)) }, OF_FILED);
    return (await found.sort({ registeredAt: 1 }).lean<Stored<FiledAppeal>[]>()).map(withId<FiledAppeal>);
  }

  async acts(wanted: ActsWanted, { skip, limit }: { skip: number; limit: number }): Promise<Act[]> {
    const { what } = wanted;
    const [onAppeals, others] = await Promise.all([
      what && !isOnAppeal(what) ? [] : this.actsOnAppeals(wanted, skip + limit),
      what && isOnAppeal(what) ? [] : this.otherActs(wanted, skip + limit),
    ]);
    return [...onAppeals, ...others].sort(newestFirst).slice(skip, skip + limit);
  }

  /** Histories are told apart by who acts: what citizens do to their own appeals is no act of the staff. */
  private async actsOnAppeals(
    { by, what, appealId, span, reader }: ActsWanted,
    limit: number,
  ): Promise<Act[]> {
    const at = within(span);
    const event = { at, ...(by && { by }), ...(what && { type: what }) };
    const stages: PipelineStage[] = [
      { $match: { ...(appealId && { _id: appealId }), ...circleFor(reader), events: { $elemMatch: event } } },
      { $project: { number: 1, events: 1, authors: AUTHORS } },
      { $unwind: '$events' },
      {
        $match: {
          ...{ 'events.at': at, ...(by && { 'events.by': by }), ...(what && { 'events.type': what }) },
          $expr: { $not: [{ $in: ['$events.by', '$authors'] }] },
        },
      },
      { $sort: { 'events.at': -1, 'events.id': -1 } },
      { $limit: limit },
      { $project: { number: 1, events: 1 } },
    ];
    return (await this.appeals.aggregate<Unwound>(stages)).map(actOnAppeal);
  }

  /** What was done about an appeal is left out with the appeal. */
  private async otherActs({ by, what, appealId, span, reader }: ActsWanted, limit: number): Promise<Act[]> {
    const isClosed = { isAboutOfficials: true, $nor: [circleFor(reader)] };
    const stages: PipelineStage[] = [
      {
        $match: {
          ...{ at: within(span), ...(by && { by }), ...(what && { what }) },
          ...(appealId && { about: appealId }),
        },
      },
      { $sort: { at: -1, _id: -1 } },
      {
        $lookup: {
          ...{ from: this.appeals.collection.name, localField: 'about', foreignField: '_id' },
          ...{ as: 'closed', pipeline: [{ $match: isClosed }, { $project: { _id: 1 } }] },
        },
      },
      { $match: { closed: [] } },
      { $limit: limit },
      { $unset: 'closed' },
    ];
    return (await this.audit.aggregate<Stored<Act>>(stages)).map(withId<Act>);
  }
}
