import type { Appeal } from '../../domain/appeal';
import type { Outcome } from '../../domain/outcome';
import { issueToken } from '../../use-cases/api-tokens';
import { createStaffApi } from '../../web/staff-api/staff-api';
import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

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

/** An official of the department, one of another, one who was, and a moderator of the settings. */
const STAFF = { petro: '7', ostap: '8', former: '9', iryna: '50' } as const;
export type Name = keyof typeof STAFF;
export const idOf = (name: Name): string => `telegram-${STAFF[name]}`;
export const LIGHT = '-200';

const LABELS: Record<Outcome, string> = {
  done: 'Виконано',
  partly_done: 'Виконано частково',
  refused: 'Відмова',
  explained: 'Роз’яснено',
  planned: 'Заплановано',
};

/** A department with a group of its own, before the whole bot and the whole staff API, over the same records. */
export async function openDoors() {
  const town = await openTown();
  const tokens = new Map<Name, string>();
  let door: FrontDoor;
  let filed = 0;

  async function issue(name: Name): Promise<void> {
    const actor = { id: 'telegram-50', roles: ['moderator', 'controller'] } as const;
    const issued = await issueToken(town.deps, { actor, colleagueId: idOf(name), commandId: `t-${name}` });
    if (issued.ok) tokens.set(name, issued.token);
  }

  /** A new day: only the people, the group and their tokens are there. */
  async function begin(): Promise<void> {
    await town.begin();
    const { deps } = town;
    door = openFrontDoor(town);
    await deps.citizens.insert(aCitizen());
    await deps.staffGroups.insert({ messenger: 'telegram', chatId: LIGHT, department: 'light', desk: 'main', isBound: true, isSettled: true, rev: 1 }); // prettier-ignore
    const hire = (name: Name, department: string) =>
      deps.people.insert({ id: idOf(name), posts: [{ role: 'official', department }], rev: 1 });
    await hire('petro', 'light');
    await hire('ostap', 'roads');
    await hire('former', 'light');
    for (const name of Object.keys(STAFF) as Name[]) await issue(name);
    await deps.people.save({ id: idOf('former'), posts: [], rev: 2 });
  }

  async function register(overrides: Partial<Appeal> = {}): Promise<Appeal> {
    filed += 1;
    const number = `2026-${String(filed).padStart(6, '0')}`;
    const appeal = anAppeal({ id: `appeal${filed}`, number, ...overrides });
    await town.deps.appeals.insert(appeal);
    return appeal;
  }

  const personOf = (name: Name) => door.person(STAFF[name], LIGHT);
  const lastNote = () => town.deps.messenger.notes.at(-1) ?? '';

  /** The button of a card as it once stood: its note, or the message that asks for words. */
  async function begins(name: Name, token: string): Promise<{ note: string; asked: string }> {
    await personOf(name).forges(token);
    return { note: lastNote(), asked: town.deps.messenger.saidTo(LIGHT).at(-1)?.messageId ?? '' };
  }

  async function asks(name: Name, { id }: Appeal, text: string): Promise<string> {
    const { note, asked } = await begins(name, `ask.${id}`);
    if (note) return note;
    await personOf(name).says(text, asked);
    return (await personOf(name).presses('Надіслати')).text;
  }

  async function answers(name: Name, { id }: Appeal, act: Act & { act: 'answer' }): Promise<string> {
    const { note, asked } = await begins(name, `ans.${id}`);
    if (note) return note;
    const who = personOf(name);
    await who.says(act.text, asked);
    await who.presses(LABELS[act.outcome]);
    const more = act.outcome === 'refused' ? (act.ground ?? 'ні') : act.plannedOn;
    const shown = more ? (await who.says(more, asked)).text : who.sees().text;
    return /Перевірте/.test(shown) ? (await who.presses('Надіслати')).text : shown;
  }

  async function byTelegram(name: Name, about: Appeal, act: Act): Promise<Told> {
    if (act.act === 'take') return { said: (await begins(name, `take.${about.id}`)).note };
    if (act.act === 'ask') return { said: await asks(name, about, act.text) };
    if (act.act === 'answer') return { said: await answers(name, about, act) };
    return { said: (await personOf(name).says(`/forward ${about.number} ${act.text}`)).text };
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
    const api = createStaffApi({ ...town.deps, isStoreUnavailable: () => false });
    const answer = await api.request(`/appeals/${number}/${act}`, {
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

  const reload = async ({ id }: Appeal): Promise<Appeal> => (await town.deps.appeals.find(id))!;
  return { town, begin, register, reload, byTelegram, byHttp, work: () => door.work() };
}

export type Doors = Awaited<ReturnType<typeof openDoors>>;
