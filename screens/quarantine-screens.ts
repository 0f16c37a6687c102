import type { Content, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

export const DROP_REASONS = ['too_old', 'not_ours', 'broken'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly kind: Content['kind'] | 'unreadable';
}

/** What waits in quarantine: ids and kinds, no words of anybody. */
export function quarantineScreen(t: Texts, entries: readonly Entry[], total: number): Screen {
  if (entries.length === 0) return { text: t('quarantine-empty') };
  const list = entries.map(({ id, at, kind }, index) =>
    t('quarantine-line', { count: index + 1, id, kind: t.plain(`quarantine-kind-${kind}`), at }),
  );
  return {
    text: paragraphs(t('quarantine', { total }), lines(...list), t('quarantine-how')),
    choices: entries.map(({ id }, index) => [
      { label: t.plain('choice-quarantine-retry', { count: index + 1 }), token: `qr.${id}` },
      { label: t.plain('choice-quarantine-drop', { count: index + 1 }), token: `qd.${id}` },
    ]),
  };
}

/** Its author has gone on since: what is tried again now meets another question. */
export const goneOnScreen = (t: Texts, id: string): Screen => ({
  text: t('quarantine-gone-on', { id }),
  choices: [
    [button(t, 'choice-quarantine-retry-anyway', `qr.${id}.sure`)],
    [button(t, 'choice-quarantine-drop-it', `qd.${id}`)],
    [button(t, 'choice-quarantine-back', 'ql')],
  ],
});

/** Why it is dropped: that is kept with it. */
export const dropScreen = (t: Texts, id: string): Screen => ({
  text: t('quarantine-why', { id }),
  choices: [
    ...DROP_REASONS.map((reason) => [button(t, `quarantine-reason-${reason}`, `qd.${id}.${reason}`)]),
    [button(t, 'choice-quarantine-back', 'ql')],
  ],
});
