import { APPEALS, COLLEAGUES, DRAFTS, GROUPS, MOVES } from './city-of-presses';
import type { Press } from './forge-presses';
import { BROKEN, CITIZENS } from './memory-town';
import { play } from './play-presses';
import type { Effect } from './watch-presses';
import { doorDeps } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

jest.setTimeout(600_000);

/** `PRESSES_PLAYED=3000` for the full figure. */
const TIMES = Number(process.env.PRESSES_PLAYED ?? 600);

/** What stands in these changes by rights only; drafts, notices and the audit grow with whatever is tried. */
const GUARDED = [
  'appeals',
  'people',
  'citizens',
  'staffGroups',
  'apiTokens',
  'codes',
  'quarantine',
  'accountMoves',
];

let town: Town;
beforeAll(async () => {
  town = await openTown();
  const { deps } = town;
  for (const one of APPEALS) await deps.appeals.insert(one);
  for (const one of CITIZENS) await deps.citizens.insert(one);
  for (const one of COLLEAGUES) await deps.people.insert(one);
  for (const one of GROUPS) await deps.staffGroups.insert(one);
  for (const one of DRAFTS) await deps.drafts.insert(one);
  for (const one of MOVES) await deps.accountMoves.insert(one);
  await deps.quarantine.put(BROKEN);
});
afterAll(() => town.close());

type Stored = { _id: unknown }[];
const kept = (name: string) => town.connection.collection<{ _id: never }>(name);
const all = async (name: string) => (await kept(name).find().sort({ _id: 1 }).toArray()) as Stored;

async function putBack(name: string, rows: Stored): Promise<void> {
  await kept(name).deleteMany({});
  if (rows.length > 0) await kept(name).insertMany(rows as never);
}

describe('a button forged by anybody, before the whole bot and its real records', () => {
  it(`changes the record only by rights, ${TIMES} times`, async () => {
    const names = [...GUARDED, 'drafts'];
    const origin = new Map(await Promise.all(names.map(async (name) => [name, await all(name)] as const)));
    const unsaid: string[] = [];
    const collections: Partial<Record<Effect['what'], string>> = {
      ...{ appeal: 'appeals', draft: 'drafts', post: 'people', citizen: 'citizens' },
      ...{
        token: 'apiTokens',
        code: 'codes',
        group: 'staffGroups',
        quarantine: 'quarantine',
        move: 'accountMoves',
      },
    };
    const after = async (press: Press, effects: readonly Effect[]) => {
      for (const effect of effects) if (effect.what === 'appeal') await isInRecord(effect, press);
      const touched = new Set(effects.map(({ what }) => collections[what]));
      for (const name of touched) if (name) await putBack(name, origin.get(name) ?? []);
      town.deps.messenger.sent.length = 0;
      town.deps.messenger.edited.length = 0;
    };
    const isInRecord = async ({ id, type, by }: Effect & { what: 'appeal' }, press: Press) => {
      const last = (await town.deps.appeals.find(id))?.events.at(-1);
      if (last?.type !== type || last.by !== by) unsaid.push(`${press.token}: ${type}`);
    };
    const deps = { ...doorDeps(town), moderatorIds: new Set<string>(), quarantine: town.deps.quarantine };
    const { effects, wrong } = await play(deps, { times: TIMES, seed: 7 }, after);
    expect(wrong.slice(0, 12)).toEqual([]);
    expect(unsaid).toEqual([]);
    for (const name of GUARDED) expect(await all(name)).toEqual(origin.get(name));
    expect([...effects.keys()].filter((name) => name.startsWith('appeal.')).length).toBeGreaterThan(4);
  });
});
