import { mainLanguage } from '../domain/city-languages';
import type { Incoming, Markup, Receive, Screen } from '../messengers/messenger';
import { troubleScreen } from '../screens/menu-screens';
import { keepNewest } from '../use-cases/keep-newest';
import { citizenDoor } from './citizen-door';
import { present, withRemark } from './conversation';
import { onMembership, onMigration } from './group-changes';
import { createPace } from './pace';
import { presentDraft } from './present-draft';
import { respond, respondToOneOfMany } from './show';
import { ANSWER_PAUSE_MS, isWriting, watchStorms } from './storms';
import { isHopeless, showLater } from './show-later';
import { staffDoor } from './staff-door';
import {
  actorOf,
  languageOf,
  meet,
  personId,
  sessionKey,
  type BotDeps,
  type Reply,
  type Visit,
  workplaceOf,
} from './visit';

interface Pace {
  readonly isHasty: ReturnType<typeof createPace>;
  readonly look: ReturnType<typeof watchStorms>;
}

async function visitOf(deps: BotDeps, incoming: Incoming): Promise<Visit> {
  const key = sessionKey(incoming);
  const [citizen, position, place] = await Promise.all([
    meet(deps, incoming),
    deps.sessions.getSession(key),
    workplaceOf(deps, incoming.chat),
  ]);
  const isGroup = incoming.chat.kind === 'group';
  const t = deps.textsFor(isGroup ? mainLanguage(deps.city) : citizen.language);
  return {
    deps,
    incoming,
    citizen,
    key,
    t,
    actor: await actorOf(deps, incoming, place),
    isInStaffChat: place.isStaffChat,
    position: position ?? { rev: 0, seen: [] },
  };
}

/** An event delivered again changes nothing: the person sees once more where they are. A group is spared it. */
async function again(visit: Visit): Promise<Reply> {
  if (visit.incoming.chat.kind === 'group') return {};
  const draft = await presentDraft(visit);
  return draft ? present(visit, draft) : {};
}

const remarked = (reply: Reply, remark: Markup): Reply =>
  reply.screen ? withRemark(reply, remark) : { ...reply, screen: { text: remark } };

/**
 * Whoever writes too fast is asked once to slow down. Whoever writes faster than anybody reads is answered once they
 * pause, so that their answers keep nobody else waiting. What they wrote is kept as ever.
 */
async function respondInPace(visit: Visit, said: Reply, { isHasty, look }: Pace): Promise<void> {
  const { incoming, actor, t } = visit;
  const { content } = incoming;
  const now = performance.now();
  const isStorm = isWriting(incoming) && look(actor.id, now) !== 'calm';
  if (isStorm && said.screen && !said.isSecret)
    return respondToOneOfMany(visit, withRemark(said, t('answered-together')));
  const isTooFast = isWriting(incoming) && (await isHasty(actor.id, now));
  const reply = isTooFast ? remarked(said, t('too-fast')) : said;
  if (content.kind === 'file' && content.file.albumId) return respondToOneOfMany(visit, reply);
  return respond(visit, reply);
}

const LOOKS = 4;

/** Whatever another event ended under this one's hands is looked at anew: what was given has its place after it. */
async function answered(first: Visit): Promise<{ visit: Visit; said: Reply }> {
  const { deps, incoming } = first;
  const door = incoming.chat.kind === 'private' ? citizenDoor : staffDoor;
  for (let visit = first, looks = 0; looks < LOOKS; looks += 1) {
    const said = await door(visit);
    if (!said.isOvertaken) return { visit, said };
    visit = await visitOf(deps, incoming);
  }
  throw new Error('overtaken again and again');
}

async function receive(deps: BotDeps, incoming: Incoming, pace: Pace): Promise<void> {
  const { content } = incoming;
  if (content.kind === 'migration') return onMigration(deps, incoming, content.toChatId);
  if (content.kind === 'membership') return onMembership(deps, incoming, content);
  if (!incoming.person) return nobody(deps, incoming);
  const first = await visitOf(deps, incoming);
  if (first.position.seen.includes(incoming.id)) return respond(first, await again(first));
  const { visit, said } = await answered(first);
  return respondInPace(visit, said, pace);
}

