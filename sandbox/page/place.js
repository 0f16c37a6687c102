import { openDialog } from './dialog.js';
import { h, icon, svg } from './dom.js';
import { state } from './store.js';
import { named, t } from './texts.js';

const WIDTH = 320;
const HEIGHT = 220;
const MARGIN = 0.22;

/** The city drawn from its own outlines: no map service is asked. */
export function cityMap({ pin, onpick }) {
  const { project, unproject } = projection();
  const map = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'map', 'aria-hidden': 'true' });
  state.map.districts.forEach(({ outline, names }, index) => {
    const points = outline.map(([longitude, latitude]) => project({ longitude, latitude }));
    map.append(
      svg('polygon', {
        points: points.map((xy) => xy.map((n) => n.toFixed(1)).join(',')).join(' '),
        class: `district d${index % 4}`,
      }),
    );
    const [x, y] = middle(points);
    map.append(
      svg('text', { x, y, class: 'district-name' }, named(names).replace(/\s+(район|district)$/i, '')),
    );
  });
  if (pin) map.append(pinAt(project(pin)));
  if (onpick) map.addEventListener('click', (event) => onpick(unproject(pointIn(map, event))));
  return map;
}

function pointIn(map, event) {
  const box = map.getBoundingClientRect();
  return [
    ((event.clientX - box.left) / box.width) * WIDTH,
    ((event.clientY - box.top) / box.height) * HEIGHT,
  ];
}

function projection() {
  const all = state.map.districts.flatMap(({ outline }) => outline);
  const [west, east] = spread(all.map(([x]) => x));
  const [south, north] = spread(all.map(([, y]) => y));
  return {
    project: ({ longitude, latitude }) => [
      clamp(((longitude - west) / (east - west)) * WIDTH, 8, WIDTH - 8),
      clamp((1 - (latitude - south) / (north - south)) * HEIGHT, 22, HEIGHT - 4),
    ],
    unproject: ([x, y]) => ({
      longitude: west + (x / WIDTH) * (east - west),
      latitude: south + (1 - y / HEIGHT) * (north - south),
    }),
  };
}

function spread(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least) * MARGIN;
  return [least - margin, most + margin];
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

function middle(points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2 + 4];
}

const pinAt = ([x, y]) =>
  svg(
    'g',
    { class: 'pin', transform: `translate(${x} ${y})` },
    svg('path', { d: 'M0 0C-7-9-9-12-9-16a9 9 0 0 1 18 0c0 4-2 7-9 16z' }),
    svg('circle', { cx: 0, cy: -16, r: 3.5 }),
  );

/** Lets a person pick a point: on the map, from a list, or by numbers. */
export function pickPlace(onSend) {
  let chosen = { ...state.map.places[0] };
  const picture = h('div', { class: 'map-holder' });
  const latitude = field(t.latitude, 90);
  const longitude = field(t.longitude, 180);
  const list = h('div', { class: 'places' });
  const draw = () => {
    picture.replaceChildren(cityMap({ pin: chosen, onpick: (point) => choose(point) }));
    list.replaceChildren(...state.map.places.map((one) => placeButton(one, chosen, choose)));
  };
  const choose = (point, shouldFill = true) => {
    chosen = { latitude: round(point.latitude), longitude: round(point.longitude) };
    if (shouldFill) {
      latitude.input.value = chosen.latitude;
      longitude.input.value = chosen.longitude;
    }
    const focused = document.activeElement?.dataset?.place;
    draw();
    if (focused) list.querySelector(`[data-place="${focused}"]`)?.focus();
  };
  const typed = () => {
    const point = { latitude: Number(latitude.input.value), longitude: Number(longitude.input.value) };
    if (Number.isFinite(point.latitude) && Number.isFinite(point.longitude)) choose(point, false);
  };
  latitude.input.addEventListener('input', typed);
  longitude.input.addEventListener('input', typed);
  const send = h('button', { type: 'submit', class: 'main-button', form: 'place-form' }, t.sharePlace);
  const body = h(
    'form',
    { id: 'place-form', method: 'dialog', class: 'place-form' },
    h('p', { class: 'about' }, t.placeWords),
    h(
      'div',
      { class: 'place-columns' },
      h('div', {}, picture, h('div', { class: 'coordinates' }, latitude.label, longitude.label)),
      list,
    ),
  );
  const { close } = openDialog({ title: t.placeTitle, body, actions: [send], className: 'wide' });
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    close();
    onSend(chosen);
  });
  choose(chosen);
}

function field(words, most) {
  const input = h('input', {
    type: 'number',
    step: 'any',
    min: -most,
    max: most,
    required: true,
    inputmode: 'decimal',
  });
  return { input, label: h('label', {}, h('span', {}, words), input) };
}

const round = (degrees) => Math.round(degrees * 10_000) / 10_000;

function placeButton(one, chosen, choose) {
  const isChosen = round(one.latitude) === chosen.latitude && round(one.longitude) === chosen.longitude;
  return h(
    'button',
    {
      type: 'button',
      class: 'place-button',
      'aria-pressed': String(isChosen),
      'data-place': `${one.latitude},${one.longitude}`,
      onclick: () => choose(one),
    },
    icon('place', 20),
    h('span', {}, named(one.names).replace(/ \((за містом|outside)\)$/, '')),
    one.isOutside ? h('small', {}, t.outside) : '',
  );
}
