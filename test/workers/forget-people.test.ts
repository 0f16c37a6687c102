import { apiToken } from '../../domain/api-token';
import { PERSONAL_FIELDS } from '../../domain/personal-fields';
import { RedisSessionStore } from '../../infra/redis/redis-session-store';
import { answerAppeal } from '../../use-cases/answer-appeal';
import { askToBeForgotten, takeForgettingBack } from '../../use-cases/ask-to-forget';
import { answerMoveRequest, askToMove, judgeMoveRequest } from '../../use-cases/move-account';
import { colleagueOf } from '../../use-cases/post-holders';
import { submitAppeal } from '../../use-cases/submit-appeal';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { forgetPeople } from '../../workers/forget-people';
import { nudgeDrafts } from '../../workers/nudge-drafts';
import { remindRating } from '../../workers/remind-rating';
import { sweep } from '../../workers/sweep';
import { openRedis } from '../infra/stores';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import {
  aCitizen,
  anAnswer,
  anAppeal,
  aNotice,
  anEvent,
  aPhoto,
  aDraft,
  days,
  NOW,
} from '../support/builders';

jest.setTimeout(90_000);

/** Nobody else has this number, and nothing else sings so. */
const PERSON = 'telegram-424242';
const CHAT = { messenger: 'telegram', chatId: '424242' };
const SONGS = [
  ...['Канаренко', 'канаренк', 'Сойка', 'Дроздівн', 'Пташин', '+380991234567', '099 123', 'kanarka'],
  ...['Щигленк', 'Горобцов', 'Зяблицьк', '4111', 'canary-file', 'canary-bytes', '424242', '900777'],
];
const CITIZEN = aCitizen({
  ...{ id: PERSON, chatId: '424242', name: 'Канаренко Сойка Дроздівна', residence: 'Пташина, 77, кв. 9' },
  ...{ phone: '+380991234567', email: 'kanarka@ptah.ua', authorCategory: 'large_family' },
  strikes: [
    {
      id: 's',
      by: 'telegram-50',
      number: '2026-000001',
      reason: 'Канаренко свариться',
      at: NOW,
      until: days(9),
    },
  ],
});
const WORDS =
  'Я, канаренко сойка, живу: Пташина 77 кв 9. Тел. 099 123 45 67, kanarka@ptah.ua, картка 4111 1111 1111 1111. Не горить ліхтар';
const FORWARDED = { id: 'p1', name: 'canary-file.jpg', fileId: 'canary-file' };

const closed = (author = PERSON) =>
  anAppeal({
    ...{ citizenId: author, status: 'closed', place: { kind: 'address', label: 'вул. Миру, 18, кв. 9' } },
    pieces: [{ messageId: '900777', text: WORDS }],
    attachments: [aPhoto('p1', FORWARDED)],
    particulars: { 'q-who': 'сусід Щигленко' },
    onBehalfOf: { name: 'Щигленко Ганна', residence: 'Пташина, 78' },
    coAuthors: ['Горобцов Петро', 'Зяблицька Ніна'],
    answers: [
      anAnswer({ text: 'Шановна Канаренко Сойко Дроздівно! Замінено.', attachments: [aPhoto('office')] }),
    ],
    rating: { stars: 5, reasons: [], comment: 'Дякую, Канаренко' },
    events: [
      anEvent('e1', { by: author, facts: { attachments: [aPhoto('p2', { ...FORWARDED, id: 'p2' })] } }),
      anEvent('e2', {
        type: 'appeal.noted',
        by: 'telegram-7',
        facts: { text: 'Дзвонив Канаренко 099 123 45 67' },
      }),
      anEvent('e3', { type: 'appeal.confirmed', by: author, facts: { text: WORDS } }),
    ],
  });

/** Somebody else’s appeal that they joined with their own. */
const joinedBy = (by: string) =>
  anAppeal({
    ...{ id: 'lead', number: '2026-000002', citizenId: 'telegram-8' },
    events: [
      anEvent('e0'),
      anEvent('e1-lead', { type: 'appeal.joined', by, facts: { other: { id: 'draft-1', number: '1' } } }),
    ],
  });

