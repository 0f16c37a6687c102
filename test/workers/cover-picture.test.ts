import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { hideAppealFiles, showAppealFiles, viewHiddenFile } from '../../use-cases/hide-files';
import { addDetailToAppeal } from '../../use-cases/add-detail';
import type { Actor } from '../../domain/permissions';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, aPhoto } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
  await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a'), aPhoto('b')] }));
  await works();
});

const STAFF = { messenger: 'telegram', chatId: '-100' };
const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };
const controller: Actor = { id: 'telegram-51', roles: ['controller'] };
const citizen: Actor = { id: 'telegram-1', roles: ['citizen'] };
const works = async () => {
  await expandEvents(town.deps, 'draft-1');
  await deliverNotices(town.deps, STAFF);
};
const about = (commandId: string, actor = moderator) => ({ actor, appealId: 'draft-1', commandId });
const hide = (...files: string[]) =>
  hideAppealFiles(town.deps, { ...about('hide-1'), files, reason: 'Обличчя, дзвонити 0671234567' });
const shown = async () => (await town.deps.shownPictures.of('draft-1')).map(({ fileId }) => fileId);
const filesSent = () => town.deps.messenger.saidTo('-100').flatMap(({ screen }) => screen.files ?? []);

describe('a hidden picture', () => {
  it('is deleted where it stands, the other stays; twice is once', async () => {
    expect(await shown()).toEqual(['a', 'b']);
    await hide('a');
    await works();
    await hide('a');
    await works();
    expect(town.deps.messenger.removed).toHaveLength(1);
    expect(await shown()).toEqual(['b']);
    const appeal = await town.deps.appeals.find('draft-1');
    expect(appeal?.hiddenFiles).toEqual(['a']);
    expect(appeal?.events.at(-1)?.facts.text).not.toContain('0671234567');
  });

  it('never comes again: not with a card made anew in another group, not with what was put off', async () => {
    await hide('a');
    await works();
    const before = filesSent().length;
    await expandEvents(town.deps, 'draft-1');
    await town.deps.cards.save({ appealId: 'draft-1', ...STAFF, shownRev: 0, hasLostTopic: true });
    await works();
    expect(filesSent()).toHaveLength(before);
    await town.deps.notices.insert([
      {
        ...{ id: 'again', kind: 'staff_note', ...STAFF, eventId: 'event-1', appealId: 'draft-1' },
        ...{ dueAt: town.deps.clock(), createdAt: town.deps.clock(), state: 'waiting' },
        ...{ attempts: 0, sentMessageIds: [] },
      },
    ]);
    await works();
    expect(filesSent().slice(before)).toEqual([{ kind: 'photo', fileId: 'file-b' }]);
  });

  it('gets another file in its place past two days, and where nothing can be done this is said under it', async () => {
    await hide('a', 'b');
    await expandEvents(town.deps, 'draft-1');
    const no = { result: 'rejected' } as const;
    const yes = { result: 'sent', messageIds: [] } as const;
    town.deps.messenger.willEnd(no, yes, no, no);
    await deliverNotices(town.deps, STAFF);
    const said = town.deps.messenger.saidTo('-100').at(-1)?.screen;
    expect(said?.text).toContain('Видаліть повідомлення вручну');
    expect(said?.replyToMessageId).toBeDefined();
    expect(await shown()).toHaveLength(1);
  });

  it('takes no words with it', async () => {
    const attachments = [aPhoto('c')];
    await addDetailToAppeal(town.deps, {
      ...about('detail-1', citizen),
      text: 'Ось номер авто',
      attachments,
    });
    await works();
    await hide('c');
    await works();
    await works();
    const last = town.deps.messenger.saidTo('-100').at(-1)?.screen;
    expect(last?.text).toContain('Ось номер авто');
    expect(last?.text).toContain('1 файл сховано модератором');
    expect(last?.files).toBeUndefined();
  });

  it('hidden while it was on its way is taken away too', async () => {
    const send = town.deps.messenger.send.bind(town.deps.messenger);
    const attachments = [aPhoto('c')];
    await addDetailToAppeal(town.deps, { ...about('detail-1', citizen), text: '', attachments });
    jest.spyOn(town.deps.messenger, 'send').mockImplementationOnce(async (...given) => {
      await hide('c');
      await town.deps.appeals.markExpanded('draft-1', 'hide-1');
      return send(...given);
    });
    await works();
    await works();
    expect(town.deps.messenger.removed).toHaveLength(1);
    expect(await shown()).toEqual(['a', 'b']);
  });

  it('is shown again when a moderator says so, and the author hears of both', async () => {
    await hide('a');
    await works();
    await showAppealFiles(town.deps, { ...about('show-1'), files: ['a'], reason: 'Помилка' });
    await works();
    expect(filesSent().at(-1)).toEqual({ kind: 'photo', fileId: 'file-a' });
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '1' });
    expect(
      town.deps.messenger
        .saidTo('1')
        .map(({ screen }) => screen.text)
        .join(),
    ).toContain('знову бачать');
  });

  it('is seen by a controller only, and that is in the record of acts first', async () => {
    await hide('b');
    const view = (actor: Actor, ordinal = 2) =>
      viewHiddenFile(town.deps, { ...about('view-1', actor), ordinal });
    expect(await view(moderator)).toMatchObject({ refusal: 'not_permitted' });
    expect(await view(controller, 1)).toMatchObject({ refusal: 'no_such_file' });
    expect(await view(controller)).toMatchObject({ ok: true, file: { id: 'b' } });
    const now = town.deps.clock().getTime();
    const span = { from: new Date(now - 1000), until: new Date(now + 1000) };
    const acts = await town.deps.oversight.acts({ what: 'hidden.viewed', span }, { skip: 0, limit: 9 });
    expect(acts).toMatchObject([{ by: 'telegram-51', about: 'draft-1' }]);
  });
});
