import type { EventType } from '../../domain/appeal';
import { EVENT_TYPES, STAFF_ONLY_EVENTS } from '../../domain/appeal';
import { openTown, type Town } from '../support/a-town';
import { askForMyData } from '../support/ask-for-my-data';
import { aCitizen, aDraft, anAppeal, anEvent, aNotice, days, minutes, NOW } from '../support/builders';

jest.setTimeout(60_000);

const ME = 'telegram-1';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

/** Where a record may hold somebody else’s id, each place with another one. */
const places = new Map<string, string>();
function other(place: string): string {
  const id = `telegram-${666_100 + places.size}`;
  places.set(place, id);
  return id;
}
/** Another person’s appeal. */
const link = (place: string) => ({ id: other(`${place}.id`), number: other(`${place}.number`) });

const DECIDED = { number: '2026-000001', at: NOW, until: days(30) };
const strike = (place: string) => ({
  ...DECIDED,
  id: place,
  by: other(`${place}.by`),
  reason: `own-${place}`,
});

/** What a citizen is given of every kind of event, each with all that may stand in its facts. */
const history = EVENT_TYPES.map((type) => {
  const before: readonly EventType[] = ['appeal.handed_over', 'appeal.linked'];
  return anEvent(`own-${type}`, {
    ...{ type, by: other(`${type}.by`) },
    facts: {
      text: `own-words-${type}`,
      ...{ executorId: other(`${type}.executorId`), officialId: other(`${type}.officialId`) },
      ...{ other: link(`${type}.other`), ...(before.includes(type) && { before: other(`${type}.before`) }) },
    },
  });
});

const MOVES = ['asked', 'confirmed', 'denied', 'declined'] as const;
const ACTS = [
  ...['person.invited', 'person.joined', 'person.searched', 'person.post_given', 'person.post_taken'],
  ...['person.hired', 'token.issued', 'token.revoked', 'cases.handed_over', 'group.code_made', 'group.bound'],
  ...[
    'group.unbound',
    'record.exported',
    'contact.shown',
    'hidden.viewed',
    'citizen.struck',
    'citizen.slowed',
  ],
  ...['citizen.pardoned', 'breach.recorded', 'breach.added', 'breach.exported', 'not.known'],
  ...MOVES.map((what) => `account.${what}`),
];

async function seedActs() {
  for (const what of ACTS) {
    const facts = (place: string) => ({
      ...{ by: other(`${what}.${place}.by`), found: `${other(`${what}.${place}.found`)} ${ME}` },
      ...(what !== 'record.exported' && {
        from: other(`${what}.${place}.from`),
        to: other(`${what}.${place}.to`),
      }),
      ...{ role: 'official', department: 'light', strange: other(`${what}.${place}.strange`) },
    });
    const by = other(`${what}.by`);
    await town.deps.audit.add({ id: `${what}-1`, at: NOW, by, what, about: ME, facts: facts('about me') });
    await town.deps.audit.add({
      id: `${what}-2`,
      at: NOW,
      by,
      what,
      about: 'draft-1',
      facts: facts('about mine'),
    });
    const about = other(`${what}.about`);
    const reason = other(`${what}.reason`);
    await town.deps.audit.add({ id: `${what}-3`, at: NOW, by: ME, what, about, facts: { ...facts('by me'), found: about, reason } }); // prettier-ignore
  }
}

const settled = { decidedAt: NOW, isNameSame: true, isForModerators: true, askedAt: NOW, rev: 2 };

async function seedMoves() {
  const { accountMoves } = town.deps;
  for (const state of ['open', 'confirmed', 'denied', 'declined', 'carried'] as const) {
    const decidedBy = other(`move.${state}.decidedBy`);
    const isCarried = state === 'carried';
    const reason = isCarried ? 'own-reason' : other(`move.${state}.reason`);
    const move = { ...settled, state, decidedBy, reason };
    await accountMoves.insert({
      ...move,
      id: `own-from-${state}`,
      fromId: ME,
      toId: other(`move.${state}.toId`),
    });
    const fromId = other(`move.${state}.fromId`);
    await accountMoves.insert({ ...move, id: `asked-${state}`, fromId, toId: ME });
    const facts = { from: fromId, to: ME };
    await town.deps.audit.add({
      id: `move-${state}`,
      at: NOW,
      by: ME,
      what: 'account.asked',
      about: fromId,
      facts,
    });
  }
}

async function seed() {
  const { deps } = town;
  await deps.citizens.insert(
    aCitizen({
      ...{ name: 'Коваль Олена', movedTo: other('citizen.movedTo') },
      ...{ strikes: [strike('strike')], slow: strike('slow') },
    }),
  );
  await deps.appeals.insert(
    anAppeal({
      ...{ executorId: other('executorId'), complainedOf: [other('complainedOf')] },
      ...{ leadId: other('leadId'), joinerIds: [other('joinerIds')] },
      ...{ formerCitizenIds: [other('formerCitizenIds')], marks: [{ kind: 'near', of: [link('marks')] }] },
      events: history,
    }),
  );
  await deps.drafts.insert(aDraft({ fields: { name: 'own-draft', join: link('draft.join') } }));
  for (const kind of ['post', 'judgement', 'breach', 'note'] as const)
    await deps.drafts.insert(aDraft({ id: kind, kind, fields: { colleague: other(`draft.${kind}`) } }));
  await deps.people.insert({ id: ME, name: 'own-colleague', posts: [{ role: 'moderator' }], rev: 1 });
  const gives = { what: 'post', post: { role: 'moderator' } } as const;
  await deps.codes.insert({
    id: 'code',
    by: other('code.by'),
    createdAt: NOW,
    expiresAt: NOW,
    usedBy: ME,
    gives,
  });
  await deps.codes.insert({ id: 'code-2', by: ME, createdAt: NOW, expiresAt: NOW, usedBy: other('code.usedBy'), gives }); // prettier-ignore
  await deps.apiTokens.put({ ownerId: ME, hash: 'h', issuedBy: other('token.issuedBy'), issuedAt: NOW, expiresAt: NOW }); // prettier-ignore
  await deps.notices.insert([aNotice('own-notice', { state: 'sent', sentMessageIds: ['own-message'] })]);
  const from = { id: Number(other('quarantine.forwarded').slice('telegram-'.length)), is_bot: false };
  const what = { message: { text: 'own-lost', forward_origin: { sender_user: from }, from: { id: 1 } } };
  await deps.quarantine.put({ id: 'q', at: NOW, what, problem: other('problem'), ownerId: ME });
  await seedActs();
  await seedMoves();
}

