import type { Actor } from '../../domain/permissions';
import { closeAppealByHand } from '../../use-cases/close-by-hand';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { remindRating } from '../../workers/remind-rating';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, days } from '../support/builders';

const chat = { messenger: 'telegram', chatId: '1' };
let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
  await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
  await expandEvents(town.deps, 'draft-1');
  await deliverNotices(town.deps, chat);
});

const controller: Actor = { id: 'telegram-50', roles: ['controller'] };
async function reminds(day: number) {
  town.isNow(days(day));
  await remindRating(town.deps);
  await deliverNotices(town.deps, chat);
}

async function closes(day: number, actor = controller): Promise<string> {
  town.isNow(days(day));
  const about = { actor, appealId: 'draft-1', commandId: `close-${day}` };
  const closed = await closeAppealByHand(town.deps, { ...about, ground: 'Оглянули, ліхтар горить' });
  return closed.ok ? closed.appeal.status : closed.refusal;
}

describe('closing by hand', () => {
  it('waits for the days of the pack and for the last reminder, as the record has it', async () => {
    expect(await closes(13.9)).toBe('too_early');
    expect(await closes(20)).toBe('not_reminded');
    await reminds(1.01);
    expect(await closes(20.1)).toBe('not_reminded');
    await reminds(21);
    expect(await closes(21.1)).toBe('closed');
  });

  it('counts no reminder that never reached the citizen’s chat', async () => {
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await reminds(8);
    expect(await town.deps.notices.countByState()).toMatchObject({ skipped: 1 });
    expect(await closes(20)).toBe('not_reminded');
  });

  it('is for controllers, and for none who had it in hand', async () => {
    await reminds(8);
    expect(await closes(20, { id: 'telegram-51', roles: ['moderator'] })).toBe('not_permitted');
    expect(await closes(20, { id: 'telegram-7', roles: ['controller'] })).toBe('not_permitted');
    expect(await closes(20, { id: 'telegram-1', roles: ['controller'] })).toBe('not_permitted');
  });

  it('tells the citizen who closed it, why, and how and until when to answer', async () => {
    await reminds(8);
    await closes(20);
    await expandEvents(town.deps, 'draft-1');
    await deliverNotices(town.deps, chat);
    const { text, choices = [] } = town.deps.messenger.saidTo('1').at(-1)!.screen;
    expect(text).toMatch(/контролер закрив[^]*Оглянули, ліхтар горить[^]*не вирішено[^]*до 9 січня/);
    const tokens = choices.flat().flatMap((choice) => ('token' in choice ? [choice.token] : []));
    expect(tokens).toEqual(['ok.draft-1.1', 'no.draft-1.1', 'stars.draft-1', 'a.draft-1']);
  });
});
