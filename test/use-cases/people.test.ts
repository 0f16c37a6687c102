import type { Actor } from '../../domain/permissions';
import type { Post } from '../../domain/colleague';
import { acceptInvitation } from '../../use-cases/accept-invitation';
import { givePost, takePost } from '../../use-cases/change-posts';
import { inviteColleague } from '../../use-cases/invite-colleague';
import { actorInPrivate, colleagueOf } from '../../use-cases/post-holders';
import { openTown, type Town } from '../support/a-town';
import { days } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const HEAD: Post = { role: 'head', department: 'light' };
const controller: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };
const moderator: Actor = { id: 'telegram-51', roles: ['moderator'] };

async function codeFor(post: Post = HEAD, actor = controller): Promise<string> {
  const invited = await inviteColleague(town.deps, { actor, post, name: 'Петренко', commandId: 'invite-1' });
  if (!invited.ok) throw new Error(invited.refusal);
  return invited.code;
}

const opens = (personId: string, code: string, commandId = `open-${personId}`) =>
  acceptInvitation(town.deps, { personId, code, commandId });

describe('an invitation', () => {
  it('gives its post to whoever opens it first, however many open it at once', async () => {
    const code = await codeFor();
    const ids = Array.from({ length: 8 }, (_, index) => `telegram-7${index}`);
    const outcomes = await Promise.all(ids.map((id) => opens(id, code)));
    const first = ids.filter((_, index) => outcomes[index]?.ok);
    expect(first).toHaveLength(1);
    expect((await town.deps.people.withRole('head', 'light')).map(({ id }) => id)).toEqual(first);
    expect(outcomes.filter((one) => !one.ok && one.refusal === 'no_such_invitation')).toHaveLength(7);
  });

  it('carried out twice by the same command gives the same outcome, once', async () => {
    const code = await codeFor();
    const first = await opens('telegram-7', code, 'tg-1');
    expect(first).toMatchObject({ ok: true, post: HEAD, invitedBy: 'telegram-50' });
    expect(await opens('telegram-7', code, 'tg-1')).toMatchObject({ ok: true, post: HEAD });
    expect(await opens('telegram-7', code, 'tg-2')).toMatchObject({ ok: false });
    expect(await town.deps.people.find('telegram-7')).toMatchObject({ name: 'Петренко', posts: [HEAD] });
  });

  it('looks the same when wrong, used, past or for a group', async () => {
    const used = await codeFor();
    await opens('telegram-7', used);
    const past = await codeFor();
    town.isNow(days(3));
    const outcomes = await Promise.all(
      [used, past, 'f'.repeat(32), ''].map((code) => opens('telegram-8', code, code)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toEqual({ ok: false, refusal: 'no_such_invitation' });
  });

  it('is refused after too many tries, even the right one', async () => {
    const code = await codeFor();
    for (let count = 0; count < 10; count += 1) await opens('telegram-9', 'f'.repeat(32), `try-${count}`);
    expect(await opens('telegram-9', code)).toEqual({ ok: false, refusal: 'no_such_invitation' });
    expect(await opens('telegram-8', code)).toMatchObject({ ok: true });
  });

  it('lies nowhere but as a hash, and is recorded without names', async () => {
    const code = await codeFor();
    await opens('telegram-7', code);
    const connection = await town.again();
    const stored = await Promise.all(
      ['codes', 'audit', 'people'].map((name) => connection.collection(name).find().toArray()),
    );
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(JSON.stringify(stored[1])).not.toContain('Петренко');
    expect(stored[1]).toMatchObject([
      {
        _id: 'invite-1',
        by: 'telegram-50',
        what: 'person.invited',
        facts: { role: 'head', department: 'light' },
      },
      { by: 'telegram-7', what: 'person.joined', about: 'telegram-50' },
    ]);
  });

  it.each<[Post, boolean]>([
    [HEAD, true],
    [{ role: 'moderator' }, true],
    [{ role: 'controller' }, false],
    [{ role: 'deputy' }, false],
    [{ role: 'operator' }, false],
  ])('to be %j may come from a moderator: %s', async (post, may) => {
    const invited = await inviteColleague(town.deps, { actor: moderator, post, commandId: 'x' });
    expect(invited.ok).toBe(may);
  });

  it('gives nothing once who made it could not give the post any more', async () => {
    const ofModerator = {
      actor: controller,
      colleagueId: 'telegram-51',
      post: { role: 'moderator' },
    } as const;
    await givePost(town.deps, { ...ofModerator, commandId: 'given' });
    const [first, second] = [await codeFor({ role: 'moderator' }, moderator), await codeFor(HEAD, moderator)];
    expect(await opens('telegram-7', first)).toMatchObject({ ok: true });
    await takePost(town.deps, { ...ofModerator, commandId: 'taken' });
    expect(await opens('telegram-51', second)).toEqual({ ok: false, refusal: 'no_such_invitation' });
    expect((await actorInPrivate(town.deps, 'telegram-51')).roles).toEqual(['citizen']);
  });

  it('keeps what a moderator of the settings had', async () => {
    await opens('telegram-50', await codeFor());
    expect((await actorInPrivate(town.deps, 'telegram-50')).roles).toEqual(['citizen', 'moderator', 'controller', 'head']); // prettier-ignore
  });
});

describe('the posts of a colleague', () => {
  const about = (post: Post, colleagueId = 'telegram-7', commandId = `${colleagueId}-${post.role}`) => ({
    actor: controller,
    colleagueId,
    post,
    commandId,
  });

  it('are given, and have no effect once taken', async () => {
    expect(await givePost(town.deps, about(HEAD))).toMatchObject({ ok: true });
    expect((await actorInPrivate(town.deps, 'telegram-7')).within?.head).toEqual(['light']);
    expect(await takePost(town.deps, about(HEAD, 'telegram-7', 'taken'))).toMatchObject({ ok: true });
    expect((await actorInPrivate(town.deps, 'telegram-7')).roles).toEqual(['citizen']);
    expect(await takePost(town.deps, about(HEAD))).toEqual({ ok: false, refusal: 'no_such_post' });
  });

  it('are taken by nobody who may not', async () => {
    await givePost(town.deps, about({ role: 'controller' }));
    const attempt = { ...about({ role: 'controller' }), actor: moderator };
    expect(await takePost(town.deps, attempt)).toEqual({ ok: false, refusal: 'not_permitted' });
    expect(await takePost(town.deps, { ...about(HEAD), actor: { id: 'telegram-9', roles: ['head'] } })).toEqual({ ok: false, refusal: 'not_permitted' }); // prettier-ignore
  });

  it.each(['moderator', 'controller'] as const)('leave the city a %s', async (role) => {
    const last = about({ role }, 'telegram-50');
    expect(await takePost(town.deps, last)).toEqual({ ok: false, refusal: 'last_one' });
    await givePost(town.deps, about({ role }));
    expect(await takePost(town.deps, { ...last, commandId: 'again' })).toMatchObject({ ok: true });
    expect((await colleagueOf(town.deps, 'telegram-50')).posts.map((post) => post.role)).not.toContain(role);
  });
});
