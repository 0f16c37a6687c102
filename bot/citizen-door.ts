import type { Draft } from '../domain/draft';
import type { Content } from '../messengers/messenger';
import { paragraphs } from '../screens/texts';
import { amendAppeal } from '../use-cases/amend-appeal';
import { saveProfile } from '../use-cases/save-profile';
import { begin, present, presentDraft, proceed } from './conversation';
import { CITIZEN_PRESSES, newAppeal, showHow, showHuman, showLanguages, showMine, showProfile, showStart, type Press } from './citizen-presses'; // prettier-ignore
import { inputOf } from './dialogue-press';
import { piecesOf } from './dialogues/writing';
import { matchMarked, wordMark } from './match-typed';
import { STAFF_COMMANDS } from './staff-commands';
import { parseToken } from './tokens';
import type { Reply, Visit } from './visit';

type ContentOf<K extends Content['kind']> = Content & { kind: K };

async function cancel(visit: Visit): Promise<Reply> {
  const draft = await presentDraft(visit);
  if (!draft) return { screen: { ...(await showStart(visit)).screen, text: visit.t('nothing-to-cancel') } };
  return proceed(visit, draft, { kind: 'choice', value: '!cancel' });
}

/** `/start <payload>`: a link from elsewhere leads straight to what it names. */
function start(visit: Visit, payload: string): Promise<Reply> {
  const [verb = '', ...subjects] = payload.split('-');
  const linked: Record<string, Press> = {
    new: newAppeal,
    my: showMine,
    how: showHow,
    human: showHuman,
    a: pressed('a'),
  };
  return (linked[verb] ?? showStart)(visit, subjects);
}

const pressed =
  (verb: string): Press =>
  (visit, subjects) =>
    (CITIZEN_PRESSES[verb] ?? showStart)(visit, subjects);

const COMMANDS: Readonly<Record<string, (visit: Visit, argument: string) => Promise<Reply>>> = {
  start,
  new: newAppeal,
  my: (visit) => showMine(visit),
  me: showProfile,
  help: showHow,
  human: showHuman,
  language: showLanguages,
  cancel,
};

async function onCommand(visit: Visit, { name, argument }: ContentOf<'command'>): Promise<Reply> {
  const command = COMMANDS[name];
  if (command) return command(visit, argument);
  const staff = visit.actor.roles.includes('moderator') ? STAFF_COMMANDS[name] : undefined;
  if (staff) return staff(visit, argument);
  const { screen } = await showStart(visit);
  const text = visit.t('unknown-command');
  return { screen: { ...screen, text: screen ? paragraphs(text, screen.text) : text }, position: {} };
}

async function onPress(visit: Visit, { token }: ContentOf<'press'>): Promise<Reply> {
  const { t, position } = visit;
  const parsed = parseToken(token);
  if (token === position.lastToken) return {};
  const press = parsed && (CITIZEN_PRESSES[parsed.verb] ?? staffPress(visit, parsed.verb));
  if (press && parsed) return press(visit, parsed.subjects);
  const { screen } = await showStart(visit);
  return { screen: { ...screen, text: paragraphs(t('past-button-idle'), screen?.text) }, position: {} };
}

const staffPress = (visit: Visit, verb: string): Press | undefined =>
  visit.actor.roles.includes('moderator') && verb === 'sc'
    ? (v, [id = '']) => STAFF_COMMANDS.card!(v, id)
    : undefined;

/** An answer to one of our notices belongs to its appeal, whatever else is being written. */
async function onReply(visit: Visit): Promise<Reply | undefined> {
  const { incoming, deps, position } = visit;
  const { replyToMessageId, content } = incoming;
  if (!replyToMessageId || replyToMessageId === position.screenMessageId) return undefined;
  const notice = await deps.notices.findByMessage(incoming.chat, replyToMessageId);
  const appeal = notice?.appealId ? await deps.appeals.find(notice.appealId) : undefined;
  if (!notice || !appeal) return undefined;
  const input = inputOf(content, incoming.messageId ?? incoming.id);
  if (!input || (input.kind !== 'text' && input.kind !== 'file')) return undefined;
  const open = await presentDraft(visit);
  if (open?.kind === 'detail' && open.subjectId === appeal.id) return proceed(visit, open, input);
  const ordinal = appeal.answers.at(-1)?.ordinal;
  if (appeal.status === 'answered' && ordinal) {
    const verdict = input.kind === 'text' ? verdictOf(visit, input.text) : undefined;
    if (verdict) return pressed(verdict)(visit, [appeal.id, String(ordinal)]);
    return begin(visit, { kind: 'rework', subjectId: appeal.id, fields: { ordinal } }, input);
  }
  return begin(visit, { kind: 'detail', subjectId: appeal.id }, input);
}

