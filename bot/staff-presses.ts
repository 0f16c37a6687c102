import { lastAnswer, type Appeal } from '../domain/appeal';
import { findDepartment } from '../domain/city';
import { staffHistory } from '../screens/staff-screens';
import { rerouteAppeal } from '../use-cases/reroute-appeal';
import { takeAppeal } from '../use-cases/take-appeal';
import { askForPapers } from './ask-for-papers';
import { present, resume } from './conversation';
import { pressStep } from './dialogue-press';
import { FINISH } from './finish-draft';
import { CATEGORY_PRESSES } from './recategorise-command';
import { DEPARTMENT_PRESSES } from './department-commands';
import { GIVE_PRESSES } from './give-presses';
import { MOVE_JUDGEMENTS } from './moving-presses';
import { HIDE_PRESSES } from './hide-command';
import { HAND_OVER_PRESSES } from './hand-over-presses';
import { OFFICIALS_PRESSES } from './officials-presses';
import { PEOPLE_PRESSES } from './people-commands';

import { QUARANTINE_PRESSES } from './quarantine';
import { DIGEST_PRESSES } from './digest-command';
import { OVERSIGHT_PRESSES } from './oversight-commands';
import { QUEUE_PRESSES } from './queue-command';
import { showCard } from './show-card';
import { change, isAgain, noteOf, onAppeal, writing, type Press, type Subjects } from './on-appeal';
import { atDraft, beginFor, knownAs, standingAt, whyOver } from './staff-replies';
import { TERM_PRESSES } from './term-presses';
import { TOKEN_PRESSES } from './token-commands';
import type { Reply, Visit } from './visit';

/** Mends the answer the citizen has: until they have had their say. */
async function correcting(visit: Visit, appeal: Appeal): Promise<Reply> {
  const ordinal = lastAnswer(appeal)?.ordinal;
  if (appeal.status !== 'answered' || !ordinal) return { note: visit.t.plain('refused-already_decided') };
  return isAgain(visit)
    ? { note: visit.t.plain('staff-begun') }
    : beginFor(visit, { kind: 'correction', fields: { ordinal } }, appeal);
}

const pressedMessage = ({ incoming: { content } }: Visit): string | undefined =>
  content.kind === 'press' ? content.messageId : undefined;

const passOn = change(
  ({ deps }, about, [, department = '']) => rerouteAppeal(deps, { ...about, department }),
  'staff-released',
);

/** A button of a draft's screen works as long as the draft is being written, whatever else its author has begun. */
async function pressDraft(visit: Visit, subjects: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const [draftId = ''] = subjects;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id) return { note: t.plain('staff-colleague-button') };
  const isOld = draft.state !== 'open';
  if (isOld && !draft.eventIds.includes(incoming.id)) return { note: t.plain('staff-past-button') };
  const reply =
    draft.state === 'finished'
      ? { screen: (await FINISH[draft.kind](visit, draft)).screen, position: {} }
      : await pressStep(standingAt(visit, draft), subjects);
  return atDraft(visit, draft, reply, pressedMessage(visit));
}

async function restore(visit: Visit, [draftId = '']: Subjects): Promise<Reply> {
  const { deps, actor, t } = visit;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id) return { note: t.plain('staff-colleague-button') };
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  if (draft.state === 'finished' || (appeal && whyOver(visit, appeal, draft.kind)))
    return {
      note: appeal
        ? t.plain(`staff-over-${appeal.status}`, { number: appeal.number })
        : t.plain('draft-gone'),
    };
  const reply =
    draft.state === 'open'
      ? await present(standingAt(visit, draft), draft)
      : await resume(standingAt(visit), draftId);
  return atDraft(visit, draft, reply, pressedMessage(visit));
}

/** What the buttons of cards, lists and drafts do for those who work with appeals. */
export const STAFF_PRESSES: Readonly<Record<string, Press>> = {
  ...QUARANTINE_PRESSES,
  d: pressDraft,
  resume: restore,
  take: onAppeal(
    'take',
    change(({ deps }, about) => takeAppeal(deps, about), 'staff-taken'),
  ),
  dec: onAppeal('decline', writing('decline')),
  ...GIVE_PRESSES,
  ...OFFICIALS_PRESSES,
  ...PEOPLE_PRESSES,
  ...TERM_PRESSES,
  ...DEPARTMENT_PRESSES,
  rel: onAppeal(
    'reroute',
    change(async ({ deps }, about) => {
      const department = (await deps.appeals.find(about.appealId))?.department ?? '';
      return rerouteAppeal(deps, { ...about, department });
    }, 'staff-released'),
  ),
  rr: onAppeal('reroute', (visit, appeal, subjects) =>
    findDepartment(visit.deps.city, subjects[1] ?? '')
      ? passOn(visit, appeal, subjects)
      : Promise.resolve(noteOf(visit, 'staff-past-button', appeal)),
  ),
  ...HAND_OVER_PRESSES,
  ...CATEGORY_PRESSES,
  ...HIDE_PRESSES,
  ...MOVE_JUDGEMENTS,
  ...QUEUE_PRESSES,
  ...OVERSIGHT_PRESSES,
  ...DIGEST_PRESSES,
  ...TOKEN_PRESSES,
  ans: onAppeal('answer', writing('answer')),
  ask: onAppeal('ask', writing('question')),
  note: onAppeal('note', writing('note')),
  contact: onAppeal('showContact', writing('contact')),
  fix: onAppeal('correct', (visit, appeal) => correcting(visit, appeal)),
  sh: onAppeal('see', (visit, appeal) =>
    Promise.resolve(knownAs(visit, { appealId: appeal.id }, { screen: staffHistory(visit.t, appeal) })),
  ),
  pdf: onAppeal('see', askForPapers),
  sc: onAppeal('see', async (visit, { id }) => knownAs(visit, { appealId: id }, await showCard(visit, id))),
};
