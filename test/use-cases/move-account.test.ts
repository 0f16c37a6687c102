import { carryMoves } from '../../workers/carry-moves';
import type { Actor } from '../../domain/permissions';
import { may } from '../../domain/permissions';
import type { Strike } from '../../domain/citizen';
import { answerMoveRequest, askToMove, carryMove, judgeMoveRequest, movesForModerators } from '../../use-cases/move-account'; // prettier-ignore
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aDraft, anAppeal, aNotice, days } from '../support/builders';
import { deliverNotices } from '../../workers/deliver-notices';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const PHONE = '+380671112233';
const NAME = 'Коваль Олена Петрівна';
const strike: Strike = { id: 's1', by: 'telegram-50', number: '2026-000001', reason: 'лайка', at: days(-1), until: days(60) }; // prettier-ignore
const old: Actor = { id: 'telegram-1', roles: ['citizen'] };
const fresh: Actor = { id: 'telegram-9', roles: ['citizen'] };
const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };

beforeEach(async () => {
  await town.begin();
  const known = { phone: PHONE, name: NAME, strikes: [strike], slow: strike, hidesName: true };
  await town.deps.citizens.insert(aCitizen({ ...known }));
  await town.deps.citizens.insert(aCitizen({ id: 'telegram-9', chatId: '9' }));
  await town.deps.citizens.insert(aCitizen({ id: 'telegram-8', chatId: '8' }));
  await town.deps.appeals.insert(anAppeal());
  await town.deps.drafts.insert(aDraft({ id: 'open-1', ownerId: 'telegram-1', chatId: '1', state: 'open' }));
});

const ask = (toId = 'telegram-9', over: { phone?: string; name?: string; commandId?: string } = {}) =>
  askToMove(town.deps, { toId, phone: PHONE, name: NAME, commandId: `ask-${toId}`, ...over });
const answer = (moveId: string, isYes: boolean, actor = old) =>
  answerMoveRequest(town.deps, { actor, moveId, isYes });
const judge = (moveId: string, isYes = true, actor = moderator, reason = 'збігається') =>
  judgeMoveRequest(town.deps, { actor, moveId, isYes, reason });
const owner = async () => (await town.deps.appeals.find('draft-1'))?.citizenId;

