import { summary } from './chat-list.js';
import { h, icon, iconButton } from './dom.js';
import { openMenu } from './menu.js';
import { pickPlace } from './place.js';
import { pickContact, pickDocument, pickPhotos } from './sharing.js';
import { commandsHere, draftKey, state } from './store.js';
import { t } from './texts.js';

const parts = {};
let shownKey = '';

/** Where one writes: the field keeps its text and caret while everything around it changes. */
export function createComposer(actions) {
  parts.field = h('textarea', { rows: 1, id: 'composer-field', autocomplete: 'off' });
  parts.banner = h('div', { class: 'banner', hidden: true });
  parts.keys = h('div', { class: 'reply-keys', hidden: true });
  parts.blocked = h('div', { class: 'blocked', hidden: true });
  parts.row = h('form', { class: 'composer-row' });
  parts.root = h('div', { class: 'composer' }, parts.banner, parts.row, parts.keys, parts.blocked);
  parts.field.addEventListener('keydown', (event) => onKey(event, actions));
  parts.field.addEventListener('input', () => {
    state.drafts.set(draftKey(), parts.field.value);
    grow();
  });
  parts.row.addEventListener('submit', (event) => {
    event.preventDefault();
    send(actions);
  });
  fillRow(actions);
  return parts.root;
}

function fillRow(actions) {
  parts.field.placeholder = t.write;
  parts.field.setAttribute('aria-label', t.write);
  parts.commands = iconButton('commands', t.commands, (event) => showCommands(event, actions), {
    'aria-haspopup': 'menu',
  });
  parts.row.replaceChildren(
    iconButton('attach', t.attach, (event) => showSharing(event, actions), { 'aria-haspopup': 'menu' }),
    parts.commands,
    parts.field,
    h('button', { type: 'submit', class: 'send', 'aria-label': t.send, title: t.send }, icon('send')),
  );
}

export const translateComposer = (actions) => {
  fillRow(actions);
  parts.banner.dataset.signature = '';
};

function onKey(event, actions) {
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    send(actions);
  } else if (event.key === 'Escape' && (state.replyTo || state.editing)) {
    event.stopPropagation();
    actions.cancel();
  }
}

function send(actions) {
  const text = parts.field.value.trim();
  if (!text) return;
  setText('');
  actions.say(text);
  parts.field.focus();
}

export function setText(text) {
  parts.field.value = text;
  state.drafts.set(draftKey(), text);
  grow();
}

export const focusField = () => parts.field.focus({ preventScroll: true });

function grow() {
  parts.field.style.height = 'auto';
  parts.field.style.height = `${Math.min(parts.field.scrollHeight, 180)}px`;
}

export function drawComposer(actions) {
  if (!state.open) return;
  const chat = state.chats.get(state.open.chat);
  if (draftKey() !== shownKey) {
    shownKey = draftKey();
    parts.field.value = state.drafts.get(shownKey) ?? '';
    requestAnimationFrame(grow);
  }
  parts.row.hidden = chat.isBlocked;
  parts.commands.hidden = commandsHere().length === 0;
  parts.blocked.hidden = !chat.isBlocked;
  if (chat.isBlocked && !parts.blocked.firstChild) {
    parts.blocked.append(
      h('p', {}, t.blocked),
      h('button', { type: 'button', class: 'main-button', onclick: actions.unblock }, t.unblock),
    );
  } else if (!chat.isBlocked) parts.blocked.replaceChildren();
  drawBanner(actions);
  drawKeys(chat, actions);
}

function drawBanner(actions) {
  const about = state.editing ?? state.replyTo;
  const signature = about ? `${about.id}-${Boolean(state.editing)}` : '';
  if (parts.banner.dataset.signature === signature) return;
  parts.banner.dataset.signature = signature;
  parts.banner.hidden = !about;
  if (!about) return;
  parts.banner.replaceChildren(
    icon(state.editing ? 'edit' : 'reply', 22),
    h(
      'div',
      {},
      h('b', {}, state.editing ? t.editing : t.replying(about.author)),
      h('span', {}, summary(about)),
    ),
    iconButton('close', t.cancel, actions.cancel),
  );
}

function drawKeys(chat, actions) {
  const keyboard = chat.type === 'private' && !chat.isBlocked ? chat.keyboard : null;
  const signature = keyboard ? JSON.stringify(keyboard) : '';
  if (parts.keys.dataset.signature === signature) return;
  parts.keys.dataset.signature = signature;
  parts.keys.hidden = !keyboard;
  parts.field.placeholder = keyboard?.placeholder ?? t.write;
  if (!keyboard) return;
  parts.keys.replaceChildren(
    ...keyboard.rows.map((row) =>
      h(
        'div',
        { class: 'key-row' },
        row.map((key) =>
          h(
            'button',
            { type: 'button', class: 'reply-key', onclick: () => pressKey(key, actions) },
            key.asks ? icon(key.asks === 'contact' ? 'contact' : 'place', 20) : '',
            key.text,
          ),
        ),
      ),
    ),
  );
}

function pressKey(key, actions) {
  if (key.asks === 'contact') actions.shareContact();
  else if (key.asks === 'location') pickPlace(actions.sharePlace);
  else actions.pressKey(key.text);
}

function showSharing(event, actions) {
  const isPrivate = state.open.chat > 0;
  openMenu(event.currentTarget, [
    { icon: 'photo', label: t.photo, act: () => pickPhotos(actions.sendPhotos) },
    { icon: 'document', label: t.document, act: () => pickDocument(actions.sendDocument) },
    { icon: 'place', label: t.place, act: () => pickPlace(actions.sharePlace) },
    ...(isPrivate
      ? [{ icon: 'contact', label: t.contact, act: () => pickContact(actions.shareContact) }]
      : []),
    { icon: 'sticker', label: t.sticker, act: actions.sendSticker },
  ]);
}

function showCommands(event, actions) {
  openMenu(
    event.currentTarget,
    commandsHere().map(({ command, description }) => ({
      label: `/${command}`,
      hint: description,
      act: () => actions.say(`/${command}`),
    })),
  );
}
