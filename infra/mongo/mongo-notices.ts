import { randomUUID } from 'node:crypto';
import { trusted, type Connection, type Model, type PipelineStage } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { dueSince, rankOf, type Notice } from '../../domain/notice';
import type { ChatKey, DueNotice, HeldNotice, Notices } from '../../use-cases/ports';
import { modelOf } from './models';
import { BROKEN, nextInChat, STUCK, type Queued } from './notice-order';
import { compact, isDuplicate, type NoticeRecord } from './records';

/** How deep into a chat's queue one look goes. */
const LOOK = 100;
const LOST = 'ambiguous';
/** After these nobody knows whether it came. */
const UNSURE: readonly string[] = [LOST, BROKEN];
const IS_STUCK = trusted({ $in: [...STUCK] });
const MAY_GO = trusted({ $nin: [...STUCK] });
const UNDER_WAY = { _id: 1, subject: 1, dueAt: 1, leasedUntil: 1, isStarted: 1, remark: 1 } as const;

export class MongoNotices implements Notices {
  private readonly notices: Model<NoticeRecord>;

  constructor(connection: Connection) {
    this.notices = modelOf(connection, 'notices');
  }

  async insert(notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    try {
      const records = notices.map(toRecord);
      await this.notices.insertMany(records, { ordered: false, throwOnValidationError: true });
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error;
    }
  }

  async find(id: string): Promise<Notice | undefined> {
    return this.one({ _id: id });
  }

  /**
   * Reads the chat's queue, then takes the one whose turn it is if nobody else did meanwhile. `until − now` is how
   * long the lease runs, in real time whatever the business clock shows. One whose lease ran out, or whose answer was
   * lost, or that broke, may have been sent before: that stays on it.
   */
  async leaseNext(chat: ChatKey, now: Instant, until: Instant): Promise<Notice | undefined> {
    const realNow = new Date();
    const next = nextInChat(await this.queueOf(chat, now), now, realNow);
    if (!next) return undefined;
    const leasedUntil = new Date(realNow.getTime() + until.getTime() - now.getTime());
    const isAnswerLost = next.remark === LOST;
    const mayBeDouble = next.leasedUntil !== undefined || UNSURE.includes(next.remark ?? '');
    const free = [{ leasedUntil: null }, { leasedUntil: trusted({ $lte: realNow }) }];
    const record = await this.notices
      .findOneAndUpdate(
        { _id: next._id, ...ofChat(chat), state: 'waiting', dueAt: trusted({ $lte: now }), $or: free },
        {
          $set: {
            ...{ leasedUntil, leasedBy: randomUUID(), isStarted: true },
            ...(mayBeDouble && { mayBeDouble }),
            ...(isAnswerLost && { isAnswerLost }),
          },
        },
        { returnDocument: 'after' },
      )
      .lean<NoticeRecord>();
    return record ? toNotice(record) : undefined;
  }

  async chatsDue(now: Instant, limit: number): Promise<ChatKey[]> {
    const found = await this.notices.aggregate<{ _id: ChatKey }>(chatsDueAt(now, limit));
    return found.map(({ _id: { messenger, chatId } }) => ({ messenger, chatId }));
  }

  async renew(notice: HeldNotice, ms: number): Promise<void> {
    const leasedUntil = new Date(Date.now() + ms);
    await this.notices.updateOne({ ...held(notice), state: 'waiting' }, { $set: { leasedUntil } });
  }

  async markSent(notice: HeldNotice, sentMessageIds: readonly string[]): Promise<void> {
    const $set = { state: 'sent', sentMessageIds: [...sentMessageIds] } as const;
    // What was said stays in the chat; here it would only be somebody's words kept twice.
    await this.notices.updateOne(held(notice), { $set, $unset: { ...LEASE, remark: 1, screen: 1 } });
  }

  async markSkipped(notice: HeldNotice, remark: string): Promise<void> {
    const $set = { state: 'skipped', remark } as const;
    await this.notices.updateOne({ ...held(notice), state: 'waiting' }, { $set, $unset: LEASE });
  }

  async postpone(
    notice: DueNotice,
    to: { dueAt: Instant; remark: string; isAttempt: boolean },
  ): Promise<void> {
    const { dueAt, remark, isAttempt } = to;
    const $set = { dueAt, firstDueAt: dueSince(notice), remark };
    await this.notices.updateOne(
      { ...held(notice), state: 'waiting' },
      { $set, $unset: LEASE, $inc: { attempts: isAttempt ? 1 : 0 } },
    );
  }

  async readdress(chat: ChatKey, toChatId: string): Promise<void> {
    await this.notices.updateMany({ ...ofChat(chat), state: 'waiting' }, { $set: { chatId: toChatId } });
  }

  async retryUnreachable(chat: ChatKey, now: Instant): Promise<void> {
    await this.notices.updateMany(
      { ...ofChat(chat), state: 'skipped', remark: 'unreachable' },
      { $set: { state: 'waiting', dueAt: now }, $unset: { remark: 1, firstDueAt: 1, ...LEASE } },
    );
  }

