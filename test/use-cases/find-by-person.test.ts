import type { Actor } from '../../domain/permissions';
import { findByPerson, type PersonSought } from '../../use-cases/find-by-person';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const moderator: Actor = { id: 'telegram-51', roles: ['moderator'] };
const controller: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };

const OLENA = { name: 'Коваль Олена', phone: '+380671112233' };
const BY_PHONE: PersonSought = { by: 'phone', value: OLENA.phone };
const BY_NAME: PersonSought = { by: 'name', value: 'Коваль' };

let searches = 0;
async function finds(actor: Actor, sought: PersonSought) {
  const found = await findByPerson(town.deps, { actor, commandId: `search-${(searches += 1)}`, sought });
  if (!found.ok) throw new Error(found.refusal);
  return { people: found.people.map(({ id }) => id), appeals: found.appeals.map(({ id }) => id) };
}
const recorded = () => town.connection.collection('audit').find({}).toArray();

describe('a search by person', () => {
  it.each([BY_PHONE, BY_NAME])('by $by finds a hidden name for a controller only', async (sought) => {
    await town.deps.citizens.insert(aCitizen({ ...OLENA, hidesName: true }));
    await town.deps.appeals.insert(anAppeal());
    expect(await finds(moderator, sought)).toEqual({ people: [], appeals: [] });
    expect(await recorded()).toMatchObject([{ facts: { found: '0' } }]);
    expect(await finds(controller, sought)).toEqual({ people: ['telegram-1'], appeals: ['draft-1'] });
  });

  it('leaves out an appeal filed with a hidden name', async () => {
    await town.deps.citizens.insert(aCitizen(OLENA));
    await town.deps.appeals.insert(anAppeal());
    await town.deps.appeals.insert(
      anAppeal({ id: 'draft-2', number: '2026-000002', hidesName: true, events: [] }),
    );
    expect((await finds(moderator, BY_PHONE)).appeals).toEqual(['draft-1']);
    expect((await finds(controller, BY_PHONE)).appeals).toEqual(
      expect.arrayContaining(['draft-1', 'draft-2']),
    );
  });
});
