import fc from 'fast-check';
import { nameOfficial, withCircle } from '../../domain/about-officials';
import { EVENT_TYPES, STATUSES, type Appeal } from '../../domain/appeal';
import { handOver } from '../../domain/hand-over';
import { merge } from '../../domain/joining';
import { label, marksFor } from '../../domain/marks';
import { nearDuplicates } from '../../domain/near-duplicates';
import { nextResponsible } from '../../domain/next-responsible';
import { noticesFor, type Recipients } from '../../domain/notices';
import { isLetIn, may, ROLES, type Action, type Actor } from '../../domain/permissions';
import { recategorise } from '../../domain/recategorise';
import { register } from '../../domain/register';
import { assign } from '../../domain/staff-decisions';
import { groupFor } from '../../domain/staff-group';
import { anAppeal, anEvent, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

const COMPLAINT = 'officials-conduct';
const by = { id: 'command-1', by: 'telegram-50' };
const complaint = (overrides: Partial<Appeal> = {}) =>
  anAppeal({ category: COMPLAINT, department: 'services', isAboutOfficials: true, ...overrides });
const done = (decision: ReturnType<typeof label>): Appeal => {
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.appeal;
};
const marked = (appeal: Appeal, isSet = true) =>
  done(label(appeal, { ...by, mark: 'officials', isSet, of: [] }, NOW, city));
const filedAs = (category: string, appeal: Appeal) =>
  done(recategorise(appeal, { ...by, category }, NOW, city));

describe('a complaint about officials', () => {
  it.each(['officials-conduct', 'staff-attitude', 'medical-fees'])('is what is filed as %s', (code) => {
    const category = city.categories.find((one) => one.code === code)!;
    const { leadId: _none, ...given } = anAppeal();
    const terms = { dueAt: days(15) };
    const registration = { ...given, category, terms, isUncertain: false, sifted: [] };
    expect(register(registration, by, NOW).isAboutOfficials).toBe(true);
  });

  it('becomes one by its category or a mark, and leaves whoever had it', () => {
    const held = anAppeal({ status: 'in_progress' });
    for (const appeal of [filedAs(COMPLAINT, held), marked(held)]) {
      expect(appeal.isAboutOfficials).toBe(true);
      expect(appeal.executorId).toBeUndefined();
      expect(nextResponsible(appeal)).toEqual({ side: 'controllers' });
    }
  });

  it('is one as long as either says so', () => {
    const both = filedAs(COMPLAINT, marked(anAppeal()));
    expect(filedAs('street-lamp', both).isAboutOfficials).toBe(true);
    expect(marked(both, false).isAboutOfficials).toBe(true);
    const none = filedAs('street-lamp', marked(both, false));
    expect([none.isAboutOfficials, none.complainedOf]).toEqual([undefined, undefined]);
    expect(withCircle(none, city)).toBe(none);
  });

  it('is never given to whom it is about, and leaves them once they are named', () => {
    const held = complaint({ status: 'in_progress' });
    const named = done(nameOfficial(held, { ...by, officialId: 'telegram-7', isNamed: true }, NOW));
    expect([named.executorId, named.complainedOf]).toEqual([undefined, ['telegram-7']]);
    const refused = { ok: false, refusal: 'complained_of' };
    expect(assign(named, { ...by, executorId: 'telegram-7' }, NOW)).toEqual(refused);
    const withOther = { ...named, executorId: 'telegram-9' };
    expect(handOver(withOther, { ...by, fromId: 'telegram-9', executorId: 'telegram-7' }, NOW)).toEqual(
      refused,
    );
    expect(
      done(nameOfficial(named, { ...by, officialId: 'telegram-7', isNamed: false }, NOW)).complainedOf,
    ).toEqual([]);
    expect(done(nameOfficial(held, { ...by, isNamed: false }, NOW)).complainedOf).toEqual([]);
    expect(nameOfficial(anAppeal(), { ...by, isNamed: false }, NOW)).toMatchObject({
      refusal: 'not_about_officials',
    });
  });

  it('has in its history whom a controller named, took back, or that it is nobody', () => {
    const name = (appeal: Appeal, said: { officialId?: string; isNamed: boolean }) =>
      nameOfficial(appeal, { ...by, ...said }, NOW);
    const factsOf = (decision: ReturnType<typeof name>) =>
      decision.ok ? [decision.event.type, decision.event.at, decision.event.facts] : decision.refusal;
    const seven = { officialId: 'telegram-7', isNamed: true };
    expect(factsOf(name(complaint(), seven))).toEqual([
      ...['appeal.official_named', NOW, { text: '+', officialId: 'telegram-7' }],
    ]);
    const named = complaint({ complainedOf: ['telegram-7', 'telegram-8'], executorId: 'telegram-9' });
    expect(factsOf(name(named, { ...seven, isNamed: false }))).toEqual([
      ...['appeal.official_named', NOW, { text: '−', officialId: 'telegram-7' }],
    ]);
    expect(done(name(named, { ...seven, isNamed: false }))).toMatchObject({
      ...{ complainedOf: ['telegram-8'], executorId: 'telegram-9' },
    });
    expect(done(name(named, { officialId: 'telegram-6', isNamed: true })).complainedOf).toEqual([
      ...['telegram-7', 'telegram-8', 'telegram-6'],
    ]);
    expect(factsOf(name(complaint(), { isNamed: true }))).toEqual([
      ...['appeal.official_named', NOW, { text: '−' }],
    ]);
    expect(factsOf(name(named, seven))).toBe('nothing_changed');
    expect(factsOf(name(named, { officialId: 'telegram-6', isNamed: false }))).toBe('nothing_changed');
    expect(factsOf(name(complaint({ complainedOf: [] }), { isNamed: false }))).toBe('nothing_changed');
  });

  it('stands alone: nobody joins it, no other card points to it', () => {
    const other = anAppeal({ id: 'draft-2', citizenId: 'telegram-2' });
    const refused = { ok: false, refusal: 'about_officials' };
    expect(merge(complaint(), { ...by, lead: other, reason: 'Те саме' }, NOW, city)).toEqual(refused);
    expect(merge(other, { ...by, lead: complaint(), reason: 'Те саме' }, NOW, city)).toEqual(refused);
    const text = anAppeal().pieces[0]!.text;
    const place = {
      kind: 'location',
      label: 'Миру',
      location: { latitude: 50.45, longitude: 30.52 },
    } as const;
    const near = marked(anAppeal({ id: 'draft-3', place }));
    const category = { code: 'street-lamp', isPublic: true, duplicateRadiusM: 50 };
    expect(nearDuplicates({ category, place, text, attachments: [] }, [near], NOW)).toEqual([]);
    expect(marksFor(other, { own: [near], sameText: [], near: [near] }, city)).toEqual([]);
    expect(groupFor(complaint(), [], city, NOW)).toBeUndefined();
  });
});

const people: readonly string[] = ['telegram-2', 'telegram-3', 'telegram-4'];
const departments = fc.subarray(['services', 'light', 'roads']);
const anActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...people),
  roles: fc.subarray([...ROLES]),
  within: fc.record({ official: departments, head: departments }),
  isInGroup: fc.boolean(),
});
const aComplaint = fc.record({
  status: fc.constantFrom(...STATUSES),
  department: fc.constantFrom('services', 'light'),
  executorId: fc.constantFrom(...people),
  complainedOf: fc.subarray([...people]),
});
/** What is done without an appeal in hand is no part of it. */
const WITHOUT_APPEAL: readonly Action[] = ['steer', 'work', 'recordBreach', 'readBreaches'];
const ACTIONS = (Object.keys(may) as Action[]).filter((action) => !WITHOUT_APPEAL.includes(action));

