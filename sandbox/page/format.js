import { currentLanguage } from './texts.js';

const locale = () => (currentLanguage() === 'en' ? 'en-GB' : 'uk-UA');
const formats = new Map();
let zone = 'Europe/Kyiv';

export function useZone(timeZone) {
  zone = timeZone;
  formats.clear();
}

function format(at, options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return formats.get(key).format(at);
}

export const time = (at) => format(at, { hour: '2-digit', minute: '2-digit' });
export const day = (at) => format(at, { day: 'numeric', month: 'long' });
export const weekday = (at) => format(at, { weekday: 'short', day: 'numeric', month: 'short' });
export const dayKey = (at) => format(at, { year: 'numeric', month: '2-digit', day: '2-digit' });
export const moment = (at) => `${weekday(at)}, ${time(at)}`;

/** Today the time, else the day. */
export const when = (at, now) =>
  dayKey(at) === dayKey(now) ? time(at) : format(at, { day: '2-digit', month: '2-digit' });