const asks = async () => {
  const { json, paper } = await askForMyData(town);
  return { json, paper: paper.replace(/\s+/g, '') };
};

describe('what a person is given of their data', () => {
  it('holds nobody’s id but theirs, wherever one may lie, and all that is theirs', async () => {
    await seed();
    const { json, paper } = await asks();
    const heard = (where: string) =>
      [...places].filter(([, id]) => where.includes(id.slice('telegram-'.length))).map(([place]) => place);
    expect(places.size).toBeGreaterThan(300);
    expect(heard(json)).toEqual([]);
    expect(heard(paper)).toEqual([]);

    const told = EVENT_TYPES.filter((type) => !STAFF_ONLY_EVENTS.includes(type)).map(
      (type) => `own-words-${type}`,
    );
    const own = ['own-strike', 'own-slow', 'own-draft', 'own-colleague', 'own-lost', 'own-reason', ...told];
    expect(own.filter((words) => !json.includes(words) || !paper.includes(words))).toEqual([]);
    const record = JSON.parse(json) as Record<string, Record<string, unknown>[]>;
    expect(record['citizens']).toMatchObject([
      { _id: ME, name: 'Коваль Олена', strikes: [{ by: 'office' }] },
    ]);
    expect(record['people']).toMatchObject([{ _id: ME, posts: [{ role: 'moderator' }] }]);
    expect(record['apiTokens']).toMatchObject([{ _id: ME }]);
    expect(record['codes']).toMatchObject([{ usedBy: ME }]);
    expect(record['accountMoves']?.map(({ _id }) => _id)).toHaveLength(6);
    const acts = record['audit']!.map(({ _id }) => String(_id));
    const wanted = ACTS.flatMap((what) => [
      `${what}-1`,
      ...(what.startsWith('account.') ? [] : [`${what}-2`]),
      ...(what === 'account.asked' ? [] : [`${what}-3`]),
    ]);
    expect(wanted.filter((id) => !acts.includes(id))).toEqual([]);
    expect(acts.filter((id) => id.startsWith('move-'))).toEqual(['move-carried']);
  });

  it('has what was done about a colleague by the post of whoever did it, and what they did', async () => {
    const { deps } = town;
    await deps.citizens.insert(aCitizen({ language: 'uk' }));
    await deps.appeals.insert(anAppeal());
    const acts = [
      { id: '1', by: 'telegram-50', what: 'person.post_given', about: ME, facts: { role: 'official', department: 'light' } },
      { id: '2', by: 'telegram-50', what: 'person.post_taken', about: ME, facts: { role: 'official', department: 'light' } },
      { id: '3', by: 'telegram-50', what: 'token.issued', about: ME },
      { id: '4', by: 'telegram-50', what: 'cases.handed_over', about: ME, facts: { to: 'telegram-8', count: '3' } },
      { id: '5', by: 'telegram-50', what: 'cases.handed_over', about: 'telegram-7', facts: { to: ME, count: '4' } },
      { id: '6', by: 'telegram-50', what: 'hidden.viewed', about: 'draft-1', facts: { file: '2' } },
      { id: '7', by: ME, what: 'record.exported', facts: { what: 'acts', from: '2026-11-01', to: '2026-11-20', count: '9' } },
      { id: '8', by: ME, what: 'person.joined', about: 'telegram-50', facts: { role: 'official', department: 'light' } },
      { id: '9', by: 'telegram-50', what: 'person.post_given', about: 'telegram-7', facts: { role: 'head' } },
    ]; // prettier-ignore
    for (const [index, act] of acts.entries()) await deps.audit.add({ ...act, at: minutes(index) });
    const { json, paper } = await asks();
    const given = (JSON.parse(json) as { audit: { _id: string; by: string }[] }).audit;
    const boss = 'moderator, controller';
    expect(given.map(({ _id, by }) => [_id, by])).toEqual([
      ...['1', '2', '3', '4', '5', '6'].map((id) => [id, boss]),
      ...['7', '8'].map((id) => [id, 'me']),
    ]);
    const [done, own] = paper.split('Вашіостаннідіївжурналі');
    for (const words of [
      'данороль',
      'знятороль',
      'виданоключHTTP',
      'передановсісправи',
      'переглядсхованогофото',
    ])
      expect(done).toContain(words);
    for (const words of ['вивантаженодані', 'Журналдій', 'Відякогодня:2026-11-01', 'запрошенняприйнято'])
      expect(own).toContain(words);
  });
});
