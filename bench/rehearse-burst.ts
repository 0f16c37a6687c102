import { after } from '../domain/instant';
import { take } from '../domain/staff-decisions';
import { submitAppeal } from '../use-cases/submit-appeal';
import { deliverNotices } from '../workers/deliver-notices';
import { expandEvents } from '../workers/expand-events';
import { keepOverviews } from '../workers/keep-overview';
import { openOffice, type Burst, type Office } from './burst-office';
import { soonestMs } from './soonest';

const CITIZEN = {
  id: 'telegram-1',
  messenger: 'telegram',
  chatId: '1',
  language: 'uk',
  isReachable: true,
  rev: 1,
};

export interface BurstFigures {
  readonly appeals: number;
  readonly calls: number;
  readonly cards: number;
  /** Broken limits of the messenger. */
  readonly violations: number;
  /** Of the clock the limits run by: from the first call to the last. */
  readonly tookMs: number;
  /** What the same number of calls takes when only the messenger's own limits hold. */
  readonly allowedMs: number;
  /** How many calls went before the last danger to life had its card. */
  readonly callsBeforeDanger: number;
  /** Changes of cards and titles for all that was done while the burst lasted. */
  readonly edits: number;
}

/** All at once; one in a hundred is a danger to life, filed after others. */
async function file({ deps }: Office, count: number): Promise<string[]> {
  await deps.citizens.insert(CITIZEN);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const draftId = `burst${index}`;
    const submitted = await submitAppeal(deps, {
      ...{ draftId, commandId: draftId, citizen: CITIZEN, kind: 'application', category: 'street-lamp' },
      ...{ pieces: [{ messageId: String(index), text: `Не горить ліхтар номер ${index}` }], particulars: {} },
      ...{ attachments: [], isUncertain: false, isUrgent: index % 100 === 10 },
    });
    if (!submitted.ok) throw new Error(submitted.refusal);
    ids.push(draftId);
  }
  for (const id of ids) await expandEvents(deps, id);
  return ids;
}

/** Somebody takes appeals from the front and from the end of the queue while it is being shown. */
async function act({ deps }: Office, ids: readonly string[]): Promise<void> {
  for (const id of [...ids.slice(0, 3), ...ids.slice(-3)]) {
    const appeal = await deps.appeals.find(id);
    const taken = appeal && take(appeal, { id: `take-${id}`, by: 'telegram-7' }, deps.clock());
    if (taken?.ok) await deps.appeals.save(taken.appeal);
    await expandEvents(deps, id);
  }
}

async function deliverAll(office: Office, ids: readonly string[]): Promise<void> {
  const { deps, rehearsal } = office;
  let hasActed = false;
  for (;;) {
    await keepOverviews(deps);
    for (const chat of await deps.notices.chatsDue(deps.clock(), 20)) await deliverNotices(deps, chat);
    const hasBegun = office.telegram.ledger.calls.length > ids.length / 2;
    if (hasBegun && !hasActed) {
      hasActed = true;
      await act(office, ids);
    }
    const waiting = await deps.notices.oldestWaiting(after(deps.clock(), 3_600_000));
    if (!waiting) return;
    rehearsal.goOn();
  }
}

const COUNTED = /^(send|edit|create|close|reopen|pin)/;

function figuresOf(
  { telegram, group, rehearsal, startedAtMs }: Office & { startedAtMs: number },
  appeals: number,
): BurstFigures {
  const { ledger } = telegram;
  const calls = ledger.calls.filter(({ method, chatId }) => chatId === group.id && COUNTED.test(method));
  const sent = calls.filter(({ method, answer }) => method === 'sendMessage' && answer.ok);
  const numbers = sent.flatMap(({ payload }) => /\d{4}-\d{6}/.exec(String(payload.text)) ?? []);
  const isDanger = ({ method, payload }: (typeof calls)[number]) =>
    method === 'sendMessage' && String(payload.text).includes('🚨');
  return {
    appeals,
    calls: calls.length,
    cards: new Set(numbers).size,
    violations: ledger.violations.length,
    tookMs: rehearsal.ms - startedAtMs,
    allowedMs: soonestMs(calls.length),
    callsBeforeDanger: calls.findLastIndex(isDanger) + 1,
    edits: calls.filter(({ method }) => method.startsWith('edit')).length,
  };
}

/** So many appeals at once, and what it took to show them all to one group. */
export async function rehearseBurst(burst: Burst): Promise<BurstFigures> {
  const office = await openOffice(burst);
  try {
    const startedAtMs = office.rehearsal.ms;
    const ids = await file(office, burst.appeals);
    await deliverAll(office, ids);
    return figuresOf({ ...office, startedAtMs }, burst.appeals);
  } finally {
    await office.close();
  }
}
