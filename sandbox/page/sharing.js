import { openDialog } from './dialog.js';
import { h, icon } from './dom.js';
import { avatar } from './people-rail.js';
import { conversationsOf, fullName, person, state, titleOf } from './store.js';
import { t } from './texts.js';

/** Sample photos and files from the computer, with a caption. */
export function pickPhotos(onSend) {
  const samples = new Set();
  const files = [];
  const send = h('button', { type: 'button', class: 'main-button', disabled: true }, t.send);
  const count = h('p', { class: 'about', role: 'status' });
  const chosen = h('div', { class: 'thumbs' });
  const refresh = () => {
    const total = samples.size + files.length;
    send.disabled = total === 0;
    count.textContent = total ? t.chosen(total) : t.photoWords;
    chosen.replaceChildren(
      ...files.map((file) => h('img', { src: URL.createObjectURL(file), alt: file.name })),
    );
  };
  const input = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp',
    multiple: true,
    class: 'hidden-words',
    id: 'photo-file',
  });
  input.addEventListener('change', () => {
    files.push(...[...input.files].slice(0, 10 - files.length - samples.size));
    refresh();
  });
  const caption = h('input', {
    type: 'text',
    maxlength: 1024,
    placeholder: t.caption,
    'aria-label': t.caption,
  });
  const body = [
    count,
    h(
      'div',
      { class: 'samples' },
      state.samplePhotos.map((name) => sampleButton(name, samples, refresh)),
    ),
    h(
      'label',
      { class: 'quiet-button file-button', for: 'photo-file' },
      icon('photo'),
      t.fromComputer,
      input,
    ),
    chosen,
    caption,
  ];
  const { close } = openDialog({ title: t.photoTitle, body, actions: [send], className: 'wide' });
  send.addEventListener('click', async () => {
    close();
    onSend({
      samples: [...samples],
      files: await Promise.all(files.map(encode)),
      caption: caption.value.trim(),
    });
  });
  refresh();
}

function sampleButton(name, samples, refresh) {
  const button = h(
    'button',
    { type: 'button', class: 'sample', 'aria-pressed': 'false', 'data-sample': name },
    h('img', { src: `/page/photos/${name}.jpg`, alt: '' }),
    h('span', {}, t[name]),
    h('i', { class: 'tick', 'aria-hidden': 'true' }, icon('check', 18)),
  );
  button.addEventListener('click', () => {
    if (!samples.delete(name)) samples.add(name);
    button.setAttribute('aria-pressed', String(samples.has(name)));
    refresh();
  });
  return button;
}

/** A file as the sandbox takes it. */
export async function encode(file) {
  const address = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    mime: file.type || 'application/octet-stream',
    base64: address.slice(address.indexOf(',') + 1),
  };
}

export function pickDocument(onSend) {
  const input = h('input', { type: 'file' });
  input.addEventListener('change', async () => {
    if (input.files[0]) onSend(await encode(input.files[0]));
  });
  input.click();
}

/** One's own number first, then somebody else's. */
export function pickContact(onSend) {
  const others = state.people.filter(({ id }) => id !== state.me).slice(0, 4);
  const rows = [person(), ...others].map((one, index) =>
    h(
      'button',
      {
        type: 'button',
        class: 'pick-row',
        onclick: () => {
          close();
          onSend(one.id);
        },
      },
      avatar(one),
      h(
        'span',
        {},
        h('b', {}, fullName(one)),
        h('small', {}, `${one.phone} · ${index === 0 ? t.ownContact : t.otherContact}`),
      ),
    ),
  );
  const { close } = openDialog({ title: t.contactTitle, body: h('div', { class: 'pick-list' }, rows) });
}

export function pickConversation(onPick) {
  const rows = conversationsOf(state.me).map((where) => {
    const chat = state.chats.get(where.chat);
    return h(
      'button',
      {
        type: 'button',
        class: 'pick-row',
        onclick: () => {
          close();
          onPick(where);
        },
      },
      h('span', { class: 'document-icon' }, icon(where.chat > 0 ? 'contact' : 'topic')),
      h('span', {}, h('b', {}, titleOf(where, t)), chat.title ? h('small', {}, chat.title) : ''),
    );
  });
  const { close } = openDialog({ title: t.forwardTitle, body: h('div', { class: 'pick-list' }, rows) });
}
