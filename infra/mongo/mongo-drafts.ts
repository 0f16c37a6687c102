import { trusted, type Connection, type Model } from 'mongoose';
import type { Draft } from '../../domain/draft';
import type { Instant } from '../../domain/instant';
import type { ChatKey, Drafts } from '../../use-cases/ports';
import { modelOf } from './models';
import { compact, isDuplicate, wholeUpdate, type DraftRecord } from './records';

const OPTIONAL = ['threadId', 'subjectId', 'at'];

export class MongoDrafts implements Drafts {
  private readonly drafts: Model<DraftRecord>;

  constructor(connection: Connection) {
    this.drafts = modelOf(connection, 'drafts');
  }

  async find(id: string): Promise<Draft | undefined> {
    const record = await this.drafts.findOne({ _id: id }).lean<DraftRecord>();
    return record ? toDraft(record) : undefined;
  }

  async insert(draft: Draft): Promise<'inserted' | 'exists'> {
    const { id, ...fields } = draft;
    try {
      await this.drafts.create([compact({ _id: id, ...fields, isPrivate: isPrivate(draft) })]);
      return 'inserted';
    } catch (error) {
      if (isDuplicate(error)) return 'exists';
      throw error;
    }
  }

  /** Leaves `nudgedAt` alone: a nudge does not move `rev`, so a writer may not know of it. */
  async save(draft: Draft): Promise<boolean> {
    const { id, nudgedAt: _nudgedAt, ...fields } = draft;
    const update = wholeUpdate({ ...fields, isPrivate: isPrivate(draft) }, OPTIONAL);
    const written = await this.drafts.updateOne({ _id: id, rev: draft.rev - 1 }, update);
    return written.matchedCount === 1;
  }

  async openOf(
    ownerId: string,
    at: { messenger: string; chatId: string; threadId?: string },
  ): Promise<Draft | undefined> {
    const { messenger, chatId, threadId = null } = at;
    const record = await this.drafts
      .findOne({ ownerId, state: 'open', messenger, chatId, threadId })
      .sort({ updatedAt: -1, _id: -1 })
      .lean<DraftRecord>();
    return record ? toDraft(record) : undefined;
  }

  async writtenWith(ownerId: string, chat: ChatKey, messageId: string): Promise<Draft | undefined> {
    const { messenger, chatId } = chat;
    const record = await this.drafts
      .findOne({ ownerId, messenger, chatId, 'fields.pieces.messageId': messageId })
      .sort({ createdAt: -1, _id: -1 })
      .lean<DraftRecord>();
    return record ? toDraft(record) : undefined;
  }

  async hasTaken(ownerId: string, eventId: string, besides = ''): Promise<boolean> {
    const others = { ownerId, eventIds: eventId, _id: trusted({ $ne: besides }) };
    return (await this.drafts.exists(others)) !== null;
  }

  async hasWrittenSince(ownerId: string, { messenger, chatId }: ChatKey, since: Instant): Promise<boolean> {
    const later = { updatedAt: trusted({ $gt: since }) };
    return (await this.drafts.exists({ ownerId, messenger, chatId, ...later })) !== null;
  }

  async unfinishedOf(ownerId: string): Promise<Draft[]> {
    const records = await this.drafts
      .find({ ownerId, state: trusted({ $in: ['open', 'saved'] }) })
      .sort({ updatedAt: -1, _id: -1 })
      .lean<DraftRecord[]>();
    return records.map(toDraft);
  }

  async forgotten(before: Instant, limit: number): Promise<Draft[]> {
    const records = await this.drafts
      .find({ state: 'open', isPrivate: true, updatedAt: trusted({ $lt: before }), nudgedAt: null })
      .sort({ updatedAt: 1 })
      .limit(limit)
      .lean<DraftRecord[]>();
    return records.map(toDraft);
  }

  async markNudged(id: string, at: Instant): Promise<void> {
    await this.drafts.updateOne({ _id: id }, { $set: { nudgedAt: at } });
  }
}

const isPrivate = (draft: Draft): boolean => draft.ownerId === `${draft.messenger}-${draft.chatId}`;

function toDraft({ _id, isPrivate: _isPrivate, ...fields }: DraftRecord): Draft {
  return { id: _id, ...fields };
}