let redis: Awaited<ReturnType<typeof openRedis>>;
let town: Town;
let sessions: RedisSessionStore;
beforeAll(async () => {
  town = await openTown();
  redis = await openRedis();
  sessions = new RedisSessionStore(redis.redis, { prefix: redis.prefix });
});
afterAll(async () => {
  await town.close();
  await redis.close();
});
beforeEach(async () => {
  await town.begin();
  for (const name of ['files.files', 'files.chunks']) await town.connection.collection(name).deleteMany({});
});

const deps = () => ({ ...town.deps, sessions });

/** One person with everything we ever keep of anybody. */
async function lived(appeal = closed()) {
  const { citizens, appeals, drafts, notices, audit, quarantine, codes, files } = town.deps;
  await citizens.insert(CITIZEN);
  await appeals.insert(appeal);
  const copyId = await files.put(`${appeal.id}-p1`, new TextEncoder().encode('canary-bytes'), 'image/jpeg');
  await appeals.recordCopy(appeal.id, 'p1', copyId);
  await files.put(`${appeal.id}-office`, new TextEncoder().encode('letter'), 'image/jpeg');
  await appeals.insert(joinedBy(PERSON));
  const shown = { appealId: appeal.id, fileId: 'p1', kind: 'photo', eventId: 'e1' } as const;
  await town.deps.shownPictures.record([
    { ...shown, messenger: 'telegram', chatId: '-100', messageId: '66' },
  ]);
  await drafts.insert(
    aDraft({ id: 'own', ownerId: PERSON, chatId: '424242', fields: { name: 'Канаренко' } }),
  );
  await drafts.insert(aDraft({ id: 'staff', ownerId: 'telegram-7', kind: 'answer', subjectId: appeal.id, fields: { text: 'Сойка' } })); // prettier-ignore
  await notices.insert([
    aNotice('n-telegram.424242', { ...CHAT, state: 'sent', sentMessageIds: ['900777'] }),
  ]);
  await audit.add({ id: 'a1', at: NOW, by: 'telegram-7', what: 'contact.shown', about: appeal.id, facts: { reason: 'до Канаренко' } }); // prettier-ignore
  await audit.add({ id: 'a2', at: NOW, by: 'telegram-50', what: 'person.searched', facts: { found: `telegram-8 ${PERSON} telegram-9` } }); // prettier-ignore
  await quarantine.put({ id: 'q', at: NOW, what: { text: WORDS }, problem: 'x', ownerId: PERSON });
  await codes.insert({ id: 'h', by: 'telegram-50', createdAt: NOW, expiresAt: NOW, usedBy: PERSON, gives: { what: 'post', post: { role: 'official' }, name: 'Канаренко' } }); // prettier-ignore
  await town.deps.apiTokens.put(apiToken({ ownerId: PERSON, hash: 'h', issuedBy: 'telegram-50' }, NOW));
  await town.deps.accountMoves.insert({ id: 'm', fromId: PERSON, toId: 'telegram-9', askedAt: NOW, isNameSame: true, isForModerators: false, state: 'denied', rev: 1 }); // prettier-ignore
  await audit.add({ id: 'm-asked', at: NOW, by: 'telegram-9', what: 'account.asked', about: PERSON, facts: { from: PERSON, to: 'telegram-9' } }); // prettier-ignore
  await sessions.saveSession(`telegram:424242:0:424242`, { rev: 0, seen: [], lastToken: 'canary-file' });
  await sessions.saveSession(`telegram:-100:7:424242`, { rev: 0, seen: [] });
}

/** Everything there is, as text. */
async function everything(): Promise<string> {
  const names = (await town.connection.db!.listCollections().toArray()).map(({ name }) => name);
  const all = await Promise.all(
    names.map(async (name) => [name, await town.connection.collection(name).find().toArray()] as const),
  );
  const chunks = all.flatMap(([name, records]) => (name === 'files.chunks' ? records : []));
  const bytes = chunks.map(({ data }) => (data as { buffer: Uint8Array }).buffer);
  const keys = await redis.redis.keys(`${redis.prefix}*`);
  return JSON.stringify(all) + bytes.map((one) => Buffer.from(one).toString('utf8')).join() + keys.join();
}
const sung = async (songs = SONGS) => {
  const all = await everything();
  return songs.filter((song) => all.toLowerCase().includes(song.toLowerCase()));
};

