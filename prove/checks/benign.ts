import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Town } from '../../sandbox/town';
import type { Benign, Card } from '../loads/benign';
import type { Waiting } from '../loads/crowd';
import type { Ended, Noted } from './answers';
import { saidIn, untold } from './told';

interface AppealRow {
  readonly _id: string;
  readonly status: string;
  readonly events: readonly { readonly type: string }[];
}

/** What must be shown of the card after the benign answer: the next change on the same message, or on a new one. */
const SHOWN: Record<Card['name'], string> = {
  'not modified': 'editMessageText',
  'nothing to edit': 'sendMessage, editMessageText',
};

const messageIn = ({ answer, payload }: Call): number =>
  Number((answer.ok && (answer.result as { message_id?: number }).message_id) || payload['message_id']);

/** The edits that were answered so, and what was shown of the card after the first of them. */
export function edits({ telegram, group }: Town, { waiting, messageId }: Card) {
  const calls = telegram.ledger.calls.filter(({ chatId }) => chatId === group.id);
  const refused = calls.filter((call) => !call.answer.ok && messageIn(call) === messageId);
  const after = calls.slice(calls.indexOf(refused[0]!) + 1);
  const shown = after.filter((call) => call.answer.ok && saidIn(call).includes(waiting.number));
  return { refused, shown };
}

async function endOfCard(town: Town, card: Card): Promise<Ended> {
  const { name, waiting, messageId } = card;
  const { refused, shown } = edits(town, card);
  const noted = await town.mongo
    .collection<Noted>('notices')
    .findOne({ kind: 'card', eventId: `take-${waiting.appealId}` });
  const methods = shown.map(({ method }) => method).join(', ');
  const home = shown[0]?.method === 'sendMessage' ? messageIn(shown[0]) : messageId;
  const isRight =
    refused.length === 1 &&
    methods === SHOWN[name] &&
    messageIn(shown.at(-1)!) === home &&
    noted?.state === 'sent' &&
    noted.attempts === 0;
  if (isRight) return { name };
  return {
    name,
    wrong: `${refused.length} such edits, then ${methods || 'nothing'}; ${noted?.state}, ${noted?.attempts} attempts`,
  };
}

/** The press that could not be answered, and what its presser was shown after. */
export function tellingsOfPress({ telegram: { ledger } }: Town, { person }: Waiting) {
  const refused = ledger.of('answerCallbackQuery').filter(({ answer }) => !answer.ok);
  const after = ledger.calls.slice(ledger.calls.indexOf(refused[0]!) + 1);
  const told = after.filter(
    ({ chatId, method, answer }) => chatId === person.id && /^(send|edit)/.test(method) && answer.ok,
  );
  return { refused, told };
}

async function endOfPress(town: Town, presser: Waiting): Promise<Ended> {
  const { refused, told } = tellingsOfPress(town, presser);
  const appeal = await town.mongo.collection<AppealRow>('appeals').findOne({ _id: presser.appealId });
  const effects = appeal?.events.filter(({ type }) => type === 'appeal.confirmed').length ?? 0;
  const isRight = refused.length === 1 && appeal?.status === 'closed' && effects === 1 && told.length === 1;
  const wrong = `${refused.length} such presses had ${effects} effects and were told ${told.length} times`;
  return { name: 'press too old', ...(!isRight && { wrong }) };
}

export const endsOfBenign = async ({ town, cards, presser }: Benign): Promise<Ended[]> => [
  ...(await Promise.all(cards.map((card) => endOfCard(town, card)))),
  await endOfPress(town, presser),
];

/** What benign answers must not do besides. */
export async function harmOfBenign({ town, cards, presser }: Benign): Promise<string[]> {
  const alarms = await town.mongo.collection('notices').countDocuments({ kind: 'alarm' });
  const lost = untold(town.telegram.ledger, [...cards.map(({ waiting }) => waiting), presser]).length;
  return [
    ...(alarms > 0 ? [`${alarms} alarms about benign answers`] : []),
    ...(lost > 0 ? [`${lost} were not told after benign answers`] : []),
  ];
}
