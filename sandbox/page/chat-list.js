import { h, icon, redraw } from './dom.js';
import { when } from './format.js';
import { avatar } from './people-rail.js';
import {
  cityNow,
  conversationsOf,
  fullName,
  isSame,
  keyOf,
  lastMessage,
  person,
  state,
  titleOf,
  unreadOf,
} from './store.js';
import { named, t } from './texts.js';

/** The chats of who one is now, and a hint of what to try. */
export function drawChats({ open, become }) {
  const me = person();
  const list = document.getElementById('chats');
  list.setAttribute('aria-label', t.chats);
  redraw(
    list,
    h(
      'header',
      { class: 'chats-head' },
      avatar(me, 'large'),
      h(
        'div',
        {},
        h('p', { class: 'eyebrow' }, t.youAre),
        h('h2', {}, fullName(me)),
        h('p', { class: 'about' }, named(me.about)),
      ),
    ),
    h(
      'div',
      { class: 'chats-scroll', 'data-scroll': true },
      h('ul', { class: 'chat-rows' }, rows(open)),
      tips(me, become),
    ),
  );
}

function rows(open) {
  const all = conversationsOf(state.me);
  return all.flatMap((where, index) => {
    const isFirstOfGroup = where.chat < 0 && all[index - 1]?.chat !== where.chat;
    const heading = isFirstOfGroup && groupHeading(state.chats.get(where.chat));
    return [heading, row(where, open)].filter(Boolean);
  });
}

function groupHeading(chat) {
  return h(
    'li',
    { class: 'group-heading' },
    icon('group', 20),
    h('span', {}, chat.title),
    h('small', {}, t.members(chat.members.length + 1)),
  );
}

function row(where, open) {
  const last = lastMessage(where);
  const unread = unreadOf(state.me, where);
  const title = titleOf(where, t);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'chat-row',
        'aria-current': isSame(where, state.open) ? 'true' : null,
        'aria-label': `${title}${unread ? `, ${t.unread(unread)}` : ''}`,
        'data-focus': `chat-${keyOf(where)}`,
        'data-chat': keyOf(where),
        onclick: () => open(where),
      },
      chatPicture(where),
      h('span', { class: 'chat-title' }, title),
      h('span', { class: 'chat-time' }, last ? when(last.at, cityNow()) : ''),
      h('span', { class: 'chat-last' }, lastWords(where, last)),
      unread > 0 && h('span', { class: 'badge' }, unread),
    ),
  );
}

export function chatPicture(where) {
  if (where.chat > 0)
    return h(
      'span',
      { class: 'avatar bot', 'aria-hidden': 'true' },
      h('img', { src: '/page/icon.svg', alt: '' }),
    );
  return h(
    'span',
    { class: 'avatar topic', 'aria-hidden': 'true' },
    icon(where.thread ? 'topic' : 'group', 24),
  );
}

function lastWords(where, last) {
  if ((state.typing.get(where.chat) ?? 0) > Date.now() && where.thread === undefined) return t.typing;
  if (!last) return t.noMessages;
  const from = where.chat < 0 && !last.byBot ? `${last.author.split(' ')[0]}: ` : '';
  return from + summary(last);
}

/** A message in a few plain words. */
export function summary(message) {
  if (message.service) return t.service[message.service] ?? '';
  const words = message.text.replace(/\s+/g, ' ').slice(0, 120);
  if (words) return words;
  if (message.media) return t[message.media.kind] ?? t.document;
  if (message.place) return t.place;
  return message.contact ? t.contact : '';
}

function tips(me, become) {
  const other = me.role === 'citizen' ? 'official' : 'citizen';
  const target = state.people.find((one) => one.role === other);
  return h(
    'aside',
    { class: 'tips' },
    h('h3', {}, t.tipsTitle),
    h(
      'ol',
      {},
      t.tips[me.role].map((line) => h('li', {}, line)),
    ),
    h(
      'button',
      { type: 'button', class: 'quiet-button', 'data-focus': 'tip', onclick: () => become(target.id) },
      other === 'official' ? t.goToStaff : t.goToCitizen,
    ),
  );
}
