import type { Town } from '../../sandbox/town';

type Person = Town['petro'];

const PATIENCE = { timeoutMs: 60_000 };

/** What the present question is answered with, by words of the question. The first that fits is done. */
const ANSWERS: readonly (readonly [RegExp, (person: Person, text: string) => Promise<unknown>])[] = [
  [/Розкажіть/, (person, text) => person.says(text)],
  [/Схоже|Про що це/, (person) => person.says('1')],
  [/Де це/, (person) => person.says('Миру 18')],
  [/Якщо є фото/, (person) => person.presses('Без фото')],
  [/Що це для вас/, (person) => person.presses('Прошу допомогти')],
  [/Погоджуєтеся/, (person) => person.presses('Погоджуюсь')],
  [/номером телефону/, (person) => person.presses('Поділитися номером')],
  [
    /Напишіть прізвище/,
    (person) => person.says(`${person.record.lastName ?? 'Коваль'} ${person.record.firstName} Петрівна`),
  ],
  [/адресу, за якою/, (person) => person.says('Садова, 27')],
  [/пошт/, (person) => person.presses('Пропустити')],
  [/Перевірте/, (person) => person.presses('Надіслати')],
];

const QUESTION_CHOICE = /\.q-[^.]+\.(?!!)/;

async function answerParticular(person: Person): Promise<void> {
  const screen = person.screen();
  const choice = screen?.buttons.flat().find(({ token }) => QUESTION_CHOICE.test(token ?? ''));
  await person.presses(choice?.label ?? 'Пропустити');
}

/** Files one appeal by answering each question once, however often it is shown, and resolves to its number. */
export async function fileAppeal(person: Person, text: string): Promise<string> {
  await person.says('/new');
  const answered = new Set<string>();
  for (let turns = 0; turns < 25; turns += 1) {
    const { text: asked } = await person.waits(({ text: shown }) => !answered.has(shown), PATIENCE);
    answered.add(asked);
    const number = /Звернення (\d{4}-\d{6}) прийнято/.exec(asked)?.[1];
    if (number) return number;
    const answer = ANSWERS.find(([question]) => question.test(asked));
    await (answer ? answer[1](person, text) : answerParticular(person));
  }
  throw new Error(`${person.name} was asked too much`);
}
