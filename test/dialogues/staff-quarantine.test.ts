import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(100_000);

const PATIENT = { timeoutMs: 30_000 };

describe('the quarantine', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene();
  });
  beforeEach(() => scene.town.mongo.collection('quarantine').deleteMany({}));
  afterAll(() => scene.stop());

  /** Somebody whose draft was damaged in the record writes a word more: their event cannot be carried out. */
  const hurt = async (words: string) => {
    const { resident, town } = scene;
    const person = await resident();
    await person.says('не горить ліхтар');
    await person.waits(/Схоже/, PATIENT);
    const drafts = town.mongo.collection('drafts');
    const whose = { ownerId: `telegram-${person.id}` };
    const before = await drafts.findOne(whose);
    await drafts.updateOne(whose, { $set: { fields: null } });
    await person.says(words);
    await person.waits(/збере/, PATIENT);
    await drafts.updateOne(whose, { $set: { fields: before?.fields as object } });
    return {
      person,
      piecesOf: async () => (await drafts.findOne(whose))?.fields as { pieces: { text: string }[] },
    };
  };
  const shownTo = async (who: Scene['iryna']) => {
    await who.says('/quarantine', { in: scene.group });
    return who.waits(/вдалося обробити|лише модератор/, { in: scene.group, ...PATIENT });
  };

  it('is shown to a moderator by id and kind, without anybody’s words', async () => {
    await hurt('мене звати Олена Таємна');
    const list = await shownTo(scene.iryna);
    expect(list.text).toMatch(/1\. tg-\d+-\d+, повідомлення/);
    expect(list.text).not.toContain('Таємна');
    expect((await shownTo(scene.petro)).text).toContain('лише модератор');
  });

  it('is tried again by a button, and what was given is kept', async () => {
    await hurt('мене звати Олена Таємна');
    const { piecesOf } = await hurt('і провід висить');
    const list = await shownTo(scene.iryna);
    expect(list.text).toContain('обробити: 2');
    expect(await scene.noteOf(scene.iryna, list, 'Повторити 2')).toBe('Оброблено.');
    expect((await piecesOf()).pieces.map(({ text }) => text)).toEqual([
      'не горить ліхтар',
      'і провід висить',
    ]);
    await scene.iryna.waits(/обробити: 1/, { in: scene.group, ...PATIENT });
  });

  it('is dropped only with a reason, which stays in the record', async () => {
    const { iryna, group, town } = scene;
    await hurt('а ще яма');
    const list = await shownTo(iryna);
    await iryna.presses({ message: list, label: 'Відкинути 1' }, { in: group });
    const why = await iryna.waits(/Чому відкинути/, { in: group, ...PATIENT });
    await iryna.presses({ message: why, label: 'Уже не на часі' }, { in: group });
    await iryna.waits(/Усе оброблено/, { in: group, ...PATIENT });
    const settled = () => town.mongo.collection('quarantine').findOne({ 'settled.state': 'dropped' });
    await until(async () => (await settled()) !== null, 'the drop is in the record');
    expect((await settled())?.settled).toMatchObject({ reason: 'too_old', by: `telegram-${iryna.id}` });
  });
});
