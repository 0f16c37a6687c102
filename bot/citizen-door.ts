import { entryOf } from '../domain/entry';
import type { Draft } from '../domain/draft';
import type { NonAppealKind } from '../domain/city';
import type { Content } from '../messengers/messenger';
import { paragraphs } from '../screens/texts';
import { saveProfile } from '../use-cases/save-profile';
import { welcomeBack } from '../use-cases/welcome-back';
import { askForMyData } from './ask-for-my-data';
import { staffMenuOf } from './command-menu';
import { showForgetting } from './forget';
import { showProfile } from './profile-presses';
import { checkByCode } from './ask-for-papers';
import { begin, present, proceed } from './conversation';
import { CITIZEN_PRESSES, newAppeal, showHow, showHuman, showLanguages, showMine, showStart } from './citizen-presses'; // prettier-ignore
import { inputOf } from './dialogue-press';
import { talksOf } from './drafting';
import { join } from './people-commands';
import { onEdit } from './on-edit';
import { isAmong, matchMarked } from './match-typed';
import type { Press } from './on-appeal';
import { asNew } from './as-new';
import { onReply } from './on-reply';
import { answeredInKind, insistedOn, talkIn } from './small-talk';
import { staffHelp } from './staff-commands';
import { staffCommand, staffPress } from './staff-in-private';
import type { Input } from './dialogue';
import { presentDraft } from './present-draft';
import { parseToken, type Token } from './tokens';
import type { Reply, Visit } from './visit';

type ContentOf<K extends Content['kind']> = Content & { kind: K };

/** A sentence, and then where the person is: at their question, or at the start. */
async function remarkHere(visit: Visit, key: string, keyAtStart = key): Promise<Reply> {
  const draft = await presentDraft(visit);
  if (draft) return present(visit, draft, visit.t(key));
  const { screen } = await showStart(visit);
  return { screen: { ...screen, text: paragraphs(visit.t(keyAtStart), screen?.text) }, position: {} };
}

async function cancel(visit: Visit): Promise<Reply> {
  const draft = await presentDraft(visit);
  if (!draft) return remarkHere(visit, 'nothing-to-cancel');
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
    join,
    a: pressed('a'),
    check: (_visit, [code = '']) => checkByCode(visit, code),
  };
  return (entryOf(linked, verb) ?? showStart)(visit, subjects);
}

const pressed =
  (verb: string): Press =>
  (visit, subjects) =>
    (entryOf(CITIZEN_PRESSES, verb) ?? showStart)(visit, subjects);

const COMMANDS: Readonly<Record<string, (visit: Visit, argument: string) => Promise<Reply>>> = {
  start,
  new: newAppeal,
  my: (visit) => showMine(visit),
  me: showProfile,
  help: (visit, argument) =>
    staffMenuOf(visit.actor, visit.deps).length > 0 ? staffHelp(visit, argument) : showHow(visit),
  human: showHuman,
  language: showLanguages,
  cancel,
  check: checkByCode,
  mydata: askForMyData,
  forget: (visit) => showForgetting(visit),
  moved: (visit) => begin(visit, { kind: 'moving' }),
};

async function onCommand(visit: Visit, { name, argument }: ContentOf<'command'>): Promise<Reply> {
  const command = entryOf(COMMANDS, name);
  if (command) return command(visit, argument);
  const staff = staffCommand(visit, name);
  if (staff) return staff(visit, argument);
  return remarkHere(visit, 'unknown-command-here', 'unknown-command');
}

/** The second of two quick taps; a reason tapped again is meant. */
function isSecondTap({ position }: Visit, { token, messageId }: ContentOf<'press'>): boolean {
  const isSame = token === position.lastToken && messageId === position.screenMessageId;
  return isSame && !token.startsWith('why.');
}

async function onPress(visit: Visit, content: ContentOf<'press'>): Promise<Reply> {
  if (isSecondTap(visit, content)) return {};
  const parsed = parseToken(content.token);
  const press = parsed && (await pressOf(visit, parsed));
  if (press && parsed) return press(visit, parsed.subjects);
  return remarkHere(visit, 'past-button', 'past-button-idle');
}

/** Some verbs are both sides’: about somebody else’s appeal a colleague acts as one. */
async function pressOf(visit: Visit, { verb, subjects }: Token): Promise<Press | undefined> {
  const [own, staff] = [entryOf(CITIZEN_PRESSES, verb), staffPress(visit, verb)];
  if (!own || !staff) return own ?? staff;
  const appeal = await visit.deps.appeals.find(subjects[0] ?? '');
  return appeal && appeal.citizenId !== visit.actor.id ? staff : own;
}

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
  return unasked(visit, input);
}

const POLITE: Partial<Record<NonAppealKind, (visit: Visit) => Promise<Reply>>> = {
  greeting: showStart,
  thanks: (visit) => remarkHere(visit, 'you-are-welcome'),
};

/** Something out of the blue is the beginning of an appeal, unless it is a greeting or thanks. */
async function unasked(visit: Visit, input: Input): Promise<Reply> {
  if (input.kind === 'text' && isAmong(visit.t.plain('words-menu'), input.text)) return showStart(visit);
  const talk = input.kind === 'text' ? await onTalk(visit, input) : undefined;
  if (talk) return talk;
  const isAboutSomething = input.kind === 'text' || input.kind === 'file' || input.kind === 'location';
  if (isAboutSomething && (await talksOf(visit)).length > 0) return begin(visit, { kind: 'loose' }, input);
  if (input.kind === 'contact') return remarkHere(visit, 'contact-later');
  if (!isAboutSomething) return remarkHere(visit, 'not-understood');
  return (await asNew(visit, input)) ?? remarkHere(visit, 'refusal-outside-city');
}

/** A greeting or thanks is answered in kind; whoever says it again means an appeal and is heard. */
async function onTalk(visit: Visit, input: Input & { kind: 'text' }): Promise<Reply | undefined> {
  const kind = await talkIn(visit, input);
  const polite = kind && POLITE[kind];
  if (!polite) return undefined;
  return (await insistedOn(visit, kind, input)) ?? answeredInKind(visit, kind, input, await polite(visit));
}

function withoutLast(visit: Visit): Visit {
  const { lastToken: _last, ...position } = visit.position;
  return { ...visit, position };
}

/** Everything a person does in a private chat. */
export async function citizenDoor(visit: Visit): Promise<Reply> {
  const { content, isForwarded } = visit.incoming;
  if (content.kind === 'reach' && !content.isReachable) {
    await saveProfile(visit.deps, { citizen: visit.citizen, change: { isReachable: false } });
    return {};
  }
  // Whoever writes can be written to, in whatever order the messenger told of blocking and return.
  if (!visit.citizen.isReachable) await welcomeBack(visit.deps, visit.citizen);
  if (content.kind === 'reach') return {};
  if (content.kind === 'edit') return onEdit(visit, content);
  if (content.kind === 'press') return onPress(visit, content);
  if (content.kind === 'command' && !isForwarded) return onCommand(visit, content);
  return (await onReply(visit)) ?? onLoose(visit, await presentDraft(visit));
}
