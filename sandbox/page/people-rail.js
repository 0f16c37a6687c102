import { h, redraw } from './dom.js';
import { fullName, state, unreadOfPerson } from './store.js';
import { named, t } from './texts.js';

const ROLES = [
  ['citizen', 'citizens'],
  ['official', 'officials'],
  ['moderator', 'moderators'],
];

export const initials = (one) => [one.firstName, one.lastName].map((name) => name?.[0] ?? '').join('');

export function avatar(one, size = '') {
  const hue = state.people.indexOf(one) % 7;
  return h('span', { class: `avatar hue-${hue} ${size}`, 'aria-hidden': 'true' }, initials(one));
}

/** Who one is now: a column of faces, on a phone a row. */
export function drawRail(become) {
  const rail = document.getElementById('rail');
  rail.setAttribute('aria-label', t.peopleLabel);
  const groups = ROLES.map(([role, title]) =>
    h(
      'div',
      { class: 'rail-group', role: 'group', 'aria-label': t[title] },
      h('h2', {}, t[title]),
      state.people.filter((one) => one.role === role).map((one) => face(one, become)),
    ),
  );
  redraw(rail, h('div', { class: 'rail-scroll', 'data-scroll': true }, groups));
}

function face(one, become) {
  const unread = unreadOfPerson(one.id);
  const isMe = one.id === state.me;
  const label = `${fullName(one)}, ${named(one.about)}${unread ? `, ${t.unread(unread)}` : ''}`;
  return h(
    'button',
    {
      type: 'button',
      class: 'face',
      'aria-label': label,
      title: label,
      'aria-current': isMe ? 'true' : null,
      'data-focus': `face-${one.id}`,
      'data-person': one.id,
      onclick: () => become(one.id),
    },
    h(
      'span',
      { class: 'face-picture' },
      avatar(one),
      unread > 0 && h('span', { class: 'badge' }, unread > 99 ? '99+' : unread),
    ),
    h('span', { class: 'face-name' }, one.firstName),
  );
}
