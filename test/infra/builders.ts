import type { Appeal, AppealEvent, Attachment } from '../../domain/appeal';
import type { Citizen } from '../../domain/citizen';
import type { Draft } from '../../domain/draft';
import type { Notice } from '../../domain/notice';

export const NOW = new Date('2026-11-20T10:00:00Z');
export const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

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

export const anAppeal = (overrides: Partial<Appeal> = {}): Appeal => ({
  id: 'draft-1',
  number: '2026-000001',
  kind: 'application',
  pieces: [{ messageId: '1', text: 'Третю добу не горить ліхтар біля під’їзду' }],
  category: 'street-light',
  complexity: 'simple',
  department: 'light',
  particulars: {},
  attachments: [],
  citizenId: 'telegram-1',
  language: 'uk',
  isVerified: true,
  needsModerator: false,
  status: 'submitted',
  answers: [],
  reworkCount: 0,
  registeredAt: NOW,
  dueAt: minutes(60),
  rev: 1,
  events: [anEvent('event-1')],
  ...overrides,
});

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