  async sentAbout(chat: ChatKey, appealId: string): Promise<string[]> {
    const sent = this.notices.find({ ...ofChat(chat), state: 'sent', appealId }, { sentMessageIds: 1 });
    const ids = (await sent.lean<NoticeRecord[]>()).flatMap(({ sentMessageIds }) => sentMessageIds);
    return [...new Set(ids)];
  }

  async findByMessage(chat: ChatKey, messageId: string): Promise<Notice | undefined> {
    const record = await this.notices
      .findOne({ ...ofChat(chat), sentMessageIds: messageId })
      .sort({ createdAt: -1, _id: -1 })
      .lean<NoticeRecord>();
    return record ? toNotice(record) : undefined;
  }

  async oldestWaiting(now: Instant, only?: { readonly isStuck: boolean }): Promise<Notice | undefined> {
    const past = trusted({ $lte: now });
    const waiting = { state: 'waiting', ...(only && { remark: only.isStuck ? IS_STUCK : MAY_GO }) } as const;
    const oldestBy = (at: 'dueAt' | 'firstDueAt') => {
      const found = this.notices.findOne({ ...waiting, [at]: past });
      return found.sort({ [at]: 1 }).lean<NoticeRecord>();
    };
    const [due, putOff] = await Promise.all([oldestBy('dueAt'), oldestBy('firstDueAt')]);
    const [oldest] = [due, putOff]
      .flatMap((record) => record ?? [])
      .sort((one, other) => dueSince(one).getTime() - dueSince(other).getTime());
    return oldest && toNotice(oldest);
  }

  async countStuck(): Promise<number> {
    return this.notices.countDocuments({ state: 'waiting', remark: IS_STUCK });
  }

  async countByState(): Promise<Record<string, number>> {
    const counted = await this.notices.aggregate<{ _id: string; count: number }>([
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]);
    return Object.fromEntries(counted.map(({ _id, count }) => [_id, count]));
  }

  private async queueOf(chat: ChatKey, now: Instant): Promise<Queued[]> {
    const holdBack = { isStarted: true, remark: MAY_GO };
    const $or = [holdBack, { dueAt: trusted({ $lte: now }) }];
    return this.notices
      .find({ ...ofChat(chat), state: 'waiting', $or }, UNDER_WAY)
      .sort({ rank: 1, createdAt: 1, _id: 1 })
      .limit(LOOK)
      .lean<Queued[]>();
  }

  private async one(filter: object): Promise<Notice | undefined> {
    const record = await this.notices.findOne(filter).lean<NoticeRecord>();
    return record ? toNotice(record) : undefined;
  }
}

const LEASE = { leasedUntil: 1, leasedBy: 1 } as const;

/** As `nextInChat`, for every chat at once: what is due behind one put off about the same subject does not count. */
function chatsDueAt(now: Instant, limit: number): PipelineStage[] {
  const isDue = { $lte: ['$dueAt', now] };
  const turn = { rank: '$rank', createdAt: '$createdAt', _id: '$_id' };
  const isFree = { $or: [{ $eq: ['$heldBackFrom', null] }, { $lt: ['$turn', '$heldBackFrom'] }] };
  const putOff = { firstDueAt: { $lte: now }, isStarted: true, remark: { $nin: STUCK } };
  return [
    { $match: { state: 'waiting', $or: [{ dueAt: { $lte: now } }, putOff] } },
    {
      $group: {
        _id: { messenger: '$messenger', chatId: '$chatId', subject: '$subject' },
        since: { $min: { $cond: [isDue, '$dueAt', null] } },
        turn: { $min: { $cond: [isDue, turn, null] } },
        heldBackFrom: { $min: { $cond: [isDue, null, turn] } },
        leasedUntil: { $max: '$leasedUntil' },
      },
    },
    {
      $group: {
        _id: { messenger: '$_id.messenger', chatId: '$_id.chatId' },
        since: { $min: { $cond: [isFree, '$since', null] } },
        leasedUntil: { $max: '$leasedUntil' },
      },
    },
    { $match: { since: { $ne: null }, $or: [{ leasedUntil: null }, { leasedUntil: { $lte: new Date() } }] } },
    { $sort: { since: 1 } },
    { $limit: limit },
  ];
}

const held = ({ id, leasedBy }: HeldNotice) => ({ _id: id, ...(leasedBy && { leasedBy }) });

const ofChat = ({ messenger, chatId }: ChatKey) => ({ messenger, chatId });

function toRecord(notice: Notice): NoticeRecord {
  const { id, ...fields } = notice;
  const subject = notice.appealId ?? notice.draftId ?? '';
  return compact({ _id: id, ...fields, rank: rankOf(notice), subject, isStarted: false });
}

function toNotice(record: NoticeRecord): Notice {
  const { _id, subject: _subject, isStarted: _isStarted, rank: _rank, ...fields } = record;
  return { id: _id, ...fields };
}

function isOnlyDuplicates(error: unknown): boolean {
  const writeErrors = (error as { writeErrors?: unknown }).writeErrors;
  if (Array.isArray(writeErrors)) return writeErrors.length > 0 && writeErrors.every(isDuplicate);
  return isDuplicate(error);
}
