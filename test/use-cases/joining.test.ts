import type { Appeal } from '../../domain/appeal';
import type { Citizen } from '../../domain/citizen';
import { OPEN_STATUSES } from '../../domain/moves';
import type { Actor } from '../../domain/permissions';
import { addDetailToAppeal } from '../../use-cases/add-detail';
import { assignAppeal } from '../../use-cases/assign-appeal';
import { completeAppeal } from '../../use-cases/complete-appeal';
import { answerAppeal } from '../../use-cases/answer-appeal';
import { findNear } from '../../use-cases/find-near';
import { correctSentAnswer } from '../../use-cases/correct-answer';
import { explainAppealDelay } from '../../use-cases/explain-delay';
import { extendAppeal } from '../../use-cases/extend-appeal';
import { forwardAppeal } from '../../use-cases/forward-appeal';
import { labelAppeal } from '../../use-cases/label-appeal';
import { leaveAppealUnconsidered } from '../../use-cases/leave-unconsidered';
import { mergeAppeals, separateAppeal } from '../../use-cases/merge-appeals';
import { recategoriseAppeal } from '../../use-cases/recategorise-appeal';
import { returnAppealForRework } from '../../use-cases/return-for-rework';
import { returnIncompleteAppeal } from '../../use-cases/return-incomplete';
import { submitAppeal } from '../../use-cases/submit-appeal';
import { tellOfAppealHelp } from '../../use-cases/tell-of-help';
import { takeAppeal } from '../../use-cases/take-appeal';
import { withdrawAppeal } from '../../use-cases/withdraw-appeal';
import { deliverNotices } from '../../workers/deliver-notices';
import { escalateOverdue } from '../../workers/escalate-overdue';
import { expandEvents } from '../../workers/expand-events';
import { localDay } from '../../domain/calendar';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, minutes } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

const official: Actor = { id: 'telegram-7', roles: ['official'] };
const moderator: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };
const works = (id: string) =>
  town.deps.people.insert({ id, posts: [{ role: 'official', department: 'light' }], rev: 1 });
const author = (person: number): Actor => ({ id: `telegram-${person}`, roles: ['citizen'] });
/** A term ends at midnight, people hear of it in the morning. */
const MORNING_MS = 11 * 3_600_000;
const PLACE = { kind: 'address', label: 'вул. Миру, 18', district: 'central' } as const;

/** Person 1 files `a1`, person 2 `a2` and so on, a minute apart. */
async function files(
  person: number,
  joins?: string,
  text = 'Не горить ліхтар біля під’їзду',
  said: Partial<Citizen> & { isUrgent?: boolean } = {},
): Promise<Appeal> {
  town.isNow(minutes(person));
  const known = { phone: '+380501234567', name: 'Коваль Олена Іванівна', residence: 'вул. Миру, 18' };
  const { isUrgent = false, ...about } = said;
  const citizen = aCitizen({ id: `telegram-${person}`, chatId: String(person), ...known, ...about });
  await town.deps.citizens.insert(citizen);
  const submitted = await submitAppeal(town.deps, {
    ...{
      draftId: `a${person}`,
      commandId: `a${person}`,
      citizen,
      kind: 'application',
      category: 'street-lamp',
    },
    ...{ pieces: [{ messageId: '1', text }], attachments: [], particulars: {}, place: PLACE },
    ...{ isUncertain: false, isUrgent, ...(joins && { joins }) },
  });
  if (!submitted.ok) throw new Error(submitted.refusal);
  return submitted.appeal;
}

/** All that follows from what happened, everything tried twice. */
async function settle(): Promise<void> {
  for (let waiting = await town.deps.appeals.unexpanded(50); waiting.length > 0;) {
    for (const { id } of waiting) await expandEvents(town.deps, id);
    waiting = await town.deps.appeals.unexpanded(50);
  }
}
const group = async (joiners: number) => {
  await files(1);
  for (let person = 2; person < 2 + joiners; person += 1) await files(person, 'a1');
  await settle();
};
const record = async (id: string) => (await town.deps.appeals.find(id))!;
const typesOf = ({ events }: Appeal) => events.map(({ type }) => type.slice('appeal.'.length));
const given = { text: 'Лампу замінено.', outcome: 'done', attachments: [] } as const;
const about = (actor: Actor, appealId: string, commandId: string) => ({ actor, appealId, commandId });
const answerLead = async (commandId = 'answer-1') => {
  await answerAppeal(town.deps, { ...about(official, 'a1', commandId), given });
  await settle();
};
async function told(chatId: string): Promise<string[]> {
  await deliverNotices(town.deps, { messenger: 'telegram', chatId });
  return town.deps.messenger.saidTo(chatId).map(({ screen }) => screen.text);
}

