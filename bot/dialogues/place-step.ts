import { asWritten, findPlace, placeAt } from '../../domain/places';
import type { Place } from '../../domain/place';
import type { Accepted, Context, Input, Step } from '../dialogue-engine';
import { categoryOf } from './appeal-steps';
import { addWritten } from './writing';

const placeOptions = ({ draft }: Context): readonly Place[] =>
  (draft.fields.placeOptions as Place[] | undefined) ?? [];
const settled = (place: Place) => ({ set: { place, placeOptions: undefined, placeWritten: undefined } });

function acceptTypedPlace(text: string, context: Context): Accepted {
  const found = findPlace(context.city, text);
  const placeWritten = text.trim().slice(0, 200);
  if (found.found === 'one') return settled(found.place);
  if (found.found === 'several') return { set: { placeOptions: found.places, placeWritten }, goTo: 'place' };
  const set = { placeOptions: undefined, placeWritten };
  if (found.found === 'no_such_house') return { set, remark: 'remark-no-such-house', goTo: 'place' };
  return { set, remark: 'remark-place-unknown', goTo: 'place' };
}

/** A location, an address, a landmark, the person's own words, or none. */
export const placeStep: Step = {
  field: 'place',
  maySkip: true,
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
    if (input.kind === 'location') {
      const place = placeAt(context.city, input);
      return place === 'outside' ? { refusal: 'refusal-outside-city' } : settled(place);
    }
    if (input.kind === 'text') return acceptTypedPlace(input.text, context);
    if (input.kind !== 'choice') return addPhotoEarly(input, context);
    const written = context.draft.fields.placeWritten as string;
    const place =
      input.value === 'written' ? asWritten(written) : placeOptions(context)[Number(input.value.slice(1))];
    return place ? settled(place) : { refusal: 'refusal-choose-place' };
  },
};

function addPhotoEarly(input: Input, { draft }: Context): Accepted {
  const added = addWritten(draft.fields, input, draft.messenger, 'refusal-place-expected');
  return 'refusal' in added ? added : { ...added, goTo: 'place', remark: 'remark-photo-kept' };
}
