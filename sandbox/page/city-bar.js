import { ask } from './connection.js';
import { openDialog } from './dialog.js';
import { h, icon, redraw } from './dom.js';
import { moment, time, weekday } from './format.js';
import { changed, cityNow, fullName, setClock, state } from './store.js';
import { announce, toast } from './toast.js';
import { t } from './texts.js';

const HOUR = 3_600_000;
const MOVES = [
  ['hour', HOUR],
  ['day', 24 * HOUR],
  ['week', 7 * 24 * HOUR],
];
const LOOK_MS = 3000;

/** The bar above: whose city it is, its clock, what waits. */
export function drawBar({ translate }) {
  const now = cityNow();
  redraw(
    document.getElementById('top'),
    h(
      'div',
      { class: 'brand' },
      h('img', { src: '/page/icon.svg', alt: '', width: 34, height: 34 }),
      h('b', {}, t.title),
      h('span', {}, t.subtitle),
    ),
    h(
      'div',
      { class: 'clock', role: 'group', 'aria-label': t.clock },
      h(
        'button',
        {
          type: 'button',
          class: 'clock-face',
          'data-focus': 'clock',
          'aria-label': `${t.clock}: ${moment(now)}`,
          title: t.clock,
          onclick: openClock,
        },
        icon('clock', 22),
        h('b', { id: 'city-time' }, time(now)),
        h('span', { id: 'city-day' }, weekday(now)),
      ),
      h('div', { class: 'clock-moves' }, moveButtons()),
    ),
    h(
      'div',
      { class: 'bar-actions' },
      h(
        'button',
        {
          type: 'button',
          class: 'bar-button',
          'data-focus': 'seed',
          'aria-busy': state.isSeeding ? 'true' : null,
          'aria-label': t.seed,
          title: t.seed,
          onclick: seed,
        },
        icon('spark', 22),
        h('span', {}, state.isSeeding ? t.seeding : t.seed),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'bar-button',
          'data-focus': 'waiting',
          'aria-label': `${t.waiting}: ${state.waitingCount}`,
          title: t.waiting,
          onclick: openWaiting,
        },
        icon('bell', 22),
        h('span', {}, t.waitingShort),
        h('i', { class: 'count' }, state.waitingCount),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'bar-button language',
          'data-focus': 'language',
          onclick: translate,
          'aria-label': t.language,
          title: t.language,
        },
        t.language === 'English' ? 'EN' : 'УК',
      ),
    ),
    state.isConnected ? '' : h('p', { class: 'lost', role: 'status' }, t.lost),
  );
}

const moveButtons = () =>
  MOVES.map(([name, ms]) =>
    h(
      'button',
      {
        type: 'button',
        class: 'move',
        'data-focus': `move-${name}`,
        'data-move': name,
        onclick: () => move(ms),
      },
      t[name],
    ),
  );

async function move(byMs) {
  const clock = await ask('/api/clock', { byMs });
  if (!clock) return;
  setClock(clock);
  const words = t.clockMoved(moment(cityNow()));
  toast(words);
}

function openClock() {
  const face = h('p', { class: 'big-clock' }, moment(cityNow()));
  const ticking = setInterval(() => (face.textContent = moment(cityNow())), 500);
  openDialog({
    title: t.clock,
    body: [
      face,
      h('p', { class: 'about' }, t.clockWords),
      h('div', { class: 'clock-dialog-moves' }, moveButtons()),
    ],
    onclose: () => clearInterval(ticking),
  });
}

/** The hands go on without drawing everything again. */
export function tick() {
  const face = document.getElementById('city-time');
  if (!face) return;
  const now = cityNow();
  if (face.textContent === time(now)) return;
  face.textContent = time(now);
  document.getElementById('city-day').textContent = weekday(now);
}

async function seed() {
  if (state.isSeeding) return;
  state.isSeeding = true;
  changed();
  toast(t.seeding);
  const done = await ask('/api/seed', {});
  state.isSeeding = false;
  if (done) toast(t.seeded);
  changed();
}

let latest = { notices: [], unexpanded: [], counts: {} };

async function look() {
  try {
    const response = await fetch('/api/waiting');
    if (response.ok) latest = await response.json();
  } catch {
    return;
  }
  if (state.waitingCount === latest.notices.length) return;
  state.waitingCount = latest.notices.length;
  changed();
}

export function watchWaiting() {
  void look();
  setInterval(() => document.visibilityState === 'visible' && void look(), LOOK_MS);
}

function openWaiting() {
  const body = h('div', { class: 'waiting' });
  const draw = async () => {
    await look();
    body.replaceChildren(...waitingView());
  };
  void draw();
  const timer = setInterval(() => void draw(), 1500);
  openDialog({ title: t.waiting, body, className: 'drawer', onclose: () => clearInterval(timer) });
  announce(t.waiting);
}

function waitingView() {
  const { notices, unexpanded, counts } = latest;
  const undone = unexpanded.reduce((sum, { count }) => sum + count, 0);
  return [
    h('p', { class: 'about' }, t.waitingWords),
    h(
      'p',
      { class: 'tallies' },
      h('span', {}, t.sentCount(counts.sent ?? 0)),
      h('span', {}, t.skippedCount(counts.skipped ?? 0)),
      h('span', {}, t.unexpanded(undone)),
    ),
    notices.length === 0
      ? h('p', { class: 'calm' }, icon('check', 28), t.waitingNone)
      : h('ol', { class: 'notices' }, notices.map(noticeRow)),
  ];
}

function noticeRow({ kind, dueAt, chatId, attempts, isSlowed, id }) {
  const isDue = dueAt <= cityNow();
  return h(
    'li',
    { title: id },
    h('b', {}, t.kinds[kind] ?? kind),
    h('span', { class: 'due' }, isDue ? t.dueNow : moment(dueAt)),
    h('small', {}, `${chatName(chatId)}${attempts > 0 ? ` · ${t.attempts(attempts)}` : ''}`),
    isSlowed && Number(chatId) < 0 && h('small', {}, t.slowed),
  );
}

function chatName(chatId) {
  const chat = state.chats.get(Number(chatId));
  return chat?.title ?? (fullName(state.people.find(({ id }) => id === Number(chatId))) || chatId);
}
