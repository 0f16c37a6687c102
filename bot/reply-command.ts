import type { Appeal } from '../domain/appeal';
import { may } from '../domain/permissions';
import { paragraphs } from '../screens/texts';
import { whyNotKey } from '../screens/why-refused';
import type { StaffCommand } from './decision-commands';
import { beginFor, toAppeal, whyOver } from './staff-replies';
import type { Reply, Visit } from './visit';

/** The appeal whose number comes first, with the words after it; else what the command asks for. */
export async function named(
  visit: Visit,
  argument: string,
  how: string,
  act: (appeal: Appeal, words: string) => Promise<Reply>,
): Promise<Reply> {
  const { deps, t } = visit;
  const [, number = '', words = ''] = /^\s*№?\s*(\S*)\s*([^]*)$/.exec(argument) ?? [];
  const appeal = number ? await deps.appeals.findByNumber(number) : undefined;
  if (!appeal)
    return { screen: { text: paragraphs(number !== '' && t('staff-no-such-number', { number }), t(how)) } };
  return act(appeal, words.trim());
}

/** `/reply 2026-000001 words`: an answer with these words, or asked for them; seen before it goes, as every answer. */
export const reply: StaffCommand = (visit, argument) =>
  named(visit, argument, 'staff-reply-how', async (appeal, text) => {
    const { t, actor, incoming } = visit;
    if (!may.answer(actor, appeal)) return { screen: { text: t(whyNotKey(actor, appeal)) } };
    if (text) return toAppeal(visit, appeal.id, { kind: 'text', text, messageId: incoming.messageId ?? incoming.id }); // prettier-ignore
    const over = whyOver(visit, appeal, 'answer');
    return over ? { screen: { text: over } } : beginFor(visit, { kind: 'answer' }, appeal);
  });
