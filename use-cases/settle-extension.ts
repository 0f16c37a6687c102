import type { City } from '../domain/city';
import { declineExtension } from '../domain/extension';
import { approveExtension } from '../domain/moderator-decisions';
import { changing, type AppealDeps } from './change-appeal';

type Given = { requestId: string };

/** The head gives the time an official asked for. */
export const approveAppealExtension = changing<Given, AppealDeps & { city: City }>(
  'extend',
  (appeal, command, now, { city }) => approveExtension(appeal, command, now, city),
);

/** The head does not give it. */
export const declineAppealExtension = changing<Given>('extend', declineExtension);
