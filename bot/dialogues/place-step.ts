import { asWritten, findPlace, placeAt, placeNamedIn, pointIn, type HouseDoubt } from '../../domain/places';
import type { Place } from '../../domain/place';
import type { Accepted, Context, Input, Step, StepChoice } from '../dialogue';
import { categoryOf } from './question-steps';
import { placeLine, placeName } from '../../screens/appeal-preview';
import { chosen, joiningAnew, writtenIn } from './writing';

const placeOptions = ({ draft }: Context): readonly Place[] =>
  (draft.fields.placeOptions as Place[] | undefined) ?? [];
const doubtOf = ({ draft }: Context) => draft.fields.placeDoubt as HouseDoubt | undefined;
const writtenOf = ({ draft }: Context) => draft.fields.placeWritten as string | undefined;

const LEFT_BEHIND = { placeOptions: undefined, placeWritten: undefined, placeDoubt: undefined, placeOther: undefined }; // prettier-ignore

const settled = (place: Place, { city, t, draft }: Context) => ({
  set: { ...LEFT_BEHIND, place, ...joiningAnew(draft.fields) },
  ...chosen(placeLine(t, city, place)),
});

/** The place their own words named before it was asked; nothing once they said otherwise. */
function named(context: Context): Place | undefined {
  const { draft, city } = context;
  const isAnswered = draft.fields.placeOther ?? writtenOf(context) ?? draft.fields.place;
  return isAnswered ? undefined : placeNamedIn(city, writtenIn(draft.fields));
}

/** A point on the map is the place, whenever it comes. */
export function acceptLocation(input: Input & { kind: 'location' }, context: Context): Accepted {
  const place = placeAt(context.city, input);
  return place === 'outside' ? { refusal: 'refusal-outside-city' } : settled(place, context);
}

/** After «is it really 300?» a bare number is a house of the same street. */
const withStreet = (text: string, doubt: HouseDoubt | undefined): string =>
  doubt && /^\s*\d{1,4}\s*\p{L}?\s*$/u.test(text) ? `${doubt.street}, ${text}` : text;

function acceptTypedPlace(typed: string, context: Context): Accepted {
  const point = pointIn(typed);
  if (point) return acceptLocation({ kind: 'location', ...point }, context);
  const text = withStreet(typed, doubtOf(context));
  const found = findPlace(context.city, text);
  const set = { ...LEFT_BEHIND, placeWritten: text.trim().slice(0, 200) };
  switch (found.found) {
    case 'one':
      return settled(found.place, context);
    case 'several':
      return { set: { ...set, placeOptions: found.places }, goTo: 'place' };
    case 'no_such_house': {
      const { street, lastHouse, house, place } = found;
      return {
        set: { ...set, placeOptions: [place], placeDoubt: { street, lastHouse, house } },
        goTo: 'place',
      };
    }
    case 'none':
      return { set, remark: 'remark-place-unknown', goTo: 'place' };
  }
}

function askPlace(context: Context) {
  const { t, city } = context;
  const proposed = named(context);
  if (proposed) return t('ask-place-named', { place: placeLine(t, city, proposed) });
  const doubt = doubtOf(context);
  if (doubt) return t('ask-place-no-such-house', { ...doubt });
  if (placeOptions(context).length > 0) return t('ask-place-which');
  const written = writtenOf(context);
  return written ? t('ask-place-again', { written }) : t('ask-place');
}

/** What is asked with «is it so?»: the place their words named, or a house the city does not know. */
const supposed = (context: Context): Place | undefined =>
  doubtOf(context) ? placeOptions(context)[0] : named(context);

function placeChoices(context: Context): StepChoice[][] {
  const { t, city } = context;
  const so = { value: 'so', label: t.plain('choice-place-so') };
  if (supposed(context)) return [[so, { value: 'other', label: t.plain('choice-place-other') }]];
  const options = placeOptions(context).map((place, index) => [
    { value: `p${index}`, label: placeName(t, city, place) },
  ]);
  const asIs = { value: 'written', label: t.plain('choice-place-as-written') };
  return [...options, ...(writtenOf(context) ? [[asIs]] : [])];
}

function chosenPlace(value: string, context: Context): Place | undefined {
  if (value === 'so') return supposed(context);
  if (value === 'written') return asWritten(writtenOf(context) ?? '');
  return placeOptions(context)[Number(value.slice(1))];
}

/** A location, an address, a landmark, the person's own words, or none. */
export const placeStep: Step = {
  field: 'place',
  maySkip: true,
  typed: { 'words-yes': 'so', 'words-no': 'other', 'words-none': '!skip', 'words-unsure': '!skip' },
  isNeeded: (context) => !categoryOf(context)?.isPlaceUseless,
  ask: askPlace,
  choices: placeChoices,
  accept: (input, context) => {
    if (input.kind === 'location') return acceptLocation(input, context);
    if (input.kind === 'text') return acceptTypedPlace(input.text, context);
    if (input.kind !== 'choice') return { refusal: 'refusal-place-expected' };
    if (input.value === 'other') return { set: { ...LEFT_BEHIND, placeOther: true }, goTo: 'place' };
    const place = chosenPlace(input.value, context);
    return place ? settled(place, context) : { refusal: 'refusal-choose-place' };
  },
};
