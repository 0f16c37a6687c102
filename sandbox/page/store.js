const listeners = new Set();

export const state = {
  isLoaded: false,
  isConnected: false,
  startedAt: 0,
  bot: undefined,
  people: [],
  groupId: 0,
  chats: new Map(),
  commands: [],
  samplePhotos: [],
  map: undefined,
  /** City time minus this computer's. */
  clockShift: 0,
  me: undefined,
  /** The open conversation: `{chat, thread}`. */
  open: undefined,
  /** Who writes in which chat, until when. */
  typing: new Map(),
  /** Buttons that wait for the bot: `chat:message:token`. */
  pressed: new Set(),
  replyTo: undefined,
  editing: undefined,
  read: new Map(),
  drafts: new Map(),
  waitingCount: 0,
  isSeeding: false,
};

export const onChange = (listener) => listeners.add(listener);

let isPlanned = false;

/** Tells all views once a frame. */
export function changed() {
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(() => {
    isPlanned = false;
    for (const listener of listeners) listener();
  });
}

export const cityNow = () => Date.now() + state.clockShift;
export const person = (id = state.me) => state.people.find((one) => one.id === id);
export const fullName = (one) => [one?.firstName, one?.lastName].filter(Boolean).join(' ');

export function loadWorld(world) {
  const isNewRun = state.startedAt !== world.startedAt;
  const { bot, people, groupId, commands, samplePhotos, map, startedAt } = world;
  Object.assign(state, { bot, people, groupId, commands, samplePhotos, map, startedAt, isLoaded: true });
  setClock(world.clock);
  state.chats = new Map(
    world.chats.map((chat) => [
      chat.id,
      { ...chat, messages: new Map(chat.messages.map((one) => [one.id, one])) },
    ]),
  );
  if (isNewRun) restoreRead();
  state.pressed.clear();
  state.me ??= people[0]?.id;
  markRead();
  changed();
}

export function setClock(clock) {
  state.clockShift = clock.now - Date.now();
  changed();
}

/** Takes one change in; answers the message when it is a new one. */
export function applyChange(change) {
  const chat = takeChat(change);
  if (!chat) return undefined;
  const { message } = change;
  if (change.kind === 'action') state.typing.set(chat.id, Date.now() + 5000);
  if (message && change.kind !== 'press') {
    if (message.isDeleted) chat.messages.delete(message.id);
    else chat.messages.set(message.id, message);
    if (message.byBot) state.typing.delete(chat.id);
  }
  markRead();
  changed();
  return change.kind === 'message' ? message : undefined;
}

function takeChat(change) {
  const known = state.chats.get(change.chatId);
  if (!change.chat) return known;
  const chat = {
    ...(known ?? { messages: new Map() }),
    ...change.chat,
    messages: known?.messages ?? new Map(),
  };
  state.chats.set(chat.id, chat);
  return chat;
}

export const keyOf = ({ chat, thread }) => (thread === undefined ? `${chat}` : `${chat}:${thread}`);
export const isSame = (one, other) => Boolean(one && other && keyOf(one) === keyOf(other));

/** The conversations of a person: the bot, and each topic of a group. */
export function conversationsOf(personId) {
  const all = [{ chat: personId }];
  for (const chat of state.chats.values()) {
    if (chat.type === 'private' || !chat.members.includes(personId)) continue;
    if (!chat.isForum) all.push({ chat: chat.id });
    else {
      all.push({ chat: chat.id, thread: 0 });
      const topics = chat.topics.map(({ id }) => ({ chat: chat.id, thread: id }));
      all.push(...topics.sort((a, b) => lastAt(b) - lastAt(a)));
    }
  }
  return all;
}

/** A topic's first message is the one that made it. */
const threadOf = (one) => one.threadId ?? (one.service === 'forum_topic_created' ? one.id : 0);

export function messagesOf({ chat: chatId, thread }) {
  const chat = state.chats.get(chatId);
  if (!chat) return [];
  const all = [...chat.messages.values()].filter((one) => !one.isDeleted);
  const mine = thread === undefined ? all : all.filter((one) => threadOf(one) === thread);
  return mine.sort((a, b) => a.id - b.id);
}

export const lastMessage = (where) =>
  messagesOf(where).findLast((one) => !one.service) ?? messagesOf(where).at(-1);
const lastAt = (where) => messagesOf(where).at(-1)?.id ?? 0;

const readKey = (personId, where) => `${personId}/${keyOf(where)}`;

export function unreadOf(personId, where) {
  const upTo = state.read.get(readKey(personId, where)) ?? 0;
  return messagesOf(where).filter((one) => one.id > upTo && one.authorId !== personId && !one.service).length;
}

export const unreadOfPerson = (personId) =>
  conversationsOf(personId).reduce((sum, where) => sum + unreadOf(personId, where), 0);

/** What is on the screen is read. */
export function markRead() {
  if (!state.open || !state.me || document.visibilityState === 'hidden' || !isTalkVisible()) return;
  const last = messagesOf(state.open).at(-1)?.id ?? 0;
  const key = readKey(state.me, state.open);
  if ((state.read.get(key) ?? 0) >= last) return;
  state.read.set(key, last);
  sessionStorage.setItem('read', JSON.stringify({ startedAt: state.startedAt, read: [...state.read] }));
}

const isTalkVisible = () => document.body.dataset.view === 'talk' || matchMedia('(min-width: 761px)').matches;

function restoreRead() {
  const saved = JSON.parse(sessionStorage.getItem('read') ?? '{}');
  state.read = new Map(saved.startedAt === state.startedAt ? saved.read : []);
}

export const draftKey = () => (state.open ? readKey(state.me, state.open) : '');

/** The title of a conversation and what stands under it. */
export function titleOf(where, t) {
  const chat = state.chats.get(where.chat);
  if (!chat || chat.type === 'private') return state.bot?.name ?? '';
  if (where.thread === undefined) return chat.title;
  return where.thread === 0 ? t.general : (chat.topics.find(({ id }) => id === where.thread)?.name ?? '');
}

/** The commands Telegram would offer here. */
export function commandsHere() {
  const chat = state.chats.get(state.open?.chat);
  if (!chat) return [];
  const language = person()?.languageCode ?? '';
  const scopes =
    chat.type === 'private'
      ? [
          ['chat', chat.id],
          ['all_private_chats', null],
          ['default', null],
        ]
      : [
          ['chat', chat.id],
          ['all_chat_administrators', null],
          ['all_group_chats', null],
          ['default', null],
        ];
  for (const [scope, chatId] of scopes) {
    for (const code of [language, '']) {
      const found = state.commands.find(
        (one) => one.scope === scope && one.chatId === chatId && one.language === code,
      );
      if (found?.commands.length) return found.commands;
    }
  }
  return [];
}
