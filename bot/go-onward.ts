import { lastAnswer, type Appeal } from '../domain/appeal';
import type { Draft, Fields } from '../domain/draft';
import { roadOf, type Road } from '../domain/open-talk';
import { may } from '../domain/permissions';
import { filesOf, piecesOf, placeIn } from './dialogues/writing';
import type { Begin, Finished } from './drafting';
import type { Visit } from './visit';

type Finish = (visit: Visit, draft: Draft) => Promise<Finished>;

const wordsIn = ({ pieces, files }: Fields): Fields => ({
  ...(pieces ? { pieces } : {}),
  ...(files ? { files } : {}),
});

/** What was written, without where it was written. */
export const saidIn = (fields: Fields): Fields => ({ ...wordsIn(fields), ...placeIn(fields) });

/** What begins there with what was written. */
export function begunOn(road: Exclude<Road, 'help'>, appeal: Appeal, fields: Fields): Begin {
  if (road === 'new') return { kind: 'appeal', fields: saidIn(fields) };
  const subjectId = appeal.id;
  if (road === 'detail') return { kind: 'detail', subjectId, fields: saidIn(fields) };
  return { kind: 'rework', subjectId, fields: { ...wordsIn(fields), ordinal: lastAnswer(appeal)?.ordinal } };
}

/** Still where it was refused: trying again is all there is. */
const isSameRoad = (road: Road, { kind, fields }: Draft, appeal: Appeal): boolean =>
  road === kind && (kind !== 'rework' || fields.ordinal === lastAnswer(appeal)?.ordinal);

async function onward({ deps, actor, t }: Visit, draft: Draft): Promise<Partial<Finished>> {
  const { fields } = draft;
  const appeal = await deps.appeals.find(draft.subjectId ?? '');
  const isSaid = piecesOf(fields).length > 0 || filesOf(fields).length > 0;
  if (!appeal || !isSaid || !may.addDetail(actor, appeal)) return {};
  const road = roadOf(appeal, deps.city, deps.clock());
  if (road === 'help' || isSameRoad(road, draft, appeal)) return {};
  const next = begunOn(road, appeal, fields);
  return { isDone: true, next, remark: t(`onward-${next.kind}`, { number: appeal.number }) };
}

/** Words the appeal no longer takes as meant go on to where they are of use. */
export const orOnward =
  (finish: Finish): Finish =>
  async (visit, draft) => {
    const finished = await finish(visit, draft);
    return finished.isDone ? finished : { ...finished, ...(await onward(visit, draft)) };
  };
