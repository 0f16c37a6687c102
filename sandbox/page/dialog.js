import { h, iconButton } from './dom.js';
import { t } from './texts.js';

/** A window over the page: Esc and a press outside close it, the focus goes back by itself. */
export function openDialog({ title, body, actions = [], className = '', onclose }) {
  const close = () => dialog.close();
  const dialog = h(
    'dialog',
    { class: className, 'aria-label': title },
    h('header', {}, h('h2', {}, title), iconButton('close', t.close, close)),
    h('div', { class: 'dialog-body' }, body),
    actions.length > 0 && h('footer', {}, actions),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}
