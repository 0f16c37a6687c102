import type { AppealKind, AppealLink } from '../domain/appeal';
import type { Outcome } from '../domain/outcome';
import { findCategory, type Question } from '../domain/city';
import type { Draft, DraftKind, Fields } from '../domain/draft';
import { wasJoined } from '../domain/joining';
import { registeredScreen } from '../screens/citizen-screens';
import { profileScreen } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { addDetailToAppeal } from '../use-cases/add-detail';
import { answerAppeal } from '../use-cases/answer-appeal';
import { askCitizenForDetails } from '../use-cases/ask-for-details';
import { completeAppeal } from '../use-cases/complete-appeal';
import { correctSentAnswer } from '../use-cases/correct-answer';
import { noteAppeal } from '../use-cases/note-appeal';
import { rateAppeal } from '../use-cases/rate-appeal';
import { saveProfile } from '../use-cases/save-profile';
import { submitAppeal } from '../use-cases/submit-appeal';
import { togetherIn } from './dialogues/new-appeal';
import { filesOf, piecesOf, placeIn, writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import { finishBreach } from './finish-breach';
import { finishContact } from './finish-contact';
import { finishObjection } from './finish-objection';
import { changing, written, writtenByCitizen } from './finish-change';
import { finishPost } from './finish-post';
import { finishRework } from './finish-rework';
import { orOnward } from './go-onward';
import { correctSent, finishIdentity, handOn } from './finish-talk';
import { FINISH_TERMS } from './finish-terms';
import { finishJudgement, finishMoving } from './finish-moving';
import { profileChange } from './profile-change';
import type { Visit } from './visit';

/** The answers to the category's questions; a photo that was taken away again answers nothing. */
function particularsOf(questions: readonly Question[], fields: Fields): Record<string, string> {
  const answers = questions.flatMap(({ id, kind }) => {
    const answer = fields[`q-${id}`];
    const isThere = kind !== 'photo' || filesOf(fields).some((file) => file.id === answer);
    return typeof answer === 'string' && isThere ? [[id, answer] as const] : [];
  });
  return Object.fromEntries(answers);
}

async function finishAppeal(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, t } = visit;
  const { fields } = draft;
  const change = profileChange(fields);
  const known =
    Object.keys(change).length > 0
      ? await saveProfile(deps, { citizen: visit.citizen, change })
      : visit.citizen;
  const citizen = known === 'conflict' ? { ...visit.citizen, ...change } : known;
  const category = String(fields.category);
  const looksLike = deps.classifier.recogniseNonAppeal(writtenIn(fields));
  const questions = findCategory(deps.city, category)?.questions ?? [];
  const submitted = await submitAppeal(deps, {
    draftId: draft.id,
    commandId: draft.id,
    citizen,
    kind: fields.kind as Exclude<AppealKind, 'message'>,
    pieces: piecesOf(fields),
    category,
    particulars: particularsOf(questions, fields),
    attachments: filesOf(fields),
    isUncertain: Boolean(fields.isUncertain),
    isUrgent: deps.classifier.isDangerous(writtenIn(fields)),
    ...placeIn(fields),
    ...togetherIn(fields),
    ...(fields.hidesName === true && { hidesName: true }),
    ...(looksLike && { looksLike }),
    ...(fields.join ? { joins: (fields.join as AppealLink).id } : {}),
  });
  if (!submitted.ok)
    return { isDone: false, isKept: true, screen: { text: t(`refused-${submitted.refusal}`) } };
  const screen = registeredScreen(t, deps.city, submitted.appeal);
  const isJoinedInVain = fields.join && !wasJoined(submitted.appeal);
  return {
    isDone: true,
    screen: isJoinedInVain ? { ...screen, text: paragraphs(t('joined-in-vain'), screen.text) } : screen,
  };
}

async function finishProfile(visit: Visit, draft: Draft): Promise<Finished> {
  const citizen = await saveProfile(visit.deps, {
    citizen: visit.citizen,
    change: profileChange(draft.fields),
  });
  if (citizen === 'conflict')
    return { isDone: false, isKept: true, screen: { text: visit.t('refused-conflict') } };
  const screen = profileScreen(visit.t, citizen);
  const said = visit.t(draft.fields.consent === 'declined' ? 'me-not-saved' : 'me-saved');
  return { isDone: true, screen: { ...screen, text: paragraphs(said, screen.text) } };
}

function givenAnswer(draft: Draft) {
  const { outcome, ground, plannedOn } = draft.fields as {
    outcome: Outcome;
    ground?: string;
    plannedOn?: string;
  };
  const particular = {
    ...(outcome === 'refused' && ground && { ground }),
    ...(outcome === 'planned' && plannedOn && { plannedOn }),
  };
  return { ...written(draft), outcome, ...particular };
}

const addDetail = changing(
  (visit, about, draft) =>
    addDetailToAppeal(visit.deps, {
      ...about,
      ...writtenByCitizen(visit, draft),
      ...placeIn(draft.fields),
    }),
  'detail-added',
);

const complete = changing(
  ({ deps }, about, { fields }) =>
    completeAppeal(deps, {
      ...about,
      pieces: piecesOf(fields),
      attachments: filesOf(fields),
      isUrgent: deps.classifier.isDangerous(writtenIn(fields)),
      ...placeIn(fields),
    }),
  'completed',
);

/** A returned appeal is completed by what is added to it; finished before, it says the same again. */
async function addOrComplete(visit: Visit, draft: Draft): Promise<Finished> {
  const appeal = await visit.deps.appeals.find(draft.subjectId ?? '');
  const before = appeal?.events.find(({ id }) => id === draft.id);
  const isCompleting = before ? before.type === 'appeal.completed' : appeal?.status === 'returned';
  return isCompleting ? complete(visit, draft) : addDetail(visit, draft);
}

/** What each kind of draft becomes. The draft's id is the command's: finishing twice changes nothing more. */
export const FINISH: Record<DraftKind, (visit: Visit, draft: Draft) => Promise<Finished>> = {
  appeal: finishAppeal,
  profile: finishProfile,
  post: finishPost,
  contact: finishContact,
  objection: finishObjection,
  detail: orOnward(addOrComplete),
  loose: handOn,
  fix: correctSent,
  identify: finishIdentity,
  moving: finishMoving,
  judgement: finishJudgement,
  breach: finishBreach,
  rework: orOnward(finishRework),
  rating: changing(async ({ deps }, about, draft) => {
    const rated = (await deps.appeals.find(about.appealId))?.rating;
    const rating = { stars: 5 as const, reasons: [], ...rated, comment: writtenIn(draft.fields) };
    return rateAppeal(deps, { ...about, rating });
  }, 'comment-added'),
  answer: changing(
    ({ deps }, about, draft) => answerAppeal(deps, { ...about, given: givenAnswer(draft) }),
    'answer-sent',
  ),
  question: changing(({ deps }, about, draft) => {
    const { text: question, attachments } = written(draft);
    return askCitizenForDetails(deps, { ...about, question, attachments, ...placeIn(draft.fields) });
  }, 'question-sent'),
  correction: changing(
    ({ deps }, about, draft) =>
      correctSentAnswer(deps, { ...about, ...written(draft), ordinal: Number(draft.fields.ordinal) }),
    'correction-sent',
  ),
  note: changing(
    ({ deps }, about, draft) => noteAppeal(deps, { ...about, text: writtenIn(draft.fields) }),
    'note-kept',
  ),
  ...FINISH_TERMS,
};
