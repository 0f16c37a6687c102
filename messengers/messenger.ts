/**
 * The contract between the product and a messenger. Everything above this line speaks Incoming and Screen;
 * a messenger's own words stay in its folder.
 */

/** Text with the small markup every door understands: b, i, code, blockquote. Everything else is escaped. */
export type Markup = string & { readonly __markup: true };

/** Where a screen goes. `threadId` is a topic of a group. Ids are the messenger's own, as text. */
export interface Address {
  readonly messenger: string;
  readonly chatId: string;
  readonly threadId?: string;
}

export interface Chat extends Address {
  readonly kind: 'private' | 'group';
  /** A group whose talk is split into topics. */
  readonly hasTopics: boolean;
}

/** Something a person sent that is kept as an attachment; `fileId` is the messenger's handle of the original. */
export interface SentFile {
  readonly kind: 'photo' | 'document' | 'voice' | 'video';
  readonly fileId: string;
  /** The same for the same content, whoever sends it. */
  readonly uniqueId: string;
  readonly sizeBytes?: number;
  readonly mediaType?: string;
  readonly name?: string;
  readonly albumId?: string;
}

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** A button under a message was pressed. `pressId` acknowledges it. */
  | { readonly kind: 'press'; readonly token: string; readonly pressId: string; readonly messageId: string }
  | { readonly kind: 'contact'; readonly phone: string; readonly isOwn: boolean }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'file'; readonly file: SentFile; readonly caption?: string }
  /** A message sent earlier was changed by its author. */
  | { readonly kind: 'edit'; readonly messageId: string; readonly text: string }
  /** The person stopped or restarted the bot in a private chat. */
  | { readonly kind: 'reach'; readonly isReachable: boolean }
  /** The bot itself was added to, promoted in or removed from a group. */
  | { readonly kind: 'membership'; readonly isMember: boolean; readonly mayManageTopics: boolean }
  | { readonly kind: 'migration'; readonly toChatId: string }
  /** Sticker, dice, poll …: something we have no use for. */
  | { readonly kind: 'other'; readonly what: string };

/** One thing that happened in a messenger, parsed once at the edge. */
export interface Incoming {
  /** Stable across repeated deliveries: the id of the command it causes. */
  readonly id: string;
  readonly at: Date;
  readonly chat: Chat;
  /** Absent for anonymous admins, channels and service events: nobody, with no rights. */
  readonly person?: { readonly id: string; readonly language?: string };
  readonly messageId?: string;
  /** The message it answers, only when that message is the bot's own. */
  readonly replyToMessageId?: string;
  /** Passed on from elsewhere: its words are not the sender's own command. */
  readonly isForwarded: boolean;
  readonly content: Content;
}

/** A button: `token` comes back when it is pressed, `url` opens a page. Labels are plain text. */
export type Choice =
  { readonly label: string; readonly token: string } | { readonly label: string; readonly url: string };

/** What a person sees: one thought, one question, rows of choices. */
export interface Screen {
  readonly text: Markup;
  readonly choices?: readonly (readonly Choice[])[];
  /** Asks the messenger for something only it can give, with a button that says `label`. `none` takes such a button away. */
  readonly request?:
    | { readonly what: 'contact' | 'location'; readonly label: string; readonly others: readonly string[] }
    | { readonly what: 'none' };
  readonly files?: readonly ShownFile[];
  readonly isSilent?: boolean;
  readonly replyToMessageId?: string;
}

/** A file as a screen shows it: one the messenger has already, or bytes of our own under a name. */
export type ShownFile =
  | Pick<SentFile, 'kind' | 'fileId'>
  | { readonly kind: SentFile['kind']; readonly bytes: Uint8Array; readonly name: string };

/** Replies to what a person just did go first, then notices, then broadcasts. */
export type Lane = 'reply' | 'notice' | 'broadcast';

