import { PERSONAL_FIELDS, type Given } from '../../domain/personal-fields';
import { SCHEMAS } from '../../infra/mongo/models';
import { openTown, type Town } from '../support/a-town';
import { askForMyData } from '../support/ask-for-my-data';
import { aCitizen, anAnswer, anAppeal, aPhoto, NOW } from '../support/builders';

jest.setTimeout(60_000);

const ME = 'telegram-1';
const CHAT = { messenger: 'telegram', chatId: '1' };

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

/** What a person asked for and got: the paper's words, the file's records, and the files. */
async function asks(language = 'uk', steps = ['record']) {
  const known = await town.deps.citizens.find(ME);
  if (!known) await town.deps.citizens.insert(aCitizen({ language }));
  return askForMyData(town, steps);
}

type Collection = keyof typeof PERSONAL_FIELDS;

/** How a record of each collection is known to be this person's. */
const MINE: Record<Collection, object> = {
  citizens: { _id: ME, language: 'uk', chatId: '1', messenger: 'telegram', rev: 1 },
  drafts: { _id: 'd', ownerId: ME, kind: 'appeal' },
  appeals: { _id: 'a', citizenId: ME, attachments: [], answers: [], events: [], copies: [], marks: [] },
  notices: { ...CHAT, _id: 'n', kind: 'answered', state: 'sent' },
  audit: { _id: 'c', about: 'a', what: 'contact.shown', by: 'telegram-7' },
  people: { _id: ME, posts: [] },
  codes: { _id: 'hash', usedBy: ME },
  apiTokens: { _id: ME },
  accountMoves: { _id: 'm', fromId: ME, state: 'carried' },
  quarantine: { _id: 'q', ownerId: ME },
};

/** A canary for a field of this type; nothing where its value is told by `MINE` or cannot sing. */
function canaryOf(name: Collection, path: string): unknown {
  if (path in MINE[name]) return undefined;
  const type = SCHEMAS[name].paths[path]?.instance;
  const song = `canary-${name}-${path}`;
  if (type === 'String') return song;
  if (path === 'facts') return { reason: song };
  if (type === 'Mixed') return { text: song };
  if (type === 'Array')
    return path === 'coAuthors' || /Ids$|Keys$|Words$|Files$/.test(path) ? [song] : [{ text: song }];
  return undefined;
}

const paths = (Object.keys(PERSONAL_FIELDS) as Collection[]).flatMap((name) =>
  Object.keys(SCHEMAS[name].paths).map((path) => ({ name, path })),
);
const givenIs = (name: Collection, path: string): Given =>
  (PERSONAL_FIELDS[name] as Record<string, Given>)[path]!;

describe('a person who asks for their data', () => {
  it('gets every field the table gives, and none it leaves out', async () => {
    const { connection } = town;
    for (const name of Object.keys(MINE) as Collection[]) {
      const songs = paths.filter((one) => one.name === name).map(({ path }) => [path, canaryOf(name, path)]);
      const sung = songs.filter(([, song]) => song !== undefined);
      await connection.collection(name).insertOne({ ...Object.fromEntries(sung), ...MINE[name] } as never);
    }
    const { json, paper } = await asks();
    const songs = paths.filter(({ name, path }) => canaryOf(name, path) !== undefined);
    const heard = (where: string) =>
      songs.filter(({ name, path }) => where.includes(`canary-${name}-${path}`)).map(({ name, path }) => `${name}.${path}`); // prettier-ignore
    const wanted = (is: (given: Given) => boolean) =>
      songs.filter(({ name, path }) => is(givenIs(name, path))).map(({ name, path }) => `${name}.${path}`);
    expect(songs.length).toBeGreaterThan(50);
    expect(heard(json)).toEqual(wanted((given) => typeof given === 'string'));
    expect(heard(paper.replace(/\s+/g, ''))).toEqual(wanted((given) => given === 'read'));
  });

  it('reads it in their language, with who looked by their post and no note of the staff', async () => {
    const { deps } = town;
    await deps.citizens.insert(aCitizen({ name: 'Коваль Олена', phone: '+380671112233', language: 'en' }));
    await deps.people.insert({
      ...{ id: 'telegram-7', name: 'Петренко', rev: 1 },
      posts: [{ role: 'official', department: 'light' }],
    });
    const events = [
      { id: 'e1', type: 'appeal.submitted', at: NOW, by: ME, facts: {} },
      { id: 'e2', type: 'appeal.noted', at: NOW, by: 'telegram-7', facts: { text: 'SECRET NOTE' } },
      { id: 'e3', type: 'appeal.assigned', at: NOW, by: 'telegram-50', facts: { executorId: 'telegram-7' } },
    ] as const;
    const marks = [{ kind: 'near', of: [{ id: 'other', number: '2026-000099' }] }] as const;
    await deps.appeals.insert(anAppeal({ events, marks, answers: [anAnswer()], executorId: 'telegram-7' }));
    await deps.audit.add({
      ...{ id: 'x1', at: NOW, by: 'telegram-7', what: 'contact.shown', about: 'draft-1' },
      facts: { reason: 'to arrange a visit' },
    });
    await deps.audit.add({
      ...{ id: 'x2', at: NOW, by: 'telegram-50', what: 'person.searched' },
      facts: { by: 'phone', found: 'telegram-1 telegram-77' },
    });
    const { json, paper } = await asks();
    expect(paper).toMatch(/Phone[^]*\+380671112233/);
    expect(paper).toMatch(/Appeal 2026-000001[^]*Street lamp is out/);
    expect(paper).toMatch(/Official \([^)]*light[^)]*\)[^]*to arrange a visit/i);
    expect(JSON.parse(json)).toMatchObject({
      person: ME,
      appeals: [
        { number: '2026-000001', marks: [{ kind: 'near' }], events: [{ by: 'me' }, { by: 'office' }] },
      ],
      audit: [{ by: 'official light' }, { what: 'person.searched', by: 'moderator, controller' }],
    });
    const all = json + paper;
    for (const secret of ['SECRET', 'telegram-7', 'telegram-50', 'telegram-77', '2026-000099', 'Петренко О'])
      expect(all.replaceAll('Петренко Олександр', '')).not.toContain(secret);
  });

  it('gets nothing of anybody else', async () => {
    const { deps } = town;
    await deps.citizens.insert(aCitizen({ id: 'telegram-11', chatId: '11', name: 'Чужий' }));
    await deps.appeals.insert(anAppeal({ citizenId: 'telegram-11' }));
    await deps.quarantine.put({
      id: 'u',
      at: NOW,
      what: { text: 'чуже' },
      problem: 'x',
      ownerId: 'telegram-11',
    });
    const { json } = await asks();
    expect(JSON.parse(json)).toMatchObject({ appeals: [], quarantine: [], audit: [] });
    expect(json).not.toMatch(/Чужий|чуже|telegram-11/);
  });

  it('gets the files that are kept, a handful a message', async () => {
    const { deps } = town;
    const photos = Array.from({ length: 7 }, (_, index) => aPhoto(`p${index}`));
    await deps.appeals.insert(anAppeal({ attachments: photos }));
    for (const { id } of photos) {
      const copyId = await deps.files.put(`draft-1-${id}`, new TextEncoder().encode(id), 'image/jpeg');
      await deps.appeals.recordCopy('draft-1', id, copyId);
    }
    const { files } = await asks('uk', ['files-0', 'files-1', 'files-2']);
    expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(photos.map(({ id }) => id));
  });
});
