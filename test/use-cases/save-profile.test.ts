import { saveProfile } from '../../use-cases/save-profile';
import { openTown, type Town } from '../support/a-town';
import { aCitizen } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe('a person’s record', () => {
  it('takes what they say over what was known', async () => {
    const citizen = aCitizen({ id: 'telegram-11', name: 'Коваль Олена', email: 'a@b.ua' });
    await town.deps.citizens.insert(citizen);
    const saved = await saveProfile(town.deps, { citizen, change: { name: 'Коваль Олена Іванівна' } });
    expect(saved).toEqual({ ...citizen, name: 'Коваль Олена Іванівна', rev: 2 });
    expect(await town.deps.citizens.find('telegram-11')).toEqual(saved);
  });

  it('loses neither of two changes made at once', async () => {
    const citizen = aCitizen({ id: 'telegram-12' });
    await town.deps.citizens.insert(citizen);
    await Promise.all([
      saveProfile(town.deps, { citizen, change: { language: 'en' } }),
      saveProfile(town.deps, { citizen, change: { phone: '+380501234567' } }),
    ]);
    expect(await town.deps.citizens.find('telegram-12')).toEqual({
      ...citizen,
      ...{ language: 'en', phone: '+380501234567', rev: 3 },
    });
  });

  it('says «conflict» for a person nobody has met', async () => {
    const citizen = aCitizen({ id: 'telegram-13' });
    expect(await saveProfile(town.deps, { citizen, change: { language: 'en' } })).toBe('conflict');
  });
});
