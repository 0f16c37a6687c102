import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  await town.deps.citizens.insert(aCitizen());
  await town.deps.appeals.insert(anAppeal({ id: 'lamp', status: 'in_progress' }));
  await door.work();
});
afterAll(() => town.close());

const POINT = { kind: 'location', latitude: 49.4742, longitude: 31.5103 } as const;
const SAID = /точка на карті[^]*49\.47420, 31\.51030/;
const groupHeard = () => town.deps.messenger.saidTo('-100').map(({ screen }) => screen.text);

describe('a place in the talk about an appeal', () => {
  const asks = async () => {
    const petro = door.person('7', '-100');
    await petro.forges('ask.lamp');
    const asked = town.deps.messenger.saidTo('-100').at(-1)!.messageId;
    return { petro, asked };
  };

  it('goes with an official’s question, once there are words', async () => {
    const { petro, asked } = await asks();
    const kept = await petro.does(POINT, asked);
    expect(kept.text).toMatch(/що запитати/);
    expect(petro.labels()).not.toContain('Надіслати');
    expect((await petro.says('Це той стовп?', asked)).text).toMatch(/точка на карті[^]*Це той стовп/);
    await petro.presses('Надіслати');
    await door.work();
    const notice = town.deps.messenger.saidTo('1').at(-1)!;
    expect(notice.screen.text).toMatch(/Це той стовп/);
    expect(notice.screen.text).toMatch(SAID);
    expect((await town.deps.appeals.find('lamp'))?.place).toBeUndefined();
  });

  it('goes back as the citizen’s answer: the card and the note tell the point', async () => {
    const { petro, asked } = await asks();
    await petro.says('Де саме?', asked);
    await petro.presses('Надіслати');
    await door.work();
    const olena = door.person('1');
    await olena.does(POINT, town.deps.messenger.saidTo('1').at(-1)!.messageId);
    await olena.presses('Надіслати');
    await door.work();
    expect(groupHeard().filter((text) => /доповнив/.test(text) && SAID.test(text))).toHaveLength(1);
    const [card] = town.deps.messenger.edited.filter(({ to }) => to.chatId === '-100').slice(-1);
    expect(card?.screen.text).toMatch(SAID);
    expect(await town.deps.appeals.find('lamp')).toMatchObject({
      status: 'in_progress',
      place: { ...POINT },
    });
  });
});
