import type { Citizen } from '../domain/citizen';
import type { Command } from '../domain/decision';
import type { Instant } from '../domain/instant';
import { maskContacts } from '../domain/masking';
import { may } from '../domain/permissions';
import { object, pardon, slowDown, strike, type Restriction } from '../domain/sifting';
import { changing, type About, type AppealDeps, type Changed } from './change-appeal';
import type { Citizens } from './ports';
import type { Audit } from './staff-ports';

type Deps = AppealDeps & { readonly citizens: Citizens; readonly audit: Audit };
type Decide = (citizen: Citizen, given: Restriction, command: Command, now: Instant) => Citizen;
type Given = About & { readonly reason: string; readonly days: number };

const TRIES = 3;

const whatOf = { strike: 'citizen.struck', slow: 'citizen.slowed', pardon: 'citizen.pardoned' } as const;

/** What a moderator decides about whoever wrote an appeal; in the audit before it is so. The appeal does not change. */
const siftAuthor =
  (action: keyof typeof whatOf, decide: Decide) =>
  async (deps: Deps, { actor, appealId, commandId, reason, days }: Given): Promise<Changed> => {
    const appeal = await deps.appeals.find(appealId);
    if (!appeal) return { ok: false, refusal: 'not_found' };
    if (!may[action](actor, appeal)) return { ok: false, refusal: 'not_permitted' };
    if (!reason.trim()) return { ok: false, refusal: 'empty_text' };
    const at = deps.clock();
    const said = maskContacts(reason.trim());
    const entry = { id: `${action}-${commandId}`, at, by: actor.id, what: whatOf[action], about: appeal.id };
    await deps.audit.add({ ...entry, facts: { reason: said, ...(days > 0 && { days: String(days) }) } });
    const given = { number: appeal.number, reason: said, days };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const citizen = await deps.citizens.find(appeal.citizenId);
      if (!citizen) return { ok: false, refusal: 'not_found' };
      const decided = decide(citizen, given, { id: commandId, by: actor.id }, at);
      if (decided === citizen) return { ok: true, appeal };
      if (await deps.citizens.save({ ...decided, rev: citizen.rev + 1 })) return { ok: true, appeal };
    }
    return { ok: false, refusal: 'conflict' };
  };

/** One strike more for the author, in force for `days`. Refuses with `empty_text` and as every change does. */
export const strikeAuthor = siftAuthor('strike', strike);
/** For `days` a moderator looks first at what the author files. Refuses as `strikeAuthor`. */
export const slowAuthor = siftAuthor('slow', slowDown);
/** Strikes and slow mode are taken back. Refuses as `strikeAuthor`. */
export const pardonAuthor = siftAuthor('pardon', pardon);

/** The author objects to what was decided about them. */
export const objectToSifting = changing<{ text: string }>('object', object);
