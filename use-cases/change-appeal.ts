import type { Appeal } from '../domain/appeal';
import { wasCarriedOut, type AppealRefusal, type Decision } from '../domain/decision';
import type { Command } from '../domain/decision';
import type { Instant } from '../domain/instant';
import { may, type Action, type Actor } from '../domain/permissions';
import type { Appeals, Clock, Jobs } from './ports';

export interface AppealDeps {
  readonly appeals: Appeals;
  readonly clock: Clock;
  readonly jobs: Jobs;
}

export type ChangeRefusal = AppealRefusal | 'not_found' | 'not_permitted' | 'conflict';
export type Changed =
  | { readonly ok: true; readonly appeal: Appeal }
  | { readonly ok: false; readonly refusal: ChangeRefusal; readonly appeal?: Appeal };

const TRIES = 3;

/**
 * The one shape of every change: load – carried out before? – permitted? – decide – save. Somebody faster makes it
 * decide again, three times, then `conflict`. A command carried out before gives the same outcome.
 */
export async function changeAppeal(
  deps: AppealDeps,
  change: {
    appealId: string;
    commandId: string;
    isPermitted: (appeal: Appeal) => boolean;
    decide: (appeal: Appeal, now: Instant) => Decision;
  },
): Promise<Changed> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const appeal = await deps.appeals.find(change.appealId);
    if (!appeal) return { ok: false, refusal: 'not_found' };
    if (!change.isPermitted(appeal)) return { ok: false, refusal: 'not_permitted' };
    if (wasCarriedOut(appeal, change.commandId)) return { ok: true, appeal };
    const decision = change.decide(appeal, deps.clock());
    if (!decision.ok) return { ok: false, refusal: decision.refusal, appeal };
    if (await deps.appeals.save(decision.appeal)) {
      await deps.jobs.expandAppeal(appeal.id);
      return { ok: true, appeal: decision.appeal };
    }
  }
  return { ok: false, refusal: 'conflict' };
}

/** What an actor wants by one event, and by which door. */
export const commandOf = ({ id: by, channel }: Actor, id: string): Command => ({
  ...{ id, by },
  ...(channel && { channel }),
});

export interface About {
  readonly actor: Actor;
  readonly appealId: string;
  readonly commandId: string;
}

/**
 * The use case that carries one decision out for whom the table of permissions lets. Its input is who, which appeal,
 * the command's id and what the decision asks for besides; it refuses as the decision does.
 */
export const changing =
  <Given extends object = object, Deps extends AppealDeps = AppealDeps>(
    action: Exclude<Action, 'steer' | 'work'>,
    decide: (appeal: Appeal, command: Command & Given, now: Instant, deps: Deps) => Decision,
  ) =>
  (deps: Deps, { actor, appealId, commandId, ...given }: About & Given): Promise<Changed> =>
    changeAppeal(deps, {
      appealId,
      commandId,
      isPermitted: (appeal) => may[action](actor, appeal),
      decide: (appeal, now) =>
        decide(appeal, { ...(given as unknown as Given), ...commandOf(actor, commandId) }, now, deps),
    });
