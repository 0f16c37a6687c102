import type {
  Address,
  ChatFacts,
  EditResult,
  Lane,
  Messenger,
  Screen,
  SendResult,
  Standing,
} from '../../messengers/messenger';

export interface Said {
  readonly to: Address;
  readonly screen: Screen;
  readonly lane: Lane;
  readonly messageId: string;
}

/** A messenger that keeps what it is told. The next sends end as `willEnd` says, in order; then all are sent. */
export class MemoryMessenger implements Messenger {
  readonly name = 'telegram';
  readonly capabilities = { hasButtons: true, hasTopics: true, mayEdit: true };
  readonly sent: Said[] = [];
  readonly edited: Said[] = [];
  readonly topics: string[] = [];
  /** What was done to topics after they were made, oldest first. */
  readonly turned: string[] = [];
  readonly pinned: string[] = [];
  /** What was said on pressed buttons, oldest first; empty when nothing was. */
  readonly notes: string[] = [];
  /** Chat and message of what was taken away, and of what got another file. */
  readonly removed: string[] = [];
  readonly replaced: string[] = [];
  chat: ChatFacts = { title: 'Звернення', hasTopics: false, mayManageTopics: false, isAdmin: true };
  /** Who is in whichever group is asked about. */
  readonly members = new Set<string>();
  /** How the next questions about a chat and topics to open end, in order; then they go well. */
  readonly unheard: { asked: SendResult[]; opened: SendResult[] } = { asked: [], opened: [] };
  /** `unheard` while an outage lasts. */
  stands: Standing = 'heard';
  private readonly endings: EditResult[] = [];

  willEnd(...endings: EditResult[]): void {
    this.endings.push(...endings);
  }

  send(to: Address, screen: Screen, lane: Lane): Promise<SendResult> {
    const ending = this.endings.shift();
    if (ending && ending.result !== 'gone') return Promise.resolve(ending);
    const messageId = String(this.sent.length + 1);
    this.sent.push({ to, screen, lane, messageId });
    const fileMessageIds = (screen.files ?? []).map((_file, index) => `${messageId}${index}`);
    return Promise.resolve({ result: 'sent', messageIds: [messageId], fileMessageIds });
  }

  edit(to: Address, messageId: string, screen: Screen, lane: Lane): Promise<EditResult> {
    const ending = this.endings.shift();
    if (ending) return Promise.resolve(ending);
    this.edited.push({ to, screen, lane, messageId });
    return Promise.resolve({ result: 'sent', messageIds: [messageId] });
  }

  remove(to: Address, messageId: string): Promise<EditResult> {
    return this.did(() => this.removed.push(`${to.chatId} ${messageId}`));
  }

  replaceFile(to: Address, messageId: string): Promise<EditResult> {
    return this.did(() => this.replaced.push(`${to.chatId} ${messageId}`));
  }

  acknowledge(_pressId: string, words = ''): Promise<void> {
    this.notes.push(words);
    return Promise.resolve();
  }

  createTopic(
    _chat: Address,
    title: string,
  ): Promise<{ readonly result: 'created'; readonly threadId: string } | SendResult> {
    this.topics.push(title);
    const ending = this.unheard.opened.shift();
    return Promise.resolve(ending ?? { result: 'created', threadId: String(this.topics.length) });
  }

  editTopic({ threadId = '' }: Address, title: string): Promise<EditResult> {
    return this.turn(`${threadId}: ${title}`);
  }

  setTopicOpen({ threadId = '' }: Address, isOpen: boolean): Promise<EditResult> {
    return this.turn(`${threadId} ${isOpen ? 'opened' : 'closed'}`);
  }

  pin(_at: Address, messageId: string): Promise<EditResult> {
    this.pinned.push(messageId);
    return Promise.resolve({ result: 'sent', messageIds: [messageId] });
  }

  download(fileId: string): Promise<Uint8Array> {
    return Promise.resolve(new TextEncoder().encode(fileId));
  }

  describeChat(): Promise<ChatFacts | SendResult> {
    return Promise.resolve(this.unheard.asked.shift() ?? this.chat);
  }

  standing(): Promise<Standing> {
    return Promise.resolve(this.stands);
  }

  isMember(_chat: Address, who: string): Promise<boolean> {
    return Promise.resolve(this.members.has(who));
  }

  private turn(what: string): Promise<EditResult> {
    return this.did(() => this.turned.push(what));
  }

  private did(keep: () => void): Promise<EditResult> {
    const ending = this.endings.shift();
    if (ending) return Promise.resolve(ending);
    keep();
    return Promise.resolve({ result: 'sent', messageIds: [] });
  }

  /** What a chat was told, oldest first. */
  saidTo = (chatId: string): Said[] => this.sent.filter(({ to }) => to.chatId === chatId);
}
