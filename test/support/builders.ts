import type { Answer, Appeal, AppealEvent, Attachment, Status } from '../../domain/appeal';
import type { Citizen } from '../../domain/citizen';
import type { Draft } from '../../domain/draft';
import type { Notice } from '../../domain/notice';

/** A Friday at noon in Kyiv. */
export const NOW = new Date('2026-11-20T10:00:00Z');
export const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
export const days = (count: number): Date => minutes(count * 24 * 60);

export const aPhoto = (id: string, overrides: Partial<Attachment> = {}): Attachment => ({
  id,
  kind: 'photo',
  messenger: 'telegram',
  fileId: `file-${id}`,
  ...overrides,
});

export const anEvent = (id: string, overrides: Partial<AppealEvent> = {}): AppealEvent => ({
  id,
  type: 'appeal.submitted',
  at: NOW,
  by: 'telegram-1',
  facts: {},
  ...overrides,
});

export const anAnswer = (overrides: Partial<Answer> = {}): Answer => ({
  ordinal: 1,
  text: 'Лампу замінено, ліхтар горить.',
  outcome: 'done',
  signatory: { name: 'Петренко Олександр Ілліч', post: 'заступник начальника' },
  attachments: [],
  at: NOW,
  ...overrides,
});

/** What an appeal of each status has besides it. */
function lifeOf(status: Status): Partial<Appeal> {
  const submitted = anEvent('event-1');
  const answered = anEvent('event-2', { type: 'appeal.answered', by: 'telegram-7', facts: { ordinal: 1 } });
  const hasAnswer = status === 'answered' || status === 'closed' || status === 'rework';
  const isTaken = hasAnswer || status === 'in_progress' || status === 'needs_details';
  return {
    ...(isTaken && { executorId: 'telegram-7' }),
    ...(hasAnswer && { answers: [anAnswer()], rev: 2, events: [submitted, answered] }),
    ...((status === 'answered' || status === 'closed') && { outcome: 'done' as const }),
    ...(status === 'rework' && { reworkCount: 1 }),
  };
}

export const anAppeal = (overrides: Partial<Appeal> = {}): Appeal => ({
  id: 'draft-1',
  number: '2026-000001',
  kind: 'application',
  pieces: [{ messageId: '1', text: 'Третю добу не горить ліхтар біля під’їзду' }],
  category: 'street-lamp',
  complexity: 'simple',
  department: 'light',
  particulars: {},
  attachments: [],
  citizenId: 'telegram-1',
  language: 'uk',
  isVerified: true,
  needsModerator: false,
  isUrgent: false,
  status: 'submitted',
  answers: [],
  reworkCount: 0,
  registeredAt: NOW,
  dueAt: minutes(60),
  rev: 1,
  events: [anEvent('event-1')],
  ...lifeOf(overrides.status ?? 'submitted'),
  ...overrides,
});

/** Closed by a controller two weeks after the answer, without the citizen’s word. */
export const closedByHand = (overrides: Partial<Appeal> = {}): Appeal =>
  onward(
    anAppeal({ status: 'answered', ...overrides }),
    anEvent('event-3', {
      ...{ type: 'appeal.closed_by_hand', by: 'telegram-50', at: days(14) },
      facts: { text: 'Оглянули на місці, ліхтар горить', ordinal: 1 },
    }),
    { status: 'closed' },
  );

/** The appeal one step on, with one event more. */
export const onward = (appeal: Appeal, event: AppealEvent, changes: Partial<Appeal> = {}): Appeal => ({
  ...appeal,
  ...changes,
  rev: appeal.rev + 1,
  events: [...appeal.events, event],
});

export const aDraft = (overrides: Partial<Draft> = {}): Draft => ({
  id: 'draft-1',
  kind: 'appeal',
  ownerId: 'telegram-1',
  messenger: 'telegram',
  chatId: '1',
  fields: {},
  state: 'open',
  eventIds: [],
  rev: 1,
  createdAt: NOW,
  updatedAt: NOW,
  ...overrides,
});

export const aCitizen = (overrides: Partial<Citizen> = {}): Citizen => ({
  id: 'telegram-1',
  messenger: 'telegram',
  chatId: '1',
  language: 'uk',
  isReachable: true,
  rev: 1,
  ...overrides,
});

export const aNotice = (id: string, overrides: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'answered',
  messenger: 'telegram',
  chatId: '1',
  eventId: 'event-1',
  appealId: 'draft-1',
  dueAt: NOW,
  createdAt: NOW,
  state: 'waiting',
  attempts: 0,
  sentMessageIds: [],
  ...overrides,
});
