import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import type { Town } from '../../sandbox/town';

/** What is typed at one question; `words` stands for the person's own description, `contact` shares the phone. */
export type Typed = { readonly text: string } | 'words' | 'contact';

const PATIENCE = { timeoutMs: 60_000 };
const LONGEST = 40;

/** What everybody types about themselves. */
export const PROFILE = { name: 'Коваль Олена Петрівна', residence: 'Садова, 27', email: 'olena@example.org' };

/** By words of the question. Everything is typed, nothing pressed, so that others can repeat it without looking. */
const ANSWERS: readonly (readonly [RegExp, Typed])[] = [
  [/Розкажіть/, 'words'],
  [/Схоже|Про що це/, { text: '1' }],
  [/Де це/, { text: 'не знаю' }],
  [/Якщо є фото/, { text: 'немає' }],
  [/Що це для вас/, { text: 'Прошу допомогти' }],
  [/Погоджуєтеся/, { text: 'так' }],
  [/номером телефону/, 'contact'],
  [/Напишіть прізвище/, { text: PROFILE.name }],
  [/адресу, за якою/, { text: PROFILE.residence }],
  [/пошт/, { text: PROFILE.email }],
  [/Перевірте/, { text: 'Надіслати' }],
  // Only a version of the proofs asks it.
  [/На якому це поверсі/, { text: '2' }],
];

const WAYS_OUT = /\.!(later|back|cancel|keep)$/;
const REGISTERED = /Звернення (\d{4}-\d{6}) прийнято/;

interface Asked {
  readonly key: string;
  readonly typed: Typed;
}

/** What a question is answered with; `registered` when nothing is left to answer. */
export function answerTo(shown: Seen): Typed | 'registered' | undefined {
  return REGISTERED.test(shown.text) ? 'registered' : askedIn(shown)?.typed;
}

/** A question the table does not know is skipped, or gets its first choice. */
function askedIn({ text, buttons }: Seen): Asked | undefined {
  const known = ANSWERS.find(([question]) => question.test(text));
  if (known) return { key: String(known[0]), typed: known[1] };
  const all = buttons.flat().filter(({ token = '' }) => token.startsWith('d.') && !WAYS_OUT.test(token));
  const choice = all.find(({ token }) => token?.endsWith('.!skip')) ?? all[0];
  return choice && { key: choice.token?.split('.')[2] ?? '', typed: { text: choice.label } };
}

/** One person files an appeal, looking; what was typed is the script for all who follow. */
export async function recordScript(town: Town, person: Person, words: string): Promise<readonly Typed[]> {
  const script: Typed[] = [{ text: '/new' }];
  const answered = new Set<string>();
  const isNew = (shown: Seen) => REGISTERED.test(shown.text) || !answered.has(askedIn(shown)?.key ?? '');
  await person.says('/new');
  while (script.length < LONGEST) {
    const shown = await person.waits(
      (seen) => isNew(seen) && (REGISTERED.test(seen.text) || askedIn(seen) !== undefined),
      PATIENCE,
    );
    if (REGISTERED.test(shown.text)) return script;
    const asked = askedIn(shown)!;
    answered.add(asked.key);
    script.push(asked.typed);
    await spareAllowances(town, `*:${person.id}`);
    await type(person, asked.typed, words);
  }
  throw new Error(`no appeal after ${LONGEST} answers: the proof does not know the dialogue any more`);
}

export function type(person: Person, typed: Typed, words: string): Promise<Seen> {
  return typed === 'contact' ? person.sharesContact() : person.says(typed === 'words' ? words : typed.text);
}

/** Those who look are spared the allowance of a chat, or all of them: each answer comes at once. */
export async function spareAllowances({ redis }: Town, whose = '*'): Promise<void> {
  const spent = await redis.keys(`vidhuk:budget:${whose}`);
  if (spent.length > 0) await redis.del(...spent);
}
