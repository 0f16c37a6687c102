import type { Connection, Model } from 'mongoose';
import type { ChatKey, MovedChats } from '../../use-cases/ports';
import { modelOf } from './models';
import { isDuplicate, type MovedChatRecord } from './records';

/** A chat moves once in its life; more than a few steps would be a circle. */
const MOST_MOVES = 5;

export class MongoMovedChats implements MovedChats {
  private readonly moved: Model<MovedChatRecord>;

  constructor(connection: Connection) {
    this.moved = modelOf(connection, 'movedChats');
  }

  async latest(chat: ChatKey): Promise<ChatKey> {
    const { messenger } = chat;
    let { chatId } = chat;
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      const record = await this.moved.findOne({ _id: idOf({ messenger, chatId }) }).lean<MovedChatRecord>();
      if (!record) break;
      chatId = record.toChatId;
    }
    return { messenger, chatId };
  }

  async record(chat: ChatKey, toChatId: string): Promise<void> {
    try {
      await this.moved.create([{ _id: idOf(chat), toChatId }]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

const idOf = ({ messenger, chatId }: ChatKey): string => `${messenger}.${chatId}`;
