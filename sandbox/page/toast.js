import { h } from './dom.js';

const SHOWN_MS = 4500;

/** A short note that leaves by itself. */
export function toast(words, { isTrouble = false } = {}) {
  const note = h(
    'div',
    { class: isTrouble ? 'toast trouble' : 'toast', role: isTrouble ? 'alert' : 'status' },
    words,
  );
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}

/** Words for a screen reader. */
export function announce(words) {
  const live = document.getElementById('live');
  live.append(h('p', {}, words));
  while (live.childElementCount > 5) live.firstElementChild.remove();
}
