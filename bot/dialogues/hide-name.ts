import { entryOf } from '../../domain/entry';
import type { Accepted, Context, StepChoice } from '../dialogue';

/** Only a controller is to see who wrote it: for this appeal, or for all of the person's. */
export const isNameHidden = ({ draft, citizen }: Pick<Context, 'draft' | 'citizen'>): boolean =>
  draft.fields.hidesName === true || citizen.hidesName === true;

const OFFERED: Readonly<Record<string, Accepted>> = {
  hideName: { set: { hidesName: true }, remark: 'remark-name-hidden' },
  showName: { set: { hidesName: undefined }, remark: 'remark-name-shown' },
};

/** At «Change»; who hides their name always finds that under their own data. */
export function hidingChoices(context: Context): StepChoice[] {
  if (context.citizen.hidesName) return [];
  const value = isNameHidden(context) ? 'showName' : 'hideName';
  return [{ value, label: context.t.plain(`change-${value}`) }];
}

export const acceptHiding = (value: string): Accepted | undefined => entryOf(OFFERED, value);
