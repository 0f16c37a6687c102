import { approveAppealExtension, declineAppealExtension } from '../use-cases/settle-extension';
import { change, onAppeal, writing, type Press } from './on-appeal';

/** Buttons about terms: why it is late, more time, a new day, and what art. 7 gives five days for. */
export const TERM_PRESSES: Readonly<Record<string, Press>> = {
  late: onAppeal('explainDelay', writing('delay')),
  ext: onAppeal('askForExtension', writing('extension')),
  exty: onAppeal(
    'extend',
    change(
      ({ deps }, about, [, requestId = '']) => approveAppealExtension(deps, { ...about, requestId }),
      'extension-approved',
    ),
  ),
  extn: onAppeal(
    'extend',
    change(
      ({ deps }, about, [, requestId = '']) => declineAppealExtension(deps, { ...about, requestId }),
      'extension-declined',
    ),
  ),
  pln: onAppeal('answer', writing('answer', { outcome: 'planned' })),
  fwd: onAppeal('forward', writing('forward')),
  ret: onAppeal('returnIncomplete', writing('return')),
};
