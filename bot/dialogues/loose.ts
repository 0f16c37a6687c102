import type { Appeal } from '../../domain/appeal';
import type { Place } from '../../domain/place';
import { isAwaited } from '../../domain/open-talk';
import { excerpt } from '../../domain/masking';
import { categoryName } from '../../screens/citizen-screens';
import { placeLine } from '../../screens/appeal-preview';
import { lines, paragraphs } from '../../screens/texts';
import type { Context, Dialogue, Step, StepChoice } from '../dialogue';
import { dangerLines } from './appeal-steps';
import { acceptLocation } from './place-step';
import { addWritten, filesOf, writtenIn } from './writing';

const MOST_OFFERED = 5;

const offered = ({ talks = [] }: Context): readonly Appeal[] => talks.slice(0, MOST_OFFERED);

/** What was written so far. */
export function said(context: Context) {
  const { t, draft, city } = context;
  const { fields } = draft;
  const files = filesOf(fields).length;
  const place = fields.place as Place | undefined;
  const text = writtenIn(fields);
  return lines(
    text ? t('quoted', { text: excerpt(text, 500) }) : undefined,
    files > 0 && t('preview-files', { count: files }),
    place && t('preview-place', { place: placeLine(t, city, place) }),
  );
}

function asked(context: Context) {
  const { t, city } = context;
  const [first, ...others] = offered(context);
  const isOne = first?.status === 'needs_details' && others.length === 0;
  return isOne
    ? t('ask-whose-answer', { number: first.number, category: categoryName(city, first, t) })
    : t('ask-whose');
}

function choices(context: Context): StepChoice[][] {
  const { t, city } = context;
  const appeals = offered(context);
  const rows = appeals.map((appeal) => [
    { value: appeal.id, label: `${appeal.number} · ${excerpt(categoryName(city, appeal, t), 24)}` },
  ]);
  const fresh = [{ value: 'new', label: t.plain('menu-new') }];
  return appeals.some(isAwaited) ? [...rows, fresh] : [fresh, ...rows];
}

/** Which appeal the words are about, or a new one. More words, photos and a place join them meanwhile. */
const whoseStep: Step = {
  field: 'whose',
  ask: (context) => paragraphs(dangerLines(context), said(context), asked(context)),
  choices,
  accept: (input, context) => {
    if (input.kind === 'choice') return { set: { whose: input.value } };
    if (input.kind === 'location') return { ...acceptLocation(input, context), goTo: 'whose' };
    return addWritten(context.draft.fields, input, context.draft.messenger, 'refusal-text-or-photo');
  },
};

/** What a person with open appeals writes out of the blue. */
export const loose: Dialogue = { steps: () => [whoseStep], navigation: ['cancel'] };
