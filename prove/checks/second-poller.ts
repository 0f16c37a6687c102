import type { Call, Ledger } from '../../sandbox/fake-telegram/ledger';
import { SAID, textsOf, type SecondPoller } from '../loads/second-poller';
import type { Ended } from './answers';

const TAKEN_OVER_WITHIN_MS = 10_000;

export const isSecondPoller = ({ answer }: Call): boolean => !answer.ok && answer.error_code === 409;

/** How long after the refusal somebody asked again. */
export function takenOverMs(ledger: Ledger): number {
  const asked = ledger.of('getUpdates');
  const at = asked.findIndex(isSecondPoller);
  const next = asked[at + 1];
  return at < 0 || !next ? Infinity : next.at - asked[at]!.at;
}

/** `logged`: the errors of all processes. */
export async function endOfSecondPoller(
  { town, personId, ended }: SecondPoller,
  logged: readonly string[],
): Promise<Ended> {
  const texts = await textsOf(town, personId);
  const seconds = takenOverMs(town.telegram.ledger) / 1000;
  const wrong = [
    ...(ended === 1 ? [] : [`${ended} bots stopped`]),
    ...(seconds * 1000 <= TAKEN_OVER_WITHIN_MS ? [] : [`another went on after ${seconds.toFixed(1)} s`]),
    ...(isSaid(logged) ? [] : ['nobody was told']),
    ...(JSON.stringify(texts) === JSON.stringify(SAID)
      ? []
      : [`${texts.length} texts kept of ${SAID.length}`]),
  ].join(', ');
  return { name: 'second poller', ...(wrong && { wrong }) };
}

export const SAID_LOUDLY = 'another program polls with the same token';
const isSaid = (logged: readonly string[]) => logged.some((line) => line.includes(SAID_LOUDLY));
