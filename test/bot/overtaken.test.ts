import type { Draft } from '../../domain/draft';
import type { Drafts } from '../../use-cases/ports';
import { KeptSessions, openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aDraft } from '../support/builders';

let town: Town;
let door: FrontDoor;
let sessions: KeptSessions;
/** What another process does just before the save so many from now. */
let meanwhile: { inSaves: number; happens: () => Promise<unknown> } | undefined;

const save = async (draft: Draft) => {
  if (meanwhile) meanwhile.inSaves -= 1;
  if (meanwhile?.inSaves === 0) {
    const { happens } = meanwhile;
    meanwhile = undefined;
    await happens();
  }
  return town.deps.drafts.save(draft);
};
const before = (inSaves: number, happens: () => Promise<unknown>) => {
  meanwhile = { inSaves, happens };
};

beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  meanwhile = undefined;
  sessions = new KeptSessions();
  const drafts = Object.create(town.deps.drafts, { save: { value: save } }) as Drafts;
  door = openFrontDoor(town, { drafts, sessions });
  await town.deps.citizens.insert(aCitizen());
});
afterAll(() => town.close());

const WORDS = 'Прошу відповісти на мій лист';
const MORE = 'Не горить ліхтар на Садовій';
const TOLD = { pieces: [{ messageId: 'first', text: WORDS }] };
const WHOLE = {
  ...{ ...TOLD, proposal: 'other', category: 'jobs-army-other' },
  ...{ filesDone: true, kind: 'application', consent: 'declined' },
};

/** Olena, who wrote so much of an appeal. */
async function writing(fields: Draft['fields']) {
  await town.deps.drafts.insert(aDraft({ id: 'letter', fields }));
  return door.person('1');
}
const letter = () => town.deps.drafts.find('letter');
const others = async () => {
  const drafts = await town.deps.drafts.unfinishedOf('telegram-1');
  return drafts.filter(({ id }) => id !== 'letter');
};
const textsOf = (draft?: Pick<Draft, 'fields'>) =>
  ((draft?.fields.pieces ?? []) as { text: string }[]).map(({ text }) => text);
const textsIn = ({ pieces }: { pieces: readonly { text: string }[] }) => pieces.map(({ text }) => text);
const sent = async () => (await town.deps.appeals.listOf('telegram-1', { skip: 0, limit: 5 })).appeals;

describe('words that come while the draft is being sent', () => {
  it('begin something else, and are not lost', async () => {
    const olena = await writing(WHOLE);
    before(2, () => olena.says(MORE));
    await olena.forges('d.letter.send.send');
    expect((await sent()).map(textsIn)).toEqual([[WORDS]]);
    expect((await letter())?.state).toBe('finished');
    expect((await others()).map(textsOf)).toEqual([[MORE]]);
  });

  it('correct what was sent', async () => {
    const olena = await writing(WHOLE);
    const text = 'Прошу відповісти на два листи';
    before(2, () => olena.does({ kind: 'edit', messageId: 'first', text }));
    await olena.forges('d.letter.send.send');
    expect((await sent()).map(textsIn)).toEqual([[text]]);
    expect((await letter())?.state).toBe('finished');
  });

  it('show what the press would have shown, should its process have died', async () => {
    const olena = await writing(WHOLE);
    await town.deps.drafts.save({ ...(await letter())!, fields: { ...WHOLE, send: true }, rev: 2 });
    await olena.says(MORE);
    await door.work();
    expect((await sent()).map(textsIn)).toEqual([[WORDS]]);
    const shown = town.deps.messenger.saidTo('1').map(({ screen }) => screen.text);
    expect(shown).toContainEqual(expect.stringMatching(/Звернення .* прийнято/));
  });

  it('begin something else when the press was the faster', async () => {
    const olena = await writing(WHOLE);
    before(1, () => olena.forges('d.letter.send.send'));
    await olena.says(MORE);
    expect((await sent()).map(textsIn)).toEqual([[WORDS]]);
    expect((await others()).map(textsOf)).toEqual([[MORE]]);
  });
});

describe('a draft put aside', () => {
  it('is not opened again by words that were under way', async () => {
    const olena = await writing(TOLD);
    before(1, () => olena.forges('d.letter.proposal.!later'));
    await olena.says(MORE);
    expect(await letter()).toMatchObject({ state: 'saved', fields: TOLD });
    expect((await others()).map(textsOf)).toEqual([[MORE]]);
  });

  it('is not opened again by a press that was under way', async () => {
    const olena = await writing(TOLD);
    before(1, () => olena.says('/new'));
    await olena.forges('d.letter.proposal.other');
    const { state, fields } = (await letter())!;
    expect({ state, fields }).toEqual({ state: 'saved', fields: TOLD });
    await olena.says(MORE);
    expect((await others()).map(textsOf)).toEqual([[MORE]]);
  });

  it('is put aside though a press changed it at the same moment', async () => {
    const olena = await writing(TOLD);
    before(1, () => olena.forges('d.letter.proposal.other'));
    await olena.says('/new');
    expect(await letter()).toMatchObject({ state: 'saved', fields: { proposal: 'other' } });
  });

  it('does not tell which question of another one the words answer', async () => {
    const olena = await writing(TOLD);
    await olena.says('/new');
    const key = 'telegram:1:0:1';
    const position = (await sessions.getSession(key))!;
    await sessions.saveSession(key, { ...position, draftId: 'letter' });
    await olena.says(MORE);
    expect((await others()).map(textsOf)).toEqual([[MORE]]);
  });
});

describe('the question gone back to', () => {
  const { kind: _kind, consent: _consent, ...UNTIL_KIND } = WHOLE;

  it('is one before, though the button is pressed twice at once', async () => {
    const olena = await writing(UNTIL_KIND);
    before(1, () => olena.forges('d.letter.kind.!back'));
    await olena.forges('d.letter.kind.!back');
    expect((await letter())?.at).toBe('filesDone');
  });

  it('is known though Redis forgot where its author was', async () => {
    const olena = await writing({ ...UNTIL_KIND, filesDone: undefined });
    await olena.forges('d.letter.filesDone.!back');
    await sessions.clearSession('telegram:1:0:1');
    await olena.forges('d.letter.category.g-lighting-power');
    await olena.forges('d.letter.category.new-lighting');
    expect((await letter())?.fields['category']).toBe('new-lighting');
  });
});
