import type { BotDeps } from '../../bot/visit';
import { codeMaker } from '../../infra/code-maker';
import { MemoryMessenger } from '../support/a-messenger';
import { aCitizen, days, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';
import { classifier } from '../support/sample-classifier';
import { APPEALS, COLLEAGUES, DRAFTS, GROUPS, idOf, MOVES, NAMES, PEOPLE } from './city-of-presses';

interface Kept {
  readonly rev?: number;
}

/** A collection in memory with the same compare-and-set as the real ones. `forget` puts back what was there. */
function collection<Row extends Kept>(keyOf: (row: Row) => string, first: readonly Row[]) {
  const origin = new Map(first.map((row) => [keyOf(row), row]));
  const changed = new Set<string>();
  const rows = new Map(origin);
  const put = (row: Row) => {
    changed.add(keyOf(row));
    rows.set(keyOf(row), row);
  };
  return {
    rows,
    all: () => [...rows.values()],
    find: (key: string) => Promise.resolve(rows.get(key)),
    insert: (row: Row): Promise<'inserted' | 'exists'> => {
      if (rows.has(keyOf(row))) return Promise.resolve('exists');
      put(row);
      return Promise.resolve('inserted');
    },
    save: (row: Row): Promise<boolean> => {
      if (rows.get(keyOf(row))?.rev !== (row.rev ?? 0) - 1) return Promise.resolve(false);
      put(row);
      return Promise.resolve(true);
    },
    forget: () => {
      for (const key of changed) {
        const before = origin.get(key);
        if (before) rows.set(key, before);
        else rows.delete(key);
      }
      changed.clear();
    },
  };
}

export const CITIZENS = NAMES.map((name) => aCitizen({ id: idOf(name), chatId: PEOPLE[name].id }));
export const BROKEN = { id: 'tg-1-broken', at: NOW, what: { update_id: 1 }, problem: 'x' };

const nothing = () => Promise.resolve(undefined);
const none = () => Promise.resolve([]);

/** The rules of the product over records in memory: fast enough for a hundred thousand presses. */
export function memoryTown() {
  const appeals = collection((row) => row.id, APPEALS);
  const drafts = collection((row) => row.id, DRAFTS);
  const citizens = collection((row) => row.id, CITIZENS);
  const people = collection((row) => row.id, COLLEAGUES);
  const groups = collection((row) => row.chatId, GROUPS);
  const moves = collection((row) => row.id, MOVES);
  const open = () => Promise.resolve(moves.all().filter(({ state }) => state === 'open'));
  const page = (found: typeof APPEALS) => ({ appeals: found, total: found.length });
  const ofDepartment = (department: string) =>
    appeals.all().filter((appeal) => appeal.department === department);
  const messenger = new MemoryMessenger();
  const deps = {
    appeals: {
      ...{ find: appeals.find, insert: appeals.insert, save: appeals.save },
      findByNumber: (number: string) => Promise.resolve(appeals.all().find((row) => row.number === number)),
      listOf: (id: string) => Promise.resolve(page(appeals.all().filter((row) => row.citizenId === id))),
      listOpenOf: (department: string) => Promise.resolve(ofDepartment(department)),
      listHeld: (id: string) => Promise.resolve(appeals.all().filter((row) => row.executorId === id)),
      ...{ countOf: () => Promise.resolve(0), countHeld: () => Promise.resolve(1) },
      ...{ executorsOf: none,
      search: () => Promise.resolve(appeals.all()),  near: none, withSameText: none, joinerIdsOf: none },
    },
    drafts: {
      ...{ openOf: nothing, writtenWith: nothing, hasTaken: () => Promise.resolve(false) },
      ...{ find: drafts.find, insert: drafts.insert, save: drafts.save },
      unfinishedOf: (id: string) =>
        Promise.resolve(drafts.all().filter((row) => row.ownerId === id && row.state !== 'finished')),
    },
    citizens: { find: citizens.find, insert: citizens.insert, save: citizens.save },
    people: {
      ...{ find: people.find, insert: people.insert, save: people.save },
      list: () => Promise.resolve(people.all().filter(({ posts }) => posts.length > 0)),
      withRole: (role: string, department?: string) =>
        Promise.resolve(
          people
            .all()
            .filter(({ posts }) =>
              posts.some((post) => post.role === role && (!department || post.department === department)),
            ),
        ),
    },
    staffGroups: {
      ...{ find: ({ chatId }: { chatId: string }) => groups.find(chatId), insert: groups.insert },
      save: groups.save,
      bound: (department?: string) =>
        Promise.resolve(
          groups.all().filter((row) => row.isBound && (!department || row.department === department)),
        ),
    },
    accountMoves: {
      ...{ find: moves.find, insert: moves.insert, save: moves.save, open, uncarried: none },
      openOf: async (id: string) => (await open()).filter(({ fromId }) => fromId === id),
    },
    notices: { insert: nothing, findByMessage: nothing, find: nothing },
    cards: { find: nothing, findByMessage: nothing, of: none, findByThread: nothing },
    audit: { add: nothing },
    oversight: { open: () => Promise.resolve(openOnes()), pastLegalTerm: () => Promise.resolve(openOnes().map((one) => ({ ...one, legalDueAt: days(-2) }))), filed: none, acts: none },
    apiTokens: { put: nothing, of: nothing, find: nothing, revoke: () => Promise.resolve(true) },
    codes: { insert: nothing, use: nothing },
    numbers: { next: () => Promise.resolve(1) },
    shownPictures: { of: none, findByMessage: nothing },
    movedChats: { latest: (chat: object) => Promise.resolve(chat) },
    limits: { allows: () => Promise.resolve(true) },
    quarantine: {
      put: nothing,
      waiting: () => Promise.resolve({ entries: [BROKEN], total: 1 }),
      find: (id: string) => Promise.resolve(id === BROKEN.id ? BROKEN : undefined),
      settle: () => Promise.resolve(true),
    },
    jobs: { expandAppeal: nothing, deliverTo: nothing },
    sessions: { getSession: nothing, saveSession: () => Promise.resolve(true) },
    messenger,
    ...{ codeMaker, city, classifier, clock: () => NOW, textsFor: (one: string) => texts.for(one) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    staffChat: { messenger: 'telegram', chatId: '-100' },
    moderatorIds: new Set<string>(),
    menu: { setCommands: nothing },
    startLink: (payload: string) => `https://t.me/vidhuk_bot?start=${payload}`,
    isStoreUnavailable: () => false,
  } as unknown as BotDeps;
  const openOnes = () =>
    appeals.all().filter(({ status }) => ['submitted', 'in_progress', 'needs_details', 'rework'].includes(status));
  const forget = () => {
    for (const one of [appeals, drafts, citizens, people, groups, moves]) one.forget();
    messenger.sent.length = 0;
    messenger.edited.length = 0;
  };
  return { deps, forget };
} // prettier-ignore
