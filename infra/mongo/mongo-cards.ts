import type { Connection, Model } from 'mongoose';
import type { Card, Cards, ChatKey } from '../../use-cases/ports';
import { modelOf } from './models';
import { compact, isDuplicate, wholeUpdate, type CardRecord } from './records';

const OPTIONAL = [
  'threadId',
  'messageId',
  'shownMark',
  'topicTitle',
  'isTopicClosed',
  'hasLostTopic',
  'isWithoutTopic',
  'isPinned',
];

export class MongoCards implements Cards {
  private readonly cards: Model<CardRecord>;

  constructor(connection: Connection) {
    this.cards = modelOf(connection, 'cards');
  }

  async find(appealId: string, chat: ChatKey): Promise<Card | undefined> {
    return this.one({ _id: idOf(appealId, chat) });
  }

  async findByMessage(chat: ChatKey, messageId: string): Promise<Card | undefined> {
    return this.one({ chatId: chat.chatId, messenger: chat.messenger, messageId });
  }

  async findByThread(chat: ChatKey, threadId: string): Promise<Card | undefined> {
    return this.one({ chatId: chat.chatId, messenger: chat.messenger, threadId });
  }

  async of(appealId: string): Promise<Card[]> {
    const records = await this.cards.find({ appealId }).sort({ _id: 1 }).lean<CardRecord[]>();
    return records.map(({ _id, ...card }) => card);
  }

  async save(card: Card): Promise<void> {
    const _id = idOf(card.appealId, card);
    if (await this.update(_id, card)) return;
    try {
      await this.cards.create([compact({ _id, ...card })]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.update(_id, card);
    }
  }

  private async update(_id: string, card: Card): Promise<boolean> {
    const written = await this.cards.updateOne({ _id }, wholeUpdate(card, OPTIONAL));
    return written.matchedCount === 1;
  }

  private async one(filter: object): Promise<Card | undefined> {
    const record = await this.cards.findOne(filter).lean<CardRecord>();
    if (!record) return undefined;
    const { _id, ...card } = record;
    return card;
  }
}

const idOf = (appealId: string, { messenger, chatId }: ChatKey): string =>
  `${appealId}-${messenger}.${chatId}`;
