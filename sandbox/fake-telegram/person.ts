import type { Message, MessageOrigin } from '@grammyjs/types';
import type { Upload } from './arguments';
import { format } from './arguments';
import type { Change } from './changes';
import type { Fake, Press } from './fake';
import type { FileKind } from './files';
import { mediaFields } from './methods/media';
import { samplePicture } from './picture';
import type { Seen, SeenButton } from './seen';
import { toSeen } from './seen';
import { showScreen } from './show';
import { tellBot, tellStatus } from './tell-bot';
import type { Chat, Content, Kept, PersonRecord, ReplyButton, ReplyKeyboard } from './chat';
import { describePerson, quoted } from './chat';

export interface Where {
  /** A group; without it the private chat with the bot. */
  in?: { chat: Chat } | undefined;
  thread?: number | undefined;
  replyTo?: Seen | number | undefined;
  /** As an administrator who hides behind the group's name. */
  isAnonymous?: boolean;
}

export interface SentFile {
  bytes?: Buffer;
  name?: string;
  mime?: string;
  caption?: string;
}

export type Pressed = string | { token: string } | { message: Seen | number; label?: string; token?: string };

/** A press under way: what the bot answers to it. */
export interface PressHandle {
  id: string;
  url?: string | undefined;
  answer: () => Press['answer'];
}

export interface Screen extends Seen {
  keyboard?: ReplyKeyboard | undefined;
}

const leavesThePhone = () => new Promise((resolve) => setImmediate(resolve));
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const WAIT_MS = 5000;
let pictures = 0;
let lastPressId = BigInt(Date.now()) * 1000n;

/** Somebody with Telegram in their hands. */
export class Person {
  private mark = 0;

  constructor(
    private readonly fake: Fake,
    readonly record: PersonRecord,
  ) {}

  get id(): number {
    return this.record.id;
  }

