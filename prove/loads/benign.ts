import type { Seen } from '../../sandbox/fake-telegram/seen';
import type { Town } from '../../sandbox/town';
import { BENIGN } from '../checks/answers';
import { comesTrue } from '../town-of';
import { openCrowd, type Waiting } from './crowd';

/** A card of the staff chat, and how its next edit was answered. */
export interface Card {
  readonly name: 'not modified' | 'nothing to edit';
  readonly waiting: Waiting;
  readonly messageId: number;
}

export interface Benign {
  readonly town: Town;
  readonly cards: readonly Card[];
  /** Who pressed «solved» and whose press nobody could answer any more. */
  readonly presser: Waiting;
}

interface CardRow {
  readonly appealId: string;
  readonly messageId?: string;
}

const WAITED_MS = 60_000;

async function cardOf({ mongo }: Town, name: Card['name'], waiting: Waiting): Promise<Card> {
  const cards = mongo.collection<CardRow>('cards');
  const { appealId } = waiting;
  const isShown = async () => (await cards.countDocuments({ appealId, messageId: { $exists: true } })) > 0;
  await comesTrue(isShown, WAITED_MS);
  const card = await cards.findOne({ appealId });
  return { name, waiting, messageId: Number(card?.messageId) };
}

/** Until the cards' notices of this act do not wait any more. */
async function cardsFollow({ mongo }: Town, cards: readonly Card[], act: string): Promise<void> {
  const eventId = { $in: cards.map(({ waiting }) => `${act}-${waiting.appealId}`) };
  const settled = { kind: 'card', eventId, state: { $ne: 'waiting' } };
  const areSettled = async () => (await mongo.collection('notices').countDocuments(settled)) >= cards.length;
  await comesTrue(areSettled, WAITED_MS);
}

/** Somebody in the staff chat deletes it: from now on nothing is there to edit. */
async function vanishes({ telegram, petro, group }: Town, { messageId }: Card): Promise<void> {
  const shown = telegram.chatMessages(group.id).find(({ id }) => id === messageId);
  await petro.deletes(shown!);
}

const solvedIn = ({ buttons }: Seen): string | undefined =>
  buttons.flat().find(({ token }) => token?.startsWith('ok.'))?.token;

async function pressTooLate({ telegram }: Town, { person }: Waiting): Promise<void> {
  const answer = await person.waits((seen) => solvedIn(seen) !== undefined, { timeoutMs: WAITED_MS });
  const since = telegram.ledger.calls.length;
  telegram.faults.nextCalls('answerCallbackQuery', 1, BENIGN['press too old']);
  await person.presses({ message: answer, token: solvedIn(answer)! });
  const isTold = () => telegram.ledger.calls.slice(since).some(({ chatId }) => chatId === person.id);
  await comesTrue(() => isTold() && telegram.pendingUpdates() === 0, WAITED_MS);
}

/** Cards change and somebody presses a button while the messenger has nothing to change or answer; then they change once more. */
export async function playBenign(town: Town): Promise<Benign> {
  const office = openCrowd(town);
  const [one, other, presser] = [await office.join(), await office.join(), await office.join()];
  await town.startWorker();
  const cards = [await cardOf(town, 'not modified', one), await cardOf(town, 'nothing to edit', other)];
  const { messageId } = cards[0]!;
  const unchanged = { ...BENIGN['not modified'], chatId: town.group.id, messageId };
  town.telegram.faults.nextCalls('editMessageText', 1, unchanged);
  await vanishes(town, cards[1]!);
  for (const waiting of [one, other, presser]) await office.take(waiting);
  await cardsFollow(town, cards, 'take');
  for (const waiting of [one, other, presser]) await office.answer(waiting);
  await cardsFollow(town, cards, 'answer');
  await pressTooLate(town, presser);
  return { town, cards, presser };
}
