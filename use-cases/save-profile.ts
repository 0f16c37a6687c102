import type { Citizen } from '../domain/citizen';
import type { Citizens } from './ports';

export type ProfileChange = Partial<Omit<Citizen, 'id' | 'messenger' | 'chatId' | 'rev'>>;

const TRIES = 3;

/**
 * Writes what a person said about themselves over what was known. Returns their record, or `conflict` after three tries.
 * Nothing is written once `isOver` says that this very change was made before.
 */
export async function saveProfile(
  deps: { citizens: Citizens },
  input: { citizen: Citizen; change: ProfileChange; isOver?: () => Promise<boolean> },
): Promise<Citizen | 'conflict'> {
  let { citizen } = input;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await input.isOver?.()) return citizen;
    const changed: Citizen = { ...citizen, ...input.change, rev: citizen.rev + 1 };
    if (await deps.citizens.save(changed)) return changed;
    citizen = (await deps.citizens.find(citizen.id)) ?? citizen;
  }
  return 'conflict';
}