describe('somebody who joins', () => {
  it('has an appeal with a number and terms of their own, is counted on the lead and gets no card', async () => {
    await group(2);
    const [lead, joiner] = [await record('a1'), await record('a2')];
    expect(joiner).toMatchObject({ leadId: 'a1', status: 'submitted' });
    expect(joiner.number).not.toBe(lead.number);
    expect(joiner.legalDueAt).toBeDefined();
    expect(lead.joinerIds).toEqual(['a2', 'a3']);
    const cards = (await told('-100')).filter((text) =>
      /Не горить ліхтар<\/b>|· Не горить ліхтар/.test(text),
    );
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('Приєдналися ще 2 людини');
  });

  it('has the lead heard first when the law gives them benefits, and whoever leads after it', async () => {
    await group(1);
    expect(await record('a1')).not.toHaveProperty('isPreferred');
    await files(4, 'a1', undefined, { authorCategory: 'disability_1' });
    await settle();
    expect(await record('a1')).toMatchObject({ isPreferred: true, joinerIds: ['a2', 'a4'] });
    expect(await record('a1')).not.toHaveProperty('authorCategory');
    await withdrawAppeal(town.deps, about(author(1), 'a1', 'withdraw-1'));
    await settle();
    expect(await record('a2')).toMatchObject({ isPreferred: true });
  });

  it('has their own words under the lead’s card', async () => {
    await files(1);
    await files(2, 'a1', 'Там ще й дріт висить, дзвоніть 067 111 22 33');
    await settle();
    const said = (await told('-100')).find((text) => text.includes('дріт висить'));
    expect(said).toContain((await record('a2')).number);
    expect(said).not.toContain('067 111');
    await addDetailToAppeal(town.deps, {
      ...about(author(2), 'a2', 'detail-1'),
      text: 'Іскрить',
      attachments: [],
    });
    await settle();
    expect((await told('-100')).at(-1)).toMatch(/Іскрить/);
    expect(await town.deps.cards.find('a2', { messenger: 'telegram', chatId: '-100' })).toBeUndefined();
  });

  it('is not listed beside the lead, until they say «not solved»', async () => {
    await group(1);
    const open = async () => (await town.deps.oversight.open()).map(({ id }) => id);
    expect(await open()).toEqual(['a1']);
    await answerLead();
    await returnAppealForRework(town.deps, {
      ...{ ...about(author(2), 'a2', 'rework-1'), ordinal: 1, reason: 'Темно', attachments: [] },
    });
    expect(await open()).toEqual(['a2']);
  });

  it('cannot join their own, nor what is withdrawn: the appeal is taken all the same', async () => {
    await files(1);
    expect(await files(1, 'a1')).toMatchObject({ id: 'a1' });
    await withdrawAppeal(town.deps, about(author(1), 'a1', 'withdraw-1'));
    const late = await files(2, 'a1');
    expect(late.leadId).toBeUndefined();
    await settle();
    expect(await town.deps.cards.find('a2', { messenger: 'telegram', chatId: '-100' })).toBeUndefined();
    await told('-100');
    expect(await town.deps.cards.find('a2', { messenger: 'telegram', chatId: '-100' })).toBeDefined();
  });

  it('joins beside others at the same moment, and nobody is lost', async () => {
    await files(1);
    await Promise.all([2, 3, 4, 5].map((person) => files(person, 'a1')));
    await Promise.allSettled([2, 3, 4, 5].map((person) => expandEvents(town.deps, `a${person}`)));
    await settle();
    expect([...((await record('a1')).joinerIds ?? [])].sort()).toEqual(['a2', 'a3', 'a4', 'a5']);
  });

  it('who withdraws leaves only theirs', async () => {
    await group(2);
    await withdrawAppeal(town.deps, about(author(2), 'a2', 'withdraw-1'));
    await settle();
    await settle();
    expect(await record('a1')).toMatchObject({ status: 'submitted', joinerIds: ['a3'] });
    expect(await record('a3')).toMatchObject({ status: 'submitted', leadId: 'a1' });
  });
});

