import type { Message, MessageOrigin } from '@grammyjs/types';
import { format } from './arguments';
import type { Press } from './fake';
import type { PressHandle, Where } from './onlooker';
import { Onlooker } from './onlooker';
import type { SentFile } from './sent-files';
import { fileContent } from './sent-files';
import type { Seen, SeenButton } from './seen';
import { toSeen } from './seen';
import { tellBot, tellStatus } from './tell-bot';
import type { Chat, Content, Kept, ReplyButton } from './chat';
import { describePerson, quoted } from './chat';

export type Pressed = string | { token: string } | { message: Seen | number; label?: string; token?: string };

const leavesThePhone = () => new Promise((resolve) => setImmediate(resolve));
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
let albums = 0;
let lastPressId = BigInt(Date.now()) * 1000n;

/** Somebody with Telegram in their hands. */
export class Person extends Onlooker {
  async says(text: string, where: Where = {}): Promise<Seen> {
    const formatted = format({ text, mode: '', entities: undefined });
    const { entities } = formatted;
    return this.sends({ text: formatted.text, ...(entities.length > 0 && { entities }) }, where);
  }

  /** Taps Start, perhaps through a deep link. */
  async starts(payload = ''): Promise<Seen> {
    return this.says(`/start ${payload}`.trim());
  }

  /** Taps a button: under a message by its label or token, or on the keyboard by its text. */
  async presses(pressed: Pressed, where: Where = {}): Promise<PressHandle> {
    const chat = this.chatOf(where);
    const found = this.findButton(chat, pressed);
    if (found) return this.pressInline(chat, found);
    const label = typeof pressed === 'string' ? pressed : undefined;
    const key = chat.keyboard?.rows.flat().find((button) => button.text === label);
    if (!key)
      throw new Error(`${this.name} finds no button ${JSON.stringify(pressed)}.\n${this.describe(chat)}`);
    await this.pressKey(key, where);
    return { id: '', answer: () => undefined };
  }

  private async pressKey(key: ReplyButton, where: Where): Promise<void> {
    const chat = this.chatOf(where);
    if (chat.keyboard?.isOneTime) chat.keyboard = undefined;
    if (key.asks === 'contact') await this.sharesContact();
    else if (key.asks === 'location') await this.sharesPlace(50.4501, 30.5234);
    else await this.says(key.text, where);
  }

  private findButton(chat: Chat, pressed: Pressed): { kept: Kept; button: SeenButton } | undefined {
    const wanted = typeof pressed === 'string' ? { label: pressed } : pressed;
    const messageId = 'message' in wanted ? idOf(wanted.message) : undefined;
    const label = 'label' in wanted ? wanted.label : undefined;
    const token = 'token' in wanted ? wanted.token : undefined;
    for (const kept of [...chat.messages.values()].reverse()) {
      if (kept.isDeleted || (messageId !== undefined && kept.message.message_id !== messageId)) continue;
      const button = toSeen(this.fake.world.bot.id, kept)
        .buttons.flat()
        .find(
          (one) =>
            (label === undefined || one.label === label) && (token === undefined || one.token === token),
        );
      if (button) return { kept, button };
    }
    return undefined;
  }

  private pressInline(chat: Chat, { kept, button }: { kept: Kept; button: SeenButton }): PressHandle {
    if (button.token === undefined) return { id: '', url: button.url, answer: () => undefined };
    return this.pressesToken(button.token, { chat, kept });
  }

  private pressesToken(token: string, { chat, kept }: { chat: Chat; kept: Kept }): PressHandle {
    this.acts();
    lastPressId += 1n;
    const press: Press = { id: String(lastPressId), at: Date.now(), chatId: chat.id, personId: this.id };
    this.fake.presses.set(press.id, press);
    this.fake.world.changed(chat, 'press', kept, { personId: this.id, text: token });
    const query = {
      id: press.id,
      from: describePerson(this.record),
      chat_instance: String(chat.id),
      message: kept.message,
      data: token,
    };
    this.fake.updates.add('callback_query', query, `press ${this.id}`);
    return { id: press.id, answer: () => press.answer };
  }

  /** A press with a token no button has: what a forged client could send. */
  async forges(token: string, message: Seen | number, where: Where = {}): Promise<PressHandle> {
    await leavesThePhone();
    const chat = this.chatOf(where);
    const kept = chat.messages.get(idOf(message));
    if (!kept) throw new Error(`there is no message ${idOf(message)}`);
    return this.pressesToken(token, { chat, kept });
  }

  async sharesContact(other?: Person | { phone: string; firstName: string; userId?: number }): Promise<Seen> {
    if (other && !(other instanceof Person)) {
      const { phone, firstName, userId } = other;
      const contact = { phone_number: phone, first_name: firstName, ...(userId && { user_id: userId }) };
      return this.sends({ contact }, {});
    }
    const { id, phone, firstName, lastName } = (other ?? this).record;
    if (!phone) throw new Error(`${firstName} has no phone number`);
    return this.sends(
      {
        contact: {
          phone_number: phone,
          first_name: firstName,
          ...(lastName && { last_name: lastName }),
          user_id: id,
        },
      },
      {},
    );
  }

  async sharesPlace(latitude: number, longitude: number, where: Where = {}): Promise<Seen> {
    return this.sends({ location: { latitude, longitude } }, where);
  }

