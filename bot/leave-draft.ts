import type { Draft } from '../domain/draft';
import type { Choice, Screen } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import { keep, unfinished } from './drafting';
import type { Reply, Visit } from './visit';
import { isBegun } from './ways-out';

const isInGroup = ({ incoming }: Visit) => incoming.chat.kind === 'group';

/** Where somebody who leaves a draft most likely wants to be. */
function onwards({ t }: Visit, { kind, subjectId }: Draft): Choice[] {
  if (kind === 'profile') return [button(t, 'menu-me', 'me')];
  return subjectId ? [button(t, 'choice-open-appeal', `a.${subjectId}`)] : [];
}

function leftScreen(visit: Visit, draft: Draft, how: 'cancel' | 'later'): Screen {
  const { t } = visit;
  const isEmpty = !isBegun(draft.fields);
  const isCancel = how === 'cancel';
  const back = button(t, isCancel ? 'choice-restore' : 'choice-resume', `resume.${draft.id}`);
  const text = t(isEmpty ? 'draft-left-empty' : isCancel ? 'draft-cancelled' : 'draft-later');
  const rows = [
    isEmpty ? [] : [back],
    isCancel || isInGroup(visit) ? [] : [button(t, 'choice-drop-draft', `drop.${draft.id}`)],
    isInGroup(visit) ? [] : [...onwards(visit, draft), button(t, 'menu-start', 'start')],
  ];
  return { text, choices: rows.filter((row) => row.length > 0) };
}

/** Puts a draft aside or throws it away; either can be taken back. `undefined` when it moved on meanwhile. */
export async function leave(visit: Visit, draft: Draft, how: 'cancel' | 'later'): Promise<Reply | undefined> {
  const left = await keep(visit, draft, { state: how === 'cancel' ? 'cancelled' : 'saved' });
  return left && { screen: leftScreen(visit, draft, how), position: {} };
}

/** After one thing is finished, the way to another that was begun. */
export async function withResume(visit: Visit, screen: Screen): Promise<Screen> {
  const [draft] = isInGroup(visit) ? [] : await unfinished(visit);
  if (!draft) return screen;
  const rows = screen.choices ?? [];
  const resume = [button(visit.t, 'choice-resume', `resume.${draft.id}`)];
  return { ...screen, choices: [...rows.slice(0, -1), resume, ...rows.slice(-1)] };
}
