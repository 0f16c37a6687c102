import { MOVE_ANSWERS } from './moving-presses';
import type { Appeal } from '../domain/appeal';
import { awaitsCompletion } from '../domain/citizen-decisions';
import { isOpen } from '../domain/moves';
import { historyScreen, withdrawScreen } from '../screens/citizen-screens';
import { listScreen, PAGE_SIZE } from '../screens/list-screen';
import { button, howScreen, humanScreen, languageScreen, startScreen } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { publishMenuOf } from './publish-commands';
import { saveProfile } from '../use-cases/save-profile';
import { withdrawAppeal } from '../use-cases/withdraw-appeal';
import { askForPapers } from './ask-for-papers';
import { begin, drop, present, resume } from './conversation';
import { aside } from './aside';
import type { Press, Subjects } from './on-appeal';
import { ofOwn, refusedWithCard, showCard } from './own-appeal';
import { PROFILE_PRESSES } from './profile-presses';
import { pressStep } from './dialogue-press';
import { unfinished } from './drafting';
import { park, presentDraft } from './present-draft';
import { insist } from './small-talk';
import { VERDICT_PRESSES } from './verdict-presses';
import type { Reply, Visit } from './visit';

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
  if (draft) return present({ ...visit, t }, draft, t('language-set'));
  const screen = startScreen(t, deps.city);
  return { screen: { ...screen, text: paragraphs(t('language-set'), screen.text) } };
}

async function withdrawn(visit: Visit, appeal: Appeal): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const changed = await withdrawAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id });
  if (!changed.ok) return refusedWithCard(visit, appeal, changed.refusal);
  const choices = [[button(t, 'choice-open-appeal', `a.${appeal.id}`)], [button(t, 'menu-start', 'start')]];
  return aside(visit, { text: t('withdrawn', { number: appeal.number }), choices });
}

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
  ...VERDICT_PRESSES,
  ...MOVE_ANSWERS,
  pdf: ofOwn(askForPapers),
};
