import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import type { WorkerDeps } from './worker-deps';

export const alarmScreen = ({ textsFor, city }: WorkerDeps, { step }: Notice): Screen => ({
  text: textsFor(city.languages[0] ?? 'uk')(`alarm-${step}`),
});
