import type { Appeal } from '../../domain/appeal';
import type { PostRole } from '../../domain/colleague';
import { deliverNotices } from '../../workers/deliver-notices';
import { escalateOverdue } from '../../workers/escalate-overdue';
import { expandEvents } from '../../workers/expand-events';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAnswer, anAppeal, anEvent, days, onward } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const CITIZEN = '1';
const EXECUTOR = '7';
const HEAD = '40';
const CONTROLLER = '50';
const DEPUTY = '60';
const STAFF = '-100';
const ALL = [CITIZEN, EXECUTOR, HEAD, CONTROLLER, DEPUTY, STAFF];

async function deliver() {
  for (const chatId of ALL) await deliverNotices(town.deps, { messenger: 'telegram', chatId });
}
/** The job runs every few seconds; the test lets it run twice at each moment. */
async function ticksAt(at: Date) {
  town.isNow(at);
  await escalateOverdue(town.deps);
  await escalateOverdue(town.deps);
  await deliver();
}
const heard = (chatId: string, words: RegExp) =>
  town.deps.messenger.saidTo(chatId).filter(({ screen }) => words.test(screen.text));
const tokensOf = (chatId: string, words: RegExp) =>
  heard(chatId, words).flatMap(({ screen }) =>
    (screen.choices ?? []).flat().flatMap((choice) => ('token' in choice ? [choice.token] : [])),
  );
const holds = (chatId: string, role: PostRole, department?: string) =>
  town.deps.people.insert({
    ...{ id: `telegram-${chatId}`, rev: 1 },
    posts: [{ role, ...(department && { department }) }],
  });

const planned = (changes: Partial<Appeal> = {}) =>
  anAppeal({
    ...{ status: 'answered', outcome: 'planned' },
    answers: [anAnswer({ outcome: 'planned', plannedOn: '2026-12-07', text: 'Замінимо стовп' })],
    ...changes,
  });
/** Monday 7 December, ten in the morning in Kyiv. */
const THE_DAY = new Date('2026-12-07T08:00:00Z');

describe('a promised day', () => {
  it('is asked about on both sides, once, in daytime', async () => {
    await holds(EXECUTOR, 'official', 'light');
    await town.deps.appeals.insert(planned());
    await ticksAt(new Date('2026-12-06T20:00:00Z'));
    await ticksAt(new Date('2026-12-06T22:30:00Z'));
    expect(town.deps.messenger.sent).toEqual([]);
    await ticksAt(THE_DAY);
    await ticksAt(days(60));
    expect(heard(CITIZEN, /роботи планує[^]*Замінимо стовп[^]*Уже зроблено/)).toHaveLength(1);
    expect(tokensOf(CITIZEN, /Уже зроблено/)).toEqual(['ok.draft-1.1', 'ny.draft-1.1', 'a.draft-1']);
    expect(heard(STAFF, /обіцяли[^]*Замінимо стовп/)).toHaveLength(1);
    expect(tokensOf(EXECUTOR, /обіцяли/)).toEqual(['sc.draft-1', 'ans.draft-1', 'pln.draft-1']);
  });

  it('is asked about even when the citizen agreed to the plan, and then only whether it is not done', async () => {
    await town.deps.appeals.insert(planned({ status: 'closed' }));
    await ticksAt(THE_DAY);
    expect(tokensOf(CITIZEN, /Уже зроблено/)).toEqual(['ny.draft-1.1', 'a.draft-1']);
    expect(await town.deps.appeals.find('draft-1')).toEqual(planned({ status: 'closed' }));
  });

  it('is no day to ask about once it came back', async () => {
    await town.deps.appeals.insert(planned());
    town.isNow(new Date('2026-12-06T22:30:00Z'));
    await escalateOverdue(town.deps);
    const back = anEvent('back', { type: 'appeal.returned_for_rework', at: days(16) });
    await town.deps.appeals.save(onward(planned(), back, { status: 'rework', dueAt: days(40) }));
    town.isNow(THE_DAY);
    await deliver();
    expect(heard(CITIZEN, /Уже зроблено/)).toEqual([]);
    expect(heard(STAFF, /обіцяли/)).toEqual([]);
  });
});

describe('an appeal that went to another body', () => {
  const passed = anEvent('passed', { type: 'appeal.forwarded', facts: { text: 'Служба доріг' } });
  const forwarded = onward(anAppeal(), passed, { status: 'forwarded' });
  beforeEach(() => town.deps.appeals.insert(forwarded));

  it('is asked about once after the city’s days, and nothing closes it', async () => {
    for (const day of [1, 34, 35.1, 36, 100, 400]) await ticksAt(days(day));
    expect(heard(CITIZEN, /Служба доріг[^]*Вони допомогли/)).toHaveLength(1);
    expect(tokensOf(CITIZEN, /допомогли/)).toEqual([
      ...['help.draft-1.1.yes', 'help.draft-1.1.no', 'help.draft-1.1.not_yet', 'a.draft-1'],
    ]);
    expect((await town.deps.appeals.find('draft-1'))?.status).toBe('forwarded');
  });

  it('is asked about again after «not yet»', async () => {
    await ticksAt(days(35.1));
    const later = anEvent('later', { type: 'appeal.help_awaited', at: days(36) });
    await town.deps.appeals.save(onward(forwarded, later));
    for (const day of [60, 71.1, 72, 300]) await ticksAt(days(day));
    expect(heard(CITIZEN, /Вони допомогли/)).toHaveLength(2);
  });

  it('comes back to a person with a word to the controller', async () => {
    const no = anEvent('no', { type: 'appeal.not_helped', at: days(36) });
    const back = onward(forwarded, no, { status: 'submitted', needsModerator: true, dueAt: days(50) });
    await town.deps.appeals.save(back);
    town.isNow(days(36));
    await expandEvents(town.deps, 'draft-1');
    await deliver();
    expect(heard(CONTROLLER, /не допомогли[^]*Вирішити треба людині[^]*Служба доріг/)).toHaveLength(1);
    expect(tokensOf(CONTROLLER, /не допомогли/)).toContain('fwd.draft-1');
    expect(heard(STAFF, /там, куди передали, не допомогли/)).toHaveLength(1);
  });
});

