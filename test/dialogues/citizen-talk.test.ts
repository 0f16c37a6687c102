import { askCitizenForDetails } from '../../use-cases/ask-for-details';
import { aCitizenScene, labels, TOWN_MS, type CitizenScene, type Resident } from './citizen-scene';

jest.setTimeout(TOWN_MS);

const NO_JOBS = { expandAppeal: () => Promise.resolve(), deliverTo: () => Promise.resolve() };

describe('talk about appeals that are open', () => {
  let scene: CitizenScene;
  let olena: Resident;
  beforeAll(async () => {
    scene = await aCitizenScene();
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    olena = scene.resident();
  });
  const asked = async (appealId: string) => {
    const { appeals, town } = scene;
    const actor = { id: 'telegram-7', roles: ['official'] as const };
    const about = { actor, appealId, commandId: `ask-${appealId}`, question: 'Де саме?' };
    await askCitizenForDetails({ appeals, clock: town.now, jobs: NO_JOBS }, about);
  };
  const typesOf = async (id: string) =>
    (await scene.appeals.find(id))!.events.map(({ type }) => type.slice(7));

  it('asks whose the words are, keeps what comes meanwhile, and mixes nothing', async () => {
    const [one, other] = [await scene.registered(olena), await scene.registered(olena)];
    await asked(other.id);
    const which = await olena.says('біля третього під’їзду', /Про що це/);
    expect(which.text).toContain('біля третього під’їзду');
    expect(labels(which).flat().slice(0, 3)).toEqual([
      expect.stringContaining(other.number),
      expect.stringContaining(one.number),
      'Нове звернення',
    ]);
    await olena.says('і ще в арці', /в арці/);
    await olena.does((me) => me.sendsPhoto(), /1 файл/);
    await olena.says('1', /Надіслати/);
    await olena.taps('Надіслати', new RegExp(`Додано до звернення ${other.number}`));
    const answered = await scene.appeals.find(other.id);
    expect(answered).toMatchObject({ status: 'in_progress', attachments: [{ kind: 'photo' }] });
    expect(answered?.events.at(-1)?.facts.text).toBe('біля третього під’їзду\nі ще в арці');
    expect(await typesOf(one.id)).toEqual(['submitted']);
  });

  it('leads to a new appeal by one tap, with the words in it', async () => {
    const { number } = await scene.registered(olena);
    const which = await olena.says('яма на дорозі біля школи 3', /Про що це/);
    expect(labels(which).flat()[0]).toBe('Нове звернення');
    await olena.taps('Нове звернення', /Схоже, це про/);
    const [draft] = (await scene.draftsOf(olena)).filter(({ kind }) => kind === 'appeal');
    expect(draft?.fields).toMatchObject({ pieces: [{ text: 'яма на дорозі біля школи 3' }] });
    expect((await scene.appealsOf(olena)).map((appeal) => appeal.number)).toEqual([number]);
  });

  it('takes a place as the answer to «where?», and the card follows', async () => {
    const appeal = await scene.registered(olena);
    await asked(appeal.id);
    await olena.does((me) => me.sharesPlace(49.4742, 31.5103), /Це відповідь на запитання/);
    await olena.says('1', /Надіслати це місце/);
    await olena.taps('Надіслати', /Додано до звернення/);
    expect(await scene.appeals.find(appeal.id)).toMatchObject({
      place: { kind: 'location', district: 'central' },
      status: 'in_progress',
    });
  });

  it('corrects the place and the text of what is sent', async () => {
    const { id } = await scene.registered(olena);
    await olena.says(`/start a-${id}`, /Стан/);
    await olena.taps('Виправити', /Що виправити/);
    await olena.taps('Місце', /Де це/);
    await olena.says('Садова 300', /Так і є 300/);
    await olena.says('30', /передано виконавцю/);
    expect((await scene.appeals.find(id))?.place).toMatchObject({ label: 'вул. Садова, 30' });
    await olena.says(`/start a-${id}`, /вул\. Садова, 30/);
    await olena.taps('Виправити', /Що виправити/);
    await olena.taps('Текст', /Напишіть текст наново/);
    await olena.says('ліхтарі горять і вдень, і вночі', /Надіслати\?/);
    await olena.taps('Надіслати', /передано виконавцю/);
    expect((await scene.appeals.find(id))?.pieces).toMatchObject([
      { text: 'ліхтарі горять і вдень, і вночі' },
    ]);
  });

  it('makes an appeal of a message once its author says who they are', async () => {
    const { id, legalDueAt } = await scene.registered(olena);
    expect(legalDueAt).toBeUndefined();
    await olena.says(`/start a-${id}`, /законного строку відповіді немає/);
    await olena.taps('Доповнити дані', /Погоджуєтеся/);
    await olena.says('так', /прізвище/);
    await olena.says('Коваль Олена Петрівна', /живете/);
    await olena.says('Садова, 27, кв. 5', /Що це для вас/);
    await olena.says('2', /є зверненням за законом/);
    const appeal = await scene.appeals.find(id);
    expect(appeal).toMatchObject({ kind: 'complaint', legalDueAt: expect.any(Date) as Date });
    expect(await scene.citizenOf(olena)).toMatchObject({ name: 'Коваль Олена Петрівна' });
  });
});
