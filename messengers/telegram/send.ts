import { setTimeout as wait } from 'node:timers/promises';
import type { Address, Lane, Screen, SendResult } from '../messenger';
import type { CallDeps, Called } from './call';
import { asSendResult, attempt, call, MESSENGER, patienceOf } from './call';
import type { Verdict } from './classify';
import type { Piece, Trust } from './pieces';
import { messagesOfFiles, needsSweeper, piecesOf, sweeper } from './pieces';

/** Once the first piece is out the rest follows, so that nobody is left with half a message. */
const FOLLOW_UP_PATIENCE_MS = 30_000;

const FULL: Trust = { isPlain: false, hasButtons: true };

interface Way {
  readonly to: Address;
  readonly lane: Lane;
  /** Something of this screen has been shown already. */
  readonly isBegun: boolean;
}

/** `done` pieces made `ids`; `stop` says why the next one did not. */
interface Progress {
  readonly done: number;
  readonly ids: readonly string[];
  readonly stop?: Verdict;
}

/** Shows a screen in a chat; whom no chat of Telegram's leads to is unreachable. What Telegram cannot read is tried once more as plain text or without buttons. */
export async function send(deps: CallDeps, to: Address, screen: Screen, lane: Lane): Promise<SendResult> {
  if (to.messenger !== MESSENGER) return { result: 'unreachable' };
  if (!needsSweeper(screen)) return show(deps, screen, { to, lane, isBegun: false });
  const swept = await run(deps, [sweeper(to)], { to, lane, isBegun: false });
  if (swept.stop) return asSendResult(swept.stop);
  const sent = await show(deps, screen, { to, lane, isBegun: true });
  await removeAll(deps, to, swept.ids);
  return sent;
}

async function show(deps: CallDeps, screen: Screen, way: Way): Promise<SendResult> {
  const shown = await showPieces(deps, screen, way);
  const { files = [] } = screen;
  if (shown.result !== 'sent' || files.length === 0) return shown;
  return { ...shown, fileMessageIds: messagesOfFiles(files, shown.messageIds) };
}

async function showPieces(deps: CallDeps, screen: Screen, way: Way): Promise<SendResult> {
  const sent = await run(deps, piecesOf(way.to, screen, FULL), way);
  const simpler = sent.stop && simplerThan(sent.stop);
  if (!simpler) return ending(deps, way.to, sent);
  // The simpler pieces are cut at the same places, so those that have gone are not sent again.
  const rest = piecesOf(way.to, screen, simpler).slice(sent.done);
  const again = await run(deps, rest, { ...way, isBegun: way.isBegun || sent.done > 0 });
  return ending(deps, way.to, { ...again, ids: [...sent.ids, ...again.ids] });
}

function simplerThan({ result }: Verdict): Trust | undefined {
  if (result === 'unreadable') return { isPlain: true, hasButtons: true };
  return result === 'bad_buttons' ? { isPlain: true, hasButtons: false } : undefined;
}

async function run(deps: CallDeps, pieces: readonly Piece[], way: Way): Promise<Progress> {
  const ids: string[] = [];
  for (const [done, piece] of pieces.entries()) {
    const shown = way.isBegun || done > 0 ? await follow(deps, piece, way) : await begin(deps, piece, way);
    if (shown.result !== 'ok') return { done, ids, stop: shown };
    ids.push(...shown.value.map(String));
  }
  return { done: pieces.length, ids };
}

function begin(deps: CallDeps, piece: Piece, { to, lane }: Way): Promise<Called<readonly number[]>> {
  return call(deps, { chatId: to.chatId, lane, patienceMs: patienceOf(lane) }, piece);
}

async function follow(deps: CallDeps, piece: Piece, { to, lane }: Way): Promise<Called<readonly number[]>> {
  const turn = { chatId: to.chatId, lane, patienceMs: FOLLOW_UP_PATIENCE_MS };
  const shown = await call(deps, turn, piece);
  if (shown.result === 'busy' && shown.retryAfterMs <= FOLLOW_UP_PATIENCE_MS) {
    await wait(shown.retryAfterMs);
    return call(deps, turn, piece);
  }
  if (shown.result !== 'later') return shown;
  await wait(1_000);
  return call(deps, turn, piece);
}

/** After these the whole screen is sent anew, some time or to another place. */
const COMES_AGAIN: readonly Verdict['result'][] = ['busy', 'later', 'stopped', 'moved', 'no_thread'];
const comesAgain = (stop: Verdict): boolean =>
  COMES_AGAIN.includes(stop.result) || (stop.result === 'unreachable' && stop.isForNow === true);

/** Half a screen is taken back and comes whole later. Where it stays, whoever repeats it makes a double: at most once. */
async function ending(deps: CallDeps, to: Address, { ids, stop }: Progress): Promise<SendResult> {
  if (!stop) return { result: 'sent', messageIds: ids };
  const isHalf = ids.length > 0 && comesAgain(stop);
  return isHalf && !(await takeBack(deps, to, ids)) ? { result: 'ambiguous' } : asSendResult(stop);
}

async function takeBack(deps: CallDeps, { chatId }: Address, ids: readonly string[]): Promise<boolean> {
  const shown = { chat_id: Number(chatId), message_ids: ids.map(Number) };
  return (await attempt(deps, (api) => api.raw.deleteMessages(shown))).result === 'ok';
}

async function removeAll(deps: CallDeps, to: Address, ids: readonly string[]): Promise<void> {
  const chat_id = Number(to.chatId);
  for (const id of ids) {
    await attempt(deps, (api) => api.raw.deleteMessage({ chat_id, message_id: Number(id) }));
  }
}