/** Anonymous admins and channels have no rights: who speaks to the bot so is told why. */
async function nobody(deps: BotDeps, { chat, content, replyToMessageId }: Incoming): Promise<void> {
  const isToUs = content.kind === 'command' || replyToMessageId !== undefined;
  if (!isToUs || !(await workplaceOf(deps, chat)).isStaffChat) return;
  await deps.messenger.send(chat, { text: deps.textsFor(mainLanguage(deps.city))('staff-nobody') }, 'reply');
}

/** Trouble of which a chat heard nothing for so long is over. */
const QUIET_MS = 10 * 60_000;

const troubleFor = (
  { city, textsFor }: Pick<BotDeps, 'city' | 'textsFor'>,
  incoming: Incoming,
  how: 'wait' | 'kept',
): Screen => troubleScreen(textsFor(languageOf(city, incoming)), city, how);

const isToldOf = ({ chat, person }: Incoming): boolean => chat.kind === 'private' && person !== undefined;

const MOST_CHATS = 10_000;

/**
 * Says that it will be answered, once to each chat while the trouble lasts: the messenger repeats every other second, to
 * whichever bot. They agree by a lease; while it cannot be asked each goes by its own memory. Trouble that comes again
 * soon after something went well is told once more, after the same pause.
 */
function waitTeller({ messenger, lease, ...deps }: BotDeps) {
  const chats = new Map<string, { readonly heardAt: number; readonly toldAt: number }>();
  let wentWellAt = -Infinity;
  const isNews = (chatId: string): boolean => {
    const now = performance.now();
    const { heardAt, toldAt } = chats.get(chatId) ?? { heardAt: -Infinity, toldAt: -Infinity };
    const isNew = now - heardAt >= QUIET_MS || (wentWellAt > toldAt && now - toldAt >= QUIET_MS);
    keepNewest(chats, [chatId, { heardAt: now, toldAt: isNew ? now : toldAt }], MOST_CHATS);
    return isNew;
  };
  const tell = async (incoming: Incoming): Promise<void> => {
    const { chat } = incoming;
    if (!isToldOf(incoming)) return;
    const name = `trouble:${chat.messenger}:${chat.chatId}`;
    const isOurs = await lease.hold(name, QUIET_MS).catch(() => true);
    if (!isNews(chat.chatId) || !isOurs) return;
    const sent = await messenger.send(chat, troubleFor(deps, incoming, 'wait'), 'reply');
    if (sent.result !== 'busy' && sent.result !== 'later') return;
    chats.delete(chat.chatId);
    await lease.release(name);
  };
  return { tell, wentWell: () => void (wentWellAt = performance.now()) };
}

/** Says of each event put aside that it is kept; when the chat has no room now, a worker says it. */
async function sayKept(deps: BotDeps, incoming: Incoming): Promise<void> {
  if (!isToldOf(incoming)) return;
  const screen = troubleFor(deps, incoming, 'kept');
  const sent = await deps.messenger.send(incoming.chat, screen, 'reply');
  if (sent.result !== 'sent' && !isHopeless(sent))
    await showLater(deps, incoming, { screen, remark: sent.result });
}

/**
 * The boundary of the product. `done` means that everything given is in the record; a store out of reach is
 * `unavailable` and the messenger repeats; any other failure goes into quarantine and blocks nobody.
 */
export function createFrontDoor(given: BotDeps): Receive {
  const isHasty = createPace(given.limits, given.city.sifting.messagesAMinute);
  const pace = { isHasty, look: watchStorms(ANSWER_PAUSE_MS) };
  const deps: BotDeps = { ...given, carryOut: (incoming) => receive(deps, incoming, pace) };
  const trouble = waitTeller(deps);
  return async (incoming) => {
    try {
      await receive(deps, incoming, pace);
      trouble.wentWell();
      return 'done';
    } catch (error) {
      return deps.isStoreUnavailable(error) ? away(incoming) : putAside(incoming, error);
    }
  };

  async function away(incoming: Incoming): Promise<'unavailable'> {
    deps.log.error({ event: incoming.id }, 'a store is out of reach; the event will come again');
    await trouble.tell(incoming).catch(() => undefined);
    return 'unavailable';
  }

  async function putAside(incoming: Incoming, error: unknown): Promise<'done' | 'unavailable'> {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const name = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ event: incoming.id, problem: name }, 'an event went into quarantine');
    try {
      const ownerId = personId(incoming);
      await deps.quarantine.put({ id: incoming.id, at: deps.clock(), what: incoming, problem, ownerId });
      await sayKept(deps, incoming);
      return 'done';
    } catch {
      return away(incoming);
    }
  }
}
