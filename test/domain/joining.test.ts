import type { Appeal } from '../../domain/appeal';
import type { Decision } from '../../domain/decision';
import {
  isCarried,
  joinersWhoRead,
  link,
  merge,
  receiveJoiner,
  releaseJoiner,
  separate,
  wasJoined,
  whyNotJoin,
} from '../../domain/joining';
import { anAppeal, anEvent, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

const by = { id: 'command-1', by: 'telegram-50' };
const lead = (overrides: Partial<Appeal> = {}) =>
  anAppeal({ id: 'lead-1', number: '2026-000002', citizenId: 'telegram-2', ...overrides });
const LEAD = { id: 'lead-1', number: '2026-000002' };
const joiner = { id: 'draft-1', number: '2026-000001' };
const PRIVATE = city.categories.find(
  ({ isPublic, isAboutOfficials }) => !isPublic && !isAboutOfficials,
)!.code;
const refused = (refusal: string) => ({ ok: false, refusal });
const done = (decision: Decision): Appeal => {
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.appeal;
};

describe('an appeal behind another', () => {
  it('waits with it while it is open and was never answered', () => {
    expect(isCarried(anAppeal({ leadId: 'lead-1' }))).toBe(true);
    expect(isCarried(anAppeal())).toBe(false);
    expect(isCarried(anAppeal({ leadId: 'lead-1', status: 'answered' }))).toBe(false);
    expect(isCarried(anAppeal({ leadId: 'lead-1', status: 'rework' }))).toBe(false);
  });

  it('is known to have been filed so, whatever became of it', () => {
    const filed = anEvent('event-1', { facts: { other: LEAD } });
    const later = anEvent('event-2', { type: 'appeal.linked', facts: { other: LEAD } });
    expect(wasJoined(anAppeal({ events: [filed] }))).toBe(true);
    expect(wasJoined(anAppeal({ events: [anEvent('event-1'), later] }))).toBe(false);
    expect(wasJoined(anAppeal({ events: [] }))).toBe(false);
  });
});

describe('who may join', () => {
  it.each<[string, Appeal | undefined, 'own' | 'over' | undefined]>([
    ['an open appeal of somebody else', lead(), undefined],
    ['not their own', lead({ citizenId: 'telegram-1' }), 'own'],
    ['not their own, even when it is over', lead({ citizenId: 'telegram-1', status: 'closed' }), 'own'],
    ['not one that is answered', lead({ status: 'answered' }), 'over'],
    ['not one behind a third', lead({ leadId: 'lead-3' }), 'over'],
    ['not a complaint about officials', lead({ isAboutOfficials: true }), 'over'],
    ['not what is for its author only', lead({ category: PRIVATE }), 'over'],
    ['not what is not there', undefined, 'over'],
  ])('%s', (_, to, why) => {
    expect(whyNotJoin(to, 'telegram-1', city)).toBe(why);
  });
});

describe('those behind a lead', () => {
  it('are counted once each, and told in its history', () => {
    const joined = receiveJoiner(lead({ joinerIds: ['draft-0'] }), { ...by, joiner }, NOW);
    expect(joined).toMatchObject({
      ...{ ok: true, event: { type: 'appeal.joined', at: NOW, facts: { other: joiner } } },
      appeal: { joinerIds: ['draft-0', 'draft-1'] },
    });
    expect(receiveJoiner(done(joined), { ...by, joiner }, NOW)).toEqual(refused('nothing_changed'));
  });

  it('bring it forward when they are heard first (art. 20), and never back', () => {
    const first = done(receiveJoiner(lead(), { ...by, joiner, isPreferred: true }, NOW));
    expect(first).toMatchObject({ joinerIds: ['draft-1'], isPreferred: true });
    const other = { id: 'draft-2', number: '2026-000003' };
    expect(done(receiveJoiner(first, { ...by, joiner: other }, NOW)).isPreferred).toBe(true);
    expect(done(receiveJoiner(lead(), { ...by, joiner }, NOW))).not.toHaveProperty('isPreferred');
  });

  it('leave one by one', () => {
    const two = lead({ joinerIds: ['draft-0', 'draft-1'] });
    const left = releaseJoiner(two, { ...by, joiner }, NOW);
    expect(left).toMatchObject({
      ...{ ok: true, event: { type: 'appeal.left', facts: { other: joiner } } },
      appeal: { joinerIds: ['draft-0'] },
    });
    expect(releaseJoiner(done(left), { ...by, joiner }, NOW)).toEqual(refused('nothing_changed'));
    expect(releaseJoiner(lead(), { ...by, joiner }, NOW)).toEqual(refused('nothing_changed'));
    expect(done(releaseJoiner(lead({ joinerIds: ['draft-1'] }), { ...by, joiner }, NOW))).not.toHaveProperty(
      'joinerIds',
    );
  });
});

describe('a link', () => {
  it('says where it stood before and why it moves; who stood behind it follows', () => {
    const before = anAppeal({ leadId: 'lead-0', joinerIds: ['draft-9'] });
    const moved = link(before, { ...by, lead: LEAD, reason: 'Те саме' }, NOW);
    expect(moved).toMatchObject({
      event: { type: 'appeal.linked', facts: { other: LEAD, text: 'Те саме', before: 'lead-0' } },
    });
    expect(done(moved).leadId).toBe('lead-1');
    expect(done(moved)).not.toHaveProperty('joinerIds');
    const first = link(anAppeal(), { ...by, lead: LEAD }, NOW);
    expect(first).toMatchObject({ ok: true, event: { facts: { other: LEAD } } });
    expect(Object.keys((first as Extract<Decision, { ok: true }>).event.facts)).toEqual(['other']);
  });

  it('never goes where it stands, nor to itself', () => {
    expect(link(anAppeal({ leadId: 'lead-1' }), { ...by, lead: LEAD }, NOW)).toEqual(
      refused('nothing_changed'),
    );
    expect(link(anAppeal({ id: 'lead-1' }), { ...by, lead: LEAD }, NOW)).toEqual(refused('nothing_changed'));
  });
});

describe('who else reads an answer', () => {
  const joined = (id: string) =>
    anEvent(`joined-${id}`, { type: 'appeal.joined', facts: { other: { id, number: id } } });
  const answered = anEvent('answered', { type: 'appeal.answered' });
  const behind = (events: Appeal['events'], status: Appeal['status'] = 'in_progress') =>
    joinersWhoRead(lead({ status, joinerIds: ['a', 'b'], events }));

  it.each<[string, number, number]>([
    ['everybody who joined', behind([joined('a'), joined('b'), joined('gone')]), 2],
    ['only who joined since the last answer', behind([joined('a'), answered, joined('b')], 'rework'), 1],
    ['everybody when the answer is mended', behind([joined('a'), joined('b'), answered], 'answered'), 2],
    ['nobody when nobody joined', joinersWhoRead(lead()), 0],
  ])('%s', (_, readers, count) => {
    expect(readers).toBe(count);
  });
});

describe('a moderator who puts an appeal behind another', () => {
  const merged = (appeal: Appeal, to: Appeal, reason = 'Те саме') =>
    merge(appeal, { ...by, lead: to, reason }, NOW, city);

  it.each<[string, ReturnType<typeof merged>, string]>([
    ['an answered one stays', merged(anAppeal({ status: 'answered' }), lead()), 'wrong_status'],
    ['the citizen reads a reason', merged(anAppeal(), lead(), ' '), 'empty_text'],
    ['nobody waits for what is over', merged(anAppeal(), lead({ status: 'closed' })), 'lead_over'],
    ['no chains', merged(anAppeal(), lead({ leadId: 'lead-3' })), 'lead_over'],
    ['a private matter stands alone', merged(anAppeal({ category: PRIVATE }), lead()), 'not_public'],
    ['nothing stands behind a private matter', merged(anAppeal(), lead({ category: PRIVATE })), 'not_public'],
    ['complaints stand alone', merged(anAppeal({ isAboutOfficials: true }), lead()), 'about_officials'],
    ['nothing hides behind a complaint', merged(anAppeal(), lead({ isAboutOfficials: true })), 'about_officials'],
  ])('%s', (_, decision, refusal) => {
    expect(decision).toEqual(refused(refusal));
  }); // prettier-ignore

  it('names the other by its number, and may turn a pair round', () => {
    expect(done(merged(anAppeal(), lead())).events.at(-1)?.facts).toEqual({ other: LEAD, text: 'Те саме' });
    expect(done(merged(anAppeal(), lead({ leadId: 'draft-1' }))).leadId).toBe('lead-1');
  });
});

describe('an appeal that stands alone again', () => {
  const joined = anAppeal({ leadId: 'lead-1', dueAt: days(5) });
  const from = (overrides: Partial<Appeal> = {}) =>
    lead({
      ...{ status: 'in_progress', executorId: 'telegram-7', dueAt: days(3) },
      ...{ isUrgent: true, isPreferred: true },
      ...overrides,
    });
  const alone = (to: Appeal, command: { isSuccessor?: boolean; reason?: string } = {}) =>
    separate(joined, { ...by, from: to, ...command }, NOW);

  it('has its own term and nobody yet', () => {
    const left = done(alone(from(), { reason: 'Інше' }));
    expect(left).toMatchObject({ dueAt: days(5), isUrgent: false });
    for (const field of ['leadId', 'executorId', 'isPreferred']) expect(left).not.toHaveProperty(field);
    expect(left.events.at(-1)).toMatchObject({
      ...{ type: 'appeal.separated', at: NOW, facts: { other: LEAD, text: 'Інше' } },
    });
    expect(done(alone(from())).events.at(-1)?.facts).toEqual({ other: LEAD });
  });

  it('goes on where its lead stopped: with who had it, its danger and its nearer term', () => {
    expect(done(alone(from(), { isSuccessor: true }))).toMatchObject({
      ...{ executorId: 'telegram-7', isUrgent: true, isPreferred: true, dueAt: days(3) },
    });
  });

  it('keeps its own term where the lead’s is later or past', () => {
    for (const dueAt of [days(9), days(-1), NOW])
      expect(done(alone(from({ dueAt }), { isSuccessor: true })).dueAt).toEqual(days(5));
  });

  it('takes nothing over that the lead had not', () => {
    const { executorId: _nobody, isPreferred: _not, ...bare } = from({ isUrgent: false });
    const left = done(alone(bare, { isSuccessor: true }));
    expect(left.isUrgent).toBe(false);
    for (const field of ['executorId', 'isPreferred']) expect(left).not.toHaveProperty(field);
  });

  it('stood behind that one, and no other', () => {
    expect(alone(from({ id: 'lead-9' }))).toEqual(refused('nothing_changed'));
  });
});
