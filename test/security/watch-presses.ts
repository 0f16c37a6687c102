import type { EventType } from '../../domain/appeal';
import type { Colleague } from '../../domain/colleague';
import type { DraftKind } from '../../domain/draft';
import type { BotDeps } from '../../bot/visit';
import type { Screen } from '../../messengers/messenger';
import { APPEALS, chatIdOf, COLLEAGUES, DRAFTS, idOf, markOf } from './city-of-presses';
import type { Press } from './forge-presses';
import {
  BY_COMMAND,
  EVENTS,
  isRightEvent,
  isRightWriting,
  mayMove,
  maySift,
  mayRunTheOffice,
  maySee,
  maySettleQuarantine,
  mayTouch,
} from './who-may';

/** What a press did to the records, and what it showed. */
export type Effect =
  | { readonly what: 'appeal'; readonly id: string; readonly type: EventType; readonly by: string }
  | { readonly what: 'draft'; readonly kind: DraftKind; readonly subjectId?: string; readonly ownerId: string; readonly isNew: boolean } // prettier-ignore
  | { readonly what: 'paper' | 'my_data'; readonly appealId: string; readonly chatId: string }
  | { readonly what: 'post' | 'token'; readonly roles: readonly string[] }
  | { readonly what: 'code' | 'group' | 'quarantine' }
  | { readonly what: 'citizen' | 'move'; readonly personId: string }
  | { readonly what: 'said'; readonly chatId: string; readonly words: string }
  | { readonly what: 'unforeseen'; readonly problem: string };

const rolesOf = (personId: string): readonly string[] =>
  COLLEAGUES.find(({ id }) => id === personId)?.posts.map(({ role }) => role) ?? [];

function changedIn({ id, posts }: Colleague): string[] {
  const [before, after] = [rolesOf(id), posts.map(({ role }) => role)];
  return [
    ...before.filter((role) => !after.includes(role as never)),
    ...after.filter((role) => !before.includes(role)),
  ];
}

type Method = (...given: never[]) => Promise<unknown>;
const NO = [false, 'exists', undefined];

/** The port with the named methods telling what they did, when they did it. */
function telling<Port extends object>(port: Port, told: Partial<Record<keyof Port, (...given: never[]) => void>>): Port {
  return new Proxy(port, {
    get: (target, name: string) => {
      const value = target[name as keyof Port];
      const tell = told[name as keyof Port];
      if (typeof value !== 'function') return value;
      return async (...given: never[]) => {
        const result = await (value as unknown as Method).apply(target, given);
        const isDone = !NO.includes(result as never) || name === 'put' || name === 'insert';
        if (isDone) tell?.(...given);
        return result;
      };
    },
  });
} // prettier-ignore

