import { trusted, type Connection } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { OPEN_STATUSES } from '../../domain/moves';
import type { RetentionKind } from '../../domain/retention';
import type { OldRecords, Retained } from '../../use-cases/keeping-ports';
import { modelOf, type Collection } from './models';
import { dateProfiles, idleProfiles, namesOfLetGo, type Old } from './old-people';
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

/** What a moderator has not settled is somebody's message nobody has answered. */
const LOOKED_AT = { settled: trusted({ $ne: null }) };
const CARRIED = { state: trusted({ $ne: 'confirmed' }) };

/** These are told by more than their own record. */
const SOUGHT = {
  profiles: { collection: 'citizens', find: idleProfiles },
  names: { collection: 'people', find: namesOfLetGo },
} as const satisfies Partial<Record<RetentionKind, { collection: Collection; find: unknown }>>;
type Sought = keyof typeof SOUGHT;
const isSought = (kind: RetentionKind): kind is Sought => kind in SOUGHT;

const KEPT: Readonly<Record<Exclude<RetentionKind, Sought>, Kept>> = {
  appeals: { collection: 'appeals', since: 'registeredAt', filter: appealsBefore },
  papers: { collection: 'papers', since: 'issuedAt', filter: (at) => ({ issuedAt: older(at) }) },
  drafts: { collection: 'drafts', since: 'updatedAt', filter: (at) => ({ updatedAt: older(at) }) },
  notices: { collection: 'notices', since: 'createdAt', filter: (at) => ({ ...SETTLED, createdAt: older(at) }) }, // prettier-ignore
  audit: { collection: 'audit', since: 'at', filter: (at) => ({ at: older(at) }) },
  quarantine: { collection: 'quarantine', since: 'at', filter: (at) => ({ ...LOOKED_AT, at: older(at) }) }, // prettier-ignore
  codes: { collection: 'codes', since: 'expiresAt', filter: (at) => ({ expiresAt: older(at) }) },
  tokens: { collection: 'apiTokens', since: 'expiresAt', filter: (at) => ({ expiresAt: older(at) }) },
  moves: { collection: 'accountMoves', since: 'askedAt', filter: (at) => ({ ...CARRIED, askedAt: older(at) }) }, // prettier-ignore
};

/** Where each kind lies. */
export const collectionOf = (kind: RetentionKind): Collection =>
  (isSought(kind) ? SOUGHT[kind] : KEPT[kind]).collection;

const DAILY = 'retention';
type Named = { readonly _id: string };

export class MongoOldRecords implements OldRecords {
  constructor(private readonly connection: Connection) {}

  async count(kind: RetentionKind, before: Instant): Promise<Retained> {
    if (isSought(kind)) return this.countSought(kind, before);
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
    if (isSought(kind)) return (await SOUGHT[kind].find(this.connection, before, limit)).map(({ id }) => id);
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
    const these = { _id: trusted({ $in: [...ids] }) };
    if (kind === 'names')
      await modelOf(this.connection, 'people').updateMany(these, { $unset: { name: 1 }, $inc: { rev: 1 } });
    else await modelOf(this.connection, collectionOf(kind)).deleteMany(these as never);
  }

  dateProfiles = (now: Instant): Promise<void> => dateProfiles(this.connection, now);

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

  private async countSought(kind: Sought, before: Instant): Promise<Retained> {
    const found: readonly Old[] = await SOUGHT[kind].find(this.connection, before, Infinity);
    const oldest = found.flatMap(({ since }) => since ?? []).sort((a, b) => +a - +b)[0];
    return { count: found.length, ...(oldest && { oldest }) };
  }
}
