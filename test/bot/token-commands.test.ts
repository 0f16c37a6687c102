import { openFrontDoor } from '../support/a-front-door';
import type { PostRole } from '../../domain/colleague';
import { givePost, takePost } from '../../use-cases/change-posts';
import { giveToColleague } from '../../use-cases/give-to-colleague';
import { hireByToken } from '../../use-cases/hire-by-token';
import { createStaffApi } from '../../web/staff-api/staff-api';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({
    id: 'telegram-7',
    name: 'Гончар П. В.',
    posts: [{ role: 'official', department: 'light' }],
    rev: 1,
  });
  await town.deps.people.insert({
    id: 'telegram-51',
    name: 'Бойко І. І.',
    posts: [{ role: 'moderator' }],
    rev: 1,
  });
});
afterAll(() => town.close());

const command = { kind: 'command', name: 'apitoken', argument: '' } as const;
const press = (token: string) => ({ kind: 'press', token, pressId: '1', messageId: '1' }) as const;

describe('/apitoken', () => {
  it('shows a moderator the token once, privately, and voids it', async () => {
    const moderator = openFrontDoor(town).person('51');
    expect((await moderator.does(command)).text).toMatch(/Чий відкрити/);
    const issued = await moderator.does(press('tki.telegram-7'));
    const [token = ''] = /[0-9a-f]{32}/.exec(issued.text) ?? [];
    expect(await town.deps.apiTokens.find(town.deps.codeMaker.hash(token))).toMatchObject({
      ownerId: 'telegram-7',
    });
    expect((await moderator.does(press('tkr.telegram-7'))).text).toMatch(/відкликано/);
    expect(await town.deps.apiTokens.of('telegram-7')).toBeUndefined();
    expect((await moderator.does(press('tk.telegram-50'))).text).toMatch(/лише контролер/);
    await moderator.does(press('tki.telegram-50'));
    expect(await town.deps.apiTokens.of('telegram-50')).toBeUndefined();
  });

  it('is not for officials, nor for a group', async () => {
    const door = openFrontDoor(town);
    await door.person('7').does(command);
    await door.person('7').does(press('tki.telegram-7'));
    await door.person('51', '-100').does(press('tki.telegram-7'));
    expect(await town.deps.apiTokens.of('telegram-7')).toBeUndefined();
  });
});

describe('a colleague without Telegram', () => {
  const asks = async (token: string, act = '') => {
    const api = createStaffApi({ ...town.deps, isStoreUnavailable: () => false });
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'uk' };
    return (await api.request(`/appeals/2026-000001${act}`, { method: act ? 'POST' : 'GET', headers }))
      .status;
  };
  const hires = async () => {
    const moderator = openFrontDoor(town).person('51');
    await moderator.does(command);
    await moderator.presses('Без Telegram');
    expect(moderator.labels()).not.toContain('Контролер');
    await moderator.presses('Виконавець');
    expect((await moderator.presses('управління «Міськсвітло»')).text).toMatch(/Імені не потрібно/);
    expect((await moderator.says('7')).text).toMatch(/посаду словами/);
    const issued = (await moderator.says('інспектор дільниці 2')).text;
    return { moderator, token: /[0-9a-f]{32}/.exec(issued)?.[0] ?? '' };
  };

  it('gets a post and a token by the name of the post, works, and is put out by /people', async () => {
    await town.deps.appeals.insert(anAppeal());
    const { moderator, token } = await hires();
    expect([await asks(token), await asks(token, '/take')]).toEqual([200, 200]);
    const { executorId = '' } = (await town.deps.appeals.find('draft-1'))!;
    expect(executorId).toMatch(/^office-[0-9a-f]{12}$/);
    expect(JSON.stringify(await town.deps.drafts.unfinishedOf('telegram-51'))).not.toContain(token);

    expect((await moderator.says('/people')).text).toMatch(/інспектор дільниці 2.*Виконавець · управління/);
    expect((await moderator.presses('інспектор дільниці 2')).text).toMatch(/через HTTP, без Telegram[^]*1/);
    await moderator.presses(moderator.labels().find((label) => /Виконавець/.test(label))!);
    await moderator.presses(moderator.labels()[0]!);
    expect(await asks(token)).toBe(401);
    const span = { from: new Date(0), until: new Date(NOW.getTime() + 1) };
    const acts = await town.deps.oversight.acts({ span }, { skip: 0, limit: 9 });
    expect(acts.map(({ what }) => what).sort()).toEqual(['appeal.taken', 'person.hired', 'person.post_taken', 'token.issued']); // prettier-ignore
  });

  it('is never written to: what is meant for them goes to the group', async () => {
    await town.deps.appeals.insert(anAppeal());
    const door = openFrontDoor(town);
    const { token } = await hires();
    await asks(token, '/take');
    const { executorId = '' } = (await town.deps.appeals.find('draft-1'))!;
    for (const toId of ['telegram-7', executorId]) {
      const by = { actor: { id: 'telegram-50', roles: ['moderator'] }, appealId: 'draft-1' } as const;
      expect(await giveToColleague(town.deps, { ...by, commandId: `give-${toId}`, toId })).toMatchObject({ ok: true }); // prettier-ignore
    }
    await door.work();
    const chats = town.deps.messenger.sent.map(({ to }) => `${to.messenger} ${to.chatId}`);
    expect(chats.filter((chat) => !/^telegram -?\d+$/.test(chat))).toEqual([]);
    const said = town.deps.messenger.saidTo('-100').map(({ screen }) => screen.text);
    expect(said.join()).toContain(`виконавець <code>${executorId.slice('office-'.length)}</code>`);
  });

  it('is no last moderator, and gets no post that must be reached', async () => {
    const controller = { id: 'telegram-50', roles: ['moderator', 'controller'] } as const;
    const hire = (role: PostRole) =>
      hireByToken(town.deps, {
        actor: controller,
        post: { role },
        name: 'черговий',
        commandId: `hire-${role}`,
      });
    const hired = await hire('moderator');
    if (!hired.ok) throw new Error(hired.refusal);
    expect(await hire('controller')).toMatchObject({ refusal: 'not_permitted' });
    const colleagueId = hired.colleague.id;
    const about = { actor: controller, commandId: 'c' };
    expect(await givePost(town.deps, { ...about, colleagueId, post: { role: 'controller' } })).toMatchObject({ refusal: 'not_permitted' }); // prettier-ignore
    await takePost(town.deps, { ...about, colleagueId: 'telegram-51', post: { role: 'moderator' } });
    expect(await takePost(town.deps, { ...about, colleagueId: 'telegram-50', post: { role: 'moderator' } })).toMatchObject({ refusal: 'last_one' }); // prettier-ignore
  });
});

describe('without the staff API', () => {
  it('tokens are not offered, and the command says why', async () => {
    const off = { ...town, deps: { ...town.deps, hasStaffApi: false } };
    const moderator = openFrontDoor(off).person('51');
    expect((await moderator.says('/help')).text).not.toContain('/apitoken');
    expect((await moderator.does(command)).text).toMatch(/не ввімкнена/);
    expect((await openFrontDoor(town).person('51').says('/help')).text).toContain('/apitoken');
  });
});