describe('a change of account', () => {
  it('confirmed from the old one moves appeals, drafts, strikes and limits, once', async () => {
    const [move] = await ask('telegram-9', { phone: '380671112233' });
    expect(await ask('telegram-9', { phone: '380671112233' })).toHaveLength(1);
    expect(await answer(move!.id, true)).toMatchObject({ ok: true });
    expect(await answer(move!.id, true)).toMatchObject({ refusal: 'move_over' });

    const appeal = (await town.deps.appeals.find('draft-1'))!;
    expect(appeal).toMatchObject({ citizenId: 'telegram-9', formerCitizenIds: ['telegram-1'] });
    expect(appeal.events.filter(({ type }) => type === 'appeal.author_moved')).toHaveLength(1);
    expect(may.confirm(old, appeal)).toBe(false);
    expect(may.answer({ ...old, roles: ['controller'] }, appeal)).toBe(false);
    expect(await town.deps.citizens.find('telegram-9')).toMatchObject({
      ...{ name: NAME, phone: PHONE, hidesName: true, strikes: [strike], slow: strike },
    });
    const left = await town.deps.citizens.find('telegram-1');
    expect(left).toMatchObject({ movedTo: 'telegram-9', strikes: [strike] });
    expect(left?.phone).toBeUndefined();
    expect((await town.deps.drafts.unfinishedOf('telegram-9'))[0]).toMatchObject({
      state: 'saved',
      chatId: '9',
    });
    const span = { from: days(-1), until: days(1) };
    const acts = await town.deps.oversight.acts({ span }, { skip: 0, limit: 20 });
    expect(acts.map(({ what }) => what).sort()).toEqual(['account.asked', 'account.confirmed']);
  });

  it('denied from the old one moves nothing, whoever asks next', async () => {
    const [move] = await ask();
    expect(await answer(move!.id, false)).toMatchObject({ ok: true, move: { state: 'denied' } });
    expect(await judge(move!.id)).toMatchObject({ refusal: 'move_over' });
    expect(await answer(move!.id, true)).toMatchObject({ refusal: 'move_over' });
    expect(await owner()).toBe('telegram-1');
  });

  it('unanswered waits for a moderator after two days and is over after fourteen', async () => {
    const [move] = await ask('telegram-9', { name: 'Хтось Інший' });
    expect(move).toMatchObject({ isNameSame: false });
    expect(await judge(move!.id)).toMatchObject({ refusal: 'move_not_yet' });
    expect(await movesForModerators(town.deps)).toEqual([]);
    town.isNow(days(3));
    expect(await movesForModerators(town.deps)).toHaveLength(1);
    expect(await judge(move!.id, true, fresh)).toMatchObject({ refusal: 'not_permitted' });
    const itself = { ...moderator, id: 'telegram-9' };
    expect(await judge(move!.id, true, itself)).toMatchObject({ refusal: 'move_not_yours' });
    expect(await judge(move!.id, false, moderator, ' ')).toMatchObject({ refusal: 'move_no_reason' });
    town.isNow(days(15));
    expect(await judge(move!.id)).toMatchObject({ refusal: 'move_over' });
    expect(await owner()).toBe('telegram-1');
  });

  it('claimed by two at once is a moderator’s to decide; the second finds nothing left', async () => {
    const [first] = await ask();
    const [second] = await ask('telegram-8');
    expect(await answer(first!.id, true)).toMatchObject({ refusal: 'move_not_yet' });
    expect(await answer(second!.id, true)).toMatchObject({ refusal: 'move_not_yet' });
    expect(await answer(second!.id, false, fresh)).toMatchObject({ refusal: 'move_not_yours' });
    expect(await judge(first!.id)).toMatchObject({ ok: true });
    expect(await judge(second!.id)).toMatchObject({ refusal: 'move_over' });
    expect(await owner()).toBe('telegram-9');
  });

  it('asks nobody about an unknown phone, and no more than three times a day', async () => {
    expect(await ask('telegram-9', { phone: '+380500000000' })).toEqual([]);
    await ask('telegram-9', { commandId: 'two', phone: '+380500000001' });
    await ask('telegram-9', { commandId: 'three', phone: '+380500000001' });
    expect(await ask('telegram-9', { commandId: 'four' })).toEqual([]);
  });

  it('goes on after a crash in its middle, and what waited for the old chat reaches the new one', async () => {
    const [move] = await ask();
    const find = jest.spyOn(town.deps.drafts, 'unfinishedOf').mockRejectedValueOnce(new Error('killed'));
    await expect(answer(move!.id, true)).rejects.toThrow('killed');
    find.mockRestore();
    await carryMoves(town.deps);
    await carryMoves(town.deps);
    expect(await town.deps.accountMoves.find(move!.id)).toMatchObject({ state: 'carried' });
    await carryMove(town.deps, move!);
    const appeal = (await town.deps.appeals.find('draft-1'))!;
    expect(appeal.formerCitizenIds).toEqual(['telegram-1']);
    await town.deps.notices.insert([
      aNotice('n1', { kind: 'hiding', chatId: '1', eventId: 'h1', appealId: 'draft-1' }),
    ]);
    const hidden = { id: 'h1', type: 'appeal.files_hidden', at: days(0), by: 'telegram-50' } as const;
    await town.deps.appeals.save({
      ...appeal,
      ...{ rev: appeal.rev + 1, hiddenFiles: ['a'] },
      events: [...appeal.events, { ...hidden, facts: { fileIds: ['a'], text: 'Обличчя' } }],
    });
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '1' });
    expect(town.deps.messenger.saidTo('1')).toEqual([]);
    expect(town.deps.messenger.saidTo('9')).toHaveLength(1);
  });
});