describe('a late appeal', () => {
  const late = anAppeal({ status: 'in_progress', dueAt: days(10), legalDueAt: days(20) });

  it('climbs to the head, and past the law to the deputy mayor, with what each may do', async () => {
    await holds(HEAD, 'head', 'light');
    await holds(DEPUTY, 'deputy');
    await town.deps.appeals.insert(late);
    await ticksAt(days(10.05));
    expect(heard(HEAD, /Строк минув[^]*виконавець <code>7<\/code>/)).toHaveLength(1);
    expect(tokensOf(HEAD, /Строк минув/)).toEqual([
      ...['sc.draft-1', 'ans.draft-1', 'ext.draft-1', 'late.draft-1'],
    ]);
    expect(heard(CONTROLLER, /Строк минув/)).toEqual([]);
    await ticksAt(days(20.05));
    expect(tokensOf(DEPUTY, /Законний строк минув/)).toEqual(['sc.draft-1', 'ext.draft-1', 'late.draft-1']);
    expect(heard(CONTROLLER, /Законний строк минув/)).toHaveLength(1);
  });

  it('is the head’s of its own department only; elsewhere the controller hears it instead', async () => {
    await holds(HEAD, 'head', 'roads');
    await town.deps.appeals.insert(late);
    await ticksAt(days(10.05));
    expect(town.deps.messenger.saidTo(HEAD)).toEqual([]);
    expect(heard(CONTROLLER, /Строк минув/)).toHaveLength(1);
  });

  it('is told to its executor without buttons, when they have no post of their own', async () => {
    await town.deps.appeals.insert(late);
    await ticksAt(days(10.05));
    expect(heard(EXECUTOR, /Строк минув/)).toHaveLength(1);
    expect(tokensOf(EXECUTOR, /Строк минув/)).toEqual([]);
  });

  it('is explained to the citizen once, and not at all when the answer was faster', async () => {
    const why = anEvent('why', {
      type: 'appeal.delay_explained',
      at: days(11),
      facts: { text: 'Немає лампи' },
    });
    await town.deps.appeals.insert(late);
    await town.deps.appeals.save(onward(late, why));
    town.isNow(days(11));
    for (const _ of [1, 2]) await expandEvents(town.deps, 'draft-1');
    await deliver();
    expect(heard(CITIZEN, /пояснює[^]*Немає лампи/)).toHaveLength(1);
    const again = { ...why, id: 'why-2' };
    const answered = anEvent('answered', { type: 'appeal.answered', facts: { ordinal: 1 } });
    const explained = onward(onward(late, why), again);
    await town.deps.appeals.save(explained);
    await town.deps.appeals.save(onward(explained, answered, { status: 'answered', answers: [anAnswer()] }));
    await expandEvents(town.deps, 'draft-1');
    await deliver();
    expect(heard(CITIZEN, /Немає лампи/)).toHaveLength(1);
  });
});

describe('the fourth day', () => {
  it('warns the controllers of what nobody took, with what art. 7 asks for', async () => {
    await town.deps.appeals.insert(anAppeal({ dueAt: days(30), legalDueAt: days(30) }));
    for (const day of [2.9, 4.05, 4.1, 4.9]) await ticksAt(days(day));
    expect(heard(CONTROLLER, /Закон дає 5 днів/)).toHaveLength(1);
    expect(tokensOf(CONTROLLER, /5 днів/)).toEqual([
      ...['sc.draft-1', 'take.draft-1', 'ans.draft-1', 'fwd.draft-1', 'ret.draft-1'],
    ]);
  });
});

describe('a request for more time', () => {
  const asked = anEvent('asked', { type: 'appeal.extension_asked', by: 'telegram-7', facts: { text: 'Деталь', day: '2026-12-20' } }); // prettier-ignore
  const open = anAppeal({ status: 'in_progress', dueAt: days(5), legalDueAt: days(15) });
  async function happens(appeal: Appeal) {
    if (!(await town.deps.appeals.save(appeal))) await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, 'draft-1');
    await deliver();
  }

  it('reaches the head with two buttons, and who asked hears the answer in the group if they cannot be written to', async () => {
    await holds(HEAD, 'head', 'light');
    await town.deps.appeals.insert(open);
    await happens(onward(open, asked));
    expect(tokensOf(HEAD, /просить продовжити строк до 20 грудня[^]*Деталь/)).toEqual([
      ...['exty.draft-1.asked', 'extn.draft-1.asked', 'sc.draft-1'],
    ]);
    const no = anEvent('no', { type: 'appeal.extension_declined', facts: { requestId: 'asked' } });
    await town.deps.appeals.save(onward(onward(open, asked), no));
    await expandEvents(town.deps, 'draft-1');
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: EXECUTOR });
    await deliver();
    expect(heard(STAFF, /Керівник не продовжив строку/)).toHaveLength(1);
  });

  it('goes to the controller where the department has no head', async () => {
    await town.deps.appeals.insert(open);
    await happens(onward(open, asked));
    expect(tokensOf(CONTROLLER, /просить продовжити/)).toContain('exty.draft-1.asked');
  });
});
