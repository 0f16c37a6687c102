import { aScene, type Scene } from '../dialogues/staff-scene';

jest.setTimeout(150_000);

describe('the officials’ group became a supergroup', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await aScene({ hasTopics: false, limits: {}, bots: 1 });
  });
  afterEach(() => scene.stop());

  it('goes on with cards, replies and commands, though the settings name the old one and both processes start again', async () => {
    const {
      resident,
      files,
      group,
      telegram,
      answers,
      sees,
      petro,
      iryna,
      town,
      register,
      seesCard,
      isRecorded,
      here,
      noteOf,
    } = scene;
    const olena = await resident();
    await files(olena);
    const oldId = group.id;
    telegram.faults.nextCalls('sendMessage', 1, { delayMs: 1_500, chatId: oldId });
    const appeal = await register(olena);
    group.migrates();
    expect(group.id).not.toBe(oldId);
    expect(town.env.STAFF_CHAT_ID).toBe(String(oldId));
    const card = await isRecorded(appeal, await seesCard(appeal));
    expect(card.chatId).toBe(group.id);
    await answers(card, 'Зроблено вже тут.');
    await sees(olena, /Зроблено вже тут/);
    await seesCard(appeal, /слово за заявником/);
    const later = await files(await resident('Марія'));
    expect(later.card.chatId).toBe(group.id);
    await iryna.says('/queue', { in: group });
    await iryna.waits(/У черзі/, here());
    await petro.presses({ message: later.card, label: 'Взяти' }, here());
    await seesCard(later.appeal, /у роботі/);

    await Promise.all([...town.botProcesses, ...town.workerProcesses].map((one) => one.stop()));
    await Promise.all([town.startBot(), town.startWorker()]);
    const last = await files(await resident());
    expect(last.card.chatId).toBe(group.id);
    expect(await noteOf(petro, last.card, 'Взяти')).toContain('Ви взяли');
    await seesCard(last.appeal, /у роботі/);
    await iryna.says(`/assign ${last.appeal.number} ${iryna.id}`, { in: group });
    await iryna.waits(/передано виконавцю/, here());
  });
});
