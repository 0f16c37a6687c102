import { asWritten, findPlace, placeAt } from '../../domain/places';
import type { Place } from '../../domain/place';
import type { Accepted, Context, Input, Step } from '../dialogue';
import { categoryOf } from './question-steps';
import { placeLine } from '../../screens/appeal-preview';
import { chosen } from './writing';

const placeOptions = ({ draft }: Context): readonly Place[] =>
  (draft.fields.placeOptions as Place[] | undefined) ?? [];
const settled = (place: Place, { city, t }: Context) => ({
  set: { place, placeOptions: undefined, placeWritten: undefined },
  ...chosen(placeLine(city, t.language, place)),
});

/** A point on the map is the place, whenever it comes. */
export function acceptLocation(input: Input & { kind: 'location' }, context: Context): Accepted {
  const place = placeAt(context.city, input);
  return place === 'outside' ? { refusal: 'refusal-outside-city' } : settled(place, context);
}

function acceptTypedPlace(text: string, context: Context): Accepted {
  const found = findPlace(context.city, text);
  const placeWritten = text.trim().slice(0, 200);
  if (found.found === 'one') return settled(found.place, context);
  if (found.found === 'several') return { set: { placeOptions: found.places, placeWritten }, goTo: 'place' };
  const set = { placeOptions: undefined, placeWritten };
  if (found.found === 'no_such_house') {
    const { street, lastHouse } = found;
    return { set, remark: 'remark-no-such-house', args: { street, lastHouse }, goTo: 'place' };
  }
  return { set, remark: 'remark-place-unknown', goTo: 'place' };
}

/** A location, an address, a landmark, the person's own words, or none. */
export const placeStep: Step = {
  field: 'place',
  maySkip: true,
  typed: { 'words-none': '!skip', 'words-unsure': '!skip' },
  isNeeded: (context) => !categoryOf(context)?.isPlaceUseless,
  ask: (context) => {
    const { t, draft } = context;
    const written = draft.fields.placeWritten as string | undefined;
    if (placeOptions(context).length > 0) return t('ask-place-which');
    return written ? t('ask-place-again', { written }) : t('ask-place');
  },
  choices: (context) => [
    ...placeOptions(context).map((place, index) => [{ value: `p${index}`, label: place.label }]),
    ...(context.draft.fields.placeWritten
      ? [[{ value: 'written', label: context.t.plain('choice-place-as-written') }]]
      : []),
  ],
  accept: (input, context) => {
    if (input.kind === 'location') return acceptLocation(input, context);
    if (input.kind === 'text') return acceptTypedPlace(input.text, context);
    if (input.kind !== 'choice') return { refusal: 'refusal-place-expected' };
    const written = context.draft.fields.placeWritten as string;
    const place =
      input.value === 'written' ? asWritten(written) : placeOptions(context)[Number(input.value.slice(1))];
    return place ? settled(place, context) : { refusal: 'refusal-choose-place' };
  },
};
