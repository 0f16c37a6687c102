import { chatPicture, summary } from './chat-list.js';
import { formatted, h, icon, iconButton } from './dom.js';
import { openMenu } from './menu.js';
import { cityMap } from './place.js';
import { day, dayKey, time } from './format.js';
import { initials } from './people-rail.js';
import { keyOf, messagesOf, state, titleOf } from './store.js';
import { t } from './texts.js';
import { openDialog } from './dialog.js';

const NEAR_PX = 120;
const drawn = new Map();
let shownKey = '';
let parts;

/** The open conversation: head, messages; the composer is kept in its own place. */
export function drawConversation(actions, composer) {
  const talk = document.getElementById('conversation');
  const key = state.open ? `${state.me}/${keyOf(state.open)}` : '';
  if (!state.open) {
    shownKey = '';
    talk.replaceChildren(emptyState(t.pickTitle, t.pickWords));
    return;
  }
  if (key !== shownKey) openPaper(talk, composer);
  drawHead(actions);
  drawMessages(actions, key !== shownKey);
  shownKey = key;
}

/** After a change of language everything is written again. */
export function forgetDrawn() {
  drawn.clear();
  shownKey = '';
}

function openPaper(talk, composer) {
  drawn.clear();
  const list = h('ol', { class: 'messages' });
  const jump = h(
    'button',
    { type: 'button', class: 'jump', hidden: true, 'aria-label': t.toNewest, title: t.toNewest },
    icon('down'),
  );
  const scroll = h('div', { class: 'talk-scroll', tabindex: 0 }, list);
  scroll.addEventListener('scroll', () => (jump.hidden = isNearEnd(scroll)));
  // A keyboard that opens below and a photo that loads above leave the newest message in sight.
  const room = new ResizeObserver(() => jump.hidden && toEnd(scroll));
  room.observe(scroll);
  room.observe(list);
  jump.addEventListener('click', () => toEnd(scroll));
  parts = { head: h('header', { class: 'talk-head' }), scroll, list, jump };
  talk.replaceChildren(parts.head, h('div', { class: 'talk-body' }, scroll, jump), composer);
}

const isNearEnd = (scroll) => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PX;
const toEnd = (scroll) => scroll.scrollTo({ top: scroll.scrollHeight });

function drawHead({ back, block, unblock }) {
  const { open } = state;
  const chat = state.chats.get(open.chat);
  const isTyping = (state.typing.get(open.chat) ?? 0) > Date.now();
  const isPrivate = chat.type === 'private';
  const under = isPrivate
    ? isTyping
      ? t.typing
      : t.bot
    : `${chat.title} · ${t.members(chat.members.length + 1)}`;
  const title = titleOf(open, t);
  const signature = [title, under, chat.isBlocked, state.me, t.title].join('|');
  if (parts.head.dataset.signature === signature) return;
  parts.head.dataset.signature = signature;
  parts.scroll.setAttribute('aria-label', title);
  const more = (event) =>
    openMenu(event.currentTarget, [
      chat.isBlocked
        ? { icon: 'check', label: t.unblock, act: unblock }
        : { icon: 'block', label: t.block, act: block },
    ]);
  parts.head.replaceChildren(
    iconButton('back', t.back, back, { class: 'icon-button only-phone' }),
    chatPicture(open),
    h('div', { class: 'talk-title' }, h('h1', {}, title), h('p', {}, under)),
    isPrivate ? iconButton('more', t.more, more, { 'aria-haspopup': 'menu' }) : '',
  );
}

function drawMessages(actions, isFresh) {
  const { list, scroll } = parts;
  const wasNearEnd = isFresh || isNearEnd(scroll);
  const messages = messagesOf(state.open);
  const nodes = messages.length === 0 ? [nothingYet(actions)] : withDays(albums(messages), actions);
  const lastBefore = list.lastElementChild;
  place(list, nodes);
  const isOwnLast = messages.at(-1)?.authorId === state.me && list.lastElementChild !== lastBefore;
  if (wasNearEnd || isOwnLast) toEnd(scroll);
  if (isFresh) requestAnimationFrame(() => toEnd(scroll));
}

/** Puts the nodes in order and touches only what changed. */
function place(list, nodes) {
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  while (list.childElementCount > nodes.length) list.lastElementChild.remove();
}

