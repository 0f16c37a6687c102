import { comesTrue } from './town-of';

interface Done {
  readonly kills: number;
  readonly updates: number;
}

const STANDING_STILL_MS = 20_000;

/** Waits for the next kill: they are spread over the updates; but what stands still is killed all the same. */
export const nextKillIsDue = (soFar: () => Done, wanted: Done): Promise<boolean> =>
  comesTrue(() => {
    const { kills, updates } = soFar();
    return (kills + 1) * wanted.updates <= updates * (wanted.kills + 1);
  }, STANDING_STILL_MS);
