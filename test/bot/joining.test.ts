import type { Fields } from '../../domain/draft';
import type { Appeal } from '../../domain/appeal';
import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { scenery } from '../support/sample-files';
import { aCitizen, aDraft, anAppeal, anEvent, onward } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
});
afterAll(() => town.close());

const MIRU = { kind: 'address', label: 'вул. Миру, 18', district: 'central' } as const;
const SADOVA = { kind: 'address', label: 'вул. Садова, 27', district: 'central' } as const;
const WRITTEN: Fields = {
  pieces: [{ messageId: '1', text: 'не горить ліхтар' }],
  ...{ proposal: 'street-lamp', category: 'street-lamp', 'q-lamps': '1', 'q-pole': null },
};
const ANSWERED: Fields = {
  ...WRITTEN,
  place: MIRU,
  filesDone: true,
  kind: 'application',
  consent: 'declined',
};

const lead = (overrides: Partial<Appeal> = {}) =>
  anAppeal({
    ...{
      id: 'lead',
      number: '2026-000001',
      citizenId: 'telegram-2',
      place: SADOVA,
      events: [anEvent('lead-1')],
    },
    ...overrides,
  });
const withdrawn = (appeal: Appeal) =>
  onward(appeal, anEvent('gone', { type: 'appeal.withdrawn' }), { status: 'withdrawn' });

/** Olena comes back to what she wrote. */
async function olenaWith(fields: Fields) {
  await town.deps.citizens.insert(aCitizen());
  await town.deps.drafts.insert(aDraft({ id: 'AbCdEfGh12345678', fields }));
  return door.person('1');
}
const joinOf = async () => (await town.deps.drafts.find('AbCdEfGh12345678'))?.fields.join;

describe('joining', () => {
  it('is offered anew when the place is changed at the review', async () => {
    await town.deps.appeals.insert(lead());
    const olena = await olenaWith(ANSWERED);
    expect((await olena.says('/nonsense')).text).toMatch(/Перевірте/);
    await olena.presses('Змінити');
    await olena.presses('Місце');
    expect((await olena.says('Садова 27')).text).toMatch(/Про це вже повідомили/);
    expect((await olena.presses('Приєднатися')).text).toMatch(/Перевірте[^]*Приєднається/);
    expect(await joinOf()).toMatchObject({ id: 'lead' });
  });

  it('is not asked in the middle of later questions about what others file meanwhile', async () => {
    const olena = await olenaWith({ ...ANSWERED, kind: undefined, place: SADOVA });
    expect((await olena.says('/nonsense')).text).toMatch(/Що це для вас/);
    await town.deps.appeals.insert(lead());
    expect((await olena.presses('Прошу допомогти')).text).toMatch(/Перевірте/);
  });

  it('of an appeal that ended meanwhile is answered with a clear sentence, and the writing goes on', async () => {
    await town.deps.appeals.insert(lead());
    const olena = await olenaWith({ ...WRITTEN, place: SADOVA });
    expect((await olena.says('/nonsense')).text).toMatch(/Про це вже повідомили/);
    await town.deps.appeals.save(withdrawn(lead()));
    expect((await olena.presses('Приєднатися')).text).toMatch(/приєднатися не вийде[^]*фото/);
    expect(await joinOf()).toBeUndefined();
  });

  it('says the same while another one may still be joined', async () => {
    await town.deps.appeals.insert(lead());
    await town.deps.appeals.insert(
      lead({ id: 'other', number: '2026-000002', events: [anEvent('other-1')] }),
    );
    const olena = await olenaWith({ ...WRITTEN, place: SADOVA });
    await olena.says('/nonsense');
    const [first] = olena.sees().choices!.flat();
    const token = first && 'token' in first ? first.token : '';
    const isLead = token.endsWith('.lead');
    await town.deps.appeals.save(withdrawn(lead(isLead ? {} : { id: 'other', number: '2026-000002', events: [anEvent('other-1')] }))); // prettier-ignore
    expect((await olena.presses('До 1-го')).text).toMatch(/приєднатися не вийде[^]*Про це вже повідомили/);
  });
});

