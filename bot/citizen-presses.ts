import { MOVE_ANSWERS } from './moving-presses';
import type { Appeal } from '../domain/appeal';
import { awaitsCompletion, isWindowOver } from '../domain/citizen-decisions';
import type { Fields } from '../domain/draft';
import { isOpen } from '../domain/moves';
import { may } from '../domain/permissions';
import type { Screen } from '../messengers/messenger';
import { cardScreen, historyScreen, withdrawScreen } from '../screens/citizen-screens';
import { REASONS, reasonsScreen, starsScreen } from '../screens/rating-screens';
import { listScreen, PAGE_SIZE } from '../screens/list-screen';
import { button, howScreen, humanScreen, languageScreen, startScreen } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { tellHelp } from './tell-help';
import { confirmAnswer } from '../use-cases/confirm-answer';
import { rateAppeal } from '../use-cases/rate-appeal';
import { publishMenuOf } from './publish-commands';
import { saveProfile } from '../use-cases/save-profile';
import { withdrawAppeal } from '../use-cases/withdraw-appeal';
import { askForPapers } from './ask-for-papers';
import { begin, drop, park, present, presentDraft, proceed, resume } from './conversation';
import { aside } from './aside';
import { PROFILE_PRESSES } from './profile-presses';
import { pressStep } from './dialogue-press';
import { unfinished, whereIn } from './drafting';
import { insist } from './small-talk';
import type { Reply, Visit } from './visit';

export type Subjects = readonly string[];
export type Press = (visit: Visit, subjects: Subjects) => Promise<Reply>;

export async function showStart(visit: Visit): Promise<Reply> {
  await park(visit);
  const screen = startScreen(visit.t, visit.deps.city);
  const [draft] = await unfinished(visit);
  const choices = draft
    ? [[button(visit.t, 'choice-resume', `resume.${draft.id}`)], ...(screen.choices ?? [])]
    : screen.choices;
  return { screen: { ...screen, ...(choices && { choices }) }, position: {} };
}

export const showHow = (visit: Visit) => aside(visit, howScreen(visit.t));
export const showHuman = (visit: Visit) => aside(visit, humanScreen(visit.t, visit.deps.city));
export const showLanguages = (visit: Visit) => aside(visit, languageScreen(visit.t, visit.deps.city));
export const newAppeal = (visit: Visit) => begin(visit, { kind: 'appeal' });

export async function showMine(visit: Visit, [page = '0']: Subjects = []): Promise<Reply> {
  const { deps, t, actor } = visit;
  const number = Math.min(Math.max(Number.parseInt(page, 10) || 0, 0), 10_000);
  const found = await deps.appeals.listOf(actor.id, { skip: number * PAGE_SIZE, limit: PAGE_SIZE });
  const drafts = (await unfinished(visit)).filter(({ kind }) => kind === 'appeal');
  return { screen: listScreen(t, deps.city, { ...found, page: number, drafts }) };
}

/** A copy of the press that comes late undoes no newer one: its place in the talk knows that it was carried out. */
async function setLanguage(visit: Visit, [language = '']: Subjects): Promise<Reply> {
  const { deps, citizen, incoming } = visit;
  if (!deps.city.languages.includes(language)) return showLanguages(visit);
  const wasCarriedOut = async () =>
    (await deps.sessions.getSession(visit.key))?.seen.includes(incoming.id) ?? false;
  const saved = await saveProfile(deps, { citizen, change: { language }, isOver: wasCarriedOut });
  if (saved !== 'conflict' && saved.language !== language) return {};
  await publishMenuOf(deps.menu, deps, citizen.id);
  const t = deps.textsFor(language);
  const draft = await presentDraft(visit);
  if (draft) return present({ ...visit, t }, draft, t('language-set'), whereIn(visit, draft));
  const screen = startScreen(t, deps.city);
  return { screen: { ...screen, text: paragraphs(t('language-set'), screen.text) } };
}

const noSuchAppeal = ({ t }: Visit): Screen => ({
  text: t('refused-not_found'),
  choices: [[button(t, 'menu-my', 'my.0')], [button(t, 'menu-start', 'start')]],
});

/** Somebody else's appeal looks the same as none. */
const ofOwn =
  (show: (visit: Visit, appeal: Appeal, subjects: Subjects) => Reply | Promise<Reply>): Press =>
  async (visit, subjects) => {
    const appeal = await visit.deps.appeals.find(subjects[0] ?? '');
    if (!appeal || !may.confirm(visit.actor, appeal)) return aside(visit, noSuchAppeal(visit));
    return show(visit, appeal, subjects);
  };

const showCard = (visit: Visit, appeal: Appeal) =>
  aside(visit, cardScreen(visit.t, visit.deps.city, appeal, visit.deps.clock()));

async function refusedWithCard(visit: Visit, appeal: Appeal, refusal: string): Promise<Reply> {
  const card = cardScreen(visit.t, visit.deps.city, appeal, visit.deps.clock());
  const fresh = refusal === 'window_over' ? [[button(visit.t, 'menu-new', 'new')]] : [];
  const choices = [...fresh, ...(card.choices ?? [])];
  return aside(visit, { ...card, text: paragraphs(visit.t(`refused-${refusal}`), card.text), choices });
}

async function solved(visit: Visit, appeal: Appeal, [, ordinal]: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const changed = await confirmAnswer(deps, { ...about, ordinal: Number(ordinal) });
  if (changed.ok) return { screen: starsScreen(t, changed.appeal) };
  const isClosedAlready = changed.appeal?.status === 'closed' && !changed.appeal.rating;
  return isClosedAlready
    ? { screen: starsScreen(t, appeal) }
    : refusedWithCard(visit, changed.appeal ?? appeal, changed.refusal);
}