describe('the lead’s answer', () => {
  it('answers each joiner under their own number, once however often it is carried', async () => {
    await group(2);
    await answerLead();
    const before = await record('a2');
    await expandEvents(town.deps, 'a1');
    const dying = { markExpanded: () => Promise.reject(new Error('the power is out')) };
    const appeals = Object.assign(Object.create(town.deps.appeals), dying) as typeof town.deps.appeals;
    await expect(expandEvents({ ...town.deps, appeals }, 'a1')).resolves.toBeUndefined();
    expect(await record('a2')).toEqual(before);
    expect(before).toMatchObject({ status: 'answered', outcome: 'done', executorId: 'telegram-7' });
    expect(before.answers).toHaveLength(1);
    const heard = (await told('2')).at(-1);
    expect(heard).toContain(before.number);
    expect(heard).toContain('Лампу замінено');
  });

  it('reaches the rest after a crash in the middle', async () => {
    await group(3);
    await answerAppeal(town.deps, { ...about(official, 'a1', 'answer-1'), given });
    let saves = 0;
    const dying = {
      save: (appeal: Appeal) =>
        (saves += 1) > 2 ? Promise.reject(new Error('the power is out')) : town.deps.appeals.save(appeal),
    };
    const appeals = Object.assign(Object.create(town.deps.appeals), dying) as typeof town.deps.appeals;
    await expect(expandEvents({ ...town.deps, appeals }, 'a1')).rejects.toThrow('the power is out');
    expect(await record('a4')).toMatchObject({ status: 'submitted' });
    await settle();
    for (const id of ['a2', 'a3', 'a4']) {
      const joiner = await record(id);
      expect(typesOf(joiner)).toEqual(['submitted', 'answered']);
    }
  });

  it('is shared with somebody who joined while it was given', async () => {
    await files(1);
    await files(2, 'a1');
    await answerAppeal(town.deps, { ...about(official, 'a1', 'answer-1'), given });
    await expandEvents(town.deps, 'a2');
    expect(await record('a2')).toMatchObject({ status: 'answered', leadId: 'a1' });
    await settle();
    expect((await record('a2')).answers).toHaveLength(1);
  });

  it('does not answer the appeal of the official who gave it: that one goes on alone', async () => {
    await files(1);
    await files(7, 'a1');
    await settle();
    await answerLead();
    const own = await record('a7');
    expect(own).toMatchObject({ status: 'submitted' });
    expect(own.leadId).toBeUndefined();
  });

  it('leaves each joiner their own «not solved», which goes to executor and controller', async () => {
    await group(2);
    await answerLead();
    await returnAppealForRework(town.deps, {
      ...{ ...about(author(3), 'a3', 'rework-1'), ordinal: 1, reason: 'Знову темно', attachments: [] },
    });
    await settle();
    expect(await record('a3')).toMatchObject({ status: 'rework', reworkCount: 1 });
    expect([(await record('a1')).status, (await record('a2')).status]).toEqual(['answered', 'answered']);
    for (const chat of ['7', '50']) expect((await told(chat)).at(-1)).toContain('Знову темно');
    await told('-100');
    const note = town.deps.messenger.saidTo('-100').find(({ screen }) => screen.text.includes('Знову темно'));
    const tokens = (note?.screen.choices ?? []).flat().map((choice) => 'token' in choice && choice.token);
    expect(tokens).toContain('ans.a3');
  });
});

