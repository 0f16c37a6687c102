import type { Actor, Story, Voice } from './teller';

export interface Matter {
  readonly words: string;
  readonly category: string;
  readonly address: string;
  /** The caption of a photo they send. */
  readonly photo?: string;
  /** Somebody has reported it: they join. */
  readonly joins?: boolean;
}

interface Resident {
  readonly firstName: string;
  readonly lastName: string;
  readonly fullName: string;
  readonly residence: string;
  readonly phone: string;
}

/** Moves into the town. */
export function resident({ town }: Story, { firstName, lastName, phone }: Resident): Actor {
  return town.telegram.person({ firstName, lastName, languageCode: 'uk', phone });
}

const QUESTION_CHOICE = /\.q-[^.]+\.(?!!)/;
const PLACE = /Де це|Це тут/;

/** The category's own questions: the first choice each time, or none. */
async function answersQuestions(who: Voice): Promise<void> {
  for (let screen = who.screen(); screen && !PLACE.test(screen.text); screen = who.screen()) {
    const choice = screen.buttons.flat().find(({ token }) => QUESTION_CHOICE.test(token ?? ''));
    await who.presses(choice?.label ?? 'Пропустити', /\S/);
  }
}

async function attaches(who: Voice, photo: string | undefined): Promise<void> {
  if (!photo) return void (await who.presses('Без фото', /Що це для вас/));
  await who.sendsPhoto(photo, /Є 1 файл/);
  await who.presses('Готово', /Що це для вас/);
}

/** Files an appeal from the first word and resolves to its number. */
export async function files(who: Voice, by: Resident, matter: Matter): Promise<string> {
  await who.says('/start', /Відгук/);
  await who.presses('Нове звернення', /Розкажіть/);
  await who.says(matter.words, /Схоже/);
  await who.presses(matter.category, /\?/);
  await answersQuestions(who);
  if (matter.joins) {
    await who.says(matter.address, /Про це вже повідомили/);
    await who.presses('Приєднатися', /фото/);
  } else await who.says(matter.address, /фото/);
  await attaches(who, matter.photo);
  await who.presses('Прошу допомогти', /Погоджуєтеся/);
  await who.presses('Погоджуюсь', /телефон/);
  await who.presses('Поділитися номером', /прізвище/);
  await who.says(by.fullName, /адресу, за якою/);
  await who.says(by.residence, /пошту/);
  await who.presses('Пропустити', /Перевірте/);
  return numberIn((await who.presses('Надіслати', /прийнято/)).text);
}

function numberIn(text: string): string {
  const number = /\d{4}-\d{6}/.exec(text)?.[0];
  if (!number) throw new Error('the bot names no number');
  return number;
}

/** Says that it is solved and gives the stars. */
export async function agrees(who: Voice, stars: number): Promise<void> {
  await who.sees(/Питання вирішено\?/);
  await who.presses('Так, вирішено', /оцінюєте/);
  await who.presses(`${stars} ★`, new RegExp(`Оцінка: ${stars}`));
  await who.presses('Швидко', new RegExp(`Оцінка: ${stars}`));
  await who.presses('Готово', /оцінку враховано/);
}

/** Says that it is not solved, and why: it goes back to work. */
export async function objects(who: Voice, reason: string): Promise<void> {
  const answer = await who.sees(/Питання вирішено\?/);
  await who.presses('Ні, не вирішено', /Що не так/, answer);
  await who.says(reason, /Надіслати\?/);
  await who.presses('Надіслати', /повернуто виконавцю/);
}