describe('a moderator’s commands about how appeals belong together', () => {
  it('merge, separate and label, each told to whom it concerns', async () => {
    await town.deps.citizens.insert(aCitizen());
    await town.deps.appeals.insert(lead());
    await town.deps.appeals.insert(anAppeal({ id: 'mine', number: '2026-000002', place: SADOVA }));
    await door.work();
    const iryna = door.person('50');
    const heard = () => town.deps.messenger.saidTo('1').map(({ screen }) => screen.text);
    const mine = async () => (await town.deps.appeals.find('mine'))!;

    expect((await iryna.says('/merge 2026-000002')).text).toMatch(/до якого номера/);
    expect((await iryna.says('/merge 2026-000002 2026-000001 той самий ліхтар')).text).toMatch(/приєднано/);
    await door.work();
    expect(await mine()).toMatchObject({ leadId: 'lead' });
    expect(heard().at(-1)).toMatch(/той самий ліхтар/);

    expect((await iryna.says('/separate 2026-000002 це інший ліхтар')).text).toMatch(/далі окремо/);
    await door.work();
    expect((await mine()).leadId).toBeUndefined();
    expect(heard().at(-1)).toMatch(/це інший ліхтар/);

    const told = heard().length;
    expect((await iryna.says('/label 2026-000002 повторне 2026-000001')).text).toMatch(/змінено/);
    expect((await mine()).marks).toEqual([{ kind: 'repeat', of: [{ id: 'lead', number: '2026-000001' }] }]);
    expect((await iryna.says('/label 2026-000002 -повторне')).text).toMatch(/змінено/);
    expect((await mine()).marks).toBeUndefined();
    await door.work();
    expect(heard()).toHaveLength(told);

    const stranger = await door.person('7', '-100').says('/merge 2026-000002 2026-000001 той самий');
    expect(stranger.text).toMatch(/модератор/);
  });
});

describe('a question to the one who reported first', () => {
  it('is not put to those who joined: nobody else’s words are shown to them, their term runs on', async () => {
    await town.deps.citizens.insert(aCitizen());
    await town.deps.citizens.insert(aCitizen({ id: 'telegram-2', chatId: '2' }));
    await town.deps.appeals.insert(
      lead({ status: 'in_progress', joinerIds: ['mine'], executorId: 'telegram-7' }),
    );
    await town.deps.appeals.insert(
      anAppeal({ id: 'mine', number: '2026-000002', leadId: 'lead', place: SADOVA }),
    );
    await door.work();
    const before = town.deps.messenger.saidTo('1').length;
    const petro = door.person('7', '-100');
    await petro.forges('ask.lead');
    await petro.says(
      'Ви писали про квартиру 5: який під’їзд?',
      town.deps.messenger.saidTo('-100').at(-1)!.messageId,
    );
    await petro.presses('Надіслати');
    await door.work();
    expect(town.deps.messenger.saidTo('2').at(-1)?.screen.text).toMatch(/який під’їзд/);
    expect(town.deps.messenger.saidTo('1')).toHaveLength(before);
    expect(await town.deps.appeals.find('mine')).toMatchObject({ status: 'submitted' });
  });

  it('is offered for a near-identical photo, though the words are others and the spot is a little off', async () => {
    const there = {
      kind: 'location',
      label: 'точка на карті',
      district: 'central',
      longitude: 32.06,
    } as const;
    const [theirs, ours] = [await scenery(1, 90), await scenery(1, 60)];
    const look = await town.deps.pictures.look(theirs);
    const photo = (id: string) => ({ id, kind: 'photo', messenger: 'telegram', fileId: id }) as const;
    await town.deps.appeals.insert(
      lead({
        category: 'lamps-schedule',
        place: { ...there, latitude: 49.4441 },
        attachments: [{ ...photo('theirs'), look: look! }],
      }),
    );
    const writes = (files: ReturnType<typeof photo>[]) => ({
      pieces: [{ messageId: '1', text: 'подивіться, будь ласка, що тут' }],
      ...{ proposal: 'lamps-schedule', category: 'lamps-schedule', files },
      place: { ...there, latitude: 49.4446 },
    });
    town.deps.messenger.download = () => Promise.resolve(new Uint8Array(ours));
    const olena = await olenaWith(writes([photo('ours')]));
    expect((await olena.says('/nonsense')).text).toMatch(/Про це вже повідомили/);

    await town.begin();
    await town.deps.appeals.insert(
      lead({ category: 'lamps-schedule', place: { ...there, latitude: 49.4441 } }),
    );
    door = openFrontDoor(town);
    expect((await (await olenaWith(writes([]))).says('/nonsense')).text).not.toMatch(/Про це вже повідомили/);
  });
});