describe('a joiner that comes back', () => {
  const inQueue = async () =>
    (await town.deps.appeals.listWork({ statuses: OPEN_STATUSES, reader: moderator }, { skip: 0, limit: 9 }))
      .appeals.map(({ id }) => id); // prettier-ignore
  const card = async (id: string) => {
    await told('-100');
    return town.deps.cards.find(id, { messenger: 'telegram', chatId: '-100' });
  };
  const isAlone = async (id: string) => {
    await settle();
    expect(await record(id)).not.toHaveProperty('leadId');
    expect(await inQueue()).toContain(id);
    expect(await card(id)).toBeDefined();
  };
  const forwardsAll = async () => {
    await group(2);
    await forwardAppeal(town.deps, { ...about(moderator, 'a1', 'forward-1'), text: 'Обленерго' });
    await settle();
  };
  const noHelpFor = (person: number) =>
    tellOfAppealHelp(town.deps, {
      ...{ ...about(author(person), `a${person}`, `help-${person}`), help: 'no', forwarding: 1 },
    });

  it('as the other body did not help is before the office alone', async () => {
    await forwardsAll();
    await noHelpFor(2);
    await isAlone('a2');
    expect((await record('a1')).joinerIds).toEqual(['a3']);
  });

  it('waits with its lead when that one came back too', async () => {
    await forwardsAll();
    await noHelpFor(1);
    await noHelpFor(2);
    await settle();
    expect(await record('a2')).toMatchObject({ status: 'submitted', leadId: 'a1' });
    expect(await inQueue()).toEqual(['a1']);
  });

  it('completed after the lead was answered is before the office alone', async () => {
    await group(1);
    await returnIncompleteAppeal(town.deps, { ...about(moderator, 'a2', 'return-1'), text: 'Де?' });
    await answerLead();
    await completeAppeal(town.deps, {
      ...{ ...about(author(2), 'a2', 'complete-1'), attachments: [] },
      pieces: [{ messageId: '9', text: 'Біля під’їзду' }],
    });
    await isAlone('a2');
  });

  it('given to an official after it was left unconsidered is theirs alone', async () => {
    await works('telegram-7');
    await group(1);
    await leaveAppealUnconsidered(town.deps, { ...about(moderator, 'a2', 'leave-1'), ground: 'Ст. 8' });
    await answerLead();
    await assignAppeal(town.deps, { ...about(moderator, 'a2', 'assign-1'), executorId: 'telegram-7' });
    await isAlone('a2');
  });
});

describe('a joiner that names a danger', () => {
  const cardOf = (id: string) => town.deps.cards.find(id, { messenger: 'telegram', chatId: '-100' });

  it('while filing has a card of its own, and the lead is as it was', async () => {
    await group(1);
    await files(3, 'a1', 'Дріт іскрить біля гойдалки', { isUrgent: true });
    await settle();
    expect((await record('a3')).leadId).toBeUndefined();
    expect(await record('a1')).toMatchObject({ isUrgent: false, joinerIds: ['a2'] });
    expect((await town.deps.oversight.open()).map(({ id }) => id)).toEqual(['a3', 'a1']);
    await told('-100');
    expect(await cardOf('a3')).toBeDefined();
    expect(await told('3')).toContainEqual(expect.stringContaining('окремо'));
  });

  it('in later words stands out too, unless its lead is urgent already', async () => {
    await files(1, undefined, undefined, { isUrgent: true });
    await files(2);
    await files(3, 'a1');
    await files(4, 'a2');
    await settle();
    const isInDanger = (person: number) =>
      addDetailToAppeal(town.deps, {
        ...{ ...about(author(person), `a${person}`, `danger-${person}`), attachments: [] },
        ...{ text: 'Дріт іскрить', isUrgent: true },
      });
    await isInDanger(3);
    await isInDanger(4);
    await settle();
    expect((await record('a3')).leadId).toBe('a1');
    expect((await record('a4')).leadId).toBeUndefined();
    expect((await record('a2')).joinerIds).toBeUndefined();
  });
});

