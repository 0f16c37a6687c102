import {
  answerMove,
  isByAuthor,
  isMoveOver,
  judgeMove,
  leftProfile,
  moderatorsFrom,
  movedProfile,
  moveAuthor,
  phoneSpellings,
  waitsForModerators,
  type AccountMove,
} from '../../domain/account-move';
import type { Citizen, Strike } from '../../domain/citizen';
import { aCitizen, anAppeal, days, minutes, NOW } from '../support/builders';

const OLD = 'telegram-1';
const NEW = 'telegram-2';
const MODERATOR = 'telegram-50';
const aMove = (overrides: Partial<AccountMove> = {}): AccountMove => ({
  ...{ id: 'move-1', fromId: OLD, toId: NEW, askedAt: NOW, rev: 1 },
  ...{ isNameSame: true, isForModerators: false, state: 'open' },
  ...overrides,
});
const strike = (id: string, until = days(30)): Strike => ({
  ...{ id, by: MODERATOR, number: '2026-000001', reason: 'лайка', at: NOW, until },
});
const no = (refusal: string) => ({ ok: false, refusal });

describe('a request to move an account', () => {
  it('waits two days for the old account, then for moderators, and ends after two weeks', () => {
    const move = aMove();
    expect(moderatorsFrom(move)).toEqual(days(2));
    expect([minutes(2 * 24 * 60 - 1), days(2), days(13)].map((at) => waitsForModerators(move, at))).toEqual([false, true, true]); // prettier-ignore
    expect([days(13), days(14)].map((at) => isMoveOver(move, at))).toEqual([false, true]);
    expect(waitsForModerators(move, days(14))).toBe(false);
  });

  it('is the moderators’ at once when the old account cannot be asked', () => {
    const move = aMove({ isForModerators: true });
    expect(moderatorsFrom(move)).toEqual(NOW);
    expect(waitsForModerators(move, NOW)).toBe(true);
  });

  it.each(['confirmed', 'carried', 'denied', 'declined'] as const)('is over once it is %s', (state) => {
    const move = aMove({ state, isForModerators: true });
    expect(isMoveOver(move, NOW)).toBe(true);
    expect(waitsForModerators(move, NOW)).toBe(false);
    expect(answerMove(move, OLD, true, NOW)).toEqual(no('move_over'));
    expect(judgeMove(move, { by: MODERATOR, isYes: true, reason: 'Так' }, NOW)).toEqual(no('move_over'));
  });
});

describe('the old account', () => {
  it('confirms or denies, and nobody answers for it', () => {
    const decided = { ...aMove(), decidedBy: OLD, decidedAt: minutes(5), rev: 2 };
    expect(answerMove(aMove(), OLD, true, minutes(5))).toEqual({
      ...{ ok: true, move: { ...decided, state: 'confirmed' } },
    });
    expect(answerMove(aMove(), OLD, false, minutes(5))).toEqual({
      ...{ ok: true, move: { ...decided, state: 'denied' } },
    });
    expect(answerMove(aMove(), NEW, true, NOW)).toEqual(no('move_not_yours'));
  });

  it('may only say «not me» where moderators must look: a stolen account would say yes', () => {
    const move = aMove({ isForModerators: true });
    expect(answerMove(move, OLD, true, NOW)).toEqual(no('move_not_yet'));
    expect(answerMove(move, OLD, false, NOW)).toMatchObject({ ok: true, move: { state: 'denied' } });
  });
});

describe('a moderator', () => {
  const judged = (by: string, { isYes = true, reason = ' Ім’я збігається ', at = days(3) } = {}) =>
    judgeMove(aMove(), { by, isYes, reason }, at);

  it('decides with a reason that is kept', () => {
    const kept = { decidedBy: MODERATOR, decidedAt: days(3), reason: 'Ім’я збігається', rev: 2 };
    expect(judged(MODERATOR)).toEqual({ ok: true, move: { ...aMove(), ...kept, state: 'confirmed' } });
    expect(judged(MODERATOR, { isYes: false })).toMatchObject({ ok: true, move: { state: 'declined' } });
    expect(judged(MODERATOR, { reason: '  ' })).toEqual(no('move_no_reason'));
  });

  it('does not decide about themselves, nor before the old account had its time', () => {
    expect(judged(OLD)).toEqual(no('move_not_yours'));
    expect(judged(NEW)).toEqual(no('move_not_yours'));
    expect(judged(MODERATOR, { at: days(1) })).toEqual(no('move_not_yet'));
  });
});

