import { trusted, type Connection, type Model } from 'mongoose';
import type { Appeal, Status } from '../../domain/appeal';
import type { Instant } from '../../domain/instant';
import { isLookedAfter, MAY_BE_LOOKED_AFTER } from '../../domain/follow-up';
import { OPEN_STATUSES } from '../../domain/moves';
import type { Appeals, NearWanted, OpenCounts, Uncopied, WorkWanted } from '../../use-cases/ports';
import {
  AT_ONCE,
  NEVER,
  lookDue,
  notLately,
  textKeyOf,
  toAppeal,
  toFields,
  uncopiedIds,
  updateTo,
} from './appeal-records';
import { circleFor } from './circle-for';
import { modelOf, NOT_CARRIED } from './models';
import { compact, isDuplicate, type AppealRecord } from './records';
import { numberIn, searchPatterns } from './search-words';

/** As `byUrgency` of the domain. */
const QUEUE = { isUrgent: -1, isPreferred: -1, dueAt: 1, _id: 1 } as const;
const any = () => trusted({ $gt: '' });
type Revised = Pick<Appeal, 'id' | 'rev'>;
type Span = Readonly<{ skip: number; limit: number }>;
type Page = Readonly<{ appeals: Appeal[]; total: number }>;

export class MongoAppeals implements Appeals {
  private readonly appeals: Model<AppealRecord>;

  constructor(connection: Connection) {
    this.appeals = modelOf(connection, 'appeals');
  }

  async find(id: string): Promise<Appeal | undefined> {
    return this.one({ _id: id });
  }

  async findByNumber(number: string): Promise<Appeal | undefined> {
    return this.one({ number });
  }

  async insert(appeal: Appeal): Promise<'inserted' | 'exists'> {
    const unexpanded = appeal.events.map((event) => event.id);
    const own = { _id: appeal.id, unexpanded, uncopied: uncopiedIds(appeal), copies: [] };
    try {
      await this.appeals.create([compact({ ...toFields(appeal), ...own })]);
      return 'inserted';
    } catch (error) {
      if (isDuplicate(error) && (await this.appeals.exists({ _id: appeal.id }))) return 'exists';
      throw error;
    }
  }

  /**
   * What is new is found against the record at the same `rev` the write is filtered by, so events taken off the outbox
   * and copies made in the meantime are never put back.
   */
  async save(appeal: Appeal): Promise<boolean> {
    const before = { _id: appeal.id, rev: appeal.rev - 1 };
    const known = await this.appeals.findOne(before).lean<AppealRecord>();
    if (!known) return false;
    const written = await this.appeals.updateOne(before, updateTo(appeal, known));
    return written.matchedCount === 1;
  }

  async listOf(citizenId: string, page: Span): Promise<Page> {
    return this.page({ citizenId }, { registeredAt: -1, _id: -1 }, page);
  }

  async listOpenOf(department: string, statuses: readonly Status[]): Promise<Appeal[]> {
    return this.many({ department, status: trusted({ $in: [...statuses] }) }, QUEUE, 0);
  }

  async countOf(citizenId: string, statuses: readonly Status[]): Promise<number> {
    return this.appeals.countDocuments({ citizenId, status: trusted({ $in: [...statuses] }) });
  }

  async countHeld(executorId: string, statuses: readonly Status[]): Promise<number> {
    return this.appeals.countDocuments({ executorId, status: trusted({ $in: [...statuses] }) });
  }

  async listHeld(executorId: string, statuses: readonly Status[], limit: number): Promise<Appeal[]> {
    return this.many({ executorId, status: trusted({ $in: [...statuses] }) }, QUEUE, limit);
  }

  async listWork({ executorId, departments, statuses, reader }: WorkWanted, page: Span): Promise<Page> {
    const work = {
      status: trusted({ $in: [...statuses] }),
      ...(executorId && { executorId }),
      ...(departments && { department: trusted({ $in: [...departments] }) }),
      $and: [NOT_CARRIED, circleFor(reader)],
    };
    return this.page(work, QUEUE, page);
  }

  async executorsOf(department: string, statuses: readonly Status[]): Promise<string[]> {
    const status = trusted({ $in: [...statuses] });
    const ids: unknown[] = await this.appeals.distinct('executorId', { department, status });
    return ids.filter((id): id is string => typeof id === 'string');
  }

  async countOpen(now: Instant, dayEndsAt: Instant, department?: string): Promise<OpenCounts> {
    // What a group counts has nothing of what only controllers see (art. 7).
    const whose = { isAboutOfficials: null, ...(department !== undefined && { department }) };
    const open = { ...whose, ...NOT_CARRIED, status: trusted({ $in: [...OPEN_STATUSES] }) };
    const count = (filter: object) => this.appeals.countDocuments({ ...open, ...filter });
    const [untaken, dueToday, late, returned] = await Promise.all([
      count({ executorId: null }),
      count({ dueAt: trusted({ $gte: now, $lt: dayEndsAt }) }),
      count({ dueAt: trusted({ $lt: now }) }),
      count({ status: 'rework' }),
    ]);
    return { untaken, dueToday, late, returned };
  }

  async search(words: string, limit: number): Promise<Appeal[]> {
    const number = numberIn(words);
    if (number) return this.many({ number }, {}, limit);
    const patterns = searchPatterns(words);
    if (patterns.length === 0) return [];
    const every = patterns.map((searchWords) => ({ searchWords }));
    return this.many({ $and: every }, { registeredAt: -1, _id: -1 }, limit);
  }

  async unexpanded(limit: number): Promise<Appeal[]> {
    return this.many({ unexpanded: any() }, {}, limit);
  }

