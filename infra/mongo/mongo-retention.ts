import { trusted, type Connection } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { OPEN_STATUSES } from '../../domain/moves';
import type { RetentionKind } from '../../domain/retention';
import type { OldRecords, Retained } from '../../use-cases/keeping-ports';
import { modelOf, type Collection } from './models';
import { isDuplicate } from './records';

interface Kept {
  readonly collection: Collection;
  /** The day it is counted from. */
  readonly since: string;
  readonly filter: (before: Instant) => object;
}

const older = (before: Instant) => trusted({ $lt: before });
const OVER = { status: trusted({ $nin: [...OPEN_STATUSES] }) };
const SETTLED = { state: trusted({ $in: ['sent', 'skipped'] }) };

/** `registeredAt` is an index; nothing that happened since may be younger than the period. */
const appealsBefore = (before: Instant) => ({
  ...OVER,
  registeredAt: older(before),
  events: trusted({ $not: { $elemMatch: { at: { $gte: before } } } }),
});

const KEPT: Readonly<Record<Exclude<RetentionKind, 'profiles'>, Kept>> = {
  appeals: { collection: 'appeals', since: 'registeredAt', filter: appealsBefore },
  papers: { collection: 'papers', since: 'issuedAt', filter: (at) => ({ issuedAt: older(at) }) },
  drafts: { collection: 'drafts', since: 'updatedAt', filter: (at) => ({ updatedAt: older(at) }) },
  notices: { collection: 'notices', since: 'createdAt', filter: (at) => ({ ...SETTLED, createdAt: older(at) }) }, // prettier-ignore
  audit: { collection: 'audit', since: 'at', filter: (at) => ({ at: older(at) }) },
  quarantine: { collection: 'quarantine', since: 'at', filter: (at) => ({ at: older(at) }) },
  codes: { collection: 'codes', since: 'expiresAt', filter: (at) => ({ expiresAt: older(at) }) },
  tokens: { collection: 'apiTokens', since: 'expiresAt', filter: (at) => ({ expiresAt: older(at) }) },
};

const PROFILES = 'citizens';
const DAILY = 'retention';
type Named = { readonly _id: string };

export class MongoOldRecords implements OldRecords {
  constructor(private readonly connection: Connection) {}

  async count(kind: RetentionKind, before: Instant): Promise<Retained> {
    if (kind === 'profiles') return this.countProfiles(before);
    const { collection, since, filter } = KEPT[kind];
    const model = modelOf(this.connection, collection);
    const [count, oldest] = await Promise.all([
      model.countDocuments(filter(before) as never),
      model.findOne(filter(before) as never, { [since]: 1 }).sort({ [since]: 1 }).lean(), // prettier-ignore
    ]);
    const at = (oldest as Readonly<Record<string, unknown>> | null)?.[since];
    return { count, ...(at instanceof Date && { oldest: at }) };
  }

  async ids(kind: RetentionKind, before: Instant, limit: number): Promise<string[]> {
    if (kind === 'profiles') return this.idleProfiles(before, limit);
    const { collection, since, filter } = KEPT[kind];
    const found = modelOf(this.connection, collection).find(filter(before) as never, { _id: 1 });
    return (
      (await found
        .sort({ [since]: 1 })
        .limit(limit)
        .lean()) as Named[]
    ).map(({ _id }) => _id);
  }

  async remove(kind: Exclude<RetentionKind, 'appeals'>, ids: readonly string[]): Promise<void> {
    const collection = kind === 'profiles' ? PROFILES : KEPT[kind].collection;
    await modelOf(this.connection, collection).deleteMany({ _id: trusted({ $in: [...ids] }) } as never);
  }

  async removeAppeal(appealId: string): Promise<void> {
    await modelOf(this.connection, 'drafts').deleteMany({ subjectId: appealId });
    await modelOf(this.connection, 'notices').deleteMany({ appealId });
    await modelOf(this.connection, 'cards').deleteMany({ appealId });
    await modelOf(this.connection, 'shownPictures').deleteMany({ appealId });
    await modelOf(this.connection, 'appeals').deleteOne({ _id: appealId });
  }

  async beginDay(now: Instant, dayMs: number): Promise<boolean> {
    const days = modelOf(this.connection, 'counters');
    const last = now.getTime();
    const earlier = { _id: DAILY, last: trusted({ $lte: last - dayMs }) };
    if ((await days.updateOne(earlier, { $set: { last } })).matchedCount > 0) return true;
    if (await days.exists({ _id: DAILY })) return false;
    try {
      await days.create([{ _id: DAILY, last }]);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Nothing of theirs is left that a profile would serve. */
  private async idleProfiles(before: Instant, limit: number): Promise<string[]> {
    const agreed = { 'consent.at': older(before), forgetting: null };
    const found = await modelOf(this.connection, PROFILES).find(agreed, { _id: 1 }).lean<Named[]>();
    const idle: string[] = [];
    for (const { _id } of found) {
      if (idle.length >= limit) break;
      const own = await Promise.all([
        modelOf(this.connection, 'appeals').exists({ citizenId: _id }),
        modelOf(this.connection, 'drafts').exists({ ownerId: _id }),
        modelOf(this.connection, 'people').exists({ _id }),
      ]);
      if (own.every((one) => !one)) idle.push(_id);
    }
    return idle;
  }

  private async countProfiles(before: Instant): Promise<Retained> {
    const ids = await this.idleProfiles(before, Infinity);
    const profiles = modelOf(this.connection, PROFILES).find({ _id: trusted({ $in: ids }) });
    const found = await profiles.sort({ 'consent.at': 1 }).limit(1).lean();
    const oldest = found[0]?.consent?.at;
    return { count: ids.length, ...(oldest && { oldest }) };
  }
}
