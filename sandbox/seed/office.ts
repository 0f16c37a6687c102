import type { Group } from '../fake-telegram/group';
import type { Seen } from '../fake-telegram/seen';
import type { Name } from '../people';
import { labelsOf, textsIn, until, type Scene } from './watch';

/** An official at work in the group where the cards of a department come. */
export interface Desk {
  readonly group: Group;
  readonly official: Name;
}

interface Answered {
  readonly words: string;
  /** The day for which the work is planned; without it the work is done. */
  readonly plannedOn?: string;
}

type Wanted = (seen: Seen) => boolean;

export function office(scene: Scene) {
  const { telegram, people } = scene;
  const t = textsIn(scene)('uk');
  const latest = ({ group }: Desk, isIt: Wanted, what: string) =>
    until(telegram, () => group.messages().findLast(isIt), what);
  const card = (desk: Desk, number: string, label: string) =>
    latest(
      desk,
      (seen) => seen.text.includes(number) && labelsOf(seen).includes(label),
      `the card of ${number}`,
    );
  /** The newest message of the group with this button, once the act is done. */
  const after = async (desk: Desk, act: () => Promise<unknown>, label: string) => {
    const since = telegram.fake.world.currentSeq();
    await act();
    return latest(desk, (seen) => seen.seq > since && labelsOf(seen).includes(label), `[${label}]`);
  };
  const presses = ({ group, official }: Desk, message: Seen, label: string) =>
    people[official].presses({ message, label }, { in: group });
  const replies = ({ group, official }: Desk, message: Seen, words: string) => {
    const thread = message.threadId !== undefined && { thread: message.threadId };
    return people[official].says(words, { in: group, ...thread, replyTo: message });
  };

  const takes = async (desk: Desk, number: string): Promise<Seen> => {
    const waiting = await card(desk, number, t.plain('staff-take'));
    await presses(desk, waiting, t.plain('staff-take'));
    const isTaken: Wanted = (seen) =>
      seen.id === waiting.id && !labelsOf(seen).includes(t.plain('staff-take'));
    return latest(desk, isTaken, `${number} in work`);
  };
  const plans = async (desk: Desk, asked: Seen, day: string): Promise<void> => {
    await presses(desk, asked, t.plain('outcome-planned'));
    const isAskingDay: Wanted = (seen) => seen.text === t.plain('ask-planned-on');
    await replies(desk, await latest(desk, isAskingDay, 'the question for a day'), day);
  };

  return {
    takes,
    /** Takes it, answers, looks, sends. */
    answers: async (desk: Desk, number: string, { words, plannedOn }: Answered): Promise<void> => {
      const taken = await takes(desk, number);
      const asked = await after(desk, () => replies(desk, taken, words), t.plain('outcome-done'));
      const ends = () =>
        plannedOn ? plans(desk, asked, plannedOn) : presses(desk, asked, t.plain('outcome-done'));
      const send = t.plain('choice-send-answer');
      await presses(desk, await after(desk, ends, send), send);
    },
    /** A moderator passes it on, in their own chat. */
    forwards: async (number: string, to: string): Promise<void> => {
      const done = t.plain('staff-forwarded', { number });
      await people.nataliia.says(`/forward ${number} ${to}`);
      await until(telegram, () => people.nataliia.messages().find(({ text }) => text === done), done);
    },
  };
}
