import type { AccountMove } from '../../domain/account-move';
import type { Appeal, Status } from '../../domain/appeal';
import { STATUSES } from '../../domain/appeal';
import type { Colleague, Post } from '../../domain/colleague';
import type { Draft } from '../../domain/draft';
import type { StaffGroup } from '../../domain/staff-group';
import { aDraft, anAnswer, anAppeal, anEvent, aPhoto, days, NOW, onward } from '../support/builders';

const of = (role: Post['role'], department?: string): Post => ({ role, ...(department && { department }) });

/** Everybody there can be, by the id the messenger gives them, with the posts they hold. */
export const PEOPLE = {
  owner: { id: '1', posts: [] },
  joiner: { id: '3', posts: [] },
  stranger: { id: '4', posts: [] },
  executor: { id: '7', posts: [of('official', 'light')] },
  colleague: { id: '8', posts: [of('official', 'light')] },
  elsewhere: { id: '9', posts: [of('official', 'roads')] },
  head: { id: '10', posts: [of('head', 'light')] },
  headElsewhere: { id: '11', posts: [of('head', 'roads')] },
  moderator: { id: '51', posts: [of('moderator')] },
  controller: { id: '52', posts: [of('controller')] },
  deputy: { id: '53', posts: [of('deputy')] },
  operator: { id: '54', posts: [of('operator')] },
  demoted: { id: '55', posts: [] },
  officialWhoComplains: { id: '56', posts: [of('official', 'light')] },
  controllerWhoAnswered: { id: '57', posts: [of('controller'), of('official', 'light')] },
} as const satisfies Record<string, { id: string; posts: readonly Post[] }>;
export type Name = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as Name[];
export const idOf = (name: Name): string => `telegram-${PEOPLE[name].id}`;

export const COLLEAGUES: readonly Colleague[] = NAMES.filter(
  (name) => PEOPLE[name].posts.length > 0 || name === 'demoted',
).map((name) => ({ id: idOf(name), posts: PEOPLE[name].posts, rev: 1 }));

/** Where a button can be pressed; `home` is the person's own chat with the bot. */
export const CHATS = { staff: '-100', light: '-200', roads: '-300', nobodys: '-400' } as const;
export type ChatName = keyof typeof CHATS | 'home';
export const CHAT_NAMES: readonly ChatName[] = ['home', 'staff', 'light', 'roads', 'nobodys'];
export const chatIdOf = (name: Name, chat: ChatName): string =>
  chat === 'home' ? PEOPLE[name].id : CHATS[chat];

export const GROUPS: readonly StaffGroup[] = (['light', 'roads'] as const).map((department) => ({
  ...{ messenger: 'telegram', chatId: CHATS[department], department, desk: 'main' },
  ...{ isBound: true, isSettled: true, rev: 1 },
}));

/** Words that tell whose words they are. */
export const markOf = (id: string): string => `мітка${id}я`;

let count = 0;
/** An appeal whose number and words nobody may see who may not see it. */
function filed(id: string, overrides: Partial<Appeal>): Appeal {
  count += 1;
  const number = `2026-9${String(count).padStart(5, '0')}`;
  const attachments = [aPhoto(`photo-${id}`, { copyId: 'copy' })];
  const pieces = [{ messageId: '1', text: `Не світить ліхтар, двір ${markOf(id)}` }];
  return anAppeal({ id, number, attachments, pieces, ...overrides });
}

const EXTENSION = anEvent('request1', {
  ...{ type: 'appeal.extension_asked', by: idOf('executor') },
  facts: { text: 'Чекаємо на деталь', day: '2026-11-30' },
});
const answeredBy = (name: Name): Partial<Appeal> => ({
  executorId: idOf(name),
  events: [anEvent('e1'), anEvent('e2', { type: 'appeal.answered', by: idOf(name), facts: { ordinal: 1 } })],
});

const FORWARDED = anEvent('forwarding1', {
  type: 'appeal.forwarded',
  by: idOf('moderator'),
  facts: { text: 'x' },
});
const ofStatus = (status: Status): Appeal =>
  filed(`light${status.replace('_', '')}`, {
    status,
    ...(status === 'forwarded' && { events: [anEvent('e1'), FORWARDED] }),
  });
