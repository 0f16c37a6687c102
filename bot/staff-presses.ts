import type { Appeal } from '../domain/appeal';
import { may, type Action } from '../domain/permissions';
import { staffHistory } from '../screens/staff-screens';
import type { Changed } from '../use-cases/change-appeal';
import { declineAppeal } from '../use-cases/decline-appeal';
import { takeAppeal } from '../use-cases/take-appeal';
import { present, resume } from './conversation';
import { pressStep } from './dialogue-press';
import { FINISH } from './finish-draft';
import { PEOPLE_PRESSES } from './people-commands';
import { STAFF_COMMANDS } from './staff-commands';
import { atDraft, beginFor, knownAs, standingAt, whyNot, whyOver } from './staff-replies';
import type { Reply, Visit } from './visit';

type Subjects = readonly string[];
type Press = (visit: Visit, subjects: Subjects) => Promise<Reply>;

/** The appeal a button names, if this person may act on it; the rest get a short reason. */
const onAppeal =
  (action: Action, act: (visit: Visit, appeal: Appeal) => Promise<Reply>): Press =>
  async (visit, [appealId = '']) => {
    const appeal = await visit.deps.appeals.find(appealId);
    if (!appeal) return { note: visit.t.plain('refused-not_found') };
    if (!may[action](visit.actor, appeal)) return { note: whyNot(visit, appeal) };
    return act(visit, appeal);
  };

const noteOf = ({ t }: Visit, key: string, { number }: Appeal): Reply => ({ note: t.plain(key, { number }) });

/** The card itself shows the new state; the button only needs a short note. */
const change =
  (carryOut: (visit: Visit, about: Parameters<typeof takeAppeal>[1]) => Promise<Changed>, key: string) =>
  async (visit: Visit, appeal: Appeal): Promise<Reply> => {
    const { actor, incoming, t } = visit;
    const changed = await carryOut(visit, { actor, appealId: appeal.id, commandId: incoming.id });
    if (changed.ok) return noteOf(visit, key, appeal);
    const now = changed.appeal ?? appeal;
    if (changed.refusal === 'already_taken' && now.executorId === actor.id)
      return noteOf(visit, 'staff-taken', now);
    const isOver = changed.refusal === 'wrong_status' && whyOver(visit, now);
    return isOver
      ? noteOf(visit, `staff-over-${now.status}`, now)
      : { note: t.plain(`refused-${changed.refusal}`) };
  };

/** A second tap on the same button does not ask twice. */
const writing =
  (kind: 'answer' | 'question') =>
  async (visit: Visit, appeal: Appeal): Promise<Reply> => {
    const { content } = visit.incoming;
    if (whyOver(visit, appeal)) return noteOf(visit, `staff-over-${appeal.status}`, appeal);
    const isAgain = content.kind === 'press' && content.token === visit.position.lastToken;
    return isAgain ? { note: visit.t.plain('staff-begun') } : beginFor(visit, kind, appeal);
  };

const pressedMessage = ({ incoming: { content } }: Visit): string | undefined =>
  content.kind === 'press' ? content.messageId : undefined;

/** A button of a draft's screen works as long as the draft is being written, whatever else its author has begun. */
async function pressDraft(visit: Visit, subjects: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const [draftId = '', field = ''] = subjects;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id) return { note: t.plain('staff-colleague-button') };
  const isOld = draft.state !== 'open';
  if (isOld && !draft.eventIds.includes(incoming.id)) return { note: t.plain('staff-past-button') };
  const reply =
    draft.state === 'finished'
      ? { screen: (await FINISH[draft.kind](visit, draft)).screen, position: {} }
      : await pressStep(atStep(standingAt(visit, draft), field), subjects);
  return atDraft(visit, draft, reply, pressedMessage(visit));
}

/** An older draft's screen is the only one that knows which question it asks. */
const atStep = (visit: Visit, field: string): Visit =>
  visit.position.at || !field ? visit : { ...visit, position: { ...visit.position, at: field } };

async function restore(visit: Visit, [draftId = '']: Subjects): Promise<Reply> {
  const { deps, actor, t } = visit;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id) return { note: t.plain('staff-colleague-button') };
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  if (draft.state === 'finished' || (appeal && whyOver(visit, appeal)))
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
  d: pressDraft,
  resume: restore,
  take: onAppeal(
    'take',
    change(({ deps }, about) => takeAppeal(deps, about), 'staff-taken'),
  ),
  dec: onAppeal(
    'decline',
    change(({ deps }, about) => declineAppeal(deps, about), 'staff-declined'),
  ),
  ...PEOPLE_PRESSES,
  ans: onAppeal('answer', writing('answer')),
  ask: onAppeal('ask', writing('question')),
  sh: onAppeal('see', (visit, appeal) =>
    Promise.resolve(knownAs(visit, { appealId: appeal.id }, { screen: staffHistory(visit.t, appeal) })),
  ),
  sc: onAppeal('see', async (visit, { id }) =>
    knownAs(visit, { appealId: id }, await STAFF_COMMANDS.card!(visit, id)),
  ),
};