const asks = async () => {
  const person = (await town.deps.citizens.find(PERSON))!;
  return askToBeForgotten(town.deps, { person, commandId: 'tg-9-1' });
};
async function ticksAt(at: Date) {
  town.isNow(at);
  await forgetPeople(deps());
}

describe('a person who asked to be forgotten', () => {
  it('is known for thirty days, then nowhere but in the record that no longer names them', async () => {
    await lived();
    expect((await sung()).length).toBeGreaterThan(14);
    await asks();
    await ticksAt(days(29.9));
    expect((await town.deps.citizens.find(PERSON))?.name).toContain('Канаренко');

    await ticksAt(days(30.1));
    expect(await sung()).toEqual([]);
    expect(await town.deps.citizens.find(PERSON)).toBeUndefined();
    const kept = (await town.deps.appeals.find('draft-1'))!;
    expect(kept).toMatchObject({
      ...{ number: '2026-000001', status: 'closed', citizenId: 'forgotten-draft-1', attachments: [] },
      ...{ place: { label: 'вул. Миру, 18, •••' }, coAuthors: ['•••', '•••'], rating: { stars: 5 } },
    });
    expect(kept.pieces[0]!.text).toContain('Не горить ліхтар');
    expect(kept.answers[0]!.attachments).toHaveLength(1);
    expect(kept.events.map(({ type }) => type)).toEqual([
      ...['appeal.submitted', 'appeal.noted', 'appeal.confirmed', 'appeal.pseudonymised'],
    ]);
    expect(town.deps.messenger.saidTo('424242').at(-1)?.screen.text).toMatch(/стерто/);
    await sweep(town.deps);
    expect(town.deps.messenger.removed).toEqual(['-100 66']);
    const acts = await town.connection.collection('audit').find({ what: 'person.forgotten' }).toArray();
    expect(acts).toMatchObject([{ by: 'forgotten' }]);
  });

  it('had something in every collection about people, but among those let go, whose empty record stays', async () => {
    await lived();
    const lies = async (name: string) =>
      JSON.stringify(await town.connection.collection(name).find().toArray()).includes('424242');
    const empty = [];
    for (const name of Object.keys(PERSONAL_FIELDS)) if (!(await lies(name))) empty.push(name);
    expect(empty).toEqual(['people']);
  });

  it('is forgotten whole though the worker dies at any of its steps', async () => {
    await lived();
    await asks();
    town.isNow(days(31));
    let deaths = 0;
    for (let step = 1; (await town.deps.citizens.find(PERSON)) && step < 60; step += 1) {
      let left = step;
      const dying = <T extends object>(store: T): T =>
        new Proxy(store, {
          get: (target, name) => {
            const member: unknown = Reflect.get(target, name);
            if (typeof member !== 'function') return member;
            return (...given: unknown[]) => {
              left -= 1;
              if (left < 0) throw new Error('killed');
              return (member as (...args: unknown[]) => unknown).apply(target, given);
            };
          },
        });
      const { appeals, citizens, files, erasure, audit } = town.deps;
      const mortal = { appeals: dying(appeals), citizens: dying(citizens), files: dying(files), erasure: dying(erasure), audit: dying(audit), isStoreUnavailable: () => true }; // prettier-ignore
      await forgetPeople({ ...deps(), ...mortal }).catch(() => (deaths += 1));
    }
    expect(deaths).toBeGreaterThan(5);
    expect(await sung()).toEqual([]);
    const { events } = (await town.deps.appeals.find('draft-1'))!;
    expect(events.filter(({ type }) => type === 'appeal.pseudonymised')).toHaveLength(1);
  });

  it.each([{ result: 'busy', retryAfterMs: 1_000 }, { result: 'later' }] as const)(
    'hears the goodbye later when it ends as %j, and is known until then',
    async (ending) => {
      await lived();
      await asks();
      town.deps.messenger.willEnd(ending);
      await ticksAt(days(31));
      expect(await town.deps.citizens.find(PERSON)).toBeDefined();
      await ticksAt(new Date(days(31).getTime() + 10 * 60_000));
      expect(town.deps.messenger.saidTo('424242').map(({ screen }) => screen.text)).toEqual([
        expect.stringMatching(/стерто/),
      ]);
      expect(await sung()).toEqual([]);
    },
  );

  it('is forgotten without a goodbye that cannot go for hours', async () => {
    await lived();
    await asks();
    for (let tick = 0; tick <= 36; tick += 1) {
      town.deps.messenger.willEnd({ result: 'later' });
      await ticksAt(new Date(days(31).getTime() + tick * 10 * 60_000));
    }
    expect(town.deps.messenger.saidTo('424242')).toEqual([]);
    expect(await sung()).toEqual([]);
  });

  it('is forgotten though twenty before them break whatever forgets them', async () => {
    const broken = Array.from({ length: 20 }, (_, index) => String(100 + index));
    const people = [...broken.map((chatId) => aCitizen({ id: `telegram-${chatId}`, chatId })), CITIZEN];
    for (const person of people) {
      await town.deps.citizens.insert(person);
      await askToBeForgotten(town.deps, { person, commandId: `tg-${person.chatId}` });
    }
    const { appeals } = town.deps;
    const listOf = appeals.listOf.bind(appeals);
    const breaking = jest
      .spyOn(appeals, 'listOf')
      .mockImplementation((id, page) =>
        id === PERSON ? listOf(id, page) : Promise.reject(new Error('damaged')),
      );
    await ticksAt(days(31));
    await ticksAt(days(31));
    breaking.mockRestore();
    expect(await town.deps.citizens.find(PERSON)).toBeUndefined();
    expect(await town.deps.citizens.find('telegram-100')).toBeDefined();
  });

  it('may take it back until it begins, and not after', async () => {
    await lived();
    await asks();
    expect(await asks()).toMatchObject({ forgetting: { id: 'tg-9-1' } });
    const person = (await town.deps.citizens.find(PERSON))!;
    expect(await askToBeForgotten(town.deps, { person, commandId: 'other' })).toBe('already_asked');
    await takeForgettingBack(town.deps, person);
    await ticksAt(days(40));
    expect(await town.deps.citizens.find(PERSON)).toMatchObject({ name: CITIZEN.name });

    await asks();
    const again = (await town.deps.citizens.find(PERSON))!;
    const forgetting = { ...again.forgetting!, isUnderWay: true as const };
    await town.deps.citizens.save({ ...again, forgetting, rev: again.rev + 1 });
    expect(await takeForgettingBack(town.deps, again)).toBe('under_way');
  });

  it('waits for the end of an appeal that runs, with their contact kept until then', async () => {
    await lived(closed());
    const open = anAppeal({ id: 'open', number: '2026-000003', citizenId: PERSON, status: 'in_progress' });
    await town.deps.appeals.insert(open);
    await asks();
    await ticksAt(days(31));
    await ticksAt(days(60));
    expect((await town.deps.citizens.find(PERSON))?.phone).toBe('+380991234567');
    const event = anEvent('w', { type: 'appeal.withdrawn', by: PERSON, at: days(60) });
    await town.deps.appeals.save({ ...open, status: 'withdrawn', rev: 2, events: [...open.events, event] });
    await ticksAt(days(60.5));
    expect(await town.deps.citizens.find(PERSON)).toBeDefined();
    await ticksAt(days(61.5));
    expect(await sung()).toEqual([]);
  });

  it('is reminded of nothing from the moment they asked', async () => {
    const { citizens, appeals, drafts } = town.deps;
    await citizens.insert(CITIZEN);
    await appeals.insert(anAppeal({ status: 'answered', citizenId: PERSON }));
    await drafts.insert(aDraft({ id: 'own', ownerId: PERSON, chatId: '424242', fields: { pieces: [] } }));
    await asks();
    for (const day of [1.2, 3.2, 7.2]) {
      town.isNow(days(day));
      await remindRating(town.deps);
      await nudgeDrafts(town.deps);
      await sweep(town.deps);
    }
    const sent = await town.connection.collection('notices').distinct('kind', { state: 'sent' });
    expect(sent.filter((kind) => /remind|nudge/.test(String(kind)))).toEqual([]);
  });

  it('comes back as somebody new', async () => {
    await lived();
    await asks();
    await ticksAt(days(31));
    const citizen = aCitizen({ id: PERSON, chatId: '424242' });
    await town.deps.citizens.insert(citizen);
    const { numbers, city } = town.deps;
    for (let taken = 0; taken < 3; taken += 1) await numbers.next(2026);
    const filed = await submitAppeal(
      { ...town.deps, numbers, city },
      {
        ...{ draftId: 'new', commandId: 'new', citizen, kind: 'application', category: 'street-lamp' },
        ...{ pieces: [{ messageId: '1', text: WORDS }], attachments: [], particulars: {} },
        ...{ isUncertain: false, isUrgent: false },
      },
    );
    expect(filed).toMatchObject({ ok: true, appeal: { kind: 'message', citizenId: PERSON } });
    const own = await town.deps.appeals.listOf(PERSON, { skip: 0, limit: 9 });
    expect(own.appeals.map(({ id }) => id)).toEqual(['new']);
    await ticksAt(days(90));
    expect(await town.deps.citizens.find(PERSON)).toBeDefined();
  });

  it('keeps what they did as an official', async () => {
    await lived();
    await town.deps.people.insert({ id: PERSON, name: 'Канаренко', posts: [{ role: 'moderator' }], rev: 1 });
    await town.deps.drafts.insert(aDraft({ id: 'work', kind: 'answer', ownerId: PERSON }));
    await asks();
    await ticksAt(days(31));
    expect(await town.deps.people.find(PERSON)).toMatchObject({ posts: [{ role: 'moderator' }] });
    expect(await town.deps.drafts.find('work')).toBeDefined();
    expect(await town.deps.drafts.find('own')).toBeUndefined();
  });

  it.each([[new Set<string>()], [new Set([PERSON])]])(
    'gets no role back that was taken away, though the settings name %p',
    async (moderatorIds) => {
      await lived();
      await town.deps.people.insert({ id: PERSON, name: 'Канаренко', posts: [], rev: 3 });
      await asks();
      town.isNow(days(31));
      await forgetPeople({ ...deps(), moderatorIds });
      expect(await town.deps.citizens.find(PERSON)).toBeUndefined();
      expect(await colleagueOf({ ...town.deps, moderatorIds }, PERSON)).toEqual({
        ...{ id: PERSON, posts: [], rev: 4 },
      });
    },
  );

  it('leaves in others’ histories what they once did for the office, and not that they joined', async () => {
    await lived();
    const office = [
      anEvent('o1', { type: 'appeal.taken', by: PERSON }),
      anEvent('o2', { type: 'appeal.linked', by: PERSON, facts: { text: 'Той самий ліхтар' } }),
      anEvent('o2-draft-1', { type: 'appeal.joined', by: PERSON }),
    ];
    const lead = joinedBy(PERSON);
    await town.deps.appeals.save({ ...lead, rev: 2, events: [...lead.events, ...office] });
    await asks();
    await ticksAt(days(31));
    const { events } = (await town.deps.appeals.find('lead'))!;
    expect(events.map(({ by }) => by)).toEqual(['telegram-1', 'forgotten', PERSON, PERSON, PERSON]);
  });

  it('is named no more where the answer to their appeal answered others', async () => {
    const { citizens, appeals, people } = town.deps;
    await citizens.insert(CITIZEN);
    await people.insert({ id: 'telegram-7', posts: [{ role: 'official', department: 'light' }], rev: 1 });
    const taken = { status: 'in_progress', executorId: 'telegram-7' } as const;
    await appeals.insert(anAppeal({ ...taken, citizenId: PERSON, joinerIds: ['joiner'] }));
    await appeals.insert(anAppeal({ ...taken, id: 'joiner', number: '2026-000002', citizenId: 'telegram-8', leadId: 'draft-1' })); // prettier-ignore
    const text =
      'Шановна Канаренко Сойко, на Пташиній, 77 світло є. Диспетчер: 044 234 56 78, Ваш: 099 123 45 67';
    const given = { ...anAnswer({ text, outcome: 'refused', ground: 'Пані Сойка просила не про те' }) };
    const actor = { id: 'telegram-7', roles: ['official'] } as const;
    const answered = await answerAppeal(town.deps, { actor, appealId: 'draft-1', commandId: 'c', given });
    expect(answered).toMatchObject({ ok: true });
    await expandEvents(town.deps, 'draft-1');
    expect((await appeals.find('joiner'))?.answers[0]?.text).toContain('Канаренко');

    await asks();
    await ticksAt(days(31));
    expect(await sung()).toEqual([]);
    const joiner = (await appeals.find('joiner'))!;
    expect(joiner).toMatchObject({ citizenId: 'telegram-8', status: 'answered' });
    expect(joiner.answers[0]!.text).toBe(
      'Шановна ••• •••, на ••• світло є. Диспетчер: 044 234 56 78, Ваш: •••',
    );
  });

  it('leaves appeals of which none leads to another', async () => {
    const first = closed();
    const of = [{ id: first.id, number: first.number }];
    const again = {
      ...closed(),
      id: 'again',
      number: '2026-000007',
      marks: [{ kind: 'repeat', of }] as const,
    };
    await town.deps.citizens.insert(CITIZEN);
    await town.deps.appeals.insert(first);
    await town.deps.appeals.insert(again);
    await asks();
    await ticksAt(days(31));
    await sweep(town.deps);
    expect(await everything()).not.toContain('tg-9-1');
    const [one, other] = [await town.deps.appeals.find('draft-1'), await town.deps.appeals.find('again')];
    expect(JSON.stringify(one)).not.toMatch(/again|2026-000007/);
    expect(JSON.stringify(other)).not.toMatch(/draft-1|2026-000001/);
    expect(other?.marks).toEqual([{ kind: 'repeat', of: [] }]);
  });

  it('is not in the words of an objection that never reached the moderators', async () => {
    await town.deps.citizens.insert(CITIZEN);
    await town.deps.appeals.insert(closed());
    const author = openFrontDoor(town).person('424242');
    await author.forges('obj.draft-1');
    await author.says('Я, Канаренко, нікого не ображала');
    await author.presses('Надіслати');
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '50' });
    const alerts = () => town.connection.collection('notices').find({ chatId: '50' }).toArray();
    expect(await alerts()).toMatchObject([
      { state: 'skipped', screen: { text: expect.stringMatching(/Канаренко/) as string } },
    ]);
    await asks();
    await ticksAt(days(31));
    expect(await sung()).toEqual([]);
  });

  it('waits too for an appeal filed since it began, whose author stays known until its end', async () => {
    await lived();
    await asks();
    const fresh = anAppeal({ id: 'fresh', number: '2026-000009', citizenId: PERSON });
    const { erasure } = town.deps;
    const ofPerson = erasure.ofPerson.bind(erasure);
    const meanwhile = jest.spyOn(erasure, 'ofPerson').mockImplementationOnce(async (...given) => {
      await ofPerson(...given);
      await town.deps.appeals.insert(fresh);
    });
    await ticksAt(days(31));
    meanwhile.mockRestore();
    await ticksAt(days(33));
    expect(await town.deps.citizens.find(PERSON)).toMatchObject({ phone: CITIZEN.phone });
    expect(await town.deps.appeals.find('fresh')).toMatchObject({ citizenId: PERSON, status: 'submitted' });
    expect(await town.deps.appeals.find('draft-1')).toMatchObject({ citizenId: 'forgotten-draft-1' });

    const event = anEvent('w', { type: 'appeal.withdrawn', by: PERSON, at: days(34) });
    await town.deps.appeals.save({ ...fresh, status: 'withdrawn', rev: 2, events: [...fresh.events, event] });
    await ticksAt(days(35));
    expect(await sung()).toEqual([]);
  });

  it('stays known as the author of what they filed while the goodbye was on its way', async () => {
    await lived();
    await asks();
    const { messenger, appeals, citizens } = town.deps;
    jest.spyOn(messenger, 'send').mockImplementationOnce(async () => {
      await appeals.insert(anAppeal({ id: 'fresh', number: '2026-000009', citizenId: PERSON }));
      return { outcome: 'sent', messageIds: ['1'] } as never;
    });
    await ticksAt(days(31));
    await ticksAt(days(33));
    expect(await citizens.find(PERSON)).toMatchObject({ phone: CITIZEN.phone });
    expect(await appeals.find('fresh')).toMatchObject({ citizenId: PERSON });
  });
});