async function notSolved(
  visit: Visit,
  appeal: Appeal,
  [, ordinal]: Subjects,
  said: Fields = {},
): Promise<Reply> {
  const { city, clock } = visit.deps;
  const last = appeal.answers.at(-1)?.ordinal;
  if (last !== Number(ordinal)) return refusedWithCard(visit, appeal, 'old_answer');
  if (appeal.status !== 'answered' && appeal.status !== 'closed')
    return refusedWithCard(visit, appeal, 'wrong_status');
  if (isWindowOver(appeal, city.reworkWindowDays, clock()))
    return refusedWithCard(visit, appeal, 'window_over');
  return begin(visit, {
    kind: 'rework',
    subjectId: appeal.id,
    fields: { ordinal: last, verdict: 'not_solved', ...said },
  });
}

/** The answer's own button, pressed while words about it wait for the same verdict. */
const orAtVerdict =
  (value: string, judge: (visit: Visit, appeal: Appeal, subjects: Subjects) => Promise<Reply>): Press =>
  async (visit, subjects) => {
    const open = await presentDraft(visit);
    const isAsked = open?.kind === 'rework' && open.fields.verdict === undefined;
    const isSame = open?.subjectId === subjects[0] && open?.fields.ordinal === Number(subjects[1]);
    return isAsked && isSame
      ? proceed(visit, open, { kind: 'choice', value })
      : ofOwn(judge)(visit, subjects);
  };

/** The promised day came and nothing was done: the words are there already, more are welcome. */
async function notYetDone(visit: Visit, appeal: Appeal, subjects: Subjects): Promise<Reply> {
  const { t, incoming } = visit;
  const pieces = [{ messageId: incoming.id, text: t.plain('planned-not-done') }];
  return notSolved(visit, appeal, subjects, { pieces });
}

const askStars = (visit: Visit, appeal: Appeal) =>
  appeal.status === 'closed'
    ? aside(visit, starsScreen(visit.t, appeal, false))
    : refusedWithCard(visit, appeal, 'wrong_status');

async function giveStars(visit: Visit, appeal: Appeal, [, stars]: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const rating = { ...appeal.rating, stars: Number(stars) as 1 | 2 | 3 | 4 | 5, reasons: [] };
  const rated = await rateAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id, rating });
  return rated.ok
    ? { screen: reasonsScreen(t, rated.appeal) }
    : refusedWithCard(visit, appeal, rated.refusal);
}

/** A reason tapped once is chosen, tapped again it is not. */
async function giveReason(visit: Visit, appeal: Appeal, [, reason = '']: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const known: readonly string[] = [...REASONS.good, ...REASONS.bad];
  if (!appeal.rating || !known.includes(reason)) return showCard(visit, appeal);
  const { reasons } = appeal.rating;
  const changed = reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason];
  const rating = { ...appeal.rating, reasons: changed };
  const rated = await rateAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id, rating });
  return rated.ok
    ? { screen: reasonsScreen(t, rated.appeal) }
    : refusedWithCard(visit, appeal, rated.refusal);
}

async function withdrawn(visit: Visit, appeal: Appeal): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const changed = await withdrawAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id });
  if (!changed.ok) return refusedWithCard(visit, appeal, changed.refusal);
  const choices = [[button(t, 'choice-open-appeal', `a.${appeal.id}`)], [button(t, 'menu-start', 'start')]];
  return aside(visit, { text: t('withdrawn', { number: appeal.number }), choices });
}

const rated = (visit: Visit) =>
  aside(visit, { text: visit.t('rated'), choices: [[button(visit.t, 'menu-start', 'start')]] });

/** Begins what is written about an appeal, as long as it is of use there. */
const writing = (
  kind: 'detail' | 'fix' | 'identify' | 'objection',
  isOfUse: (appeal: Appeal) => boolean,
  refusal = 'wrong_status',
): Press =>
  ofOwn((visit, appeal) =>
    isOfUse(appeal) ? begin(visit, { kind, subjectId: appeal.id }) : refusedWithCard(visit, appeal, refusal),
  );

/** Every button a citizen may press, by its verb. */
export const CITIZEN_PRESSES: Readonly<Record<string, Press>> = {
  d: pressStep,
  start: showStart,
  new: newAppeal,
  my: showMine,
  how: showHow,
  human: showHuman,
  lang: setLanguage,
  ...PROFILE_PRESSES,
  resume: (visit, [id = '']) => resume(visit, id),
  drop: (visit, [id = '']) => drop(visit, id),
  insist,
  a: ofOwn(showCard),
  h: ofOwn((visit, appeal) => aside(visit, historyScreen(visit.t, appeal))),
  add: writing('detail', (appeal) => isOpen(appeal.status) || awaitsCompletion(appeal)),
  fix: writing('fix', ({ status }) => isOpen(status)),
  id: writing('identify', ({ status, kind }) => isOpen(status) && kind === 'message', 'not_a_message'),
  obj: writing('objection', () => true),
  wd: ofOwn((visit, appeal) => aside(visit, withdrawScreen(visit.t, appeal))),
  wdy: ofOwn(withdrawn),
  ok: orAtVerdict('solved', solved),
  no: orAtVerdict('not_solved', (visit, appeal, subjects) => notSolved(visit, appeal, subjects)),
  ny: ofOwn(notYetDone),
  help: ofOwn(tellHelp),
  stars: ofOwn(askStars),
  star: ofOwn(giveStars),
  why: ofOwn(giveReason),
  com: ofOwn((visit, appeal) => begin(visit, { kind: 'rating', subjectId: appeal.id })),
  rated,
  ...MOVE_ANSWERS,
  pdf: ofOwn(askForPapers),
};