describe('a joiner with a danger a moderator knows of', () => {
  it('stays where it was put, until its author names one again', async () => {
    await files(1);
    await files(2, undefined, 'Дріт іскрить', { isUrgent: true });
    await mergeAppeals(town.deps, {
      ...{ ...about(moderator, 'a2', 'merge-1'), leadId: 'a1', reason: 'Той самий дріт' },
    });
    await settle();
    const says = (commandId: string, text: string, isUrgent: boolean) =>
      addDetailToAppeal(town.deps, { ...about(author(2), 'a2', commandId), text, isUrgent, attachments: [] });
    await says('detail-1', 'Дякую', false);
    await settle();
    expect((await record('a2')).leadId).toBe('a1');
    await says('detail-2', 'Знову іскрить', true);
    await settle();
    expect((await record('a2')).leadId).toBeUndefined();
  });

  it('stands out when what it lacked names one', async () => {
    await group(1);
    await returnIncompleteAppeal(town.deps, { ...about(moderator, 'a2', 'return-1'), text: 'Де?' });
    await settle();
    await completeAppeal(town.deps, {
      ...{ ...about(author(2), 'a2', 'complete-1'), attachments: [], isUrgent: true },
      pieces: [{ messageId: '9', text: 'Іскрить біля під’їзду' }],
    });
    await settle();
    expect((await record('a2')).leadId).toBeUndefined();
  });
});

describe('a joiner that said «not solved»', () => {
  const differs = async () => {
    await group(1);
    await answerLead();
    await returnAppealForRework(town.deps, {
      ...{ ...about(author(2), 'a2', 'rework-1'), ordinal: 1, reason: 'Темно', attachments: [] },
    });
    await settle();
  };
  const returnLead = () =>
    returnAppealForRework(town.deps, {
      ...{ ...about(author(1), 'a1', 'rework-2'), ordinal: 1, reason: 'Темно', attachments: [] },
    });

  it('keeps its own answer when the lead’s is mended', async () => {
    await differs();
    const own = { ...given, text: 'Замінено дріт.' };
    await answerAppeal(town.deps, { ...about(official, 'a2', 'answer-2'), given: own });
    const mended = { ordinal: 1, text: 'Замінено дві лампи.', attachments: [] };
    await correctSentAnswer(town.deps, { ...about(official, 'a1', 'mend-1'), ...mended });
    await settle();
    expect((await record('a2')).answers.at(-1)).toMatchObject({ ordinal: 2, text: 'Замінено дріт.' });
  });

  it('keeps who has it when the lead is given to somebody', async () => {
    await works('telegram-8');
    await differs();
    await takeAppeal(town.deps, about(official, 'a2', 'take-2'));
    await returnLead();
    await assignAppeal(town.deps, { ...about(moderator, 'a1', 'assign-1'), executorId: 'telegram-8' });
    await settle();
    expect(await record('a1')).toMatchObject({ executorId: 'telegram-8' });
    expect(await record('a2')).toMatchObject({
      status: 'in_progress',
      executorId: 'telegram-7',
      leadId: 'a1',
    });
  });

  it('stays before the office, alone, when the lead is forwarded', async () => {
    await differs();
    await returnLead();
    await forwardAppeal(town.deps, { ...about(moderator, 'a1', 'forward-1'), text: 'Обленерго' });
    await settle();
    expect(await record('a1')).toMatchObject({ status: 'forwarded' });
    expect(await record('a2')).toMatchObject({ status: 'rework' });
    expect(await record('a2')).not.toHaveProperty('leadId');
  });
});

