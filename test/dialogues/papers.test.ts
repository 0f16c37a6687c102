import { textOfPdf } from '../support/read-pdf';
import { aScene, type Scene } from './staff-scene';

jest.setTimeout(120_000);

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});
afterEach(() => scene?.stop());

const codeIn = (text: string): string => /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(text)?.[0] ?? '';

it('an appeal and its answer go on paper, are checked by their code and carry the incoming number', async () => {
  const olena = await scene.resident();
  const { appeal, card } = await scene.files(olena);
  await scene.petro.says(`/incoming ${appeal.number} без цифри`, scene.here());
  await scene.sees(scene.petro, /має містити цифру/, card);
  await scene.petro.says(`/incoming ${appeal.number} В-1234/01-12`, scene.here());
  await scene.sees(scene.petro, /записано/, card);
  await scene.seesCard(appeal, /В-1234\/01-12/);
  await scene.answers(card, 'Лампу замінено');
  await scene.sees(olena, /Питання вирішено/);
  await olena.says('/start a-' + appeal.id);
  await scene.sees(olena, /Вхідний номер: В-1234\/01-12/);
  await olena.presses('PDF');
  const paper = await scene.sees(olena, /Відповідь на звернення № /);
  expect(paper.media).toMatchObject({ kind: 'document', fileName: `${appeal.number}-answer-1.pdf` });
  const text = textOfPdf(scene.telegram.fileBytes(paper.media!.fileId)!.bytes).join(' ');
  expect(text).toMatch(/В-1234\/01-12[^]*Лампу замінено/);
  expect(text).toContain('Коваль Олена Петрівна');

  const stranger = await scene.resident('Борис');
  await stranger.says(`/check ${codeIn(text).toLowerCase()}`);
  const checked = await scene.sees(stranger, /Папір справжній/);
  expect(checked.text).toMatch(new RegExp(`${appeal.number}[^]*Виконано`));
  expect(checked.text).not.toMatch(/Коваль|ліхтар/);
  await stranger.says(`/start check-${codeIn(text).replaceAll('-', '')}`);
  await scene.sees(stranger, /Папір справжній/);
  await stranger.says('/check 0000');
  await scene.sees(stranger, /місто не видавало/);
});