  get name(): string {
    return [this.record.firstName, this.record.lastName].filter(Boolean).join(' ');
  }

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
    return this.sends(this.fileContent('photo', file), where);
  }

  /** Photos that travel together and arrive one by one. */
  async sendsAlbum(
    files: (SentFile & { kind?: 'photo' | 'document' | 'video' })[],
    where: Where = {},
  ): Promise<Seen[]> {
    pictures += 1;
    const albumId = `3${Date.now()}${pictures}`;
    const sent: Seen[] = [];
    for (const file of files) {
      const content = this.fileContent(file.kind ?? 'photo', file);
      sent.push(await this.sends({ ...content, media_group_id: albumId }, where));
    }
    return sent;
  }

  async sendsDocument(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(this.fileContent('document', file), where);
  }

  async sendsVoice(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(this.fileContent('voice', file), where);
  }

  async sendsVideo(file: SentFile = {}, where: Where = {}): Promise<Seen> {
    return this.sends(this.fileContent('video', file), where);
  }

  async sendsSticker(where: Where = {}): Promise<Seen> {
    return this.sends(this.fileContent('sticker', {}), where);
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

  /** The latest message of the bot, and the keyboard below. */
  screen(where: Where = {}): Screen | undefined {
    const chat = this.chatOf(where);
    const last = this.messages(where)
      .filter(
        (one) => one.byBot && !one.service && (where.thread === undefined || one.threadId === where.thread),
      )
      .at(-1);
    return last && { ...last, keyboard: chat.keyboard };
  }

  /** The screen as plain words: text, then buttons. */
  sees(where: Where = {}): string {
    const screen = this.screen(where);
    return screen ? showScreen(screen) : '';
  }

  /** The keyboard below the input field, if one is open. */
  keyboard(where: Where = {}): ReplyKeyboard | undefined {
    return this.chatOf(where).keyboard;
  }

  messages(where: Where = {}): Seen[] {
    const kept = [...this.chatOf(where).messages.values()].filter((one) => !one.isDeleted);
    return kept.map((one) => toSeen(this.fake.world.bot.id, one));
  }

  /** Waits for a message of the bot, new or edited since the last action, in the named chat or anywhere. */
  async waits(
    wanted: RegExp | ((message: Seen) => boolean),
    options: { timeoutMs?: number } & Where = {},
  ): Promise<Seen> {
    const matches = typeof wanted === 'function' ? wanted : (seen: Seen) => wanted.test(seen.text);
    const chats = options.in ? [this.chatOf(options)] : this.chats();
    const early = this.newSince(chats).find(matches);
    if (early) return early;
    const timeoutMs = options.timeoutMs ?? WAIT_MS;
    return new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        clearTimeout(timer);
        unsubscribe();
        act();
      };
      const unsubscribe = this.fake.world.subscribe(() => {
        const found = this.newSince(options.in ? chats : this.chats()).find(matches);
        if (found) finish(() => resolve(found));
      });
      const timer = setTimeout(
        () =>
          finish(() =>
            reject(
              new Error(
                `${this.name} waits ${timeoutMs} ms in vain for ${String(wanted)}.\n${chats.map((chat) => this.describe(chat)).join('\n')}`,
              ),
            ),
          ),
        timeoutMs,
      );
    });
  }

  /** Waits until the bot answers a press: the little note at the top, or an alert. */
  async waitsAnswer(press: PressHandle, timeoutMs = WAIT_MS): Promise<NonNullable<Press['answer']>> {
    const ready = press.answer();
    if (ready) return ready;
    return new Promise((resolve, reject) => {
      const unsubscribe = this.fake.world.subscribe((change: Change) => {
        const answer = change.kind === 'answer' ? press.answer() : undefined;
        if (!answer) return;
        clearTimeout(timer);
        unsubscribe();
        resolve(answer);
      });
      const timer = setTimeout(() => {
        unsubscribe();
        reject(new Error(`${this.name}: the press stays unanswered for ${timeoutMs} ms`));
      }, timeoutMs);
    });
  }

  private newSince(chats: Chat[]): Seen[] {
    const found: Kept[] = [];
    for (const chat of chats) {
      for (const kept of chat.messages.values()) {
        const isNew =
          kept.seq > this.mark && !kept.isDeleted && kept.message.from?.id === this.fake.world.bot.id;
        if (isNew) found.push(kept);
      }
    }
    return found.sort((a, b) => b.seq - a.seq).map((kept) => toSeen(this.fake.world.bot.id, kept));
  }

  private chats(): Chat[] {
    const isIn = (chat: Chat) => (chat.type === 'private' ? chat.id === this.id : chat.members.has(this.id));
    return [...this.fake.world.chats.values()].filter(isIn);
  }

  private privateChat(): Chat {
    return this.fake.world.privateChat(this.record);
  }

  private chatOf(where: Where): Chat {
    return where.in ? where.in.chat : this.privateChat();
  }

  private acts(): void {
    this.mark = this.fake.world.currentSeq();
  }

  private fileContent(kind: FileKind, file: SentFile): Content {
    pictures += 1;
    const caption = format({ text: file.caption ?? '', mode: '', entities: undefined });
    const upload: Upload = { ...SAMPLES[kind](), ...definedOf(file) };
    return {
      ...mediaFields(this.fake.files.keep(kind, upload)),
      ...(caption.text && { caption: caption.text }),
      ...(caption.entities.length > 0 && { caption_entities: caption.entities }),
    };
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

  private describe(chat: Chat): string {
    const title = chat.title ?? 'the private chat';
    const last = [...chat.messages.values()].filter((kept) => !kept.isDeleted).slice(-3);
    const shown = last.map((kept) => {
      const seen = toSeen(this.fake.world.bot.id, kept);
      return `${seen.byBot ? 'bot' : seen.author}: ${showScreen(seen)}`;
    });
    const keyboard = chat.keyboard?.rows.map((row) => row.map((key) => `(${key.text})`).join(' ')) ?? [];
    return [`In ${title}:`, ...shown, ...keyboard].join('\n');
  }
}

const SAMPLES: Record<FileKind, () => Upload> = {
  photo: () => ({ name: 'photo.jpg', mime: 'image/jpeg', bytes: samplePicture(pictures) }),
  document: () => ({ name: 'лист.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }),
  voice: () => ({ name: 'voice.ogg', mime: 'audio/ogg', bytes: Buffer.from('OggS\0sample') }),
  video: () => ({ name: 'video.mp4', mime: 'video/mp4', bytes: Buffer.from('\0\0\0\x18ftypmp42') }),
  sticker: () => ({
    name: 'sticker.webp',
    mime: 'image/webp',
    bytes: Buffer.from('RIFF\0\0\0\0WEBPVP8 sample----'),
  }),
};

function definedOf({ bytes, name, mime }: SentFile): Partial<Upload> {
  return { ...(bytes && { bytes }), ...(name && { name }), ...(mime && { mime }) };
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
