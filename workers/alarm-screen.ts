import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

export const alarmScreen = (deps: WorkerDeps, { step }: Notice): Screen => ({
  text: staffTexts(deps)(`alarm-${step}`),
});