describe('what else happens to the lead', () => {
  it('taking tells each joiner who is at work', async () => {
    await group(1);
    await takeAppeal(town.deps, about(official, 'a1', 'take-1'));
    await settle();
    expect(await record('a2')).toMatchObject({ status: 'in_progress', executorId: 'telegram-7' });
    expect((await told('2')).at(-1)).toContain((await record('a2')).number);
    await files(3, 'a1');
    await settle();
    expect(await record('a3')).toMatchObject({ status: 'in_progress', executorId: 'telegram-7' });
  });

  it('forwarding and extension reach the joiners with the reason', async () => {
    await group(1);
    const day = localDay((await record('a1')).legalDueAt!, town.deps.city.timeZone).add({ days: 5 });
    await extendAppeal(town.deps, { ...about(moderator, 'a1', 'extend-1'), day, reason: 'Чекаємо деталь' });
    await settle();
    expect((await record('a2')).legalDueAt).toEqual((await record('a1')).legalDueAt);
    await forwardAppeal(town.deps, { ...about(moderator, 'a1', 'forward-1'), text: 'Обленерго' });
    await settle();
    expect(await record('a2')).toMatchObject({ status: 'forwarded' });
  });

  it.each([
    ['its withdrawal', () => withdrawAppeal(town.deps, about(author(1), 'a1', 'end-1'))],
    [
      'its return as incomplete',
      () => returnIncompleteAppeal(town.deps, { ...about(moderator, 'a1', 'end-1'), text: 'Де?' }),
    ],
  ])('%s leaves its place to the oldest joiner, once after a crash too', async (_, ends) => {
    await group(3);
    await takeAppeal(town.deps, about(official, 'a1', 'take-1'));
    await settle();
    const promised = (await record('a1')).dueAt;
    await ends();
    let saves = 0;
    const dying = {
      save: (appeal: Appeal) =>
        (saves += 1) > 1 ? Promise.reject(new Error('the power is out')) : town.deps.appeals.save(appeal),
    };
    const appeals = Object.assign(Object.create(town.deps.appeals), dying) as typeof town.deps.appeals;
    await expect(expandEvents({ ...town.deps, appeals }, 'a1')).rejects.toThrow('the power is out');
    await settle();
    const next = await record('a2');
    expect(next.leadId).toBeUndefined();
    expect(next).toMatchObject({ status: 'in_progress', executorId: 'telegram-7', joinerIds: ['a3', 'a4'] });
    expect(next.dueAt <= promised).toBe(true);
    expect([(await record('a3')).leadId, (await record('a4')).leadId]).toEqual(['a2', 'a2']);
    expect((await record('a1')).joinerIds).toBeUndefined();
    await told('-100');
    expect(await town.deps.cards.find('a2', { messenger: 'telegram', chatId: '-100' })).toBeDefined();
  });

  it('becoming a matter for its author only, it leaves the joiners alone and its answer to itself', async () => {
    await group(2);
    const about50 = about(moderator, 'a1', 'private-1');
    await recategoriseAppeal(town.deps, { ...about50, category: 'social-payments' });
    await settle();
    await answerLead();
    for (const id of ['a2', 'a3']) {
      expect(await record(id)).toMatchObject({
        status: 'submitted',
        category: 'social-payments',
        answers: [],
      });
      expect(await record(id)).not.toHaveProperty('leadId');
    }
    await files(4, 'a1');
    await settle();
    expect(await record('a4')).not.toHaveProperty('leadId');
  });

  it('a mended answer is mended for the joiners too', async () => {
    await group(1);
    await answerLead();
    const mended = { ordinal: 1, text: 'Замінено дві лампи.', attachments: [] };
    await correctSentAnswer(town.deps, { ...about(official, 'a1', 'mend-1'), ...mended });
    await settle();
    expect((await record('a2')).answers).toMatchObject([{ ordinal: 1, text: 'Замінено дві лампи.' }]);
  });

  it('why it is late reaches the joiners too', async () => {
    await group(1);
    town.isNow(new Date((await record('a1')).dueAt.getTime() + MORNING_MS));
    await explainAppealDelay(town.deps, { ...about(official, 'a1', 'delay-1'), reason: 'Чекаємо на вежу' });
    await settle();
    expect((await told('2')).at(-1)).toContain('Чекаємо на вежу');
  });

  it('a missed term is said once for all to the office, the law’s term for each', async () => {
    await group(1);
    const lead = await record('a1');
    town.isNow(new Date(lead.dueAt.getTime() + MORNING_MS));
    await escalateOverdue(town.deps);
    expect((await told('50')).map((text) => text.includes(lead.number))).toEqual([true]);
    const joiner = await record('a2');
    town.isNow(new Date(joiner.legalDueAt!.getTime() + MORNING_MS));
    await escalateOverdue(town.deps);
    expect((await told('50')).filter((text) => text.includes(joiner.number))).toHaveLength(1);
  });
});

