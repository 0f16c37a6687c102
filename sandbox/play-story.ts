import { storyteller } from './tell-story';
import type { Town } from './town';

type Story = ReturnType<typeof storyteller> & { town: Town };
type Citizen = Town['petro'];

async function files(story: Story, olena: Citizen): Promise<void> {
  const { says, sees } = story;
  const tells = async (text: string, expected: RegExp) => {
    says(olena.name, text);
    await olena.says(text);
    return sees(olena, expected);
  };
  const presses = async (label: string, expected: RegExp) => {
    says(olena.name, `[${label}]`);
    await olena.presses(label);
    return sees(olena, expected);
  };
  await tells('/start', /Відгук/);
  await presses('Нове звернення', /Розкажіть/);
  await tells('третя доба не горить ліхтар біля під’їзду, темно страшно ходити', /Схоже/);
  await presses('Не горить ліхтар', /\?/);
  await questions(story, olena);
  await tells('Миру 18', /фото/);
  says(olena.name, '(фото) отой ліхтар');
  await olena.sendsPhoto({ caption: 'отой ліхтар' });
  await sees(olena, /Є 1 файл/);
  await presses('Готово', /Що це для вас/);
  await presses('Прошу допомогти', /Погоджуєтеся/);
  await presses('Погоджуюсь', /телефон/);
  says(olena.name, '[Поділитися номером]');
  await olena.presses('Поділитися номером');
  await sees(olena, /прізвище/);
  await tells('Коваль Олена Петрівна', /адресу, за якою/);
  await tells('Миру, 18, кв. 5', /пошту/);
  await presses('Пропустити', /Перевірте/);
  await presses('Надіслати', /прийнято/);
}

/** The category's own questions: the first choice each time, or none. */
async function questions({ says, sees }: Story, olena: Citizen): Promise<void> {
  for (let asked = 0; asked < 5; asked += 1) {
    const screen = olena.screen();
    if (!screen || /Де це/.test(screen.text)) return;
    const label =
      screen.buttons.flat().find(({ token }) => /\.q-[^.]+\.(?!!)/.test(token ?? ''))?.label ?? 'Пропустити';
    says(olena.name, `[${label}]`);
    await olena.presses(label);
    await sees(olena, /\S/);
  }
}

const inGroup = (town: Town, threadId?: number) => ({
  in: town.group,
  ...(threadId && { thread: threadId }),
});

async function asksAndHears({ says, sees, town }: Story, olena: Citizen): Promise<void> {
  const { petro } = town;
  const card = await sees(petro, /не взято/, inGroup(town));
  says(`${petro.name} (службовий чат)`, '[Взяти]');
  await petro.presses({ message: card, label: 'Взяти' }, inGroup(town));
  await sees(petro, /у роботі/, inGroup(town));
  await sees(olena, /працює/);
  says(`${petro.name} (службовий чат)`, '[Запитати]');
  await petro.presses({ message: card, label: 'Запитати' }, inGroup(town));
  const asked = await sees(petro, /що запитати/, inGroup(town, card.threadId));
  says(`${petro.name} (відповідає боту)`, 'З якого боку будинку ліхтар?');
  await petro.says('З якого боку будинку ліхтар?', { ...inGroup(town, card.threadId), replyTo: asked });
  await sees(petro, /Надіслати\?/, inGroup(town, card.threadId));
  await petro.presses('Надіслати', inGroup(town, card.threadId));
  await sees(petro, /надіслано заявнику/, inGroup(town, card.threadId));
  const question = await sees(olena, /запитує/);
  says(`${olena.name} (відповідає на повідомлення)`, 'з боку дитячого майданчика');
  await olena.says('з боку дитячого майданчика', { replyTo: question });
  await sees(olena, /Надіслати\?/);
  await olena.presses('Надіслати');
  await sees(olena, /Додано до звернення/);
  await sees(petro, /Заявник доповнив/, inGroup(town));
}