const FORMER = 'telegram-313131';
const MODERATOR = { id: 'telegram-50', roles: ['moderator'] } as const;

/** The same life, lived from another account and moved to this one. */
async function moved(confirm: (moveId: string) => Promise<unknown>) {
  const { citizens, appeals, files, drafts, audit, notices } = town.deps;
  await citizens.insert({ ...CITIZEN, id: FORMER, chatId: '313131' });
  await citizens.insert(aCitizen({ id: PERSON, chatId: '424242' }));
  await appeals.insert(closed(FORMER));
  await appeals.insert(joinedBy(FORMER));
  for (const file of ['p1', 'p2'])
    await files.put(`draft-1-${file}`, new TextEncoder().encode('canary-bytes'), 'image/jpeg');
  await notices.insert([aNotice('n', { chatId: '313131', state: 'sent', sentMessageIds: ['900777'] })]);
  await audit.add({
    id: 'a2',
    at: NOW,
    by: 'telegram-50',
    what: 'person.searched',
    facts: { found: FORMER },
  });
  const asking = { toId: PERSON, phone: CITIZEN.phone!, name: CITIZEN.name!, commandId: 'moving' };
  const [move] = await askToMove(town.deps, asking);
  await drafts.insert(aDraft({ id: 'j', kind: 'judgement', ownerId: 'telegram-50', fields: { moveId: move!.id, isYes: true, text: 'Канаренко' } })); // prettier-ignore
  town.isNow(days(3));
  expect(await confirm(move!.id)).toMatchObject({ ok: true });
  expect(await town.deps.appeals.find('draft-1')).toMatchObject({ citizenId: PERSON });
}
const byModerator = (moveId: string) =>
  judgeMoveRequest(town.deps, { actor: MODERATOR, moveId, isYes: true, reason: 'Канаренко, та сама' });