/** Photos of one album are one bubble. */
function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.albumId && last?.[0].albumId === message.albumId) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function withDays(groups, actions) {
  let before = '';
  return groups.flatMap((group, index) => {
    const [message] = group;
    const today = dayKey(message.at);
    const separator = today !== before && dayLine(message.at, today);
    before = today;
    const next = groups[index + 1]?.[0];
    const isLast =
      !next || next.authorId !== message.authorId || Boolean(next.service) || next.at - message.at > 300_000;
    const previous = groups[index - 1]?.[0];
    const isFirst = !previous || previous.authorId !== message.authorId || Boolean(previous.service);
    return [separator, cached(group, { isLast, isFirst }, actions)].filter(Boolean);
  });
}

function dayLine(at, key) {
  const known = drawn.get(`day-${key}`);
  if (known) return known.node;
  const node = h('li', { class: 'day' }, h('span', {}, day(at)));
  drawn.set(`day-${key}`, { node });
  return node;
}

function cached(group, flags, actions) {
  const [message] = group;
  const busy = [...state.pressed].filter((key) => key.startsWith(`${message.chatId}:${message.id}:`));
  const signature = JSON.stringify([group.map(({ seq }) => seq), flags, busy]);
  const known = drawn.get(message.id);
  if (known?.signature === signature) return known.node;
  const node = message.service ? serviceLine(message) : bubble(group, flags, actions);
  if (known?.node.contains(document.activeElement)) keepFocus(known.node, node);
  drawn.set(message.id, { signature, node });
  known?.node.replaceWith(node);
  return node;
}

function keepFocus(old, fresh) {
  const key = document.activeElement.dataset.focus;
  if (key)
    requestAnimationFrame(() =>
      fresh.querySelector(`[data-focus="${CSS.escape(key)}"]`)?.focus({ preventScroll: true }),
    );
}

const serviceLine = (message) =>
  h('li', { class: 'service' }, h('span', {}, t.service[message.service] ?? message.service));

function bubble(group, { isLast, isFirst }, actions) {
  const [message] = group;
  const isMine = message.authorId === state.me;
  const inGroup = message.chatId < 0;
  const author = state.people.find(({ id }) => id === message.authorId);
  const hue = author ? state.people.indexOf(author) % 7 : 'bot';
  const captioned = group.find(({ text }) => text) ?? message;
  const isSticker = message.media?.kind === 'sticker';
  return h(
    'li',
    { class: `line ${isMine ? 'mine' : 'theirs'} ${isLast ? 'last' : ''}`, id: `m${message.id}` },
    inGroup && !isMine && face(author, isLast),
    h(
      'div',
      { class: 'bubble-column' },
      h(
        'article',
        {
          class: `bubble ${isSticker ? 'bare' : ''} ${group.some(({ media }) => media?.kind === 'photo') ? 'with-photo' : ''}`,
          'aria-label': `${isMine ? t.you : message.author}, ${time(message.at)}`,
        },
        inGroup && !isMine && isFirst && h('p', { class: `author hue-text-${hue}` }, message.author),
        message.forwardedFrom && h('p', { class: 'forwarded' }, t.forwarded(message.forwardedFrom)),
        message.replyTo && quote(message, actions),
        pictures(group),
        otherMedia(message),
        captioned.text &&
          h(
            'div',
            { class: 'words' },
            formatted(captioned.html, message.byBot ? actions.command : undefined),
          ),
        h(
          'p',
          { class: 'stamp' },
          message.reactions.length > 0 && h('span', { class: 'reactions' }, message.reactions.join(' ')),
          message.isEdited && `${t.edited} `,
          h('time', {}, time(message.at)),
        ),
      ),
      message.buttons.length > 0 &&
        h(
          'div',
          { class: 'keyboard' },
          message.buttons.map((row) => keyRow(message, row, actions)),
        ),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'message-menu',
        'aria-label': `${t.messageActions}: ${summary(captioned).slice(0, 40)}`,
        'aria-haspopup': 'menu',
        'data-focus': `menu-${message.id}`,
        onclick: (event) => openMenu(event.currentTarget, messageActions(captioned, isMine, actions)),
      },
      icon('more', 20),
    ),
  );
}

function face(author, isLast) {
  if (!isLast) return h('span', { class: 'small-face' });
  if (!author)
    return h(
      'span',
      { class: 'small-face avatar bot', 'aria-hidden': 'true' },
      h('img', { src: '/page/icon.svg', alt: '' }),
    );
  return h(
    'span',
    { class: `small-face avatar hue-${state.people.indexOf(author) % 7}`, 'aria-hidden': 'true' },
    initials(author),
  );
}