  async sendsPhoto(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'photo', file), where);
  }

  /** Photos that travel together and arrive one by one. */
  async sendsAlbum(
    files: (SentFile & { kind?: 'photo' | 'document' | 'video' })[],
    where: Where = {},
  ): Promise<Seen[]> {
    albums += 1;
    const albumId = `3${Date.now()}${albums}`;
    const sent: Seen[] = [];
    for (const file of files) {
      const content = fileContent(this.fake.files, file.kind ?? 'photo', file);
      sent.push(await this.sends({ ...content, media_group_id: albumId }, where));
    }
    return sent;
  }

  async sendsDocument(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'document', file), where);
  }

  async sendsVoice(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'voice', file), where);
  }

  async sendsVideo(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'video', file), where);
  }

  async sendsVideoNote(where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'video_note', {}), where);
  }

  async sendsSticker(where: Where = {}): Promise<Seen> {
    return this.sends(fileContent(this.fake.files, 'sticker', {}), where);
  }

  async forwards(message: Seen, where: Where = {}): Promise<Seen> {
    const from = this.fake.world.chats.get(message.chatId)?.messages.get(message.id)?.message;
    if (!from) throw new Error(`there is no message ${message.id}`);
    const author = from.from ?? describePerson(this.record);
    const origin: MessageOrigin = { type: 'user', sender_user: author, date: from.date };
    const { text, entities, caption, photo, document } = from;
    const content = { text, entities, caption, photo, document };
    const present = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
    return this.sends({ ...present, forward_origin: from.forward_origin ?? origin }, where);
  }

  async edits(message: Seen, text: string): Promise<Seen> {
    await leavesThePhone();
    const chat = this.fake.world.chats.get(message.chatId);
    const kept = chat?.messages.get(message.id);
    if (!chat || kept?.message.from?.id !== this.id)
      throw new Error(`${this.name} may edit only own messages`);
    this.acts();
    const formatted = format({ text, mode: '', entities: undefined });
    const isText = kept.message.text !== undefined;
    const fresh = isText
      ? { text: formatted.text, entities: formatted.entities }
      : { caption: formatted.text, caption_entities: formatted.entities };
    this.fake.world.edit(chat, kept, fresh);
    tellBot(this.fake, chat, { kind: 'edited_message', message: kept.message });
    return toSeen(this.fake.world.bot.id, kept);
  }

  /** Deletes a message; Telegram tells bots nothing about it. */
  async deletes(message: Seen): Promise<void> {
    await leavesThePhone();
    const chat = this.fake.world.chats.get(message.chatId);
    const kept = chat?.messages.get(message.id);
    if (chat && kept) this.fake.world.remove(chat, kept);
  }

  async blocksBot(): Promise<void> {
    await leavesThePhone();
    const chat = this.privateChat();
    if (chat.isBlocked) return;
    this.acts();
    tellStatus(this.fake, chat, { by: this.record, from: 'member', to: 'kicked' });
    chat.isBlocked = true;
    this.fake.world.changed(chat, 'member');
  }

  async unblocksBot(): Promise<void> {
    await leavesThePhone();
    const chat = this.privateChat();
    if (!chat.isBlocked) return;
    this.acts();
    chat.isBlocked = false;
    tellStatus(this.fake, chat, { by: this.record, from: 'kicked', to: 'member' });
    this.fake.world.changed(chat, 'member');
  }

  /** The account is gone: Telegram answers 403 from now on. */
  deletesAccount(): void {
    this.record.isDeactivated = true;
  }

  private async sends(content: Content, where: Where): Promise<Seen> {
    await leavesThePhone();
    const chat = this.chatOf(where);
    this.checkMaySend(chat);
    this.acts();
    if (chat.type === 'private') chat.isStarted = true;
    const kept = this.fake.world.post(chat, {
      ...this.sender(chat, where),
      ...placed(chat, where),
      ...content,
    });
    tellBot(this.fake, chat, { kind: 'message', message: kept.message });
    return toSeen(this.fake.world.bot.id, kept);
  }

  private sender(chat: Chat, where: Where): Content {
    if (!where.isAnonymous) return { from: describePerson(this.record) };
    return { from: ANONYMOUS, sender_chat: { id: chat.id, type: 'supergroup', title: chat.title ?? '' } };
  }

  private checkMaySend(chat: Chat): void {
    if (chat.isBlocked) throw new Error(`${this.name} has blocked the bot and must unblock it first`);
    const status = chat.members.get(this.id);
    const isIn =
      chat.type === 'private' || (status !== undefined && status !== 'left' && status !== 'kicked');
    if (!isIn) throw new Error(`${this.name} is not a member of ${chat.title}`);
  }
}

const idOf = (message: Seen | number) => (typeof message === 'number' ? message : message.id);

/** The topic of a message and what it replies to; in a topic a plain message replies to its first one. */
function placed(chat: Chat, where: Where): Content {
  const replied = where.replyTo === undefined ? undefined : chat.messages.get(idOf(where.replyTo));
  const thread = where.thread ?? replied?.message.message_thread_id;
  if (thread !== undefined && !chat.topics.has(thread))
    throw new Error(`${chat.title} has no topic ${thread}`);
  const first: Message | undefined = thread === undefined ? undefined : chat.messages.get(thread)?.message;
  const target = replied?.message ?? first;
  return {
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true as const }),
    ...(target && { reply_to_message: quoted(target) }),
  };
}
