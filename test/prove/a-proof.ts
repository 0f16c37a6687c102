import { PROMISES } from '../../prove/all';
import { prove } from '../../prove/run';
import { startServers, type Servers } from '../../prove/servers';

const SEED = 11;
const LONGEST_MS = 180_000;
/** To open servers before and to end everything after one that was not over in time. */
const BESIDES_MS = 120_000;

/** Plays promises in their short form, checks them, and falsifies the evidence to see whether the check notices. */
export function describeProofs(title: string, ids: readonly string[]): void {
  describe(title, () => {
    let servers: Servers | undefined;
    const ofOurs = async () => (servers ??= await startServers());
    const stop = async () => {
      await servers?.stop();
      servers = undefined;
    };
    beforeAll(ofOurs, 120_000);
    afterAll(stop, 60_000);

    it.each(PROMISES.filter(({ id }) => ids.includes(id)))(
      '$id: $says, and a planted fault is noticed',
      async (promise) => {
        const outcome = await prove(promise, {
          openServers: ofOurs,
          seed: SEED,
          scale: 0,
          isPlanted: true,
          longestMs: LONGEST_MS,
        });
        // The next one, or this one tried again, is played on servers nobody hurt.
        if (outcome.misses.length > 0) await stop();
        expect(outcome.misses).toEqual([]);
        expect(outcome.unnoticed).toEqual([]);
        expect(outcome.noticed.length).toBeGreaterThan(0);
      },
      LONGEST_MS + BESIDES_MS,
    );
  });
}
