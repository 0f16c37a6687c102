import { h, icon } from './dom.js';

/** A small menu beside a button: arrows move, Esc closes, the focus goes back. */
export function openMenu(anchor, items) {
  document.querySelector('.menu')?.remove();
  const menu = h('div', { class: 'menu', role: 'menu' });
  const close = (shouldReturn = true) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    anchor.setAttribute('aria-expanded', 'false');
    if (shouldReturn) anchor.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target)) close(false);
  };
  for (const item of items) menu.append(itemOf(item, close));
  menu.addEventListener('keydown', (event) => moveIn(menu, event, close));
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
  });
  document.body.append(menu);
  put(menu, anchor);
  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  menu.firstElementChild?.focus();
}

function itemOf({ icon: name, label, hint, act }, close) {
  const choose = () => {
    close();
    act();
  };
  return h(
    'button',
    { type: 'button', role: 'menuitem', tabindex: -1, onclick: choose },
    name ? icon(name, 22) : '',
    h('span', {}, label),
    hint ? h('small', {}, hint) : '',
  );
}

function moveIn(menu, event, close) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length)?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}

function put(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, at.left), innerWidth - width - 8);
  const below = at.bottom + 6;
  const top = below + height > innerHeight - 8 ? Math.max(8, at.top - height - 6) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
