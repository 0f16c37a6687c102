import { beginLooks } from '../../workers/begin-looks';
import { escalateOverdue } from '../../workers/escalate-overdue';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, days } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe('an appeal stored by an older version', () => {
  it('is watched like the others after the first start, and the second start reads nothing more', async () => {
    const { appeals, citizens, watches } = town.deps;
    await citizens.insert(aCitizen());
    const appeal = anAppeal({ dueAt: days(10), legalDueAt: days(20), events: [anEvent('filed')] });
    await appeals.insert(appeal);
    await appeals.lookAgain(appeal);
    town.isNow(days(11));
    const inserted = jest.spyOn(town.deps.notices, 'insert');

    await escalateOverdue(town.deps);
    expect(inserted).not.toHaveBeenCalled();
    await beginLooks(town.deps);
    await escalateOverdue(town.deps);
    expect(inserted.mock.calls.flat(2).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['late']));

    expect(await watches.since('begin-looks')).toEqual(days(11));
    const reads = jest.spyOn(appeals, 'beginLooks');
    await beginLooks(town.deps);
    expect(reads).not.toHaveBeenCalled();
  });
});
