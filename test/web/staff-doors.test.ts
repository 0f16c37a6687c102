import sharp from 'sharp';
import type { Appeal } from '../../domain/appeal';
import { withdrawAppeal } from '../../use-cases/withdraw-appeal';
import { idOf, LIGHT, openDoors, type Act, type Doors, type Name } from './staff-doors';

let doors: Doors;
beforeAll(async () => void (doors = await openDoors()));
beforeEach(() => doors.begin());
afterAll(() => doors.town.close());

const take: Act = { act: 'take' };
const ask: Act = { act: 'ask', text: 'З якого боку будинку ліхтар?' };
const forward: Act = { act: 'forward', text: 'Обласна служба доріг: ця дорога на її балансі' };
const answer = (outcome: (Act & { act: 'answer' })['outcome'], more: { ground?: string; plannedOn?: string } = {}): Act =>
  ({ act: 'answer', text: 'Лампу замінено, ліхтар горить.', outcome, ...more }); // prettier-ignore
const done = answer('done');

type Before = (appeal: Appeal) => Promise<unknown>;
const after = (by: Name, act: Act): Before => (appeal) => doors.byHttp(by, appeal, act); // prettier-ignore
const withdrawn: Before = ({ id, citizenId }) =>
  withdrawAppeal(doors.town.deps, {
    actor: { id: citizenId, roles: ['citizen'] },
    ...{ appealId: id, commandId: `withdraw-${id}` },
  });
const longAgo: Before = async (appeal) =>
  doors.town.deps.appeals.save({
    ...appeal,
    registeredAt: new Date('2026-11-02T08:00:00Z'),
    rev: appeal.rev + 1,
  });

interface Case {
  readonly name: string;
  readonly by?: Name;
  readonly before?: Before;
  readonly act: Act;
  readonly code?: number;
  readonly refusal?: string;
  /** The doors say it in words of their own. */
  readonly isSaidApart?: boolean;
  readonly lasts?: string;
}

const CASES: readonly Case[] = [
  { name: 'take', act: take, lasts: 'taken' },
  { name: 'take what one has', before: (one) => after('petro', take)(one), act: take, lasts: 'taken' },
  { name: 'take what a colleague has', before: (one) => after('iryna', take)(one), act: take, code: 409, refusal: 'already_taken', lasts: 'taken' },
  { name: 'take another department’s', by: 'ostap', act: take, code: 403, refusal: 'not_permitted' },
  { name: 'take after losing the post', by: 'former', act: take, code: 401, refusal: 'unauthorized', isSaidApart: true },
  { name: 'take what the citizen took back', before: withdrawn, act: take, code: 409, refusal: 'wrong_status', lasts: 'withdrawn' },
  { name: 'answer: done', act: done, lasts: 'answered' },
  { name: 'answer: done in part', act: answer('partly_done'), lasts: 'answered' },
  { name: 'answer: explained', act: answer('explained'), lasts: 'answered' },
  { name: 'answer: refused with its ground', act: answer('refused', { ground: 'Стаття 7 закону' }), lasts: 'answered' },
  { name: 'answer: planned for a day', act: answer('planned', { plannedOn: '2026-12-21' }), lasts: 'answered' },
  { name: 'refuse without a ground', act: answer('refused'), code: 422, refusal: 'ground_missing' },
  { name: 'plan for a day that has passed', act: answer('planned', { plannedOn: '2026-11-01' }), code: 422, refusal: 'date_past' },
  { name: 'answer what is answered', before: (one) => after('petro', done)(one), act: done, code: 409, refusal: 'wrong_status', lasts: 'answered' },
  { name: 'answer another department’s', by: 'ostap', act: done, code: 403, refusal: 'not_permitted' },
  { name: 'answer what the citizen took back', before: withdrawn, act: done, code: 409, refusal: 'wrong_status', lasts: 'withdrawn' },
  { name: 'ask', act: ask, lasts: 'details_asked' },
  { name: 'ask twice', before: (one) => after('petro', ask)(one), act: ask, lasts: 'details_asked' },
  { name: 'ask about what is answered', before: (one) => after('petro', done)(one), act: ask, code: 409, refusal: 'wrong_status', lasts: 'answered' },
  { name: 'forward to a named body', by: 'iryna', act: forward, lasts: 'forwarded' },
  { name: 'forward after the five days', by: 'iryna', before: longAgo, act: forward, lasts: 'forwarded' },
  { name: 'forward without being a moderator', act: forward, code: 403, refusal: 'not_permitted' },
  { name: 'forward twice', by: 'iryna', before: (one) => after('iryna', forward)(one), act: forward, code: 409, refusal: 'wrong_status', lasts: 'forwarded' },
]; // prettier-ignore

