import { startTown, type Town, type TownOptions } from '../sandbox/town';
import type { Stage } from './promise';
import { NICENESS } from './servers';

let towns = 0;

/** A town on the proof's own servers, in databases nobody had before; ended with the proof. */
export async function townOf(stage: Stage, options: TownOptions = {}): Promise<Town> {
  towns += 1;
  const { servers, seed, isPatient } = stage;
  const town = await startTown({
    seed,
    niceness: isPatient ? NICENESS : 0,
    stores: servers.stores(towns),
    ...options,
  });
  stage.atEnd(town.stop);
  return town;
}

/** The settings of a town whose workers look for what is due so often. */
export const lookingEvery = (seconds: number) => ({ TICK_SECONDS: String(seconds) });

/** The programs that run now, of a list that grows as they are started anew. */
export class Crew {
  constructor(
    private running: Town['botProcesses'],
    private readonly start: () => Promise<Town['botProcesses'][number]>,
  ) {}

  get size(): number {
    return this.running.length;
  }

  /** Kills one by chance, perhaps after a moment of standing still, and puts another in its place. */
  async killOne(chance: () => number): Promise<void> {
    const doomed = this.running.splice(Math.floor(chance() * this.running.length), 1)[0]!;
    if (chance() < 0.2) {
      doomed.freeze();
      await pause(500 + chance() * 1500);
    }
    await doomed.kill();
    this.running.push(await this.start());
  }

  /** Stops one in good order and puts another in its place; tells how it ended. */
  async replaceOne(): Promise<{ code: number | null; ms: number }> {
    const [leaving] = this.running.splice(0, 1);
    const stopped = await leaving!.stop();
    this.running.push(await this.start());
    return stopped;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits for a fact of the messenger, at most `ms`, and looks with each thing that happens there: a burst may be over before
 * the next look by the clock. What follows is done before anything else happens.
 */
export function happens({ telegram }: Town, isSo: () => boolean, ms: number): Promise<boolean> {
  if (isSo()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (has: boolean) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(has);
    };
    const unsubscribe = telegram.subscribe(() => {
      if (isSo()) end(true);
    });
    const timer = setTimeout(() => end(isSo()), ms);
  });
}

/** Waits for a fact, at most `ms`; says whether it came. */
export async function comesTrue(isSo: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(100))
    if (await isSo()) return true;
  return isSo();
}
