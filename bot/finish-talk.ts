import type { AppealKind, Corrected } from '../domain/appeal';
import type { Draft, Fields } from '../domain/draft';
import { roadOf } from '../domain/open-talk';
import { may } from '../domain/permissions';
import type { Screen } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import { correctAppeal, rewriteAppeal } from '../use-cases/correct-appeal';
import { identifyAppeal } from '../use-cases/identify-appeal';
import { saveProfile } from '../use-cases/save-profile';
import { piecesOf, placeIn, writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import { changing } from './finish-change';
import { begunOn, saidIn } from './go-onward';
import { profileChange } from './profile-change';
import type { Visit } from './visit';

/** Words out of the blue go on as what their author chose: about an appeal, or a new one. */
export async function handOn({ deps, t, actor }: Visit, { fields }: Draft): Promise<Finished> {
  const { whose } = fields;
  const screen: Screen = { text: t('refused-not_found') };
  if (whose === 'new') return { isDone: true, screen, next: { kind: 'appeal', fields: saidIn(fields) } };
  const appeal = await deps.appeals.find(String(whose));
  if (!appeal || !may.addDetail(actor, appeal)) return { isDone: false, screen };
  const road = roadOf(appeal, deps.city, deps.clock());
  return { isDone: true, screen, next: begunOn(road === 'help' ? 'detail' : road, appeal, fields) };
}

function correctedIn({ what, place, ...fields }: Fields): Corrected {
  if (what === 'place') return placeIn({ place });
  return { particulars: { [String(what).replace(/^q-/, '')]: String(fields[String(what)]) } };
}

const becomeAppeal = changing(
  ({ deps }, about, { fields }) =>
    identifyAppeal(deps, { ...about, kind: fields.kind as Exclude<AppealKind, 'message'> }),
  'identified',
);

/** First the person's data, then the appeal that needed them. */
export async function finishIdentity(visit: Visit, draft: Draft): Promise<Finished> {
  const open = button(visit.t, 'choice-open-appeal', `a.${draft.subjectId ?? ''}`);
  const change = profileChange(draft.fields);
  if (draft.fields.consent === 'declined')
    return { isDone: false, screen: { text: visit.t('identify-declined'), choices: [[open]] } };
  const citizen = await saveProfile(visit.deps, { citizen: visit.citizen, change });
  if (citizen === 'conflict') return { isDone: false, screen: { text: visit.t('refused-conflict') } };
  return becomeAppeal(visit, draft);
}

/** What was said anew takes the place of what was sent. */
export const correctSent = changing(({ deps }, about, { fields }) => {
  const isUrgent = deps.classifier.isDangerous(writtenIn(fields));
  if (fields.what === 'pieces') return rewriteAppeal(deps, { ...about, pieces: piecesOf(fields), isUrgent });
  return correctAppeal(deps, { ...about, corrected: correctedIn(fields) });
}, 'amended');
