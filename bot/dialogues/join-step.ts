import { nearLines } from '../../screens/near-screen';
import type { Appeal, AppealLink } from '../../domain/appeal';
import { isDanger } from './appeal-steps';
import type { Context, Step, StepChoice } from '../dialogue';

const nearby = ({ nearby = [] }: Context): readonly Appeal[] => nearby;
const isOwn = ({ citizen }: Context, { citizenId }: Appeal): boolean => citizenId === citizen.id;

/** The appeal the draft joins. */
export const joinedIn = ({ draft }: Pick<Context, 'draft'>): AppealLink | undefined =>
  (draft.fields.join as AppealLink | null | undefined) ?? undefined;

const joinChoice =
  (context: Context, isOnly: boolean) =>
  (appeal: Appeal, index: number): StepChoice => {
    const key = isOwn(context, appeal) ? 'choice-join-own' : isOnly ? 'choice-join' : 'choice-join-one';
    return { value: appeal.id, label: context.t.plain(key, { index: index + 1 }) };
  };

/** «Somebody already reported this»: join it, or go on alone. Nobody in danger is asked. */
export const joinStep: Step = {
  field: 'join',
  isNeeded: (context) => nearby(context).length > 0 && !isDanger(context),
  ask: (context) => nearLines(context.t, context.city, nearby(context), context.citizen.id),
  choices: (context) => [
    ...nearby(context).map((appeal, index) => [
      joinChoice(context, nearby(context).length === 1)(appeal, index),
    ]),
    [{ value: 'apart', label: context.t.plain('choice-join-none') }],
  ],
  typed: { 'words-no': 'apart' },
  past: ({ draft }) => (draft.fields.join === undefined ? 'join-over' : undefined),
  accept: (input, context) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-choose-join' };
    if (input.value === 'apart') return { set: { join: null } };
    const lead = nearby(context).find(({ id }) => id === input.value);
    if (!lead) return { refusal: 'refusal-choose-join' };
    const { id, number } = lead;
    if (isOwn(context, lead)) return { refusal: 'refusal-join-own', args: { number } };
    return { set: { join: { id, number } }, remark: 'remark-joined' };
  },
};
