import { aScene, until, type Scene } from '../dialogues/staff-scene';

jest.setTimeout(100_000);
const HOUR = 3_600_000;

let scene: Scene;
beforeEach(async () => {
  scene = await aScene({ hasTopics: true, startsAt: new Date('2026-11-23T22:30:00+02:00') });
});
afterEach(() => scene.stop());

const hourOf = (at: number) =>
  Number(new Intl.DateTimeFormat('uk-UA', { timeZone: 'Europe/Kyiv', hour: 'numeric' }).format(at));

it('night is quiet, silence is reminded of three times in daytime, and nothing closes by itself', async () => {
  const { resident, files, answers, town, sees, reload } = scene;
  const olena = await resident();
  const { appeal, card } = await files(olena);
  await answers(card, 'Лампу замінено.');
  const heard = () => olena.messages().filter(({ byBot, text }) => byBot && text.includes(appeal.number));
  await olena.says('/my');
  await sees(olena, new RegExp(appeal.number));
  const quiet = () => heard().filter(({ text }) => /Питання вирішено\?|працює/.test(text));
  expect(quiet()).toHaveLength(0);
  await town.moveClock(10 * HOUR);
  expect(quiet()).toHaveLength(0);
  await town.moveClock(0.6 * HOUR);
  const answer = await olena.waits(/Лампу замінено/, { timeoutMs: 20_000 });
  expect(hourOf(answer.at)).toBe(9);

  const reminders = () => heard().filter(({ text }) => /чекає на ваше слово/.test(text));
  let hours = 0;
  const moveTo = async (day: number, count: number) => {
    await town.moveClock(day * 24 * HOUR - hours * HOUR);
    hours = day * 24;
    await until(async () => {
      const due = await town.mongo.collection('notices').countDocuments({ kind: 'rate_reminder' });
      return due === count;
    }, `${count} reminders are made`);
  };
  await moveTo(1, 1);
  await until(() => Promise.resolve(reminders().length === 1), 'the first reminder');
  await moveTo(3, 2);
  await until(() => Promise.resolve(reminders().length === 2), 'the second reminder');
  await moveTo(7, 3);
  await until(() => Promise.resolve(reminders().length === 3), 'the third reminder');
  for (const { at } of reminders()) expect(hourOf(at)).toBeGreaterThanOrEqual(9);
  for (const { at } of reminders()) expect(hourOf(at)).toBeLessThan(21);
  await town.moveClock(365 * 24 * HOUR);
  await files(await resident('Марія'));
  expect(reminders()).toHaveLength(3);
  expect((await reload(appeal)).status).toBe('answered');
});
