import type { Seen } from '../fake-telegram/seen';
import type { Actor, Story } from './teller';

export type Outcome = 'Виконано' | 'Заплановано';

/** An official in the group where the department's cards come. */
export function officeInTelegram(story: Story, official: Actor, group = story.town.group) {
  const { voice } = story;
  const here = (thread?: number) => voice(official, { in: group, ...(thread && { thread }) });
  /** The card of an appeal, as it stands now. */
  const cardOf = (number: string, wanted = /./): Promise<Seen> =>
    here().sees(new RegExp(`${number}[^]*${wanted.source}`));

  return {
    cardOf,
    sees: (wanted: RegExp) => here().sees(wanted),
    takes: async (number: string): Promise<Seen> => {
      const card = await cardOf(number, /не взято/);
      return here(card.threadId).presses('Взяти', new RegExp(`${number}[^]*у роботі`), card);
    },
    /** Presses what asks for words, gives them, sends them. */
    writes: async (message: Seen, label: string, text: string): Promise<void> => {
      const us = here(message.threadId);
      const asked = await us.presses(label, /Дайте відповідь на це повідомлення/, message);
      await us.says(text, /Надіслати/, asked);
      await us.presses('Надіслати', /надіслано/);
    },
    /** A reply to the card, an outcome, a look, send. */
    answers: async (card: Seen, text: string, outcome: Outcome = 'Виконано', day?: string): Promise<void> => {
      const us = here(card.threadId);
      const asked = await us.says(text, /Чим закінчилося/, card);
      if (day) {
        await us.presses(outcome, /датою/);
        await us.says(day, /Так побачить заявник/, asked);
      } else await us.presses(outcome, /Так побачить заявник/);
      await us.presses('Надіслати', /надіслано заявнику/);
    },
    /** A moderator passes it to whom it belongs, in their own chat. */
    forwards: async (number: string, to: string): Promise<void> => {
      await voice(official).says(`/forward ${number} ${to}`, /передано\. Заявник/);
    },
    /** Why more time is needed and until when, to the head. */
    asksForTime: async (message: Seen, reason: string): Promise<void> => {
      const us = here(message.threadId);
      const asked = await us.presses('Продовжити строк', /чому потрібно більше часу/, message);
      const days = await us.says(reason, /До якого дня/, asked);
      const day = days.buttons.flat().find(({ label }) => label.startsWith('До '));
      await us.presses(day?.label ?? '', /Надіслати\?/);
      await us.presses('Надіслати', /надіслано керівнику/);
    },
  };
}

export type Office = ReturnType<typeof officeInTelegram>;
