import fc from 'fast-check';
import { EVENT_TYPES, type Appeal } from '../../domain/appeal';
import { POST_ROLES, type Post } from '../../domain/colleague';
import { noticesFor } from '../../domain/notices';
import { deliverNotices } from '../../workers/deliver-notices';
import { escalateOverdue } from '../../workers/escalate-overdue';
import { expandEvents } from '../../workers/expand-events';
import { recipientsOf } from '../../workers/recipients-of';
import { sendNotice } from '../../workers/send-notice';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aNotice, anAppeal, anEvent, days, NOW, onward } from '../support/builders';
import { city } from '../support/sample-city';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const chat = (chatId: string) => ({ messenger: 'telegram', chatId });
const complaint = (overrides: Partial<Appeal> = {}) =>
  anAppeal({ category: 'officials-conduct', department: 'services', isAboutOfficials: true, ...overrides });
const colleague = (id: string, ...posts: Post[]) =>
  town.deps.people.insert({ id: `telegram-${id}`, posts, rev: 1 });
const deliver = async (...chatIds: string[]) => {
  for (const chatId of chatIds) await deliverNotices(town.deps, chat(chatId));
};
const saidTo = (chatId: string) => town.deps.messenger.saidTo(chatId).map(({ screen }) => screen.text);

const IDS = ['telegram-2', 'telegram-3', 'telegram-4', 'telegram-5'];
const aStaff = fc.array(fc.record({ role: fc.constantFrom(...POST_ROLES), who: fc.constantFrom(...IDS) }), {
  minLength: 1,
  maxLength: 8,
});
const aLife = fc.record({ executorId: fc.constantFrom(...IDS), complainedOf: fc.subarray(IDS) });

/** The staff of a city in memory: many cities are tried. */
function staffed(posts: readonly { role: Post['role']; who: string }[]) {
  const records = IDS.map((id) => ({
    ...{ id, rev: 1 },
    posts: posts.flatMap(({ role, who }) => (who === id ? [{ role, department: 'services' }] : [])),
  }));
  const people = {
    find: (id: string) => Promise.resolve(records.find((one) => one.id === id)),
    withRole: (role: string) =>
      Promise.resolve(records.filter((one) => one.posts.some((post) => post.role === role))),
    list: () => Promise.resolve(records),
  };
  const found = (id: string) =>
    Promise.resolve({ id, ...chat(id.slice('telegram-'.length)), language: 'uk', isReachable: true, rev: 1 });
  const group = { ...chat('-200'), department: 'services', desk: 'main', isBound: true, rev: 1 };
  const bound = () => Promise.resolve([{ ...group, isSettled: true }]);
  const around = {
    citizens: { find: found },
    staffGroups: { bound },
    people,
    moderatorIds: new Set<string>(),
  };
  return { ...town.deps, ...around } as unknown as Parameters<typeof recipientsOf>[0];
}

