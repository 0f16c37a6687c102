import { askToForget, goodbyeAgain, keepKnowing, postponed, runsOn } from '../../domain/forgetting';
import { aCitizen, days, minutes, NOW } from '../support/builders';

const command = { id: 'command-1', by: 'telegram-1' };
const asked = { id: 'command-1', askedAt: NOW, dueAt: days(30), lookAt: days(30) };

describe('a person who asks to be forgotten', () => {
  it('has thirty days to take it back', () => {
    expect(askToForget(aCitizen(), command, NOW)).toEqual(aCitizen({ forgetting: asked }));
    expect(keepKnowing(aCitizen({ forgetting: asked }))).toEqual(aCitizen());
  });

  it('asks once, however often the same command comes', () => {
    const citizen = aCitizen({ forgetting: asked });
    expect(askToForget(citizen, command, days(1))).toBe(citizen);
    expect(askToForget(citizen, { ...command, id: 'command-2' }, days(1))).toBe('already_asked');
  });

  it('cannot take back what was not asked, or what has begun', () => {
    expect(keepKnowing(aCitizen())).toBe('not_asked');
    expect(keepKnowing(aCitizen({ forgetting: { ...asked, isUnderWay: true } }))).toBe('under_way');
  });

  it('is looked at again a day later while an appeal runs', () => {
    expect(postponed(asked, days(30))).toEqual({ ...asked, lookAt: days(31) });
  });
});

describe('a goodbye that could not go', () => {
  it('is tried again in ten minutes, for six hours', () => {
    expect(goodbyeAgain(asked, NOW)).toEqual({ ...asked, goodbyes: 1, lookAt: minutes(10) });
    expect(goodbyeAgain({ ...asked, goodbyes: 34 }, NOW)).toMatchObject({ goodbyes: 35 });
    expect(goodbyeAgain({ ...asked, goodbyes: 35 }, NOW)).toBeUndefined();
  });
});

describe('an appeal without a history', () => {
  it('runs on only while it is open', () => {
    const city = { reworkWindowDays: 30 };
    expect(runsOn({ status: 'submitted', events: [] }, city, NOW)).toBe(true);
    expect(runsOn({ status: 'closed', events: [] }, city, NOW)).toBe(false);
  });
});
