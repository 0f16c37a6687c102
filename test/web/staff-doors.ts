import type { Appeal } from '../../domain/appeal';
import type { Outcome } from '../../domain/outcome';
import { codeMaker } from '../../infra/code-maker';
import { MongoApiTokens } from '../../infra/mongo/mongo-api-tokens';
import { MongoAudit } from '../../infra/mongo/mongo-audit';
import { MongoPeople } from '../../infra/mongo/mongo-people';
import { MongoStaffGroups } from '../../infra/mongo/mongo-staff-groups';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import { freePort } from '../../sandbox/processes';
import { issueToken } from '../../use-cases/api-tokens';
import { aScene } from '../dialogues/staff-scene';

/** What an official does, whatever the door. */
export type Act =
  | { readonly act: 'take' }
  | { readonly act: 'ask' | 'forward'; readonly text: string }
  | { readonly act: 'answer'; readonly text: string; readonly outcome: Outcome; readonly ground?: string; readonly plannedOn?: string }; // prettier-ignore

/** What came of it: what was said, and over HTTP the code and the word. */
export interface Told {
  readonly said: string;
  readonly code?: number;
  readonly refusal?: string;
}

export const STAFF = ['petro', 'ostap', 'former', 'iryna'] as const;
export type Name = (typeof STAFF)[number];

const LABELS: Record<Outcome, string> = {
  done: 'Виконано',
  partly_done: 'Виконано частково',
  refused: 'Відмова',
  explained: 'Роз’яснено',
  planned: 'Заплановано',
};
const ENDED = /надіслано заявнику|за зверненням не надіслано|Для відмови напишіть|Цей день уже минув/;

/** A department with a group of its own, an official of it and of another one, one who was, a moderator; both doors. */
export async function openDoors() {
  const port = await freePort(20_000 + Math.floor(Math.random() * 20_000));
  const scene = await aScene({ hasTopics: false, settings: { STAFF_API_PORT: String(port) } });
  const { telegram, town, petro, iryna } = scene;
  const person = (firstName: string) =>
    telegram.person({ firstName, lastName: 'Гнатюк', languageCode: 'uk' });
  const people: Record<Name, Person> = { petro, iryna, ostap: person('Остап'), former: person('Роман') };
  const light = telegram.group({ title: 'Міськсвітло', members: Object.values(people), botIsAdmin: true });
  const groups = new MongoStaffGroups(town.mongo);
  await groups.insert({ messenger: 'telegram', chatId: String(light.id), department: 'light', desk: 'main', isBound: true, isSettled: true, rev: 1 }); // prettier-ignore
  const staff = new MongoPeople(town.mongo);
  const idOf = (name: Name) => `telegram-${people[name].id}`;
  const hire = (name: Name, department: string) =>
    staff.insert({ id: idOf(name), posts: [{ role: 'official', department }], rev: 1 });
  await hire('petro', 'light');
  await hire('ostap', 'roads');
  await hire('former', 'light');
  const deps = {
    ...{
      people: staff,
      apiTokens: new MongoApiTokens(town.mongo),
      audit: new MongoAudit(town.mongo),
      codeMaker,
    },
    ...{ clock: town.now, moderatorIds: new Set([idOf('iryna')]) },
  };
  const controller = { id: 'telegram-0', roles: ['moderator', 'controller'] } as const;
  const tokens = new Map<Name, string>();
  for (const name of STAFF) {
    const issued = await issueToken(deps, {
      actor: controller,
      colleagueId: idOf(name),
      commandId: `t-${name}`,
    });
    if (issued.ok) tokens.set(name, issued.token);
  }
  await staff.save({ id: idOf('former'), posts: [], rev: 2 });
  const here = { in: light, timeoutMs: 20_000 };
  await iryna.says('/where', here);
  const anchor = await iryna.waits(/Ідентифікатор/, here);

  /** The button of a card as it once stood, however the card looks by now. */
  const presses = async (who: Person, token: string): Promise<string> =>
    (await who.waitsAnswer(await who.forges(token, anchor, here), 20_000)).text ?? '';
  /** Begins what is written about an appeal: nothing when a note says why not. */
  const begins = async (who: Person, token: string, wanted: RegExp): Promise<Seen | string> => {
    const note = await presses(who, token);
    return note || who.waits(wanted, here);
  };

  async function asks(who: Person, { id }: Appeal, text: string): Promise<string> {
    const asked = await begins(who, `ask.${id}`, /що запитати в заявника/);
    if (typeof asked === 'string') return asked;
    await who.says(text, { ...here, replyTo: asked });
    await who.waits(/Надіслати\?/, here);
    await who.presses({ message: asked, label: 'Надіслати' }, here);
    return (await who.waits(/надіслано заявнику/, here)).text;
  }

  async function answers(who: Person, { id }: Appeal, act: Act & { act: 'answer' }): Promise<string> {
    const asked = await begins(who, `ans.${id}`, /текстом для заявника/);
    if (typeof asked === 'string') return asked;
    await who.says(act.text, { ...here, replyTo: asked });
    await who.waits(/Чим закінчилося/, here);
    await who.presses({ message: asked, label: LABELS[act.outcome] }, here);
    const more = act.outcome === 'refused' ? (act.ground ?? 'ні') : act.plannedOn;
    if (more) {
      await who.waits(/на якій підставі|На який день/, here);
      await who.says(more, { ...here, replyTo: asked });
    }
    const shown = await who.waits(({ text }) => ENDED.test(text) || /Перевірте/.test(text), here);
    if (!/Перевірте/.test(shown.text)) return shown.text;
    await who.presses({ message: asked, label: 'Надіслати' }, here);
    return (await who.waits(ENDED, here)).text;
  }

  async function byTelegram(name: Name, about: Appeal, act: Act): Promise<Told> {
    const who = people[name];
    if (act.act === 'take') return { said: await presses(who, `take.${about.id}`) };
    if (act.act === 'ask') return { said: await asks(who, about, act.text) };
    if (act.act === 'answer') return { said: await answers(who, about, act) };
    const sent = await who.says(`/forward ${about.number} ${act.text}`, here);
    return { said: (await who.waits(({ id }) => id > sent.id, here)).text };
  }

  /** As JSON, or as a form when a file goes with it. */
  const bodyOf = (given: object, file?: File): string | FormData => {
    if (!file) return JSON.stringify(given);
    const form = new FormData();
    for (const [name, value] of Object.entries(given)) form.set(name, String(value));
    form.append('files', file);
    return form;
  };

  async function byHttp(
    name: Name,
    { number }: Pick<Appeal, 'number'>,
    { act, ...given }: Act,
    file?: File,
  ): Promise<Told> {
    const answer = await fetch(`http://127.0.0.1:${port}/staff/appeals/${number}/${act}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${tokens.get(name)}`, 'accept-language': 'uk' },
        ...(!file && { 'content-type': 'application/json' }),
      },
      body: bodyOf(given, file),
    });
    const { refusal, message, remark } = (await answer.json()) as Record<'refusal' | 'message' | 'remark', string | undefined>; // prettier-ignore
    return { said: message ?? remark ?? '', code: answer.status, ...(refusal && { refusal }) };
  }

  return { scene, people, light, idOf, byTelegram, byHttp };
}

export type Doors = Awaited<ReturnType<typeof openDoors>>;
