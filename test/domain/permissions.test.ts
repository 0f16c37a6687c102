import type { Appeal } from '../../domain/appeal';
import {
  departmentsOf,
  isNameOpenTo,
  may,
  mayAppoint,
  mayEver,
  mayGiveToken,
  ROLES,
  type Action,
  type Actor,
  type Role,
} from '../../domain/permissions';
import { whyDenied, type Denial } from '../../domain/denials';
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

  const filed = anEvent('event-1');
  const answeredBy = (by: string) => anEvent('answer-1', { type: 'appeal.answered', by });

  it.each([
    ['has in hand', { executorId: 'telegram-2' }],
    ['answered', { events: [filed, answeredBy('telegram-2')] }],
    [
      'answered, even if another has it now',
      { executorId: 'telegram-7', events: [answeredBy('telegram-2')] },
    ],
  ])('a controller may not close by hand what they %s', (_, life) => {
    const controller = actor('telegram-2', 'controller');
    expect(may.closeByHand(controller, anAppeal({ status: 'answered', ...life }))).toBe(false);
  });

  it('a controller who only wrote a note may close by hand what another answered', () => {
    const noted = anEvent('note-1', { type: 'appeal.noted', by: 'telegram-2' });
    const answered = anAppeal({ status: 'answered', events: [filed, noted, answeredBy('telegram-7')] });
    expect(may.closeByHand(actor('telegram-2', 'controller'), answered)).toBe(true);
  });

  describe('the contact of the author', () => {
    const executor = actor('telegram-7', 'official');
    const head = actor('telegram-8', 'head');

    it.each([
      ['in_progress', true, 'the work may need a call'],
      ['needs_details', true, 'a question may need a call'],
      ['rework', true, 'what was not solved may need a call'],
      ['answered', true, 'the author may still say «not solved»'],
      ['closed', false, 'the case is over'],
      ['withdrawn', false, 'the author took it back'],
      ['forwarded', false, 'it is another body’s now'],
    ] as const)('%s: is for its executor and their head: %s, since %s', (...[status, isShown]) => {
      const held = anAppeal({ status, executorId: executor.id });
      expect(may.showContact(executor, held)).toBe(isShown);
      expect(may.showContact(head, held)).toBe(isShown);
    });

    it('is not for a colleague without the case, nor for an executor who lost their role', () => {
      const held = anAppeal({ status: 'in_progress', executorId: executor.id });
      expect(may.showContact(actor('telegram-9', 'official', 'moderator'), held)).toBe(false);
      expect(may.showContact(actor(executor.id, 'citizen'), held)).toBe(false);
    });

    it('stays hidden from both when the author hid their name, but not from a controller', () => {
      const hidden = anAppeal({ status: 'in_progress', executorId: executor.id, hidesName: true });
      expect([executor, head].map((who) => may.showContact(who, hidden))).toEqual([false, false]);
      expect(may.showContact(actor('telegram-50', 'controller'), hidden)).toBe(true);
    });
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

    it('limits that role only', () => {
      const both: Actor = { id: 'telegram-2', roles: ['official', 'head'], within: { head: ['roads'] } };
      expect(may.take(both, appeal)).toBe(true);
      expect(may.extend(both, appeal)).toBe(false);
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

describe('who appoints whom', () => {
  /** Written without a look at the rule. */
  const APPOINTED_BY: Record<Role, readonly [by: readonly Role[], why: string]> = {
    citizen: [['controller'], 'nobody is appointed a citizen; a controller may do everything'],
    official: [STEERING, 'those who steer say who works'],
    head: [STEERING, 'those who steer say who leads a department'],
    moderator: [STEERING, 'moderators find colleagues for themselves'],
    controller: [['controller'], 'those who are watched over never choose who watches'],
    deputy: [['controller'], 'a deputy mayor prolongs terms (art. 20), above any moderator'],
    operator: [['controller'], 'who runs the machines stands outside the office'],
  };
  const appointersOf = (role: Role) => ROLES.filter((one) => mayAppoint(actor('telegram-2', one), role));

  it.each(ROLES)('%s', (role) => {
    const [by] = APPOINTED_BY[role];
    expect(appointersOf(role)).toEqual(ROLES.filter((one) => by.includes(one)));
  });

  it('is not for a person without a role', () => {
    expect(ROLES.filter((role) => mayAppoint(actor('telegram-2'), role))).toEqual([]);
  });

  it.each<[Role, readonly Role[], boolean, string]>([
    ['moderator', ['official', 'head'], true, 'each of them is theirs to give'],
    ['moderator', ['official', 'controller'], false, 'the key would open more than they may give'],
    ['moderator', ['deputy'], false, 'the key would open more than they may give'],
    ['controller', ['moderator', 'controller', 'deputy'], true, 'each of them is theirs to give'],
    ['controller', [], true, 'a key that opens nothing'],
    ['head', [], false, 'keys are not a head’s to give'],
    ['official', ['official'], false, 'nobody makes a key for themselves'],
    ['operator', ['citizen'], false, 'who runs the machines gives no keys'],
  ])('a %s gives the key of %j: %s, since %s', (giver, roles, isGiven) => {
    expect(mayGiveToken(actor('telegram-2', giver), roles)).toBe(isGiven);
  });
});

describe('the departments somebody works with', () => {
  type Within = NonNullable<Actor['within']>;
  it.each<[string, readonly Role[], Within | undefined, readonly string[] | 'all']>([
    ['nobody of the office: none', ['citizen', 'operator'], undefined, []],
    ['an official of one', ['official'], { official: ['light'] }, ['light']],
    ['a head of one who works in another', ['official', 'head'], { official: ['light'], head: ['roads'] }, ['light', 'roads']],
    ['a head who works in their own: once', ['official', 'head'], { official: ['light'], head: ['light'] }, ['light']],
    ['an official of a city without departments', ['official'], undefined, 'all'],
    ['a head of the whole office who works in one', ['official', 'head'], { official: ['light'] }, 'all'],
    ['a moderator who also works in one', ['moderator', 'official'], { official: ['light'] }, 'all'],
    ['a controller', ['citizen', 'controller'], undefined, 'all'],
    ['a deputy mayor', ['deputy'], undefined, 'all'],
    ['an official who writes appeals of their own', ['citizen', 'official'], { official: ['light'] }, ['light']],
  ])('%s', (_, roles, within, expected) => {
    expect(departmentsOf({ id: 'telegram-2', roles, ...(within && { within }) })).toEqual(expected);
  }); // prettier-ignore
});

describe('what somebody is told who may not', () => {
  /** Of whom each sentence speaks; the staff are then told what is true. */
  const SPEAKS_OF: Partial<Record<Denial, readonly Role[]>> = {
    moderators_only: STEERING,
    extend_who: ['head', 'controller', 'deputy'],
    give_who: ['head', ...STEERING],
    contact_who: ['head', 'controller'],
    hidden_who: ['controller'],
    close_by_another: ['controller'],
    controllers_only: ['controller'],
    other_department: STAFF,
  };
  const elsewhere: Actor = { id: 'telegram-2', roles: ['official'], within: { official: ['roads'] } };
  /** Four need no appeal; /assign has a sentence of its own; whom it is about is only asked of complaints. */
  const PRESSED = ACTIONS.filter(
    (action) =>
      !RIGHTS[action].author &&
      !['steer', 'work', 'recordBreach', 'readBreaches', 'assign', 'nameOfficial'].includes(action),
  );

  it.each(PRESSED)('%s: those the sentence speaks of may do it', (action) => {
    const spokenOf = SPEAKS_OF[whyDenied(elsewhere, appeal, action)] ?? [];
    const mayDoIt = RIGHTS[action].others.filter((role) => role !== 'deputy' || action === 'extend');
    expect([...spokenOf].sort()).toEqual([...mayDoIt].sort());
  });

  it('is told first that the appeal is their own', () => {
    const author = actor(AUTHOR, 'moderator');
    expect(whyDenied(author, appeal, 'forward')).toBe('own_appeal');
    expect(whyDenied({ ...author, isInGroup: true }, { ...appeal, isAboutOfficials: true as const })).toBe(
      'own_appeal',
    );
  });

  it('is sent to the office’s own people when they are none of them', () => {
    expect(whyDenied(actor('telegram-2', 'citizen'), appeal)).toBe('staff_only');
    expect(whyDenied(actor('telegram-2', 'citizen'), appeal, 'answer')).toBe('staff_only');
    expect(whyDenied(elsewhere, appeal)).toBe('other_department');
    expect(whyDenied(actor('telegram-2', 'deputy'), appeal, 'answer')).toBe('other_department');
  });

  describe('about a complaint about officials', () => {
    const complaint = { ...appeal, isAboutOfficials: true as const };
    const controller = actor('telegram-50', 'controller');

    it('is sent to the controllers', () => {
      expect(whyDenied(elsewhere, complaint, 'answer')).toBe('controllers_only');
      expect(whyDenied({ ...elsewhere, isInGroup: true }, complaint)).toBe('controllers_only');
    });

    it('is asked to write privately when they might do it there', () => {
      expect(whyDenied({ ...controller, isInGroup: true }, complaint)).toBe('privately_only');
    });

    it('hears of no case but the controllers’, as a controller who is complained of too', () => {
      const about = { ...complaint, complainedOf: [controller.id] };
      expect(whyDenied(controller, about)).toBe('controllers_only');
      expect(whyDenied({ ...controller, isInGroup: true }, about)).toBe('controllers_only');
    });

    it('hears who closes it, or who steers it, when they only have it in hand', () => {
      const held = { ...complaint, executorId: elsewhere.id };
      expect(whyDenied(elsewhere, held, 'closeByHand')).toBe('close_by_another');
      expect(whyDenied(elsewhere, held, 'extend')).toBe('controllers_only');
      expect(whyDenied(elsewhere, held)).toBe('controllers_only');
    });
  });
});

describe('what somebody may ever do with an appeal', () => {
  const light = (id: string, role: 'official' | 'head'): Actor => ({
    id,
    roles: [role],
    within: { [role]: ['light'] },
  });

  it.each([
    ['an official of one department', light('telegram-7', 'official'), 'answer', true],
    ['an official of one department', light('telegram-7', 'official'), 'assign', false],
    ['a head of one department', light('telegram-40', 'head'), 'assign', true],
    ['a moderator', { id: 'telegram-50', roles: ['moderator'] }, 'forward', true],
    ['somebody without a post', { id: 'telegram-9', roles: [] }, 'answer', false],
    ['a citizen', { id: 'telegram-9', roles: ['citizen'] }, 'take', false],
  ] as const)('%s: %j %s %s', (_who, someone, action, expected) => {
    expect(mayEver(someone, action)).toBe(expected);
  });
});

describe('a hidden name', () => {
  it.each([
    ['official', true, false],
    ['head', true, false],
    ['moderator', true, false],
    ['controller', true, true],
    ['moderator', false, true],
  ] as const)('is open to a %s when hidden=%j: %j', (role, hidesName, expected) => {
    expect(isNameOpenTo({ id: 'telegram-50', roles: [role] }, { hidesName })).toBe(expected);
  });
});