function quote(message) {
  const quoted = state.chats.get(message.chatId)?.messages.get(message.replyTo);
  if (!quoted) return '';
  return h(
    'button',
    { type: 'button', class: 'quote', onclick: () => showMessage(quoted.id) },
    h('b', {}, quoted.authorId === state.me ? t.you : quoted.author),
    h('span', {}, summary(quoted)),
  );
}

function showMessage(id) {
  const line = document.getElementById(`m${id}`);
  if (!line) return;
  line.scrollIntoView({ block: 'center' });
  line.classList.add('shown');
  setTimeout(() => line.classList.remove('shown'), 1600);
}

const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

function pictures(group) {
  const photos = group.filter(({ media }) => media?.kind === 'photo');
  if (photos.length === 0) return '';
  return h(
    'div',
    { class: `photos of-${Math.min(photos.length, 4)}` },
    photos.map(({ media }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'photo',
          'aria-label': `${t.photoAlt}: ${t.open}`,
          onclick: () => enlarge(fileUrl(media.fileId)),
        },
        h('img', {
          src: fileUrl(media.fileId),
          alt: t.photoAlt,
        }),
      ),
    ),
  );
}

function enlarge(src) {
  openDialog({ title: t.photoAlt, className: 'lightbox', body: h('img', { src, alt: t.photoAlt }) });
}

function otherMedia(message) {
  const { media, place, contact } = message;
  if (media?.kind === 'sticker') return sticker();
  if (media && media.kind !== 'photo') {
    return h(
      'a',
      { class: 'document', href: fileUrl(media.fileId), download: media.fileName ?? '' },
      h('span', { class: 'document-icon' }, icon('document')),
      h(
        'span',
        {},
        h('b', {}, media.fileName ?? t.document),
        h('small', {}, media.size ? `${Math.max(1, Math.round(media.size / 1024))} КБ` : ''),
      ),
    );
  }
  if (place)
    return h(
      'div',
      { class: 'place' },
      cityMap({ pin: place }),
      h('small', {}, `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`),
    );
  if (contact) {
    return h(
      'div',
      { class: 'contact' },
      h('span', { class: 'document-icon' }, icon('contact')),
      h('span', {}, h('b', {}, contact.name), h('small', {}, contact.phone)),
    );
  }
  return '';
}

function sticker() {
  return h('img', { class: 'sticker', src: '/page/sticker.svg', alt: t.sticker });
}

function keyRow(message, row, { press }) {
  return h(
    'div',
    { class: 'key-row' },
    row.map((button) => {
      if (button.url)
        return h(
          'a',
          { class: 'key', href: button.url, target: '_blank', rel: 'noopener noreferrer' },
          button.label,
        );
      const isBusy = state.pressed.has(`${message.chatId}:${message.id}:${button.token}`);
      return h(
        'button',
        {
          type: 'button',
          class: 'key',
          'aria-busy': isBusy ? 'true' : null,
          title: isBusy ? t.waitingPress : null,
          'data-focus': `key-${message.id}-${button.token}`,
          onclick: () => press(message, button),
        },
        button.label,
      );
    }),
  );
}

function messageActions(message, isMine, { reply, edit, forward, remove }) {
  return [
    { icon: 'reply', label: t.reply, act: () => reply(message) },
    isMine &&
      message.text &&
      !message.forwardedFrom && { icon: 'edit', label: t.edit, act: () => edit(message) },
    { icon: 'forward', label: t.forward, act: () => forward(message) },
    isMine && { icon: 'trash', label: t.remove, act: () => remove(message) },
  ].filter(Boolean);
}

function nothingYet({ start }) {
  const known = drawn.get('nothing');
  if (known) return known.node;
  const isPrivate = state.open.chat > 0;
  const button = isPrivate && h('button', { type: 'button', class: 'main-button', onclick: start }, t.start);
  const node = h(
    'li',
    { class: 'nothing' },
    isPrivate
      ? emptyState(t.emptyTitle, t.emptyWords, button)
      : emptyState(t.emptyGroupTitle, t.emptyGroupWords),
  );
  drawn.set('nothing', { node });
  return node;
}

function emptyState(title, words, button) {
  return h(
    'div',
    { class: 'empty' },
    h('img', { src: '/page/icon.svg', alt: '', width: 72, height: 72 }),
    h('h2', {}, title),
    h('p', {}, words),
    button || '',
  );
}