describe('whatever happens to a complaint about officials', () => {
  it('nobody complained of and no group is told a thing, and somebody is as long as anybody may be', async () => {
    await fc.assert(
      fc.asyncProperty(aStaff, aLife, async (posts, life) => {
        const appeal = complaint({ ...life, reworkCount: 3, status: 'in_progress' });
        const to = await recipientsOf(staffed(posts), appeal);
        const holding = (role: string) => posts.filter((post) => post.role === role).map(({ who }) => who);
        const isOut = (id: string) => life.complainedOf.includes(id);
        const controllers = holding('controller').filter((id) => !isOut(id));
        for (const type of EVENT_TYPES) {
          const told = noticesFor(anEvent('event-9', { type }), appeal, to, { now: NOW, dueForCitizen: NOW });
          const people = told.filter(({ chatId }) => chatId !== '1');
          for (const { chatId, kind } of people) {
            const id = `telegram-${chatId}`;
            expect(chatId.startsWith('-') || isOut(id)).toBe(false);
            if (kind !== 'unattended') expect([...controllers, life.executorId]).toContain(id);
          }
          const mayHear = controllers.length > 0 || holding('moderator').some((id) => !isOut(id));
          expect(people.length > 0).toBe(mayHear || (people.length > 0 && !isOut(life.executorId)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('its card is with each controller, follows it and never comes to a group', async () => {
    await colleague('51', { role: 'controller' });
    await colleague('60', { role: 'head', department: 'services' });
    await town.deps.appeals.insert(complaint());
    await expandEvents(town.deps, 'draft-1');
    await deliver('-100', '50', '51', '60');
    expect(saidTo('50')).toHaveLength(1);
    expect(saidTo('51')).toHaveLength(1);
    expect([...saidTo('-100'), ...saidTo('60')]).toEqual([]);
    const labels = town.deps.messenger
      .saidTo('50')[0]!
      .screen.choices!.flat()
      .map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['На кого скарга', 'Запитати']));
    const named = anEvent('event-2', { type: 'appeal.official_named', by: 'telegram-50' });
    await town.deps.appeals.save(onward(complaint(), named, { complainedOf: ['telegram-51'] }));
    await expandEvents(town.deps, 'draft-1');
    await deliver('50', '51');
    const emptied = town.deps.messenger.edited.find(({ to }) => to.chatId === '51');
    expect(emptied?.screen.text).not.toContain('ліхтар');
    expect(emptied?.screen.choices ?? []).toEqual([]);
  });

  it('its terms run: the controllers hear that it is late, heads and groups do not', async () => {
    await colleague('60', { role: 'head', department: 'services' });
    await colleague('61', { role: 'deputy' });
    await town.deps.appeals.insert(complaint({ dueAt: days(1), legalDueAt: days(2) }));
    town.isNow(days(10));
    await escalateOverdue(town.deps);
    await deliver('-100', '50', '60', '61');
    expect(saidTo('50').join('\n')).toContain('2026-000001');
    expect([...saidTo('-100'), ...saidTo('60'), ...saidTo('61')]).toEqual([]);
  });

  it('tells moderators its number when no controller can be told', async () => {
    await colleague('50', { role: 'moderator' });
    await town.deps.appeals.insert(complaint());
    await expandEvents(town.deps, 'draft-1');
    await deliver('-100', '50');
    expect(saidTo('50')).toHaveLength(1);
    expect(saidTo('50')[0]).toContain('2026-000001');
    expect(saidTo('50')[0]).not.toContain('ліхтар');
    expect(saidTo('-100')).toEqual([]);
  });

  it('waits for a controller who never opened our chat, and the moderators hear so', async () => {
    await colleague('51', { role: 'controller' });
    await colleague('50', { role: 'moderator' });
    await town.deps.appeals.insert(complaint());
    await expandEvents(town.deps, 'draft-1');
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliver('51', '50');
    expect([saidTo('51').length, saidTo('50').length]).toEqual([0, 1]);
    await town.deps.notices.retryUnreachable(chat('51'), NOW);
    await deliver('51');
    expect(saidTo('51')[0]).toContain('ліхтар');
  });

  it('what was on its way to a colleague is not sent any more', async () => {
    await colleague('60', { role: 'head', department: 'services' });
    const alert = aNotice('late', { kind: 'rework_alert', chatId: '60' });
    await town.deps.appeals.insert(anAppeal({ department: 'services' }));
    expect(await sendNotice(town.deps, alert)).toMatchObject({ result: 'sent' });
    await town.deps.appeals.save(complaint({ rev: 2 }));
    expect(await sendNotice(town.deps, alert)).toBe('not_needed');
    expect(saidTo('60')).toHaveLength(1);
  });

  it('what was on its way to the group goes to the controllers', async () => {
    const detail = anEvent('event-2', { type: 'appeal.detail_added', facts: { text: 'він знову грубив' } });
    await town.deps.appeals.insert(complaint({ events: [anEvent('event-1'), detail] }));
    const note = aNotice('late', { kind: 'staff_note', chatId: '-100', eventId: 'event-2' });
    expect(await sendNotice(town.deps, note)).toBe('not_needed');
    await deliver('50', '-100');
    expect(saidTo('50').join('\n')).toContain('знову грубив');
    expect(saidTo('-100')).toEqual([]);
  });

  it('is not counted where a group reads the count', async () => {
    await town.deps.appeals.insert(complaint({ dueAt: days(-1) }));
    expect(await town.deps.appeals.countOpen(NOW, days(1))).toEqual({
      untaken: 0,
      dueToday: 0,
      late: 0,
      returned: 0,
    });
    expect(city.categories.some(({ isAboutOfficials }) => isAboutOfficials)).toBe(true);
  });

  it('is listed over HTTP for whom it was given to, and for controllers it is not about', async () => {
    const circled = { executorId: 'telegram-7', complainedOf: ['telegram-52'] };
    await town.deps.appeals.insert(complaint({ status: 'in_progress', ...circled }));
    const listed = async (id: string, role: 'head' | 'controller') => {
      const reader = { id, roles: [role] };
      const wanted = { departments: ['services'], statuses: ['in_progress'], reader } as const;
      return (await town.deps.appeals.listWork(wanted, { skip: 0, limit: 9 })).total;
    };
    expect(await listed('telegram-60', 'head')).toBe(0);
    expect(await listed('telegram-7', 'head')).toBe(1);
    expect(await listed('telegram-50', 'controller')).toBe(1);
    expect(await listed('telegram-52', 'controller')).toBe(0);
  });

  it('leaves acts upon it to the eyes of controllers it is not about', async () => {
    const noted = anEvent('event-2', { type: 'appeal.noted', by: 'telegram-50', facts: { text: 'слова' } });
    const events = [anEvent('event-1'), noted];
    await town.deps.appeals.insert(complaint({ events, complainedOf: ['telegram-52'] }));
    const seen = async (id: string, role: 'moderator' | 'controller') => {
      const wanted = { span: { from: days(-1), until: days(1) }, reader: { id, roles: [role] } };
      return (await town.deps.oversight.acts(wanted, { skip: 0, limit: 9 })).length;
    };
    expect(await seen('telegram-50', 'moderator')).toBe(0);
    expect(await seen('telegram-50', 'controller')).toBe(1);
    expect(await seen('telegram-52', 'controller')).toBe(0);
  });

  it('leaves what was decided about its author, and why, to the same eyes', async () => {
    await town.deps.appeals.insert(complaint({ complainedOf: ['telegram-52'] }));
    await town.deps.appeals.insert(anAppeal({ id: 'draft-2', number: '2026-000002' }));
    const struck = { at: NOW, by: 'telegram-50', what: 'citizen.struck', facts: { reason: 'чому' } };
    await town.deps.audit.add({ ...struck, id: 'first', about: 'draft-1' });
    await town.deps.audit.add({ ...struck, id: 'second', about: 'draft-2' });
    await town.deps.audit.add({ ...struck, id: 'third', what: 'person.searched' });
    const seen = async (id: string, role: 'moderator' | 'controller', appealId?: string) => {
      const span = { from: days(-1), until: days(1) };
      const wanted = { span, reader: { id, roles: [role] }, ...(appealId && { appealId }) };
      return (await town.deps.oversight.acts(wanted, { skip: 0, limit: 9 })).map((act) => act.id);
    };
    const ordinary = ['third', 'second'];
    expect(await seen('telegram-51', 'moderator')).toEqual(ordinary);
    expect(await seen('telegram-51', 'moderator', 'draft-1')).toEqual([]);
    expect(await seen('telegram-52', 'controller')).toEqual(ordinary);
    expect(await seen('telegram-50', 'controller')).toEqual([...ordinary, 'first']);
  });

  it('leaves its author’s objection to the same eyes', async () => {
    await colleague('51', { role: 'moderator' });
    await colleague('52', { role: 'controller' }, { role: 'moderator' });
    await town.deps.citizens.insert(aCitizen());
    await town.deps.appeals.insert(complaint({ complainedOf: ['telegram-52'] }));
    const author = openFrontDoor(town).person('1');
    await author.forges('obj.draft-1');
    await author.says('Я писав правду');
    await author.presses('Надіслати');
    await deliver('50', '51', '52');
    expect([saidTo('50').length, saidTo('51').length, saidTo('52').length]).toEqual([1, 0, 0]);
  });
});
