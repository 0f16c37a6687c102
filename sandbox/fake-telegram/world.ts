import type { InlineKeyboardMarkup, UserFromGetMe } from '@grammyjs/types';
import type { Change, ChangeListener } from './changes';
import type { Chat, Content, Kept, PersonRecord } from './chat';
import { describeChat } from './chat';
import { toSeen } from './seen';

/** People, chats, topics and messages; who may see what is decided elsewhere. */
export class World {
  readonly people = new Map<number, PersonRecord>();
  readonly chats = new Map<number, Chat>();
  private readonly listeners = new Set<ChangeListener>();
  private seq = 0;
  private lastSharedMessageId: number;
  private lastPersonId = 100_000_000;
  private lastGroupId = 4_000_000;

  constructor(
    readonly bot: UserFromGetMe,
    readonly clock: { now: () => Date },
    private readonly firstMessageId = 1,
  ) {
    this.lastSharedMessageId = firstMessageId - 1;
  }

  nextPersonId(): number {
    do this.lastPersonId += 1;
    while (this.people.has(this.lastPersonId));
    return this.lastPersonId;
  }

  nextGroupId(type: Chat['type']): number {
    this.lastGroupId += 1;
    return type === 'supergroup' ? -1_000_000_000_000 - this.lastGroupId : -this.lastGroupId;
  }

  addChat(chat: Pick<Chat, 'id' | 'type'> & Partial<Chat>): Chat {
    const whole: Chat = {
      isForum: false,
      members: new Map(),
      bot: 'member',
      isStarted: false,
      isBlocked: false,
      messages: new Map(),
      topics: new Map(),
      lastMessageId: this.firstMessageId,
      ...chat,
    };
    this.chats.set(whole.id, whole);
    return whole;
  }

  privateChat(person: PersonRecord): Chat {
    return this.chats.get(person.id) ?? this.addChat({ id: person.id, type: 'private', person });
  }

  seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  currentSeq(): number {
    return this.seq;
  }

  post(chat: Chat, content: Content): Kept {
    const message = {
      message_id: this.nextMessageId(chat),
      date: this.seconds(),
      chat: describeChat(chat),
      ...content,
    };
    const kept: Kept = {
      message,
      isDeleted: false,
      seq: 0,
      hasReplyKeyboard: false,
      buttons: message.reply_markup,
      reactions: new Map(),
    };
    chat.messages.set(message.message_id, kept);
    this.changed(chat, 'message', kept);
    return kept;
  }

  edit(chat: Chat, kept: Kept, content: Content): void {
    kept.message = { ...kept.message, ...content, edit_date: this.seconds() };
    this.changed(chat, 'edit', kept);
  }

  setButtons(chat: Chat, kept: Kept, buttons: InlineKeyboardMarkup | undefined): void {
    kept.buttons = buttons;
    const { reply_markup: _old, ...rest } = kept.message;
    kept.message = { ...rest, ...(buttons && { reply_markup: buttons }) };
    this.changed(chat, 'edit', kept);
  }

  remove(chat: Chat, kept: Kept): void {
    kept.isDeleted = true;
    this.changed(chat, 'delete', kept);
  }

  find(chat: Chat, messageId: number): Kept | undefined {
    const kept = chat.messages.get(messageId);
    return kept && !kept.isDeleted ? kept : undefined;
  }

  subscribe(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(chat: Chat, kind: Change['kind'], kept?: Kept, more: Partial<Change> = {}): Change {
    this.seq += 1;
    if (kept && kind !== 'press') kept.seq = this.seq;
    const seen = kept && { messageId: kept.message.message_id, message: toSeen(this.bot.id, kept) };
    const change: Change = { seq: this.seq, kind, chatId: chat.id, ...seen, ...more };
    for (const listener of this.listeners) listener(change);
    return change;
  }

  private nextMessageId(chat: Chat): number {
    if (chat.type === 'supergroup') return (chat.lastMessageId += 1);
    return (this.lastSharedMessageId += 1);
  }
}
