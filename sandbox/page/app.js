import { drawChats, summary } from './chat-list.js';
import { drawBar, tick, watchWaiting } from './city-bar.js';
import { createComposer, drawComposer, focusField, setText, translateComposer } from './composer.js';
import { ask, listen } from './connection.js';
import { drawConversation, forgetDrawn } from './conversation.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { useZone } from './format.js';
import { drawRail } from './people-rail.js';
import { pickConversation } from './sharing.js';
import {
  applyChange,
  changed,
  conversationsOf,
  isSame,
  loadWorld,
  markRead,
  onChange,
  person,
  setClock,
  state,
} from './store.js';
import { announce, toast } from './toast.js';
import { switchLanguage, t } from './texts.js';

const isPhone = () => matchMedia('(max-width: 760px)').matches;
const here = () => ({ person: state.me, ...state.open });
const act = (what, more = {}) => ask('/api/act', { do: what, ...here(), ...more });
const replying = () => {
  const replyTo = state.replyTo?.id;
  actions.cancel();
  return replyTo === undefined ? {} : { replyTo };
};

const actions = {
  back: () => (history.state?.talk ? history.back() : showList()),
  block: () => act('block'),
  unblock: () => act('unblock'),
  start: () => act('say', { text: '/start' }),
  command: (text) => act('say', { text }),
  say: (text) => {
    const { editing } = state;
    if (!editing) return act('say', { text, ...replying() });
    actions.cancel();
    return act('edit', { messageId: editing.id, text });
  },
  pressKey: (text) => act('key', { text }),
  shareContact: (of) => act('contact', { of }),
  sharePlace: ({ latitude, longitude }) => act('place', { latitude, longitude, ...replying() }),
  sendPhotos: (photos) => act('photos', { ...photos, ...replying() }),
  sendDocument: (file) => act('document', { file, ...replying() }),
  sendSticker: () => act('sticker'),
  reply: (message) => {
    Object.assign(state, { replyTo: message, editing: undefined });
    changed();
    focusField();
  },
  edit: (message) => {
    Object.assign(state, { editing: message, replyTo: undefined });
    setText(message.text);
    changed();
    focusField();
  },
  cancel: () => {
    if (state.editing) setText('');
    Object.assign(state, { editing: undefined, replyTo: undefined });
    changed();
  },
  forward: (message) =>
    pickConversation(async (where) => {
      const body = {
        do: 'forward',
        person: state.me,
        ...where,
        messageId: message.id,
        fromChat: message.chatId,
      };
      if (await ask('/api/act', body)) open(where);
    }),
  remove: (message) => act('delete', { messageId: message.id }),
  press,
};

async function press(message, button) {
  const key = `${message.chatId}:${message.id}:${button.token}`;
  if (state.pressed.has(key)) return;
  state.pressed.add(key);
  changed();
  const answer = await act('press', { messageId: message.id, token: button.token });
  state.pressed.delete(key);
  changed();
  if (answer?.isUnanswered) toast(t.unanswered, { isTrouble: true });
  else if (answer?.text && answer.isAlert) alertFromBot(answer.text);
  else if (answer?.text) toast(answer.text);
  if (answer?.url) window.open(answer.url, '_blank', 'noopener');
}

function alertFromBot(text) {
  const ok = h('button', { type: 'button', class: 'main-button' }, 'OK');
  const { close } = openDialog({ title: t.title, body: h('p', { role: 'alert' }, text), actions: [ok] });
  ok.addEventListener('click', close);
}

function become(id) {
  state.me = id;
  const first = conversationsOf(id)[0];
  Object.assign(state, { replyTo: undefined, editing: undefined, open: isPhone() ? undefined : first });
  if (person().role !== 'citizen' && !isPhone()) state.open = busiest(id) ?? first;
  if (isPhone()) showList();
  markRead();
  changed();
}

/** Staff come for the appeals: the latest topic, else the general one. */
function busiest(id) {
  const inGroup = conversationsOf(id).filter(({ chat }) => chat < 0);
  return inGroup.find(({ thread }) => thread) ?? inGroup[0];
}

function open(where) {
  const isOther = !isSame(where, state.open);
  if (isOther) Object.assign(state, { replyTo: undefined, editing: undefined });
  state.open = where;
  if (document.body.dataset.view !== 'talk') {
    document.body.dataset.view = 'talk';
    if (isPhone()) history.pushState({ talk: true }, '');
  }
  markRead();
  changed();
  if (!isPhone()) requestAnimationFrame(() => requestAnimationFrame(focusField));
  else requestAnimationFrame(() => document.getElementById('conversation').focus());
}

function showList() {
  document.body.dataset.view = 'list';
  changed();
  requestAnimationFrame(() => document.querySelector('.chat-row')?.focus({ preventScroll: true }));
}

addEventListener('popstate', showList);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open], .menu')) return;
  if (state.replyTo || state.editing) actions.cancel();
  else if (document.body.dataset.view === 'talk' && isPhone()) actions.back();
  else document.querySelector('.chat-row[aria-current]')?.focus();
});
document.addEventListener('visibilitychange', () => {
  markRead();
  changed();
});

function tellNew(message) {
  if (!message || message.authorId === state.me || message.service) return;
  const where = { chat: message.chatId, ...(message.chatId < 0 && { thread: message.threadId ?? 0 }) };
  if (isSame(where, state.open)) announce(`${message.author}: ${summary(message)}`);
}

function translate() {
  switchLanguage();
  useZone(state.map.timeZone);
  forgetDrawn();
  translateComposer(actions);
  changed();
}

const composer = createComposer(actions);

function draw() {
  if (!state.isLoaded) return;
  document.title = `${person().firstName} · ${t.title}`;
  drawBar({ translate });
  drawRail(become);
  drawChats({ open, become });
  drawConversation(actions, composer);
  drawComposer(actions);
}

onChange(draw);
setInterval(tick, 1000);
setInterval(
  () => [...state.typing.values()].some((until) => until < Date.now() && state.typing.size) && clearTyping(),
  1000,
);

function clearTyping() {
  for (const [chat, until] of state.typing) if (until < Date.now()) state.typing.delete(chat);
  changed();
}

let isFirst = true;
listen({
  onWorld: (world) => {
    loadWorld(world);
    useZone(world.map.timeZone);
    forgetDrawn();
    if (isFirst) {
      isFirst = false;
      become(world.people[0].id);
      watchWaiting();
    }
    if (state.open && !state.chats.has(state.open.chat)) state.open = undefined;
    state.isConnected = true;
    changed();
  },
  onChange: (change) => tellNew(applyChange(change)),
  onClock: setClock,
  onLine: (isConnected) => {
    state.isConnected = isConnected;
    changed();
  },
});
