import type { Citizen } from '../domain/citizen';
import type { City } from '../domain/city';
import { languageFor } from '../domain/city-languages';
import type { Classifier } from '../domain/classifier';
import { actorAt, type Workplace } from '../domain/colleague';
import type { Actor } from '../domain/permissions';
import type { Incoming, Messenger, Screen } from '../messengers/messenger';
import type { Texts } from '../screens/texts';
import type {
  Appeals,
  Cards,
  ChatKey,
  Citizens,
  Clock,
  Drafts,
  Jobs,
  Lease,
  Limits,
  Log,
  MovedChats,
  Notices,
  Numbers,
  Papers,
  Position,
  SessionStore,
} from '../use-cases/ports';
import type { Quarantine } from '../use-cases/quarantine-ports';
import type { Looks } from '../use-cases/look-at-files'; // prettier-ignore
import type { CommandMenu } from './command-menu';
import { colleagueOf } from '../use-cases/post-holders';
import { isStaffChat } from '../use-cases/staff-chat-for';
import type {
  ApiTokens,
  AccountMoves,
  Audit,
  Breaches,
  CodeMaker,
  Codes,
  Oversight,
  People,
  ShownPictures,
  StaffGroups,
} from '../use-cases/staff-ports';

/** All a bot process works with. */
export interface BotDeps {
  readonly appeals: Appeals;
  readonly numbers: Numbers;
  readonly drafts: Drafts;
  readonly citizens: Citizens;
  readonly notices: Notices;
  readonly cards: Cards;
  readonly shownPictures: ShownPictures;
  readonly accountMoves: AccountMoves;
  readonly people: People;
  readonly audit: Audit;
  readonly breaches: Breaches;
  readonly looks: Looks;
  readonly staffGroups: StaffGroups;
  readonly oversight: Oversight;
  readonly apiTokens: ApiTokens;
  /** Whether the staff may work over HTTP: tokens are offered only then. */
  readonly hasStaffApi: boolean;
  readonly codes: Codes;
  readonly codeMaker: CodeMaker;
  readonly movedChats: MovedChats;
  readonly papers: Papers;
  readonly limits: Limits;
  readonly lease: Lease;
  readonly sessions: SessionStore;
  readonly quarantine: Quarantine;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly city: City;
  readonly classifier: Classifier;
  readonly textsFor: (language: string) => Texts;
  readonly messenger: Messenger;
  readonly staffChat?: ChatKey;
  /** `telegram-123`: moderator and controller until roles are given. */
  readonly moderatorIds: ReadonlySet<string>;
  /** The menu of commands the messenger completes. */
  readonly menu: CommandMenu;
  /** A link that opens our chat and hands us the payload. */
  readonly startLink: (payload: string) => string;
  readonly isStoreUnavailable: (error: unknown) => boolean;
  /** An event out of what the messenger once sent, if it can be read by now. */
  readonly readAgain?: (what: unknown) => Incoming | undefined;
  /** Carries one event out once more; throws as it would at the front door, which gives it. */
  readonly carryOut?: (incoming: Incoming) => Promise<void>;
}

/** One event of one person, with all that is known about them. */
export interface Visit {
  readonly deps: BotDeps;
  readonly incoming: Incoming;
  readonly actor: Actor;
  readonly citizen: Citizen;
  readonly t: Texts;
  /** messenger, chat, topic, person. */
  readonly key: string;
  readonly position: Position;
  /** In the officials' group, under whichever id it has, or in a department's. */
  readonly isInStaffChat: boolean;
}

/** What a visit leads to. Without a screen nothing is shown; `position` replaces where the person is. */
export interface Reply {
  readonly screen?: Screen;
  readonly position?: Pick<Position, 'draftId'>;
  /** A short note on the pressed button. */
  readonly note?: string;
  /** The message of ours to change instead of sending another. */
  readonly inPlaceOf?: string;
  /** Never stored: it is shown now or not at all. */
  readonly isSecret?: boolean;
  /** What a later answer to the screen belongs to. */
  readonly about?: { readonly appealId?: string; readonly draftId?: string };
  readonly onShown?: (messageId: string) => Promise<void>;
  /** Another event ended what this one was meant for: it is looked at anew, as the one after. */
  readonly isOvertaken?: true;
}

export const personId = (incoming: Incoming): string =>
  `${incoming.chat.messenger}-${incoming.person?.id ?? 'nobody'}`;

export const sessionKey = ({ chat, person }: Incoming): string =>
  [chat.messenger, chat.chatId, chat.threadId ?? '0', person?.id ?? 'nobody'].join(':');

/** What this chat is to those who work: the staff chat, the group of a department, or nothing. */
export async function workplaceOf(
  deps: BotDeps,
  chat: Incoming['chat'],
): Promise<Workplace & { isStaffChat: boolean }> {
  if (chat.kind === 'private') return { isAtWork: true, isStaffChat: false };
  if (!(await isStaffChat(deps, chat))) {
    const isBound = (await deps.staffGroups.find(chat))?.isBound ?? false;
    return { isAtWork: isBound, isStaffChat: isBound, isGroup: true };
  }
  const groups = (await deps.staffGroups.bound()).filter(({ trouble }) => !trouble);
  const own = new Set(groups.map(({ department }) => department));
  const openDepartments = deps.city.departments.map(({ code }) => code).filter((code) => !own.has(code));
  return { isAtWork: true, isStaffChat: true, isGroup: true, openDepartments };
}

/**
 * Rights come from the numeric id and the chat, asked anew on each event: posts count in staff chats and in the
 * person's own chat with us. In the staff chat any human member is an official for departments without a group.
 */
export const actorOf = async (deps: BotDeps, incoming: Incoming, place: Workplace): Promise<Actor> =>
  actorAt(await colleagueOf(deps, personId(incoming)), place);

/** The city's language nearest to what a messenger says of a person, else its first. */
export const languageOf = (city: Pick<City, 'languages'>, { person }: Incoming): string =>
  languageFor(city, person?.language ? [person.language] : []);

/** The person's record, made at the first meeting. */
export async function meet(deps: BotDeps, incoming: Incoming): Promise<Citizen> {
  const id = personId(incoming);
  const known = await deps.citizens.find(id);
  if (known) return known;
  const { messenger } = incoming.chat;
  const language = languageOf(deps.city, incoming);
  const chatId = incoming.person?.id ?? incoming.chat.chatId;
  const fresh: Citizen = { id, messenger, chatId, language, isReachable: true, rev: 1 };
  // A controller may have been written to before they ever opened our chat; once they are known nobody asks again.
  const wake = async () => {
    if (incoming.chat.kind === 'private') await deps.notices.retryUnreachable(fresh, deps.clock());
  };
  await wake();
  await deps.citizens.insert(fresh);
  await wake();
  return fresh;
}