/** What the record says, apart from ids, times and the door. */
const told = ({ status, executorId, outcome, answers, events }: Appeal) => ({
  ...{ status, executorId, outcome },
  answers: answers.map(({ text, outcome: how, ground, plannedOn, signatory }) => ({ text, how, ground, plannedOn, signatory })), // prettier-ignore
  events: events.map(({ type, by, facts: { text, ordinal } }) => ({ type, by, text, ordinal })),
});

describe('an official who would', () => {
  it('work over HTTP: is seen on the card in the group and heard by the citizen', async () => {
    const { town, register, byHttp, work } = doors;
    const appeal = await register();
    const card = () => {
      const { sent, edited } = town.deps.messenger;
      const all = [...sent, ...edited].filter(({ to, screen }) => to.chatId === LIGHT && screen.text.includes(appeal.number)); // prettier-ignore
      return all.at(-1)?.screen.text;
    };
    await work();
    expect(card()).toMatch(/не взято/);
    await byHttp('petro', appeal, take);
    await work();
    expect(card()).toMatch(/у роботі/);
    const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#fa0' } })
      .png()
      .toBuffer();
    await byHttp('petro', appeal, done, new File([photo], 'lamp.png', { type: 'image/png' }));
    await work();
    const answered = town.deps.messenger.saidTo('1').at(-1)!.screen;
    expect(answered.text).toMatch(
      new RegExp(`${appeal.number}[^]*Лампу замінено, ліхтар горить[^]*вирішено\\?`),
    );
    expect(answered.files).toMatchObject([{ kind: 'photo', messenger: 'own' }]);
  });

  it.each(CASES)('$name: finds the same behind both doors', async (one) => {
    const { by = 'petro', before, act, code = 200, refusal, isSaidApart, lasts = 'submitted' } = one;
    const { register, reload, byTelegram, byHttp } = doors;
    const [here, there] = [await register(), await register()];
    await before?.(here);
    await before?.(there);
    const byPress = await byTelegram(by, here, act);
    const byRequest = await byHttp(by, there, act);
    expect({ code: byRequest.code, refusal: byRequest.refusal }).toEqual({ code, refusal });
    if (!isSaidApart) expect(byPress.said).toContain(byRequest.said.replace(there.number, here.number));
    if (refusal) expect(byRequest.said).not.toBe('');
    const [seenHere, seenThere] = [await reload(here), await reload(there)];
    expect(told(seenThere)).toEqual(told(seenHere));
    expect(seenThere.events.at(-1)!.type).toBe(`appeal.${lasts}`);
    if (!refusal && !before) {
      expect(seenHere.events.at(-1)!.channel).toBeUndefined();
      expect(seenThere.events.at(-1)!.channel).toBe('http');
    }
  });

  it('act on their own appeal or one that is not there: finds the same', async () => {
    const { register, byTelegram, byHttp } = doors;
    const own = await register({ citizenId: idOf('petro') });
    const refused = await byHttp('petro', own, take);
    expect(refused).toMatchObject({ code: 403, refusal: 'not_permitted' });
    expect((await byTelegram('petro', own, take)).said).toBe(refused.said);
    const none = { ...own, number: '2026-999999' };
    const unknown = await byHttp('iryna', none, forward);
    expect(unknown).toMatchObject({ code: 404, refusal: 'not_found' });
    expect((await byTelegram('iryna', none, forward)).said).toContain(unknown.said);
  });
});
