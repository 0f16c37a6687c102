import { aScene, until, type Scene } from '../dialogues/staff-scene';

jest.setTimeout(100_000);

const PATIENT = { timeoutMs: 45_000 };

describe('delivery in trouble', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene({ hasTopics: true });
  });
  afterAll(() => scene.stop());

  it('tells the official when the citizen has blocked the bot, nudges nobody, and delivers on their return', async () => {
    const { resident, files, answers, sees, petro, town, telegram } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await olena.blocksBot();
    await answers(card, 'Лампу замінено.');
    const note = await sees(petro, /бота заблоковано/, card);
    expect(note.text).toContain(appeal.number);
    expect(note.threadId).toBe(card.threadId);
    const sentBefore = telegram.ledger.calls.filter(({ chatId }) => chatId === olena.id).length;
    await town.moveClock(25 * 3_600_000);
    const maria = await resident('Марія');
    await files(maria);
    expect(telegram.ledger.calls.filter(({ chatId }) => chatId === olena.id)).toHaveLength(sentBefore);
    const notes = scene.group.messages().filter(({ text }) => text.includes(appeal.number) && text.includes('бота заблоковано')); // prettier-ignore
    expect(notes).toHaveLength(1);
    await olena.unblocksBot();
    await olena.waits(/Лампу замінено/, PATIENT);
  });

  it('opens the topic again when it was deleted, and loses neither card nor note', async () => {
    const { resident, files, petro, group, here, seesCard } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    group.deletesTopic(card.threadId!);
    await olena.says('/start');
    await olena.waits(/Відгук/, PATIENT);
    await olena.forges(`add.${appeal.id}`, olena.screen()!);
    await olena.waits(/допов|додати|Напишіть/i, PATIENT);
    await olena.says('Ще й вимикач зламано');
    await olena.waits(/Надіслати\?/, PATIENT);
    await olena.presses('Надіслати');
    const again = await seesCard(appeal);
    expect(again.threadId).not.toBe(card.threadId);
    const note = await petro.waits(/вимикач зламано/, { ...here(), ...PATIENT });
    expect(note.threadId).toBe(again.threadId);
  });

  it('repeats a lost answer at most once', async () => {
    const { resident, files, answers, sees, telegram } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    telegram.faults.nextCalls('sendMessage', 1, { drop: 'after', chatId: olena.id });
    await answers(card, 'Реле замінено.');
    await sees(olena, /Реле замінено/);
    const copies = () => olena.messages().filter(({ text }) => text.includes('Реле замінено')).length;
    await until(() => Promise.resolve(copies() === 2), 'the one repetition');
    await files(await resident());
    expect(copies()).toBe(2);
  });

  it('waits in one chat only when that chat asks for a pause', async () => {
    const { resident, files, answers, sees, telegram } = scene;
    const [olena, maria] = [await resident('Олена'), await resident('Марія')];
    const [first, second] = [(await files(olena)).card, (await files(maria)).card];
    const error = {
      code: 429,
      description: 'Too Many Requests: retry after 15',
      parameters: { retry_after: 15 },
    };
    telegram.faults.nextCalls('sendMessage', 1, { error, chatId: olena.id });
    await answers(first, 'Для Олени зроблено.');
    await answers(second, 'Для Марії зроблено.');
    await sees(maria, /Для Марії зроблено/);
    expect(olena.messages().some(({ text }) => text.includes('Для Олени зроблено'))).toBe(false);
    await olena.waits(/Для Олени зроблено/, PATIENT);
  });

  it('goes on after Redis forgot everything', async () => {
    const { resident, files, town, sees, petro, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.says('Все готово.', { ...here(card), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Виконано' }, here(card));
    await sees(petro, /Перевірте/, card);
    await town.redis.flushdb();
    await petro.presses({ message: screen, label: 'Надіслати' }, here(card));
    await petro.waits(/надіслано заявнику/, { ...here(card), ...PATIENT });
    await town.redis.flushdb();
    await olena.waits(/Все готово/, PATIENT);
  });

  it('is taken up by other workers when the first were killed in the middle', async () => {
    const { resident, files, answers, town, telegram } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    telegram.faults.nextCalls('sendMessage', 1, { delayMs: 20_000, drop: 'before', chatId: olena.id });
    await answers(card, 'Стовп пофарбовано.');
    const isLeased = async () =>
      (await town.mongo.collection('notices').countDocuments({ chatId: String(olena.id), kind: 'answered', leasedUntil: { $ne: null }, state: 'waiting' })) > 0; // prettier-ignore
    await until(isLeased, 'the answer is on its way');
    await town.workerProcesses[0]!.kill();
    expect(olena.messages().some(({ text }) => text.includes('Стовп пофарбовано'))).toBe(false);
    await town.startWorker();
    await olena.waits(/Стовп пофарбовано/, { timeoutMs: 60_000 });
  });
});