async function answers({ says, sees, town }: Story, text: string): Promise<void> {
  const { petro } = town;
  const card = petro
    .messages(inGroup(town))
    .findLast(({ byBot, buttons }) => byBot && buttons.flat().some(({ label }) => label === 'Відповісти'));
  if (!card) throw new Error('there is no card to answer');
  const here = inGroup(town, card.threadId);
  says(`${petro.name} (відповідає на картку)`, text);
  await petro.says(text, { ...here, replyTo: card });
  await sees(petro, /Чим закінчилося/, here);
  says(petro.name, '[Виконано]');
  await petro.presses('Виконано', here);
  await sees(petro, /Так побачить заявник/, here);
  says(petro.name, '[Надіслати]');
  await petro.presses('Надіслати', here);
  await sees(petro, /надіслано заявнику/, here);
}

async function returns({ says, sees, town }: Story, olena: Citizen): Promise<void> {
  await sees(olena, /Питання вирішено\?/);
  says(olena.name, '[Ні, не вирішено]');
  await olena.presses('Ні, не вирішено');
  await sees(olena, /Що не так/);
  says(olena.name, 'увечері знову темно, ліхтар не горить');
  await olena.says('увечері знову темно, ліхтар не горить');
  await sees(olena, /Надіслати\?/);
  await olena.presses('Надіслати');
  await sees(olena, /повернуто виконавцю/);
  await sees(town.petro, /не вирішено/, inGroup(town));
  await sees(town.iryna, /доопрацювання/);
}

async function closes({ says, sees, town }: Story, olena: Citizen): Promise<void> {
  await sees(olena, /Питання вирішено\?/);
  says(olena.name, '[Так, вирішено]');
  await olena.presses('Так, вирішено');
  await sees(olena, /оцінюєте/);
  says(olena.name, '[5 ★]');
  await olena.presses('5 ★');
  await sees(olena, /Оцінка: 5/);
  await olena.presses('Швидко');
  await sees(olena, /Оцінка: 5/);
  await olena.presses('Готово');
  await sees(olena, /оцінку враховано/);
  await sees(town.petro, /Оцінка заявника: 5/, inGroup(town));
}

/** What the record must hold at the end; what is missing, in words. */
async function missing(town: Town): Promise<string[]> {
  const [appeal] = await town.mongo.collection('appeals').find({}).toArray();
  const types = ((appeal?.events ?? []) as { type: string }[]).map(({ type }) => type.replace('appeal.', ''));
  const expected = ['submitted', 'taken', 'details_asked', 'detail_added', 'answered', 'returned_for_rework', 'answered', 'confirmed', 'rated']; // prettier-ignore
  const isInOrder = expected.every((type, index) => types[index] === type);
  const attachments = (appeal?.attachments ?? []) as unknown[];
  return [
    ...(isInOrder ? [] : [`the events are ${types.join(', ')}`]),
    ...(appeal?.status === 'closed' ? [] : [`the status is ${String(appeal?.status)}`]),
    ...((appeal?.rating as { stars?: number } | undefined)?.stars === 5 ? [] : ['no five stars']),
    ...(attachments.length === 1 ? [] : ['no photo']),
    ...((appeal?.place as { label?: string } | undefined)?.label?.includes('Миру') ? [] : ['no place']),
  ];
}

/** One appeal from the first word to five stars, over the Bot API. Resolves to what is missing in the record. */
export async function playStory(town: Town, tell: (line: string) => void): Promise<string[]> {
  const story: Story = { ...storyteller(town, tell), town };
  const olena = town.telegram.person({
    firstName: 'Олена',
    lastName: 'Коваль',
    languageCode: 'uk',
    phone: '+380671112233',
  });
  await town.iryna.says('/start');
  await files(story, olena);
  await asksAndHears(story, olena);
  await answers(story, 'Лампу замінено 23 листопада.');
  await returns(story, olena);
  await answers(story, 'Замінено ще й реле, увечері перевірили: горить.');
  await closes(story, olena);
  return missing(town);
}
