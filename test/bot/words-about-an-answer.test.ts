import type { Appeal } from '../../domain/appeal';
import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAnswer, anAppeal, anEvent, aNotice, days, onward } from '../support/builders';
import { city } from '../support/sample-city';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  await town.deps.citizens.insert(aCitizen());
});
afterAll(() => town.close());

const ANSWER = 'answer-1';
const lamp = () => town.deps.appeals.find('draft-1');

/** Olena has an answered appeal, and its notice in her chat. */
async function answered() {
  await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
  await town.deps.notices.insert([aNotice('told', { state: 'sent', sentMessageIds: [ANSWER] })]);
  return door.person('1');
}

describe('words about an answer', () => {
  it.each([
    ['as a reply', 'Дякую, полагодили', ANSWER],
    ['out of the blue', 'вже зробили, заявку можна закрити', undefined],
  ])(
    '%s are no «not solved»: their author says which, and nothing is sent meanwhile',
    async (_, words, to) => {
      const olena = await answered();
      await olena.says(words, to);
      if (!to) await olena.presses(olena.labels().find((label) => label.includes('2026-000001'))!);
      expect(olena.sees().text).toMatch(new RegExp(`${words}[^]*Питання вирішено`));
      expect(olena.labels()).toEqual(['Так, вирішено', 'Ні, не вирішено', 'Скасувати']);
      expect((await lamp())?.status).toBe('answered');
      await olena.presses('Так, вирішено');
      expect(olena.sees().text).toMatch(/закрито[^]*оцінюєте/);
      expect(await lamp()).toMatchObject({ status: 'closed', reworkCount: 0 });
      expect((await lamp())?.events.at(-1)).toMatchObject({
        type: 'appeal.confirmed',
        facts: { text: words },
      });
    },
  );

  it('go back to the executor after «not solved», and the screen says so before they go', async () => {
    const olena = await answered();
    await olena.says('лампа блимає', ANSWER);
    await olena.presses('Ні, не вирішено');
    expect(olena.sees().text).toMatch(/лампа блимає[^]*Надіслати\?[^]*повернеться виконавцю як не вирішене/);
    await olena.presses('Надіслати');
    expect(await lamp()).toMatchObject({ status: 'rework', reworkCount: 1 });
    expect((await lamp())?.events.at(-1)?.facts.text).toBe('лампа блимає');
  });

  it('stay where they are when the answer’s own button is pressed', async () => {
    const olena = await answered();
    await olena.says('лампа блимає', ANSWER);
    expect((await olena.forges('no.draft-1.1')).text).toMatch(/лампа блимає[^]*Надіслати\?/);
  });

  it('are asked for, not judged again, after the button «not solved»', async () => {
    const olena = await answered();
    await olena.forges('no.draft-1.1');
    expect(olena.sees().text).toMatch(/Що не так/);
    await olena.says('досі темно');
    expect(olena.labels()).toContain('Надіслати');
  });
});

describe('a reply to an appeal that is over', () => {
  const closed = () => {
    const confirmed = anEvent('event-3', { type: 'appeal.confirmed', facts: { ordinal: 1 } });
    return onward(anAppeal({ status: 'answered' }), confirmed, { status: 'closed' });
  };
  /** Its notice is in Olena’s chat, and she replies to it. */
  async function replies(appeal: Appeal, words: string) {
    await town.deps.appeals.insert(appeal);
    await town.deps.notices.insert([aNotice('told', { state: 'sent', sentMessageIds: [ANSWER] })]);
    const olena = door.person('1');
    await olena.says(words, ANSWER);
    return olena;
  }

  it('may send a closed one back, once its author says that it is not solved', async () => {
    const olena = await replies(closed(), 'знову не горить');
    await olena.presses('Ні, не вирішено');
    await olena.presses('Надіслати');
    expect(await lamp()).toMatchObject({ status: 'rework' });
    expect((await lamp())?.events.at(-1)?.facts.text).toBe('знову не горить');
  });

  it('leaves a closed one closed when its author says that it is solved', async () => {
    const olena = await replies(closed(), 'тепер світло');
    await olena.presses('Так, вирішено');
    expect(olena.sees().text).toMatch(/оцінюєте/);
    expect((await lamp())?.events).toHaveLength(3);
  });

  it.each(['not_considered', 'withdrawn'] as const)('begins a new one with the words: %s', async (status) => {
    const olena = await replies(anAppeal({ status }), 'ліхтар біля школи не горить');
    expect(olena.sees().text).toMatch(/більше не доповнюється[^]*початок нового/);
    const [draft] = await town.deps.drafts.unfinishedOf('telegram-1');
    expect(draft).toMatchObject({
      kind: 'appeal',
      fields: { pieces: [{ text: 'ліхтар біля школи не горить' }] },
    });
  });

  it('waits aside while another body has it, and goes along once that did not help', async () => {
    const olena = await replies(anAppeal({ status: 'forwarded' }), 'вони не відповіли');
    expect(olena.sees().text).toMatch(/передано іншому органу[^]*Ваші слова збережено/);
    await olena.presses('Ні, не допомогли');
    await olena.presses('Продовжити чернетку');
    await olena.presses('Надіслати');
    expect(await lamp()).toMatchObject({ status: 'submitted' });
    expect((await lamp())?.events.at(-1)?.facts.text).toBe('вони не відповіли');
  });

  it('offers a new one, and no «not solved», after the window', async () => {
    await town.deps.appeals.insert(closed());
    const olena = door.person('1');
    await olena.forges('a.draft-1');
    expect(olena.labels()).toContain('Ні, не вирішено');
    town.isNow(days(city.reworkWindowDays + 1));
    await olena.forges('a.draft-1');
    expect(olena.labels()).not.toContain('Ні, не вирішено');
    expect((await olena.forges('no.draft-1.1')).text).toMatch(/минув/);
    expect(olena.labels()).toContain('Нове звернення');
  });
});

describe('words the office was faster than', () => {
  const written = async (words: string) => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const olena = door.person('1');
    await olena.forges('add.draft-1');
    await olena.says(words);
    return olena;
  };
  const becomes = async (changes: Partial<Appeal>) => {
    const appeal = (await lamp())!;
    await town.deps.appeals.save(
      onward(appeal, anEvent('event-9', { type: 'appeal.answered', facts: { ordinal: 1 } }), changes),
    );
  };

  it('become words about the answer', async () => {
    const olena = await written('світить тільки зранку');
    await becomes({ status: 'answered', answers: [anAnswer()] });
    await olena.presses('Надіслати');
    expect(olena.sees().text).toMatch(
      /Поки ви писали, місто відповіло[^]*світить тільки зранку[^]*Питання вирішено/,
    );
  });

  it('wait to be sent again where they can go nowhere else yet', async () => {
    const olena = await written('світить тільки зранку');
    await becomes({ status: 'forwarded' });
    await olena.presses('Надіслати');
    expect(olena.labels()).toContain('Продовжити чернетку');
    const { state, fields } = (await town.deps.drafts.unfinishedOf('telegram-1'))[0]!;
    expect({ state, fields }).toMatchObject({
      state: 'saved',
      fields: { pieces: [{ text: 'світить тільки зранку' }] },
    });
    await olena.presses('Продовжити чернетку');
    expect(olena.sees().text).toMatch(/світить тільки зранку[^]*Надіслати\?/);
  });
});
