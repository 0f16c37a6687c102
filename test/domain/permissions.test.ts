import type { Appeal } from '../../domain/appeal';
import { may, ROLES, type Action, type Actor, type Role } from '../../domain/permissions';
import { anAppeal, anEvent } from '../support/builders';

const appeal = anAppeal({ citizenId: 'telegram-1' });
const STAFF: readonly Role[] = ['official', 'head', 'moderator', 'controller'];
const STEERING: readonly Role[] = ['moderator', 'controller'];

interface Right {
  readonly author: boolean;
  readonly others: readonly Role[];
  /** Its author may do it too when they hold such a role. */
  readonly isForOwn?: true;
  readonly why: string;
}

/** Who may do it, and why so: the author, and which roles of other people. Written without a look at the table. */
const RIGHTS: Record<Action, Right> = {
  see: { author: true, others: [...STAFF, 'deputy'], isForOwn: true, why: 'one’s own, or for work' },
  take: { author: false, others: STAFF, why: 'whoever serves the department' },
  assign: { author: false, others: ['head', ...STEERING], isForOwn: true, why: 'routing is steering' },
  give: { author: false, others: ['head', ...STEERING], why: 'routing is steering' },
  decline: { author: false, others: STAFF, why: 'who got it may say it is not theirs' },
  ask: { author: false, others: STAFF, why: 'who works on it' },
  answer: { author: false, others: STAFF, why: 'who works on it, never to oneself' },
  correct: { author: false, others: STAFF, why: 'a mistake in an answer is mended by those who work on it' },
  note: { author: false, others: STAFF, why: 'who works on it writes it down for colleagues' },
  confirm: { author: true, others: [], why: 'only who asked knows that it is solved' },
  rate: { author: true, others: [], why: 'only who asked judges the work' },
  returnForRework: { author: true, others: [], why: '«not solved» is the citizen’s, nobody’s else' },
  withdraw: { author: true, others: [], why: 'only who asked takes it back' },
  addDetail: { author: true, others: [], why: 'the citizen’s own words' },
  amend: { author: true, others: [], why: 'the citizen’s own words' },
  reroute: { author: false, others: STEERING, why: 'routing is steering' },
  recategorise: { author: false, others: STEERING, why: 'routing is steering' },
  forward: { author: false, others: STEERING, why: 'art. 7: a decision for the whole city' },
  returnIncomplete: { author: false, others: STEERING, why: 'art. 7: a decision for the whole city' },
  leaveUnconsidered: { author: false, others: STEERING, why: 'art. 8: always a person, with the ground' },
  merge: { author: false, others: STEERING, why: 'what belongs together is for the whole city' },
  label: { author: false, others: STEERING, why: 'resolutions 348 and 858: marks of the whole record' },
  strike: { author: false, others: STEERING, why: 'sifting is for the whole city, never one’s own' },
  slow: { author: false, others: STEERING, why: 'sifting is for the whole city, never one’s own' },
  pardon: { author: false, others: STEERING, why: 'who decides it takes it back, never for oneself' },
  hide: { author: false, others: STEERING, why: 'art. 10: private life is for those who steer to protect' },
  viewHidden: { author: false, others: ['controller'], why: 'the original is kept for the controller' },
  object: { author: true, others: [], why: 'only whom it was decided about objects' },
  complete: { author: true, others: [], why: 'what was missing is the citizen’s' },
  extend: { author: false, others: ['head', 'controller', 'deputy'], why: 'art. 20: the head or the deputy' },
  showContact: { author: false, others: ['head', 'controller'], why: 'who has the case, and the controller' },
  askForExtension: {
    author: false,
    others: [...STAFF, 'deputy'],
    why: 'who works on it sees that it needs time',
  },
  explainDelay: { author: false, others: [...STAFF, 'deputy'], why: 'who works on it knows why it is late' },
  tellOfHelp: { author: true, others: [], why: 'only who asked knows whether the other body helped' },
  closeByHand: { author: false, others: ['controller'], why: 'a controller, by hand, with a ground' },
  nameOfficial: {
    author: false,
    others: ['controller'],
    why: 'art. 7: who may not see it is said by a controller',
  },
  recordIncoming: { author: false, others: STAFF, why: 'who works on it knows its number in the office' },
  recordBreach: { author: false, others: ['operator'], isForOwn: true, why: 'who runs it knows what leaked' },
  readBreaches: {
    author: false,
    others: ['controller', 'operator'],
    isForOwn: true,
    why: 'who keeps the log, and who answers for the office',
  },
  steer: { author: false, others: STEERING, isForOwn: true, why: 'those who see the whole city' },
  work: { author: false, others: [...STAFF, 'deputy'], isForOwn: true, why: 'commands without an appeal' },
};
const ACTIONS = Object.keys(RIGHTS) as Action[];
const actor = (id: string, ...roles: Role[]): Actor => ({ id, roles });

