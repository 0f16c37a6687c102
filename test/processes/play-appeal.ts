import type { Town } from '../../sandbox/town';

type Person = Town['petro'];

const PATIENCE = { timeoutMs: 60_000 };

/** What somebody says of themselves. */
interface Said {
  readonly name?: string;
  readonly residence?: string;
  readonly email?: string;
  readonly place?: string;
  /** For whom they file it. */
  readonly other?: { readonly name: string; readonly residence: string };
  /** What is done when all is answered and only «send» is left. */
  readonly beforeSending?: () => Promise<unknown>;
}
type Answer = (person: Person, text: string, said: Said) => Promise<unknown>;

async function sendOrChange(person: Person, { other, beforeSending }: Said): Promise<void> {
  if (!other) await beforeSending?.();
  await person.presses(other ? 'Змінити' : 'Надіслати');
}

/** What the present question is answered with, by words of the question. The first that fits is done. */
const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/Розкажіть/, (person, text) => person.says(text)],
  [/Схоже|Про що це/, (person) => person.says('1')],
  [/Де це/, (person, _text, { place = 'Миру 18' }) => person.says(place)],
  [/Якщо є фото/, (person) => person.presses('Без фото')],
  [/Що це для вас/, (person) => person.presses('Прошу допомогти')],
  [/Погоджуєтеся/, (person) => person.presses('Погоджуюсь')],
  [/номером телефону/, (person) => person.presses('Поділитися номером')],
  [/За кого подаєте/, (person, _text, { other }) => person.says(other?.name ?? '')],
  [
    /Напишіть прізвище/,
    (person, _text, { name }) =>
      person.says(name ?? `${person.record.lastName ?? 'Коваль'} ${person.record.firstName} Петрівна`),
  ],
  [/адресу, за якою/, (person, _text, { residence = 'Садова, 27' }) => person.says(residence)],
  [/пошт/, (person, _text, { email }) => (email ? person.says(email) : person.presses('Пропустити'))],
  [/За іншу людину: /, (person) => person.presses('Надіслати')],
  [/Перевірте/, (person, _text, said) => sendOrChange(person, said)],
  [/Що змінити/, (person) => person.presses('За іншу людину')],
  [/Де ця людина живе/, (person, _text, { other }) => person.says(other?.residence ?? '')],
  [/щоб ви подали його/, (person) => person.presses('Так, згода є')],
];

const QUESTION_CHOICE = /\.(q-[^.]+)\.(?!!)/;
const REGISTERED = /Звернення (\d{4}-\d{6}) прийнято/;

/** A press was overtaken: the question stands and is answered once more. */
const AGAIN = /Ця кнопка вже не діє/;

type Shown = ReturnType<Person['messages']>[number];

/** Which question a message asks, and how it is answered; the category's own ones by their first choice. */
function questionIn({ text, buttons }: Shown) {
  const known = ANSWERS.find(([question]) => question.test(text));
  if (known) return { key: String(known[0]), answer: known[1] };
  const choice = buttons.flat().find(({ token }) => QUESTION_CHOICE.test(token ?? ''));
  if (choice)
    return {
      key: choice.token?.split('.')[2] ?? '',
      answer: (person: Person) => person.presses(choice.label),
    };
  const skip = buttons.flat().find(({ token }) => /\.q-[^.]+\.!skip$/.test(token ?? ''));
  return (
    skip && { key: skip.token?.split('.')[2] ?? '', answer: (person: Person) => person.presses(skip.label) }
  );
}

/** How a person sends one file. */
export type SentBy = (person: Person) => Promise<unknown>;

export const asDocument =
  (bytes: Buffer): SentBy =>
  (person) =>
    person.sendsDocument({ bytes, name: 'photo.jpg', mime: 'image/jpeg' });

/** Sends these instead of «no photo», and says that this is all. */
async function attach(person: Person, files: readonly SentBy[]): Promise<void> {
  for (const send of files) {
    await send(person);
    await person.waits(/^Є \d файл/, PATIENCE);
  }
  await person.presses('Готово');
}

/** Files one appeal by answering each question once, however often it is shown, and resolves to its number. */
export async function fileAppeal(
  person: Person,
  words: string,
  files: readonly SentBy[] = [],
  said: Said = {},
): Promise<string> {
  await person.says('/new');
  const answered = new Set<string>();
  const isNew = (shown: Shown) => {
    const question = questionIn(shown);
    const isUnasked = !answered.has(question?.key ?? '') || AGAIN.test(shown.text);
    return REGISTERED.test(shown.text) || (question !== undefined && isUnasked);
  };
  for (;;) {
    const shown = await person.waits(isNew, PATIENCE);
    const number = REGISTERED.exec(shown.text)?.[1];
    if (number) return number;
    const question = questionIn(shown);
    answered.add(question?.key ?? '');
    if (files.length > 0 && /Якщо є фото/.test(shown.text)) await attach(person, files);
    else await question?.answer(person, words, said);
  }
}
