import type { Position, SessionStore } from '../../use-cases/ports';
import { KeptSessions, openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { NOW } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
/** Two copies at one moment in two processes: neither knows from the position that the other was seen. */
const forgetful: SessionStore = {
  getSession: () => Promise.resolve(undefined),
  saveSession: () => Promise.resolve(true),
  clearSession: () => Promise.resolve(),
};
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town, { sessions: forgetful });
});
afterAll(() => town.close());

const about = {
  date: NOW.getTime() / 1000 - 5,
  chat: { id: 7, type: 'private' },
  from: { id: 7, is_bot: false, first_name: 'Олена', language_code: 'uk' },
};
const writes = (id: number, text: string) =>
  door.hears({ update_id: id, message: { ...about, message_id: id, text } });
const corrects = (id: number, messageId: number, text: string) =>
  door.hears({
    update_id: id,
    edited_message: { ...about, message_id: messageId, text, edit_date: about.date },
  });
const presses = (id: number, data: string) =>
  door.hears({
    update_id: id,
    callback_query: {
      ...{ id: `${id}`, from: about.from, chat_instance: '1', data },
      message: { message_id: 5, date: about.date, chat: about.chat },
    },
  });
const beginsAnew = (id: number) =>
  door.hears({
    update_id: id,
    message: {
      ...{ ...about, message_id: id, text: '/new' },
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    },
  });
/** A draft begun anew, with words in it, by the first two events. */
async function begun() {
  await beginsAnew(1);
  await writes(2, 'Не горить ліхтар');
  const [draft] = await town.deps.drafts.unfinishedOf('telegram-7');
  return draft!;
}
const textsOf = async () => {
  const drafts = await town.deps.drafts.unfinishedOf('telegram-7');
  return drafts
    .map(({ fields }) => ((fields.pieces ?? []) as { text: string }[]).map(({ text }) => text))
    .sort();
};

/** The next look finds nothing, as a copy's that began with the first one; what is asked later is true. */
class LateSessions extends KeptSessions {
  isLate = false;

  override getSession(key: string): Promise<Position | undefined> {
    const isLate = this.isLate;
    this.isLate = false;
    return isLate ? Promise.resolve(undefined) : super.getSession(key);
  }
}

/** Something is carried out whole just before the next position is written. */
class OvertakenSessions extends KeptSessions {
  overtake: (() => Promise<unknown>) | undefined;

  override async saveSession(key: string, session: Position): Promise<boolean> {
    const { overtake } = this;
    this.overtake = undefined;
    await overtake?.();
    return super.saveSession(key, session);
  }
}

describe('a copy of an update that comes late', () => {
  it('of a press on a language does not undo a newer one', async () => {
    const sessions = new LateSessions();
    door = openFrontDoor(town, { sessions });
    await presses(1, 'lang.uk');
    await presses(2, 'lang.en');
    sessions.isLate = true;
    await presses(1, 'lang.uk');
    expect((await town.deps.citizens.find('telegram-7'))?.language).toBe('en');
  });

  it('of a press that went on with a draft does not open it once more', async () => {
    const sessions = new LateSessions();
    door = openFrontDoor(town, { sessions });
    const draft = await begun();
    const leaves = `d.${draft.id}.proposal.!later`;
    await presses(3, leaves);
    await presses(4, `resume.${draft.id}`);
    await presses(5, leaves);
    sessions.isLate = true;
    await presses(4, `resume.${draft.id}`);
    expect((await town.deps.drafts.find(draft.id))?.state).toBe('saved');
  });

  it('of a press that went back asks what was gone back to', async () => {
    const sessions = new OvertakenSessions();
    door = openFrontDoor(town, { sessions });
    const draft = await begun();
    const on = (id: number, choice: string) => presses(id, `d.${draft.id}.${choice}`);
    await on(3, 'proposal.other');
    await on(4, 'category.g-lighting-power');
    await on(5, 'category.lamps-schedule');
    sessions.overtake = () => on(6, 'place.!back');
    await on(6, 'place.!back');
    await on(7, 'category.g-lighting-power');
    await on(8, 'category.new-lighting');
    expect((await town.deps.drafts.find(draft.id))?.fields['category']).toBe('new-lighting');
  });

  it('of an older edit does not undo a newer one', async () => {
    await writes(1, 'Не горить ліхтар');
    await corrects(2, 1, 'Не світить ліхтар');
    await corrects(3, 1, 'Не світять два ліхтарі');
    await corrects(2, 1, 'Не світить ліхтар');
    expect(await textsOf()).toEqual([['Не світять два ліхтарі']]);
  });

  it('of words that are put aside does not get into what was begun after them', async () => {
    await writes(1, 'Не горить ліхтар');
    await beginsAnew(2);
    await writes(1, 'Не горить ліхтар');
    expect(await textsOf()).toEqual([[], ['Не горить ліхтар']]);
  });

  it.each([
    ['put aside', 'saved', [['Не горить ліхтар']]],
    ['sent', 'finished', []],
    ['thrown away', 'cancelled', []],
  ] as const)('of words just %s begins nothing', async (_what, state, unfinished) => {
    const draft = await begun();
    await town.deps.drafts.save({ ...draft, state, rev: draft.rev + 1 });
    await writes(2, 'Не горить ліхтар');
    expect(await textsOf()).toEqual(unfinished);
  });
});
