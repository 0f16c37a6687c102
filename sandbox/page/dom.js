/** Makes an element: `on…` are listeners, `null` and `false` are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const PATHS = {
  send: 'M4.5 12 3.4 4.3c-.1-.8.7-1.4 1.4-1.05l15.6 7.85a1 1 0 0 1 0 1.8L4.8 20.75c-.7.35-1.5-.25-1.4-1.05zm0 0h7',
  attach:
    'M20 11.5l-8.3 8.2a5.3 5.3 0 0 1-7.5-7.5l8.6-8.5a3.5 3.5 0 0 1 5 5l-8.5 8.4a1.75 1.75 0 0 1-2.5-2.5l7.7-7.6',
  commands: 'M4 7h16M4 12h16M4 17h10',
  back: 'M15 5l-7 7 7 7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  close: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  bell: 'M6 9.5a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4s2-1.5 2-6.5M10 19.5a2.2 2.2 0 0 0 4 0',
  spark: 'M12 3l1.9 5.6L19.5 10.5l-5.6 1.9L12 18l-1.9-5.6L4.5 10.5l5.6-1.9zM19 16v4M17 18h4',
  photo:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9v.01',
  document:
    'M7 3h7l5 5v11.5a1.5 1.5 0 0 1-1.5 1.5h-10.5A1.5 1.5 0 0 1 5.5 19.5v-15A1.5 1.5 0 0 1 7 3zM14 3v5h5M9 13h6M9 17h6',
  place: 'M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  sticker: 'M12 3a9 9 0 1 0 9 9l-9-9zM12 3v5a4 4 0 0 0 4 4h5M8 14a4.5 4.5 0 0 0 5 3',
  reply: 'M10 7l-6 5 6 5v-3.5c5 0 8 1.5 10 4.5 0-6-4-8-10-8z',
  edit: 'M4 20l1-4.5L16.5 4a1.8 1.8 0 0 1 2.6 0l.9.9a1.8 1.8 0 0 1 0 2.6L8.5 19z',
  forward: 'M14 7l6 5-6 5v-3.5c-5 0-8 1.5-10 4.5 0-6 4-8 10-8z',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6',
  down: 'M12 5v13M6 12.5l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7',
  topic: 'M9 4L7 20M17 4l-2 16M4.5 9h16M3.5 15h16',
  group:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 13.5a6.5 6.5 0 0 1 3.5 6',
  keyboard: 'M4 7h16v11H4zM7.5 10.5v.01M12 10.5v.01M16.5 10.5v.01M8 14.5h8',
};

export function icon(name, size = 24) {
  return svg(
    'svg',
    {
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      class: 'icon',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    svg('path', { d: PATHS[name] }),
  );
}

export function iconButton(name, label, onclick, props = {}) {
  return h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...props },
    icon(name),
  );
}

const ALLOWED = new Set(['B', 'I', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'A', 'TG-SPOILER']);

/** Telegram's own formatting as nodes; anything else becomes its text. A command of the bot becomes a button. */
export function formatted(html, onCommand) {
  const source = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
  const result = document.createDocumentFragment();
  copyNodes(source, result, onCommand);
  return result;
}

function copyNodes(from, to, onCommand) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(...withCommands(afterBlock(node), onCommand));
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const copy = ALLOWED.has(node.tagName) ? copyOf(node) : document.createDocumentFragment();
      copyNodes(node, copy, node.tagName === 'A' ? undefined : onCommand);
      to.append(copy);
    }
  }
}

/** A quotation ends its own line: the break after it would be one too many. */
function afterBlock({ data, previousSibling }) {
  const isAfter = ['BLOCKQUOTE', 'PRE'].includes(previousSibling?.nodeName);
  return isAfter ? data.replace(/^\n/, '') : data;
}

function copyOf(node) {
  if (node.tagName === 'TG-SPOILER') {
    return h('span', {
      class: 'spoiler',
      tabindex: 0,
      onclick: (event) => event.currentTarget.classList.add('shown'),
    });
  }
  const link = node.tagName === 'A' ? node.getAttribute('href') : null;
  if (link)
    return h('a', {
      href: /^(https?|tg|tel|mailto):/i.test(link) ? link : '#',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  return h(node.tagName.toLowerCase());
}

function withCommands(text, onCommand) {
  if (!onCommand) return [text];
  const parts = text.split(/(?<=^|[\s(«])(\/[a-z_]{2,32})(?![\w/])/);
  return parts.map((part, index) =>
    index % 2
      ? h('button', { type: 'button', class: 'command', onclick: () => onCommand(part) }, part)
      : part,
  );
}

/** Draws again without losing the focus: elements are known by `data-focus`. */
export function redraw(container, ...children) {
  const active = document.activeElement;
  const key = container.contains(active) ? active.dataset.focus : undefined;
  const top = container.querySelector('[data-scroll]')?.scrollTop;
  container.replaceChildren(...children.flat(3).filter(Boolean));
  const scroller = container.querySelector('[data-scroll]');
  if (scroller && top) scroller.scrollTop = top;
  if (key) container.querySelector(`[data-focus="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
