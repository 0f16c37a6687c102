import { may, ROLES, type Action, type Actor, type Role } from '../../domain/permissions';
import { anAppeal, anEvent } from '../support/builders';

const appeal = anAppeal({ citizenId: 'telegram-1' });
const STAFF: readonly Role[] = ['official', 'head', 'moderator', 'controller'];
const STEERING: readonly Role[] = ['moderator', 'controller'];

/** Who may do it: the author, and which roles of other people. */
const RIGHTS: Record<Action, { author: boolean; others: readonly Role[] }> = {
  see: { author: true, others: [...STAFF, 'deputy'] },
  take: { author: false, others: STAFF },
  assign: { author: false, others: ['head', ...STEERING] },
  decline: { author: false, others: STAFF },
  ask: { author: false, others: STAFF },
  answer: { author: false, others: STAFF },
  correct: { author: false, others: STAFF },
  note: { author: false, others: STAFF },
  confirm: { author: true, others: [] },
  rate: { author: true, others: [] },
  returnForRework: { author: true, others: [] },
  withdraw: { author: true, others: [] },
  addDetail: { author: true, others: [] },
  amend: { author: true, others: [] },
  forward: { author: false, others: STEERING },
  returnIncomplete: { author: false, others: STEERING },
  leaveUnconsidered: { author: false, others: STEERING },
  merge: { author: false, others: STEERING },
  label: { author: false, others: STEERING },
  complete: { author: true, others: [] },
  extend: { author: false, others: ['head', 'controller', 'deputy'] },
  askForExtension: { author: false, others: [...STAFF, 'deputy'] },
  explainDelay: { author: false, others: [...STAFF, 'deputy'] },
  tellOfHelp: { author: true, others: [] },
  closeByHand: { author: false, others: ['controller'] },
  steer: { author: false, others: STEERING },
  work: { author: false, others: [...STAFF, 'deputy'] },
};
const ACTIONS = Object.keys(RIGHTS) as Action[];
const actor = (id: string, ...roles: Role[]): Actor => ({ id, roles });

describe('who may do what', () => {
  it('is settled for every action', () => {
    expect(Object.keys(may).sort()).toEqual([...ACTIONS].sort());
  });

  it.each(ACTIONS.flatMap((action) => ROLES.map((role) => [role, action] as const)))(
    'somebody else who is %s: %s',
    (role, action) => {
      expect(may[action](actor('telegram-2', role), appeal)).toBe(RIGHTS[action].others.includes(role));
    },
  );

  it.each(ACTIONS)('the author, a citizen: %s', (action) => {
    expect(may[action](actor('telegram-1', 'citizen'), appeal)).toBe(RIGHTS[action].author);
  });

  it.each(ACTIONS)('nobody, with no role: %s', (action) => {
    expect(may[action](actor('telegram-nobody'), appeal)).toBe(false);
  });

  it.each(['take', 'decline', 'ask', 'answer', 'correct', 'note'] as const)(
    'an official who wrote the appeal may not %s it',
    (action) => {
      expect(may[action](actor('telegram-1', ...ROLES), appeal)).toBe(false);
    },
  );

  it.each([
    ['has in hand', { executorId: 'telegram-2' }],
    ['answered', { events: [anEvent('answer-1', { type: 'appeal.answered', by: 'telegram-2' })] }],
  ])('a controller may not close by hand what they %s', (_, life) => {
    const controller = actor('telegram-2', 'controller');
    expect(may.closeByHand(controller, anAppeal({ status: 'answered', ...life }))).toBe(false);
  });

  it('counts any of several roles', () => {
    expect(may.answer(actor('telegram-2', 'citizen', 'official'), appeal)).toBe(true);
  });

  describe('a role held in one department', () => {
    const within = (role: 'official' | 'head', ...departments: string[]): Actor => ({
      id: 'telegram-2',
      roles: [role],
      within: { [role]: departments },
    });

    it.each(['take', 'decline', 'ask', 'answer'] as const)('lets an official %s only there', (action) => {
      expect(may[action](within('official', 'roads', 'light'), appeal)).toBe(true);
      expect(may[action](within('official', 'roads'), appeal)).toBe(false);
      expect(may[action](within('official'), appeal)).toBe(false);
    });

    it.each(['extend', 'assign', 'answer'] as const)('lets a head %s only there', (action) => {
      expect(may[action](within('head', 'light'), appeal)).toBe(true);
      expect(may[action](within('head', 'roads'), appeal)).toBe(false);
    });

    it('lets an official see the others, and answer what a moderator gave them', () => {
      const official = within('official', 'roads');
      expect(may.see(official, appeal)).toBe(true);
      expect(may.answer(official, { ...appeal, executorId: official.id })).toBe(true);
      expect(may.answer(actor(official.id), { ...appeal, executorId: official.id })).toBe(false);
    });

    it('gives a head nothing that those who steer decide', () => {
      for (const action of ['forward', 'returnIncomplete', 'leaveUnconsidered', 'steer'] as const)
        expect(may[action](within('head', 'light'), appeal)).toBe(false);
    });
  });
});