/**
 * How a send or an edit ended, in words (docs/guarantees: every answer of a messenger falls into one of them).
 * `unreachable`: never to this chat again, or not until its people let us write there (`isForNow`); `moved`: use the new chat id; `no_thread`: the topic is gone;
 * `busy`: wait `retryAfterMs`, no attempt spent; `later`: it never left, try again with a growing pause;
 * `ambiguous`: it left and the answer was lost, at most one more try; `rejected`: our mistake, do not repeat;
 * `stopped`: the token is wrong, stop sending.
 */
export type SendResult =
  | {
      readonly result: 'sent';
      readonly messageIds: readonly string[];
      /** The message of each file of the screen, in the screen's order. */
      readonly fileMessageIds?: readonly string[];
    }
  | { readonly result: 'moved'; readonly toChatId: string }
  | { readonly result: 'busy'; readonly retryAfterMs: number }
  | { readonly result: 'unreachable'; readonly isForNow?: true }
  | { readonly result: 'no_thread' | 'later' | 'ambiguous' | 'rejected' | 'stopped' };

/** `gone`: there is no such message to change any more; `sent` also when nothing had to change. */
export type EditResult = SendResult | { readonly result: 'gone' };

export interface Capabilities {
  readonly hasButtons: boolean;
  readonly hasTopics: boolean;
  readonly mayEdit: boolean;
}

/** What the bot may and may not do in a chat, for the doctor and for staff chats. */
export interface ChatFacts {
  readonly title: string;
  readonly hasTopics: boolean;
  readonly mayManageTopics: boolean;
  readonly isAdmin: boolean;
}

export interface Messenger {
  readonly name: string;
  readonly capabilities: Capabilities;
  send(to: Address, screen: Screen, lane: Lane): Promise<SendResult>;
  edit(at: Address, messageId: string, screen: Screen, lane: Lane): Promise<EditResult>;
  /** Takes a message of ours away; `gone` when it is not there, `rejected` when it may not be (Telegram: past 48 hours). */
  remove(at: Address, messageId: string, lane: Lane): Promise<EditResult>;
  /** Puts the first file of the screen, with its words, in the place of the one a message of ours shows. */
  replaceFile(at: Address, messageId: string, screen: Screen, lane: Lane): Promise<EditResult>;
  /** Ends the waiting sign of a pressed button; `words` show as a short note. Never throws. */
  acknowledge(pressId: string, words?: string): Promise<void>;
  createTopic(
    chat: Address,
    title: string,
  ): Promise<{ readonly result: 'created'; readonly threadId: string } | SendResult>;
  editTopic(at: Address, title: string): Promise<EditResult>;
  /** Nobody but those who run the group writes there until it is opened again. `sent` also when it stands so already. */
  setTopicOpen(at: Address, isOpen: boolean): Promise<EditResult>;
  /** Keeps a message of ours above the others, without a sound. */
  pin(at: Address, messageId: string): Promise<EditResult>;
  /**
   * The bytes of a file a person sent, or a word: `too_big`; `gone`: never again; `missing`: the messenger does not find it,
   * now or for good; `later`: the messenger did not answer.
   */
  download(fileId: string): Promise<Uint8Array | 'too_big' | 'gone' | 'missing' | 'later'>;
  describeChat(chat: Address): Promise<ChatFacts | SendResult>;
  /** Whether somebody, by the messenger’s own id, is in the group now; no when it cannot be known. */
  isMember(chat: Address, who: string): Promise<boolean>;
  /** How we stand with the messenger now, asked by a call nobody sees. */
  standing(): Promise<Standing>;
}

/** `heard`: it answers; `refused`: it does not know our token; `unheard`: it does not answer. */
export type Standing = 'heard' | 'refused' | 'unheard';

/** What a door does with an incoming event: `done` acknowledges it, `unavailable` asks for it again later. */
export type Receive = (incoming: Incoming) => Promise<'done' | 'unavailable'>;
