import { STAFF_DRAFT_KINDS, type Draft, type DraftKind, type StaffDraftKind } from '../domain/draft';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import { lines } from '../screens/texts';
import { whyRefused } from '../screens/why-refused';
import type { About, Changed } from '../use-cases/change-appeal';
import { filesOf, writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import type { Visit } from './visit';

/** What was written, as a command carries it. */
export const written = ({ fields }: Draft) => ({ text: writtenIn(fields), attachments: filesOf(fields) });

/** The same of a citizen, and whether it names a danger. */
export const writtenByCitizen = ({ deps }: Visit, draft: Draft) => ({
  ...written(draft),
  isUrgent: deps.classifier.isDangerous(writtenIn(draft.fields)),
});

/** What the citizen gets by these can be mended. */
const FIXABLE: readonly DraftKind[] = ['answer', 'correction'];

/** Written by those who work with appeals. */
export const isStaffDraft = ({ kind }: Draft): boolean => STAFF_DRAFT_KINDS.includes(kind as StaffDraftKind);

/** A colleague is told what became of the appeal meanwhile, and that nothing was sent. */
function refusalText(visit: Visit, { refusal, appeal }: Changed & { ok: false }, isStaff: boolean): Markup {
  const { t } = visit;
  if (!isStaff || !appeal) return t(`refused-${refusal}`);
  const { key, args } = whyRefused(visit.deps.city, appeal, refusal);
  return lines(t(key, args), refusal === 'wrong_status' && t('staff-not-sent'));
}

/** A change of an appeal and the words that say it happened. */
export const changing =
  (change: (visit: Visit, about: About, draft: Draft) => Promise<Changed>, saidKey: string) =>
  async (visit: Visit, draft: Draft): Promise<Finished> => {
    const { t, actor } = visit;
    const appealId = draft.subjectId ?? '';
    const changed = await change(visit, { actor, appealId, commandId: draft.id }, draft);
    const isStaff = isStaffDraft(draft);
    const said = (text: Markup): Screen =>
      isStaff ? { text } : { text, choices: [[button(t, 'choice-open-appeal', `a.${appealId}`)]] };
    if (!changed.ok)
      return { isDone: false, isKept: !isStaff, screen: said(refusalText(visit, changed, isStaff)) };
    const { number, dueAt } = changed.appeal;
    const screen = said(t(saidKey, { number, day: dueAt }));
    const fix = FIXABLE.includes(draft.kind) && { choices: [[button(t, 'staff-fix', `fix.${appealId}`)]] };
    return { isDone: true, screen: { ...screen, ...fix } };
  };
