import type { Change } from './changes';
import type { Chat, Kept, PersonRecord, ReplyKeyboard } from './chat';
import type { Fake, Press } from './fake';
import type { Seen } from './seen';
import { toSeen } from './seen';
import { showScreen } from './show';

export interface Where {
  /** A group; without it the private chat with the bot. */
  in?: { chat: Chat } | undefined;
  thread?: number | undefined;
  replyTo?: Seen | number | undefined;
  /** As an administrator who hides behind the group's name. */
  isAnonymous?: boolean;
}

/** A press under way: what the bot answers to it. */
export interface PressHandle {
  id: string;
  url?: string | undefined;
  answer: () => Press['answer'];
}

export interface Screen extends Seen {
  keyboard?: ReplyKeyboard | undefined;
}

/** Nobody stops waiting because a machine stood still for a moment. */
const WAIT_MS = 20_000;

/** What a person sees of the chats, and how they wait for more. */
export class Onlooker {
  private mark = 0;

  constructor(
    protected readonly fake: Fake,
    readonly record: PersonRecord,
  ) {}

  get id(): number {
    return this.record.id;
  }

  get name(): string {
    return [this.record.firstName, this.record.lastName].filter(Boolean).join(' ');
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

  protected privateChat(): Chat {
    return this.fake.world.privateChat(this.record);
  }

  protected chatOf(where: Where): Chat {
    return where.in ? where.in.chat : this.privateChat();
  }

  protected acts(): void {
    this.mark = this.fake.world.currentSeq();
  }

  protected describe(chat: Chat): string {
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