/** The same ports, telling what is written through them and what is said. */
export function watched<Deps extends Partial<BotDeps>>(deps: Deps & BotDeps, saw: (effect: Effect) => void) {
  const draft =
    (isNew: boolean) =>
    ({ kind, subjectId, ownerId }: { kind: DraftKind; subjectId?: string; ownerId: string }) =>
      saw({ what: 'draft', kind, ownerId, isNew, ...(subjectId && { subjectId }) });
  const said = (to: { chatId: string }, words: string) => saw({ what: 'said', chatId: to.chatId, words });
  const messenger = telling(deps.messenger, {
    send: (to: { chatId: string }, screen: Screen) => said(to, JSON.stringify(screen)),
    edit: (to: { chatId: string }, _id: string, screen: Screen) => said(to, JSON.stringify(screen)),
    acknowledge: (_id: string, note?: string) => said({ chatId: '' }, note ?? ''),
  });
  return {
    ...deps,
    messenger,
    appeals: telling(deps.appeals, {
      save: ({ id, events }: { id: string; events: { type: EventType; by: string }[] }) =>
        saw({ what: 'appeal', id, type: events.at(-1)!.type, by: events.at(-1)!.by }),
      insert: ({ id, citizenId }: { id: string; citizenId: string }) =>
        saw({ what: 'appeal', id, type: 'appeal.submitted', by: citizenId }),
    }),
    drafts: telling(deps.drafts, { insert: draft(true), save: draft(false) }),
    citizens: telling(deps.citizens, {
      save: ({ id }: { id: string }) => saw({ what: 'citizen', personId: id }),
    }),
    accountMoves: telling(deps.accountMoves, {
      save: ({ fromId }: { fromId: string }) => saw({ what: 'move', personId: fromId }),
      insert: ({ toId }: { toId: string }) => saw({ what: 'move', personId: toId }),
    }),
    people: telling(deps.people, {
      save: (colleague: Colleague) => saw({ what: 'post', roles: changedIn(colleague) }),
      insert: (colleague: Colleague) => saw({ what: 'post', roles: changedIn(colleague) }),
    }),
    apiTokens: telling(deps.apiTokens, {
      put: ({ ownerId }: { ownerId: string }) => saw({ what: 'token', roles: rolesOf(ownerId) }),
      revoke: (ownerId: string) => saw({ what: 'token', roles: rolesOf(ownerId) }),
    }),
    codes: telling(deps.codes, { insert: () => saw({ what: 'code' }), use: () => saw({ what: 'code' }) }),
    staffGroups: telling(deps.staffGroups, {
      save: () => saw({ what: 'group' }),
      insert: () => saw({ what: 'group' }),
    }),
    notices: telling(deps.notices, {
      insert: (notices: { kind: string; appealId?: string; chatId: string }[]) =>
        notices.forEach(({ kind, appealId = '', chatId }) => {
          if (kind === 'paper' || kind === 'my_data') saw({ what: kind, appealId, chatId });
        }),
    }),
    quarantine: telling(deps.quarantine, {
      settle: () => saw({ what: 'quarantine' }),
      put: ({ problem }: { problem: string }) => saw({ what: 'unforeseen', problem }),
    }),
  };
}

/** What somebody once wrote stays theirs, with the number it was written about. */
const wroteAbout = ({ name }: Press, appealId: string): boolean =>
  DRAFTS.some(({ ownerId, subjectId }) => ownerId === idOf(name) && subjectId === appealId);

/** Whose words are among these and may not be read by who pressed. */
const leaksIn = (press: Press, words: string): boolean =>
  APPEALS.some(
    (appeal) =>
      ((words.includes(appeal.number) && !wroteAbout(press, appeal.id)) ||
        words.includes(markOf(appeal.id))) &&
      !maySee(press, appeal),
  );

/** Whether the one who pressed had the right to each thing that came of it. */
export function isRight(press: Press, effect: Effect): boolean {
  const isCommand = press.token.startsWith('/');
  const me = idOf(press.name);
  const here = chatIdOf(press.name, press.chat);
  switch (effect.what) {
    case 'appeal':
      return effect.by === me && isRightEvent(press, effect.id, effect.type, isCommand ? COMMANDED : EVENTS);
    case 'draft':
      if (effect.ownerId !== me) return !effect.isNew && mayMove(press, effect.ownerId);
      return !effect.isNew || isRightWriting(press, effect.kind, effect.subjectId);
    case 'paper':
      return (
        effect.chatId === here && APPEALS.some((one) => one.id === effect.appealId && maySee(press, one))
      );
    case 'my_data':
      return effect.chatId === PRIVATE(press) && press.chat === 'home';
    case 'post':
    case 'token':
      return mayTouch(press, effect.roles);
    case 'code':
    case 'group':
      return mayRunTheOffice(press);
    case 'quarantine':
      return maySettleQuarantine(press);
    case 'citizen':
      return (
        effect.personId === me ||
        mayMove(press, effect.personId) ||
        (isCommand && maySift(press, effect.personId))
      );
    case 'move':
      return mayMove(press, effect.personId) || (press.chat === 'home' && idOf('joiner') === me);
    case 'said':
      return ['', here, PRIVATE(press)].includes(effect.chatId) && !leaksIn(press, effect.words);
    case 'unforeseen':
      return false;
  }
}
const COMMANDED = { ...EVENTS, ...BY_COMMAND };
const PRIVATE = ({ name }: Press): string => chatIdOf(name, 'home');