describe('a moderator', () => {
  const merge = (appealId: string, leadId: string, commandId = 'merge-1', actor = moderator) =>
    mergeAppeals(town.deps, { ...about(actor, appealId, commandId), leadId, reason: 'Той самий ліхтар' });

  it('puts one appeal with its joiners behind another, tells the citizen, and can take it out again', async () => {
    await group(1);
    await files(8);
    await settle();
    expect(await merge('a1', 'a8')).toMatchObject({ ok: true });
    expect(await merge('a1', 'a8')).toMatchObject({ ok: true });
    await settle();
    expect((await record('a1')).leadId).toBe('a8');
    expect((await record('a2')).leadId).toBe('a8');
    expect([...(await record('a8')).joinerIds!].sort()).toEqual(['a1', 'a2']);
    expect((await told('1')).at(-1)).toContain('Той самий ліхтар');
    await separateAppeal(town.deps, { ...about(moderator, 'a1', 'separate-1'), reason: 'Інший ліхтар' });
    await settle();
    expect((await record('a1')).leadId).toBeUndefined();
    expect((await record('a8')).joinerIds).toEqual(['a2']);
    expect((await told('1')).at(-1)).toContain('Інший ліхтар');
  });

  it.each([
    ['itself', 'a1', 'a1', 'nothing_changed'],
    ['one that is not there', 'a1', 'nowhere', 'lead_over'],
    ['one behind another', 'a8', 'a2', 'lead_over'],
  ])('cannot put an appeal behind %s', async (_, appealId, leadId, refusal) => {
    await group(1);
    await files(8);
    expect(await merge(appealId, leadId)).toMatchObject({ ok: false, refusal });
  });

  it('alone may', async () => {
    await group(0);
    await files(8);
    expect(await merge('a8', 'a1', 'merge-1', official)).toMatchObject({
      ok: false,
      refusal: 'not_permitted',
    });
    const mark = { ...about(official, 'a8', 'label-1'), mark: 'repeat', isSet: true, of: [] } as const;
    expect(await labelAppeal(town.deps, mark)).toMatchObject({ ok: false, refusal: 'not_permitted' });
  });

  it('sets and clears a label', async () => {
    await files(1);
    const { number } = await record('a1');
    const mark = { mark: 'mass', of: [{ id: 'a1', number }] } as const;
    await labelAppeal(town.deps, { ...about(moderator, 'a1', 'label-1'), ...mark, isSet: true });
    expect((await record('a1')).marks).toEqual([{ kind: 'mass', of: mark.of }]);
    await labelAppeal(town.deps, { ...about(moderator, 'a1', 'label-2'), ...mark, isSet: false });
    expect((await record('a1')).marks).toBeUndefined();
    const again = { ...about(moderator, 'a1', 'label-3'), ...mark, isSet: false };
    expect(await labelAppeal(town.deps, again)).toMatchObject({ ok: false, refusal: 'nothing_changed' });
  });
});

describe('what is looked for nearby', () => {
  it('is found by its place among others, by an index', async () => {
    await files(1);
    for (let index = 0; index < 30; index += 1)
      await town.deps.appeals.insert(
        anAppeal({
          ...{ id: `far-${index}`, number: `2026-1000${10 + index}` },
          place: { kind: 'address', label: `вул. Садова, ${index + 1}` },
        }),
      );
    const sought = {
      category: 'street-lamp',
      place: PLACE,
      text: 'темно, ліхтар не світить',
      attachments: [],
    };
    expect((await findNear(town.deps, sought)).map(({ id }) => id)).toEqual(['a1']);
  });
});

describe('a mark', () => {
  it('is set when the same text comes again from the same person, and from many', async () => {
    const text = 'Прошу увімкнути освітлення на нашій вулиці якнайшвидше';
    for (const person of [1, 2, 3, 4]) expect((await files(person, undefined, text)).marks).toBeUndefined();
    const fifth = await files(5, undefined, `${text}!`);
    expect(fifth.marks).toMatchObject([
      { kind: 'mass', of: [{ id: 'a4' }, { id: 'a3' }, { id: 'a2' }, { id: 'a1' }] },
    ]);
    expect(await record('a5')).toEqual(fifth);
  });
});
