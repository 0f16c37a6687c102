import type { Place } from '../../domain/place';
import { placeLine } from '../../screens/appeal-preview';
import { paragraphs } from '../../screens/texts';
import { dangerLines } from './appeal-steps';
import type { Accepted, Context, Input, Step } from '../dialogue';
import { acceptLocation } from './place-step';
import { addWritten, filesOf, writtenIn } from './writing';

interface Welcome {
  readonly files?: boolean;
  readonly place?: boolean;
  /** Nothing goes without words. */
  readonly words?: boolean;
  /** Asked once there is something to send, where sending means more than adding. */
  readonly sendKey?: string;
  /** A citizen's words about their trouble: whoever is in danger reads first whom to call. */
  readonly heeds?: boolean;
}

const placeIn = ({ draft }: Context) => draft.fields.place as Place | undefined;

const isEmpty = (context: Context, words: boolean) => {
  const { fields } = context.draft;
  if (writtenIn(fields)) return false;
  return words || (filesOf(fields).length === 0 && !placeIn(context));
};

function ask(
  context: Context,
  askKey: string,
  { words = false, sendKey = 'ask-send-written', heeds }: Welcome,
) {
  if (isEmpty(context, words)) return context.t(askKey);
  const { t, draft, city } = context;
  const [text, files] = [writtenIn(draft.fields), filesOf(draft.fields).length];
  const place = placeIn(context);
  return paragraphs(
    heeds && dangerLines(context),
    place && t('preview-place', { place: placeLine(t, city, place) }),
    text || !place ? t(sendKey, { text, files }) : t('ask-send-place', { files }),
  );
}

/** Words, photos and a place until «send»: one message is enough, more are welcome. */
export const writeAndSend = (askKey: string, welcome: Welcome = {}): Step => ({
  field: 'send',
  ask: (context) => ask(context, askKey, welcome),
  choices: (context) =>
    isEmpty(context, welcome.words ?? false)
      ? []
      : [[{ value: 'send', label: context.t.plain('choice-send') }]],
  typed: { 'words-yes': 'send' },
  accept: (input: Input, context): Accepted => {
    if (input.kind === 'choice') return { set: { send: true } };
    if (input.kind === 'file' && welcome.files === false) return { refusal: 'refusal-text-expected' };
    if (input.kind === 'location' && welcome.place)
      return { ...acceptLocation(input, context), goTo: 'send' };
    const { fields, messenger } = context.draft;
    return addWritten(fields, input, messenger, 'refusal-text-or-photo');
  },
});