type Table = Record<Action, (actor: Actor, appeal: Appeal) => boolean>;
const AUTHOR = 'telegram-1';

/** Everybody there can be, and what they may do by the reasons above. */
const CASES = ACTIONS.flatMap((action) => {
  const { author, others, isForOwn = false } = RIGHTS[action];
  return [
    { action, who: actor('telegram-nobody'), may: false },
    { action, who: actor(AUTHOR, 'citizen'), may: author },
    { action, who: actor(AUTHOR, ...ROLES), may: author || isForOwn },
    ...ROLES.map((role) => ({ action, who: actor('telegram-2', role), may: others.includes(role) })),
  ];
});
const disagreements = (table: Table) =>
  CASES.filter((one) => table[one.action](one.who, appeal) !== one.may).map(
    ({ action, who }) => `${action}: ${who.id} ${who.roles.join()}`,
  );

describe('who may do what', () => {
  it('is settled for every action', () => {
    expect(Object.keys(may).sort()).toEqual([...ACTIONS].sort());
  });

  it.each(ACTIONS)('%s is for those who have a reason, and for nobody else', (action) => {
    expect(disagreements(may).filter((one) => one.startsWith(`${action}:`))).toEqual([]);
  });

  describe('is seen to be wrong', () => {
    it.each(ACTIONS)('when everybody may %s', (action) => {
      expect(disagreements({ ...may, [action]: () => true })).not.toEqual([]);
    });

    it.each(ACTIONS)('when nobody may %s', (action) => {
      expect(disagreements({ ...may, [action]: () => false })).not.toEqual([]);
    });

    it.each(ACTIONS.flatMap((action) => RIGHTS[action].others.map((role) => [role, action] as const)))(
      'when a %s may no longer %s',
      (lost, action) => {
        const without: Table[Action] = ({ id, roles }, about) =>
          may[action]({ id, roles: roles.filter((role) => role !== lost) }, about);
        expect(disagreements({ ...may, [action]: without })).not.toEqual([]);
      },
    );

    it.each(ACTIONS.filter((action) => !RIGHTS[action].isForOwn))(
      'when authors pass for others to %s',
      (action) => {
        const blind: Table[Action] = (who, about) => may[action](who, { ...about, citizenId: 'somebody' });
        expect(disagreements({ ...may, [action]: blind })).not.toEqual([]);
      },
    );
  });

  it.each([
    ['has in hand', { executorId: 'telegram-2' }],
    ['answered', { events: [anEvent('answer-1', { type: 'appeal.answered', by: 'telegram-2' })] }],
  ])('a controller may not close by hand what they %s', (_, life) => {
    const controller = actor('telegram-2', 'controller');
    expect(may.closeByHand(controller, anAppeal({ status: 'answered', ...life }))).toBe(false);
  });

  it('lets whoever has an appeal give it to a colleague, unless they lost their role', () => {
    const held = anAppeal({ executorId: 'telegram-2' });
    expect(may.give(actor('telegram-2', 'official'), held)).toBe(true);
    expect(may.give(actor('telegram-2', 'citizen'), held)).toBe(false);
    expect(may.give(actor('telegram-3', 'official'), held)).toBe(false);
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