describe('the new account’s record', () => {
  const said: Partial<Citizen> = {
    ...{ phone: '+380671112233', name: 'Коваль Олена', residence: 'Миру, 18', email: 'o@example.org' },
    ...{ consent: { version: '1', hash: 'h', at: NOW }, hidesName: true },
    ...({ authorCategory: 'displaced', socialStatus: 'student' } as const),
  };

  it('has all the old one said of itself, and its own chat', () => {
    const to = aCitizen({ id: NEW, chatId: '2', language: 'en', name: 'Olena' });
    expect(movedProfile(to, aCitizen(said))).toEqual({ ...to, ...said });
  });

  it('keeps what the old one never said', () => {
    const to = aCitizen({ id: NEW, name: 'Коваль Олена', residence: 'Миру, 18' });
    expect(movedProfile(to, aCitizen())).toEqual(to);
  });

  it('is no way out of strikes: those of both stay, each once, and the longer slow mode', () => {
    const to = aCitizen({ id: NEW, strikes: [strike('a'), strike('b')], slow: strike('s1', days(5)) });
    const from = aCitizen({ strikes: [strike('b'), strike('c')], slow: strike('s2', days(9)) });
    const moved = movedProfile(to, from);
    expect(moved.strikes?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(moved.slow?.id).toBe('s2');
    expect(movedProfile({ ...to, slow: strike('s3', days(20)) }, from).slow?.id).toBe('s3');
    expect(movedProfile(aCitizen({ id: NEW }), from)).toMatchObject({
      ...{ strikes: from.strikes, slow: from.slow },
    });
    expect(movedProfile(to, aCitizen())).toEqual(to);
  });
});

describe('the old account’s record', () => {
  it('keeps the chat and what was decided about it, nothing it said of itself', () => {
    const kept = { strikes: [strike('a')], slow: strike('s'), wantsDigest: false };
    const personal = {
      name: 'Коваль Олена',
      phone: '+380671112233',
      email: 'o@example.org',
      hidesName: true,
    };
    expect(leftProfile(aCitizen({ ...kept, ...personal }), NEW)).toEqual({
      ...{ ...aCitizen(), ...kept, movedTo: NEW },
    });
    expect(leftProfile(aCitizen(personal), NEW)).toEqual({ ...aCitizen(), movedTo: NEW });
  });
});

describe('an appeal of the old account', () => {
  const command = { id: 'command-1', by: MODERATOR, from: OLD, to: NEW };

  it('is the new one’s, and both are its author', () => {
    const moved = moveAuthor(anAppeal({ citizenId: OLD, formerCitizenIds: ['telegram-0'] }), command, NOW);
    expect(moved).toMatchObject({
      ...{ ok: true, event: { type: 'appeal.author_moved', at: NOW } },
      appeal: { citizenId: NEW, formerCitizenIds: ['telegram-0', OLD] },
    });
    const { appeal } = moved as Extract<typeof moved, { ok: true }>;
    expect([NEW, OLD, 'telegram-0', 'telegram-9'].map((id) => isByAuthor(appeal, id))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(moveAuthor(appeal, command, NOW)).toEqual(no('nothing_changed'));
  });

  it('remembers the old one when it is the first to move', () => {
    expect(moveAuthor(anAppeal(), command, NOW)).toMatchObject({ appeal: { formerCitizenIds: [OLD] } });
    expect(isByAuthor({ citizenId: NEW }, OLD)).toBe(false);
  });
});

describe('a phone', () => {
  it('is the same with a plus, with spaces and without', () => {
    const both = ['+380671112233', '380671112233'];
    for (const written of ['+380671112233', '380671112233', '+38 (067) 111-22-33'])
      expect(phoneSpellings(written)).toEqual(both);
  });
});
