import { localDay } from '../../domain/calendar';
import type { Outcome as How } from '../../domain/outcome';
import { readDay } from '../../domain/read-day';
import { MongoPeople } from '../../infra/mongo/mongo-people';
import type { Seen } from '../fake-telegram/seen';
import type { Office, Outcome } from './office-in-telegram';
import { appealOf } from './record';
import type { Actor, Story } from './teller';

const HOW: Record<Outcome, How> = { Виконано: 'done', Заплановано: 'planned' };
const ACTS: Readonly<Record<string, string>> = { Запитати: 'ask', 'Пояснити затримку': 'delay' };
const KYIV = 'Europe/Kyiv';

const numberIn = ({ text }: Pick<Seen, 'text'>): string => /\d{4}-\d{6}/.exec(text)?.[0] ?? '';

/** Takes the official on in both departments of the story. */
async function hire({ town }: Story, official: Actor): Promise<void> {
  const posts = ['light', 'roads'].map((department) => ({ role: 'official' as const, department }));
  await new MongoPeople(town.mongo).insert({
    id: `telegram-${official.id}`,
    name: official.name,
    posts,
    rev: 1,
  });
}

/** The moderator issues a token in their own chat, and hands it over. */
async function tokenFor(story: Story, official: Actor): Promise<string> {
  const { town, voice } = story;
  const isModerator = official.id === town.iryna.id;
  if (!isModerator) await hire(story, official);
  const iryna = voice(town.iryna);
  await iryna.says('/apitoken', /Чий відкрити/);
  await iryna.presses(isModerator ? String(official.id) : official.name, /ключа немає/);
  const shown = await iryna.presses('Видати ключ', /Показую його лише зараз/);
  return /[0-9a-f]{32}/.exec(shown.text)?.[0] ?? '';
}

/** The same work over HTTP: only what is seen is still seen in the group, where the cards follow. */
export function officeOverHttp(story: Story, official: Actor, telegram: Office, port: number): Office {
  const key = () => (story.tokens[official.id] ??= tokenFor(story, official));
  const does = async (number: string, act: string, given: object): Promise<void> => {
    const path = `/staff/appeals/${number}/${act}`;
    const token = await key();
    story.tells(`${official.name} (HTTP)`, `POST ${path} ${JSON.stringify(given)}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    if (!answer.ok) throw new Error(`${act} over HTTP: ${answer.status} ${await answer.text()}`);
  };
  return {
    ...telegram,
    takes: async (number) => {
      await does(number, 'take', {});
      return telegram.cardOf(number, /у роботі/);
    },
    writes: (message, label, text) => does(numberIn(message), ACTS[label] ?? label, { text }),
    answers: (card, text, outcome = 'Виконано', day) => {
      const plannedOn = day && readDay(day, localDay(story.town.now(), KYIV))?.toString();
      return does(numberIn(card), 'answer', { text, outcome: HOW[outcome], ...(plannedOn && { plannedOn }) });
    },
    asksForTime: async (message, text) => {
      const number = numberIn(message);
      const { legalDueAt = story.town.now() } = await appealOf(story.town, number);
      await does(number, 'extension', { text, day: localDay(legalDueAt, KYIV).add({ days: 5 }).toString() });
    },
    forwards: (number, to) => does(number, 'forward', { text: to }),
  };
}