describe('whoever they are', () => {
  it('nobody complained of, no group and nobody a controller did not choose may do a thing', () => {
    let refused = 0;
    fc.assert(
      fc.property(anActor, aComplaint, (actor, life) => {
        const appeal = complaint(life);
        const isController = actor.roles.includes('controller');
        const isChosen = appeal.executorId === actor.id && actor.roles.some((role) => role !== 'citizen');
        const isOut = actor.isInGroup || life.complainedOf.includes(actor.id) || (!isController && !isChosen);
        if (!isOut) return;
        refused += 1;
        expect(isLetIn(actor, appeal)).toBe(false);
        expect(ACTIONS.filter((action) => may[action](actor, appeal))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });

  it('only controllers turn it; whom they gave it to works on it', () => {
    const appeal = complaint({ status: 'in_progress', executorId: 'telegram-2' });
    const can = (actor: Actor) => ACTIONS.filter((action) => may[action](actor, appeal)).sort();
    expect(can({ id: 'telegram-2', roles: ['head', 'moderator', 'deputy'] })).toEqual(
      ['answer', 'ask', 'askForExtension', 'correct', 'decline', 'explainDelay', 'note', 'recordIncoming', 'see', 'showContact', 'take'],
    ); // prettier-ignore
    const turning = [
      'assign',
      'forward',
      'give',
      'label',
      'nameOfficial',
      'recategorise',
      'reroute',
      'extend',
    ];
    expect(can({ id: 'telegram-3', roles: ['controller'] })).toEqual(expect.arrayContaining(turning));
  });
});

describe('what is told of it', () => {
  const chat = (chatId: string) => ({ messenger: 'telegram', chatId });
  const circle: Recipients = {
    ...{ citizen: chat('1'), executor: chat('7'), isCircle: true },
    ...{ controllers: [chat('50'), chat('51')], moderators: [chat('60')] },
  };
  const tell = (type: (typeof EVENT_TYPES)[number], to: Recipients, appeal = complaint({ reworkCount: 3 })) =>
    noticesFor(anEvent('event-9', { type }), appeal, to, { now: NOW, dueForCitizen: NOW });

  it.each(EVENT_TYPES)('%s goes to each controller once in each kind, and to no group', (type) => {
    const told = tell(type, circle);
    expect(told.filter(({ chatId }) => !['1', '7', '50', '51'].includes(chatId))).toEqual([]);
    expect(told.some(({ chatId, kind }) => chatId === '50' && kind === 'card')).toBe(true);
    expect(told.some(({ kind }) => kind === 'unattended')).toBe(false);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  });

  it('a rework is one note under the controllers’ cards, however high it climbs', () => {
    const told = tell('appeal.returned_for_rework', circle).map(({ chatId, kind }) => `${chatId} ${kind}`);
    expect(told.sort()).toEqual(['50 card', '50 staff_note', '51 card', '51 staff_note', '7 rework_alert']);
  });

  it('without a controller the moderators hear that it waits, and nothing else', () => {
    const told = tell('appeal.submitted', { ...circle, controllers: [] });
    expect(told.map(({ chatId, kind }) => `${chatId} ${kind}`)).toEqual(['60 unattended']);
  });
});
