import { aScene, isKnown, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: true });
});
afterAll(() => scene.stop());

describe('the citizen’s verdict', () => {
  it('«not solved» goes under the card and to executor and controller, who may answer again; stars show on the card', async () => {
    const { resident, files, answers, sees, petro, iryna, seesCard } = scene;
    await petro.starts();
    await iryna.starts();
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await answers(card, 'Лампу замінено.');
    await sees(olena, /Питання вирішено\?/);
    await olena.presses('Ні, не вирішено');
    await sees(olena, /Що не так/);
    await olena.sendsPhoto({ caption: 'увечері знову темно' });
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /повернуто виконавцю/);
    const note = await sees(petro, /не вирішено/, card);
    expect(note.text).toContain('увечері знову темно');
    expect(note.media?.kind).toBe('photo');
    expect(note.threadId).toBe(card.threadId);
    for (const one of [petro, iryna]) {
      const alert = await one.waits(({ text, chatId }) => chatId === one.id && /доопрацювання/.test(text), { timeoutMs: 20_000 }); // prettier-ignore
      expect(alert.text).toContain('увечері знову темно');
    }
    await answers(card, 'Замінено ще й реле.');
    await sees(olena, /Замінено ще й реле/);
    await olena.presses('Так, вирішено');
    await sees(olena, /оцінюєте/);
    await olena.presses('5 ★');
    const closed = await seesCard(appeal, /Оцінка заявника: 5/);
    expect(closed.text).toContain('заявник підтвердив');
  });

  it('does not disturb what is being written, and parks it when the citizen turns to the answer', async () => {
    const { resident, files, answers, sees, reload } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await olena.presses('Нове звернення');
    await sees(olena, /Розкажіть/);
    await answers(card, 'Готово.');
    const answer = await sees(olena, /Питання вирішено\?/);
    await olena.says('велика яма на дорозі біля школи, машини об’їжджають');
    await sees(olena, /Схоже/);
    await olena.presses({ message: answer, label: 'Ні, не вирішено' });
    expect((await sees(olena, /Що не так/)).text).toContain('збережено на потім');
    await olena.says('ліхтар не світить');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    const done = await sees(olena, /повернуто виконавцю/);
    expect(
      done.buttons
        .flat()
        .map(({ label }) => label)
        .join(),
    ).toMatch(/Продовжити/);
    expect(await reload(appeal)).toMatchObject({ status: 'rework', reworkCount: 1 });
  });

  it('may be a bare «так» or «ні» written as a reply; once closed, other words are asked about again', async () => {
    const { resident, files, answers, sees, reload, town } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await answers(card, 'Лампу замінено.');
    const first = await sees(olena, /Питання вирішено\?/);
    await isKnown(town, first);
    await olena.says('Ні.', { replyTo: first });
    await sees(olena, /Що не так/);
    expect(await reload(appeal)).toMatchObject({ status: 'answered' });
    await olena.says('увечері знову темно');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /повернуто виконавцю/);
    await answers(card, 'Замінено ще й реле.');
    const second = await sees(olena, /Замінено ще й реле/);
    await isKnown(town, second);
    await olena.says('Так', { replyTo: second });
    await sees(olena, /оцінюєте/);
    expect(await reload(appeal)).toMatchObject({ status: 'closed' });
    await olena.says('дякую, тепер світло', { replyTo: second });
    const shown = await sees(olena, /тепер світло[^]*Питання вирішено\?/);
    expect(shown.buttons.flat().map(({ label }) => label)).toContain('Ні, не вирішено');
  });
});