const verdictOf = ({ t }: Visit, text: string): string | undefined =>
  matchMarked(
    [...choiceMarks(t.plain('choice-solved'), 'ok'), ...choiceMarks(t.plain('choice-not-solved'), 'no')],
    text,
  );

const choiceMarks = (label: string, token: string) => [{ token, word: wordMark(label) }];

/** Words with no dialogue open: a choice of the present screen, or the beginning of a new appeal. */
async function onLoose(visit: Visit, draft: Draft | undefined): Promise<Reply> {
  const { content } = visit.incoming;
  const choices = visit.position.choices ?? [];
  const isBesideDialogue = !choices[0]?.token.startsWith('d.');
  const token = content.kind === 'text' && isBesideDialogue ? matchMarked(choices, content.text) : undefined;
  if (token) return onPress(withoutLast(visit), { kind: 'press', token, pressId: '', messageId: '' });
  const input = inputOf(content, visit.incoming.messageId ?? visit.incoming.id);
  if (!input) return {};
  if (draft) return proceed(visit, draft, input);
  if (input.kind === 'text' || input.kind === 'file') return begin(visit, { kind: 'appeal' }, input);
  const { screen } = await showStart(visit);
  return { screen: { ...screen, text: paragraphs(visit.t('not-understood'), screen?.text) }, position: {} };
}

function withoutLast(visit: Visit): Visit {
  const { lastToken: _last, ...position } = visit.position;
  return { ...visit, position };
}

/** A message changed afterwards: the draft or the appeal it belongs to follows. */
async function onEdit(visit: Visit, { messageId, text }: ContentOf<'edit'>): Promise<Reply> {
  const { deps, actor, incoming, t } = visit;
  const isItsOwn = (pieces: readonly { messageId: string }[]) =>
    pieces.some((piece) => piece.messageId === messageId);
  const drafts = await deps.drafts.unfinishedOf(actor.id);
  const draft = drafts.find(({ fields }) => isItsOwn(piecesOf(fields)));
  if (draft) {
    const pieces = piecesOf(draft.fields).map((piece) =>
      piece.messageId === messageId ? { messageId, text } : piece,
    );
    const fields = { ...draft.fields, pieces };
    const saved = await deps.drafts.save({
      ...draft,
      fields,
      rev: draft.rev + 1,
      eventIds: [...draft.eventIds, incoming.id],
    });
    if (!saved) return onEdit(visit, { kind: 'edit', messageId, text });
    return visit.position.draftId === draft.id
      ? present(visit, { ...draft, fields, rev: draft.rev + 1 })
      : {};
  }
  const { appeals } = await deps.appeals.listOf(actor.id, { skip: 0, limit: 20 });
  const appeal = appeals.find(({ pieces }) => isItsOwn(pieces));
  if (!appeal) return {};
  const piece = { messageId, text };
  const amended = await amendAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id, piece });
  const { number } = appeal;
  return { screen: { text: amended.ok ? t('amended', { number }) : t(`refused-${amended.refusal}`) } };
}

/** Everything a person does in a private chat. */
export async function citizenDoor(visit: Visit): Promise<Reply> {
  const { content, isForwarded } = visit.incoming;
  if (content.kind === 'reach') {
    await saveProfile(visit.deps, { citizen: visit.citizen, change: { isReachable: content.isReachable } });
    return {};
  }
  if (content.kind === 'edit') return onEdit(visit, content);
  if (content.kind === 'press') return onPress(visit, content);
  if (content.kind === 'command' && !isForwarded) return onCommand(visit, content);
  return (await onReply(visit)) ?? onLoose(visit, await presentDraft(visit));
}
