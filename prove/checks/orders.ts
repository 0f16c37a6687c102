/** What an update means. Every button is one of the draft begun first. */
export type Act =
  | { readonly does: 'begins' | 'resumes' }
  | { readonly does: 'writes' | 'corrects'; readonly id: string; readonly text: string }
  | { readonly does: 'shows'; readonly file: string }
  | { readonly does: 'presses'; readonly field: string; readonly value: string };

/** What somebody wrote, and what they chose for it. */
export interface Written {
  readonly state: 'open' | 'saved' | 'sent';
  readonly pieces: readonly { readonly id?: string; readonly text: string }[];
  readonly files: readonly string[];
  readonly chosen: Readonly<Record<string, string | undefined>>;
}

/** All that one person wrote, in the order of its beginning; one at most is open. */
export type Desk = readonly Written[];

export interface Queues {
  readonly messages: readonly Act[];
  readonly presses: readonly Act[];
}

const FRESH: Written = { state: 'open', pieces: [], files: [], chosen: {} };
export const WITHOUT_PLACE = ['jobs-army-other', 'petitions-budget'];

type Chosen = Written['chosen'];

/** In their order, each with when it is asked. */
const QUESTIONS: readonly (readonly [string, (chosen: Chosen) => boolean])[] = [
  ['proposal', () => true],
  ['category', ({ proposal }) => proposal === 'other'],
  ['place', ({ category = '' }) => !WITHOUT_PLACE.includes(category)],
  ...['filesDone', 'kind', 'consent', 'send'].map((field) => [field, () => true] as const),
];

const askedIn = ({ chosen }: Written) =>
  QUESTIONS.find(([field, isAsked]) => chosen[field] === undefined && isAsked(chosen))?.[0];

/** What a button of the present question does; any other value is the answer. */
const BUTTONS: Readonly<Record<string, (draft: Written, field: string) => Written>> = {
  '!later': (draft) => ({ ...draft, state: 'saved' }),
  '!skip': (draft, field) => ({ ...draft, chosen: { ...draft.chosen, [field]: 'none' } }),
  '!back': (draft) => ({ ...draft, chosen: { ...draft.chosen, category: undefined } }),
  send: (draft) => ({ ...draft, state: 'sent' }),
};

function pressed(draft: Written, field: string, value: string): Written {
  const isOld = draft.state !== 'open' || askedIn(draft) !== field;
  if (isOld || value.startsWith('g-')) return draft;
  return BUTTONS[value]?.(draft, field) ?? { ...draft, chosen: { ...draft.chosen, [field]: value } };
}

const aside = (desk: Desk): Desk =>
  desk.map((draft) => (draft.state === 'open' ? { ...draft, state: 'saved' } : draft));

/** What is given goes into the open draft; with none open another one begins. */
const given = (desk: Desk, add: (draft: Written) => Written): Desk =>
  desk.some(({ state }) => state === 'open')
    ? desk.map((draft) => (draft.state === 'open' ? add(draft) : draft))
    : [...desk, add(FRESH)];

function after(desk: Desk, act: Act): Desk {
  switch (act.does) {
    case 'begins':
      return [...aside(desk), FRESH];
    case 'resumes':
      return aside(desk).map((draft, index) => (index === 0 ? { ...draft, state: 'open' } : draft));
    case 'writes':
      return given(desk, (draft) => ({ ...draft, pieces: [...draft.pieces, act] }));
    case 'shows':
      return given(desk, (draft) => ({ ...draft, files: [...draft.files, act.file] }));
    case 'corrects':
      return desk.map((draft) => ({
        ...draft,
        pieces: draft.pieces.map((piece) => (piece.id === act.id ? act : piece)),
      }));
    case 'presses':
      return desk.map((draft, index) => (index === 0 ? pressed(draft, act.field, act.value) : draft));
  }
}

/** Every desk the two queues may lead to: each keeps its own order, and nothing is known of the other's. */
export function outcomesOf(desk: Desk, { messages, presses }: Queues): readonly Desk[] {
  const ends = new Map<string, Desk>();
  const known = new Set<string>();
  const walk = (at: Desk, read: number, done: number): void => {
    const key = `${read}.${done}.${JSON.stringify(at)}`;
    if (known.has(key)) return;
    known.add(key);
    const [message, press] = [messages[read], presses[done]];
    if (message) walk(after(at, message), read + 1, done);
    if (press) walk(after(at, press), read, done + 1);
    if (!message && !press) ends.set(JSON.stringify(at), at);
  };
  walk(desk, 0, 0);
  return [...ends.values()];
}

const KEPT: Readonly<Record<Written['state'], readonly string[]>> = {
  open: ['proposal', 'category', 'place', 'filesDone'],
  saved: ['proposal', 'category', 'place', 'filesDone'],
  sent: ['category'],
};

function tell({ state, pieces, files, chosen }: Written): string {
  const choices = KEPT[state].flatMap((field) => (chosen[field] ? [`${field} ${chosen[field]}`] : []));
  return [state, ...pieces.map(({ text }) => text), ...[...files].sort(), ...choices].join('|');
}

/** A desk in words, the same for the same record: whatever the order its drafts come in. */
export const toldOf = (desk: Desk): string => desk.map(tell).sort().join(' + ');
