import { t } from './texts.js';
import { toast } from './toast.js';

/** The line to the sandbox: the whole world first, then each change; the browser calls again by itself. */
export function listen({ onWorld, onChange, onClock, onLine }) {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => onLine(true));
  source.addEventListener('error', () => onLine(false));
  source.addEventListener('world', (event) => onWorld(JSON.parse(event.data)));
  source.addEventListener('change', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('clock', (event) => onClock(JSON.parse(event.data)));
}

/** Asks the sandbox to do something; a refusal is shown and answered as `undefined`. */
export async function ask(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    toast(answer.error ?? response.statusText, { isTrouble: true });
  } catch {
    toast(t.lost, { isTrouble: true });
  }
  return undefined;
}