  async toSweep(now: Instant, limit: number): Promise<Appeal[]> {
    return this.many({ unexpanded: any(), sweptAt: notLately(now) }, { sweptAt: 1 }, limit);
  }

  async markSwept(appealId: string, sweptAt: Instant): Promise<void> {
    await this.appeals.updateOne({ _id: appealId }, { $set: { sweptAt } });
  }

  async unexpandedEventIds(appealId: string): Promise<string[]> {
    const record = await this.appeals.findOne({ _id: appealId }, { unexpanded: 1 }).lean<AppealRecord>();
    return record?.unexpanded ?? [];
  }

  async markExpanded(appealId: string, eventId: string): Promise<void> {
    await this.appeals.updateOne({ _id: appealId }, { $pull: { unexpanded: eventId } });
  }

  /** One without a moment was changed since, or stored by an older version. */
  async toRemind(now: Instant, limit: number): Promise<Appeal[]> {
    const remindAt = trusted({ $not: { $gt: now } });
    return this.many({ status: 'answered', remindAt }, { remindAt: 1 }, limit);
  }

  async remindAgain({ id, rev }: Revised, remindAt: Instant = NEVER): Promise<void> {
    await this.appeals.updateOne({ _id: id, rev }, { $set: { remindAt } });
  }

  async toLookAt(now: Instant, limit: number): Promise<Appeal[]> {
    return this.many(lookDue(now), { lookAt: 1, _id: 1 }, limit);
  }

  /** A change made meanwhile has asked for a look of its own and keeps it. */
  async lookAgain({ id, rev }: Revised, lookAt?: Instant): Promise<void> {
    await this.appeals.updateOne({ _id: id, rev }, lookAt ? { $set: { lookAt } } : { $unset: { lookAt: 1 } });
  }

  async beginLooks(afterId: string, limit: number): Promise<string | undefined> {
    const forgotten = { status: trusted({ $in: [...MAY_BE_LOOKED_AFTER] }), lookAt: null };
    const read = await this.many({ _id: trusted({ $gt: afterId }), ...forgotten }, { _id: 1 }, limit);
    const ids = read.filter(isLookedAfter).map(({ id }) => id);
    const these = { _id: trusted({ $in: ids }), lookAt: null };
    if (ids.length > 0) await this.appeals.updateMany(these, { $set: { lookAt: AT_ONCE } });
    return read.at(-1)?.id;
  }

  async withUncopiedAttachments(now: Instant, limit: number): Promise<Uncopied[]> {
    const due = { uncopied: any(), copyAt: trusted({ $not: { $gt: now } }) };
    const found = this.appeals.find(due).sort({ copyAt: 1, number: 1 }).limit(limit);
    const records = await found.lean<AppealRecord[]>();
    return records.map((record) => ({ appeal: toAppeal(record), tries: record.copyTries ?? 0 }));
  }

  async copyAgain({ id, rev }: Revised, { at, tries }: { at: Instant; tries: number }): Promise<void> {
    await this.appeals.updateOne({ _id: id, rev }, { $set: { copyAt: at, copyTries: tries } });
  }

  async recordCopy(appealId: string, attachmentId: string, copyId: string, look?: string): Promise<void> {
    const copy = { id: attachmentId, copyId, ...(look && { look }) };
    await this.appeals.updateOne(
      { _id: appealId, 'copies.id': trusted({ $ne: attachmentId }) },
      { $push: { copies: copy }, $pull: { uncopied: attachmentId } },
    );
  }

  async forgetCopies(appealId: string, attachmentIds: readonly string[]): Promise<void> {
    const ids = [...attachmentIds];
    await this.appeals.updateOne(
      { _id: appealId },
      { $pull: { copies: { id: { $in: ids } }, uncopied: { $in: ids } } },
    );
  }

  /** The newest ones first; each key is a range of the index, so a million others are not read. */
  async near({ category, placeKeys, since, limit }: NearWanted): Promise<Appeal[]> {
    const status = trusted({ $in: [...OPEN_STATUSES] });
    const open = { category, status, registeredAt: trusted({ $gte: since }) };
    const newest = { registeredAt: -1 } as const;
    const found = placeKeys.map((key) => this.many({ ...open, placeKeys: key }, newest, limit));
    const all = (await Promise.all(found)).flat();
    return [...new Map(all.map((appeal) => [appeal.id, appeal])).values()];
  }

  async withSameText(text: string, since: Instant, limit: number): Promise<Appeal[]> {
    const registeredAt = trusted({ $gte: since });
    const textKey = textKeyOf(text);
    return textKey ? this.many({ textKey, registeredAt }, { registeredAt: -1 }, limit) : [];
  }

  async joinerIdsOf(leadId: string): Promise<string[]> {
    const joiners = await this.appeals.find({ leadId }, { registeredAt: 1 }).lean<AppealRecord[]>();
    const oldestFirst = joiners.sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime());
    return oldestFirst.map(({ _id }) => _id);
  }

  private async one(filter: object): Promise<Appeal | undefined> {
    const record = await this.appeals.findOne(filter).lean<AppealRecord>();
    return record ? toAppeal(record) : undefined;
  }

  private async page(filter: object, sort: Record<string, 1 | -1>, { skip, limit }: Span): Promise<Page> {
    const [records, total] = await Promise.all([
      this.appeals.find(filter).sort(sort).skip(skip).limit(limit).lean<AppealRecord[]>(),
      this.appeals.countDocuments(filter),
    ]);
    return { appeals: records.map(toAppeal), total };
  }

  private async many(filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<Appeal[]> {
    const records = await this.appeals.find(filter).sort(sort).limit(limit).lean<AppealRecord[]>();
    return records.map(toAppeal);
  }
}