const elsewhere = (department: string, status: Status): Appeal =>
  filed(`${department}${status.replace('_', '')}`, { department, status, executorId: idOf('elsewhere') });

/** An appeal of every kind that matters to who may do what; `light` and `roads` have groups, `water` has none. */
export const APPEALS: readonly Appeal[] = [
  ...STATUSES.map(ofStatus),
  ...(['roads', 'water'] as const).flatMap((department) =>
    (['submitted', 'in_progress', 'answered'] as const).map((status) => elsewhere(department, status)),
  ),
  ...(['submitted', 'in_progress', 'answered'] as const).map((status) =>
    filed(`own${status.replace('_', '')}`, { status, citizenId: idOf('officialWhoComplains') }),
  ),
  filed('joined', { status: 'in_progress', citizenId: idOf('joiner'), leadId: 'lightinprogress' }),
  filed('joinedanswered', { status: 'answered', citizenId: idOf('joiner'), leadId: 'lightanswered' }),
  filed('heldbydemoted', { status: 'in_progress', executorId: idOf('demoted') }),
  filed('ofcontroller', { status: 'answered', ...answeredBy('controllerWhoAnswered') }),
  onward(filed('asked', { status: 'in_progress', legalDueAt: days(5) }), EXTENSION),
  filed('hiding', { status: 'in_progress', hidesName: true }),
  ...(['in_progress', 'answered'] as const).map((status) =>
    filed(`about${status.replace('_', '')}`, {
      ...{ status, isAboutOfficials: true, executorId: idOf('executor') },
      complainedOf: [idOf('colleague'), idOf('controllerWhoAnswered')],
    }),
  ),
  filed('aboutnobody', { status: 'submitted', isAboutOfficials: true }),
  filed('formerly', {
    ...{ status: 'in_progress', citizenId: idOf('stranger') },
    formerCitizenIds: [idOf('officialWhoComplains')],
  }),
  filed('complaint', { status: 'in_progress', kind: 'complaint' }),
  filed('message', { status: 'submitted', kind: 'message' }),
  filed('hidden', { status: 'in_progress', hiddenFiles: ['photo-hidden'] }),
  filed('planned', {
    status: 'answered',
    outcome: 'planned',
    answers: [anAnswer({ outcome: 'planned', plannedOn: '2026-11-27' })],
  }),
];
export const appealOf = (id: string): Appeal | undefined => APPEALS.find((appeal) => appeal.id === id);

const pieces = [{ messageId: '5', text: 'Замінили лампу, перевірте' }];
const begun = (name: Name, kind: Draft['kind'], subjectId: string, fields: Draft['fields']): Draft =>
  aDraft({
    ...{ id: `${kind}x${PEOPLE[name].id}x${subjectId}`, kind, subjectId, fields: { pieces, ...fields } },
    ...{ ownerId: idOf(name), chatId: PEOPLE[name].id },
  });

/** Everybody has written an answer to, and a «not solved» about, appeals that are theirs to judge or are not. */
export const DRAFTS: readonly Draft[] = NAMES.flatMap((name) => [
  begun(name, 'answer', 'lightinprogress', { outcome: 'done' }),
  begun(name, 'answer', 'owninprogress', { outcome: 'done' }),
  begun(name, 'answer', 'lightwithdrawn', { outcome: 'done' }),
  begun(name, 'rework', 'lightanswered', { ordinal: 1, verdict: 'not_solved' }),
  begun(name, 'rework', 'joinedanswered', { ordinal: 1, verdict: 'not_solved' }),
  begun(name, 'contact', 'hiding', {}),
]);

const asked = { askedAt: NOW, isNameSame: true, state: 'open', rev: 1 } as const;

/** New accounts that say old ones are theirs: one for the old account to answer, one for the moderators. */
export const MOVES: readonly AccountMove[] = [
  { id: 'move1', fromId: idOf('owner'), toId: idOf('stranger'), isForModerators: false, ...asked },
  { id: 'move2', fromId: idOf('joiner'), toId: idOf('operator'), isForModerators: true, ...asked },
];
