const GROUP = { most: 20, windowMs: 60_000 };
const CHAT = { most: 3, windowMs: 3_000 };

/** When the last of so many calls to one group may go at the soonest, in milliseconds after the first (docs/guarantees). */
export function soonestMs(calls: number): number {
  const at: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const byLimit = [GROUP, CHAT].map(({ most, windowMs }) =>
      index >= most ? (at[index - most] ?? 0) + windowMs : 0,
    );
    at.push(Math.max(at.at(-1) ?? 0, ...byLimit));
  }
  return at.at(-1) ?? 0;
}
