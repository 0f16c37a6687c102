import type { EditResult, Screen } from '../messengers/messenger';
import type { Position } from '../use-cases/ports';
import { sendInTopic } from '../use-cases/send-in-topic';
import { wordMark } from './match-typed';
import { ANSWER_PAUSE_MS } from './storms';
import { addressOf, isHopeless, showLater, type Later } from './show-later';
import type { Reply, Visit } from './visit';
import { whenItsTurn } from './wait-turn';

const SEEN_KEPT = 12;
const TRIES = 8;

type Shown = Reply & { readonly screen: Screen };

const choicesOf = (screen: Screen): Position['choices'] =>
  (screen.choices ?? [])
    .flat()
    .flatMap((choice) => ('token' in choice ? [{ token: choice.token, word: wordMark(choice.label) }] : []));

/** The message the screen takes the place of: the one named, or the present screen that was pressed. */
function replacedBy(visit: Visit, { screen, inPlaceOf }: Shown): string | undefined {
  const { content } = visit.incoming;
  if (screen.request || screen.files || !visit.deps.messenger.capabilities.mayEdit) return undefined;
  if (inPlaceOf) return inPlaceOf;
  const isPresent = content.kind === 'press' && content.messageId === visit.position.screenMessageId;
  return isPresent ? content.messageId : undefined;
}

/** What is never stored is not shown later: only that there was something. */
async function keepForLater(
  visit: Visit,
  { screen, about, isSecret }: Shown,
  { replaced, remark }: Pick<Later, 'replaced' | 'remark'>,
): Promise<undefined> {
  await showLater(visit.deps, visit.incoming, {
    screen: isSecret ? { text: visit.t('secret-not-shown') } : screen,
    ...(about && { about }),
    ...(replaced && { replaced }),
    ...(remark && !isSecret && { remark }),
  });
}

/** The id of the message that shows the screen; none when it will be shown later. */
async function deliver(visit: Visit, shown: Shown): Promise<string | undefined> {
  const { messenger } = visit.deps;
  const inTurn = shown.isSecret ? whenItsTurn : (attempt: () => Promise<EditResult>) => attempt();
  const replaced = replacedBy(visit, shown);
  if (replaced) {
    const edit = () => messenger.edit(addressOf(visit.incoming), replaced, shown.screen, 'reply');
    const edited = await inTurn(edit);
    if (edited.result === 'sent') return replaced;
    if (edited.result !== 'gone' && !isHopeless(edited)) return keepForLater(visit, shown, { replaced });
  }
  const sent = await inTurn(() => sendInTopic(messenger, addressOf(visit.incoming), shown.screen, 'reply'));
  if (sent.result === 'sent') return sent.messageIds.at(-1);
  return isHopeless(sent) ? undefined : keepForLater(visit, shown, { remark: sent.result });
}

type SeenWith = (seen: readonly string[], id: string) => readonly string[];

const seenLast: SeenWith = (seen, id) => [...seen.filter((one) => one !== id), id].slice(-SEEN_KEPT);

/** What shows nothing stands before the last one, whose screen may still be on its way. */
const seenBeside: SeenWith = (seen, id) =>
  seen.includes(id) ? seen : [...seen.slice(0, -1), id, ...seen.slice(-1)].slice(-SEEN_KEPT);

/**
 * Writes where the person is now. Somebody faster, as a press that overtakes a message, is read again and joined:
 * nothing seen is forgotten, and what this event changed is changed there too, unless its repetition was faster.
 */
async function remember(
  visit: Visit,
  next: (base: Position) => Position,
  seenWith = seenLast,
): Promise<void> {
  const { deps, key, incoming } = visit;
  let base = visit.position;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seen = seenWith(base.seen, incoming.id);
    if (await deps.sessions.saveSession(key, { ...next(base), rev: base.rev, seen })) return;
    base = (await deps.sessions.getSession(key)) ?? { ...visit.position, rev: 0 };
    if (base.rev > 0 && base.seen.includes(incoming.id)) return;
  }
}

const nextPosition =
  ({ incoming: { content } }: Visit, reply: Reply) =>
  ({ draftId, lastToken: _before, ...rest }: Position): Position => {
    const where = reply.position ?? (draftId ? { draftId } : {});
    const pressed = content.kind === 'press' ? content.token : undefined;
    return { ...rest, ...where, ...(pressed && { lastToken: pressed }) };
  };

async function showNow(visit: Visit, reply: Shown): Promise<void> {
  const screenMessageId = await deliver(visit, reply);
  if (screenMessageId) await reply.onShown?.(screenMessageId);
  const choices = choicesOf(reply.screen);
  const next = nextPosition(visit, reply);
  await remember(visit, (base) => {
    const { screenMessageId: _before, ...position } = next(base);
    return { ...position, ...(screenMessageId && { screenMessageId }), ...(choices && { choices }) };
  });
}

/** Shows the reply and remembers where the person is. */
export async function respond(visit: Visit, reply: Reply): Promise<void> {
  const { deps, incoming } = visit;
  if (incoming.content.kind === 'press')
    await deps.messenger.acknowledge(incoming.content.pressId, reply.note);
  const { screen } = reply;
  if (screen) return showNow(visit, { ...reply, screen });
  await remember(visit, nextPosition(visit, reply), seenBeside);
}

const paused = new Set<Promise<void>>();

/**
 * The parts of an album come one by one, and so do words written faster than anybody reads: each is kept at once, and
 * only the last one's screen is shown, when nothing newer came in the meantime.
 */
export async function respondToOneOfMany(visit: Visit, reply: Reply): Promise<void> {
  await remember(visit, nextPosition(visit, reply));
  const shown = new Promise<void>((resolve) => setTimeout(resolve, ANSWER_PAUSE_MS)).then(async () => {
    const position = await visit.deps.sessions.getSession(visit.key);
    if (position?.seen.at(-1) === visit.incoming.id) await respond({ ...visit, position }, reply);
  });
  const settled = shown.catch((error: unknown) => {
    visit.deps.log.warn(
      { event: visit.incoming.id, error },
      'the one screen for many messages was not shown',
    );
  });
  paused.add(settled);
  void settled.finally(() => paused.delete(settled));
}

/** Resolves when no screen waits for the rest of an album or of many messages: part of a graceful stop. */
export const pausesOver = async (): Promise<void> => {
  await Promise.all(paused);
};