const byFormer = (moveId: string) =>
  answerMoveRequest(town.deps, { actor: { id: FORMER, roles: ['citizen'] }, moveId, isYes: true });
const ALL_SONGS = [...SONGS, '313131'];

describe('a person who changed their account', () => {
  it.each([
    ['a moderator', byModerator],
    ['the old account', byFormer],
  ])('is forgotten with the old one, moved by %s', async (_who, confirm) => {
    await moved(confirm);
    expect((await sung(ALL_SONGS)).length).toBeGreaterThan(14);
    await asks();
    await ticksAt(days(34));
    expect(await sung(ALL_SONGS)).toEqual([]);
    expect(await town.connection.collection('citizens').countDocuments()).toBe(0);
    expect(JSON.stringify(await town.deps.appeals.find('draft-1'))).not.toContain('moving');
    const acts = await town.connection
      .collection('audit')
      .find({ what: /^account/ })
      .toArray();
    expect(acts).toHaveLength(2);
    expect(acts[0]).toMatchObject({ about: 'forgotten', facts: { from: 'forgotten', to: 'forgotten' } });
  });

  it('may forget the old one alone: the new one is still the author, whose files go with it later', async () => {
    await moved(byFormer);
    const former = (await town.deps.citizens.find(FORMER))!;
    await askToBeForgotten(town.deps, { person: former, commandId: 'old' });
    await ticksAt(days(34));
    expect(await sung(['313131'])).toEqual([]);
    expect(await town.deps.appeals.find('draft-1')).toMatchObject({ citizenId: PERSON });
    expect(await sung(['canary-bytes'])).toHaveLength(1);

    await asks();
    await ticksAt(days(65));
    expect(await sung(ALL_SONGS)).toEqual([]);
  });

  it('leaves the old one to whoever writes from it again', async () => {
    await moved(byModerator);
    const former = (await town.deps.citizens.find(FORMER))!;
    const consent = { version: '1', hash: 'h', at: days(4) };
    await town.deps.citizens.save({ ...former, name: 'Інша Людина', consent, rev: former.rev + 1 });
    await asks();
    await ticksAt(days(34));
    const kept = (await town.deps.citizens.find(FORMER))!;
    expect([kept.name, kept.movedTo]).toEqual(['Інша Людина', undefined]);
    expect(await town.deps.citizens.find(PERSON)).toBeUndefined();
  });
});
