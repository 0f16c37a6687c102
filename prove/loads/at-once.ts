import { outcomesOf, toldOf, type Act, type Desk } from '../checks/orders';

export interface Step {
  readonly fields: object;
  /** What it means for what is being written. */
  readonly act?: Act;
}

/** Two queues at once; the next phase begins when both were acknowledged. */
export interface Phase {
  readonly messages: readonly Step[];
  readonly presses: readonly Step[];
}

/** What a person does: whether their presses concern what they are writing, and how. */
export const WAYS = ['rates', 'chooses', 'rates', 'sends', 'rates', 'leaves', 'rates', 'begins'] as const;
export type Way = (typeof WAYS)[number];

/** Updates of one person, each with what it means. */
export function voiceOf(personId: number) {
  const from = { id: personId, is_bot: false, first_name: 'Олена', language_code: 'uk' };
  const chat = { id: personId, type: 'private' };
  const date = 1_764_000_000;
  let messageId = 10;
  let presses = 0;
  let firstText: number | undefined;
  const envelope = (id = (messageId += 1)) => ({ message_id: id, date, chat, from });
  const press = (data: string, act?: Act): Step => {
    presses += 1;
    const message = { message_id: 5 + presses, date, chat };
    const fields = {
      callback_query: { id: `${personId}${presses}`, from, chat_instance: '1', message, data },
    };
    return { fields, ...(act && { act }) };
  };
  return {
    press,
    writes: (): Step => {
      const message = envelope();
      firstText ??= message.message_id;
      const text = `Не горить ліхтар, ${personId}-${message.message_id}`;
      return {
        fields: { message: { ...message, text } },
        act: { does: 'writes', id: String(message.message_id), text },
      };
    },
    corrects: (): Step => {
      const id = firstText!;
      const text = `Ліхтар не світить, ${personId}-${id}-${(messageId += 1)}`;
      const edited_message = { ...envelope(id), text, edit_date: date + 1 };
      return { fields: { edited_message }, act: { does: 'corrects', id: String(id), text } };
    },
    shows: (): Step => {
      const message = envelope();
      const unique = `AQAD${personId}x${message.message_id}`;
      const one = { file_id: `file-${unique}`, file_unique_id: unique };
      const photo = [{ ...one, width: 640, height: 480, file_size: 1000 }];
      return { fields: { message: { ...message, photo } }, act: { does: 'shows', file: unique } };
    },
    begins: (): Step => {
      firstText = undefined;
      const entities = [{ type: 'bot_command', offset: 0, length: 4 }];
      return { fields: { message: { ...envelope(), text: '/new', entities } }, act: { does: 'begins' } };
    },
    /** A button of the draft: `category.lamps-schedule`. */
    chooses: (draftId: string, button: string): Step => {
      const [field = '', value = ''] = button.split('.');
      return press(`d.${draftId}.${button}`, { does: 'presses', field, value });
    },
    resumes: (draftId: string): Step => press(`resume.${draftId}`, { does: 'resumes' }),
  };
}

export type Voice = ReturnType<typeof voiceOf>;
type Said = 'writes' | 'shows' | 'corrects';

const some = (voice: Voice, chance: () => number, said: readonly Said[]): Step[] =>
  Array.from({ length: 2 + Math.floor(chance() * 2) }, () =>
    voice[said[Math.floor(chance() * said.length)]!](),
  );

/** Messages alone: words, photos, corrections, and now and then another appeal. */
export function messagesOf(voice: Voice, chance: () => number): Step[] {
  const begins = () => [voice.begins(), voice.writes()];
  const steps = begins();
  for (let more = 2 + Math.floor(chance() * 4); more > 0; more -= 1) {
    const roll = chance();
    if (roll < 0.4) steps.push(voice.writes());
    else if (roll < 0.65) steps.push(voice.shows());
    else if (roll < 0.85) steps.push(voice.corrects());
    else steps.push(...begins());
  }
  return steps;
}

/** The last two are old buttons: the category was chosen already, and the place left out. */
const TO_THE_END = ['proposal.other', 'category.g-lighting-power', 'category.lamps-schedule', 'category.new-lighting', 'place.!skip', 'filesDone.done', 'place.!later']; // prettier-ignore
/** With one change of mind. */
const TO_THE_REVIEW = ['proposal.other', 'category.g-digital-admin', 'category.jobs-army-other', 'filesDone.!back', 'category.petitions-budget', 'filesDone.done', 'filesDone.done', 'kind.application', 'consent.decline']; // prettier-ignore

/** What follows the first words of a draft: its buttons are pressed while messages about it are under way. */
export function phasesOf(
  way: Exclude<Way, 'rates'>,
  { voice, chance, draftId }: { voice: Voice; chance: () => number; draftId: string },
  languages: readonly Step[],
): Phase[] {
  const press = (button: string) => voice.chooses(draftId, button);
  const said = (...kinds: Said[]) => some(voice, chance, kinds);
  const alone = (presses: Step[]): Phase => ({ messages: [], presses });
  switch (way) {
    case 'chooses':
      return [{ messages: said('shows', 'corrects'), presses: [...languages, ...TO_THE_END.map(press)] }];
    case 'begins': {
      const messages = [...said('shows', 'corrects'), voice.begins(), voice.writes(), voice.shows()];
      return [{ messages, presses: [...languages, ...TO_THE_END.slice(0, 5).map(press)] }];
    }
    case 'leaves':
      return [
        {
          messages: [...said('writes', 'shows', 'corrects'), voice.writes()],
          presses: [...languages, press('proposal.!later')],
        },
        alone([voice.resumes(draftId)]),
        { messages: [voice.writes()], presses: [] },
      ];
    case 'sends':
      return [
        alone(TO_THE_REVIEW.map(press)),
        {
          messages: [...said('writes', 'shows', 'corrects'), voice.writes()],
          presses: [...languages, press('send.send')],
        },
      ];
  }
}

/** All desks that may be found after these phases, in words. */
export function mayBeFound(phases: readonly Phase[]): ReadonlySet<string> {
  const acts = (steps: readonly Step[]) => steps.flatMap(({ act }) => (act ? [act] : []));
  const desks = phases.reduce<readonly Desk[]>(
    (before, { messages, presses }) =>
      before.flatMap((desk) => outcomesOf(desk, { messages: acts(messages), presses: acts(presses) })),
    [[]],
  );
  return new Set(desks.map(toldOf));
}
