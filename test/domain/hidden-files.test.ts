import type { Appeal } from '../../domain/appeal';
import { hideFiles, isHidden, picturesOf, showFiles, withoutHidden } from '../../domain/hidden-files';
import { anAppeal, anEvent, aPhoto, NOW } from '../support/builders';

const [face, plate, voice] = [
  aPhoto('face'),
  aPhoto('plate', { kind: 'video' }),
  aPhoto('v', { kind: 'voice' }),
];
const later = (by: string, ...attachments: ReturnType<typeof aPhoto>[]) =>
  anEvent('event-2', { type: 'appeal.detail_added', by, facts: { attachments } });
const filed = (overrides: Partial<Appeal> = {}) => anAppeal({ attachments: [face, plate], ...overrides });
const by = { id: 'command-1', by: 'telegram-50', reason: 'Обличчя' };
const ids = (appeal: Appeal) => picturesOf(appeal).map(({ id }) => id);

describe('the pictures of an appeal', () => {
  it('are what eyes can see: photos, videos and papers, not voices', () => {
    const paper = aPhoto('paper', { kind: 'document' });
    expect(ids(filed({ attachments: [voice, face, plate, paper] }))).toEqual(['face', 'plate', 'paper']);
  });

  it('keep their numbers when the citizen adds more', () => {
    const more = aPhoto('more');
    const events = [anEvent('event-1'), later('telegram-1', more)];
    expect(ids(filed({ attachments: [more, face], events }))).toEqual(['face', 'more']);
    expect(ids(filed({ events: [...events, later('telegram-1', more)] }))).toEqual(['face', 'plate', 'more']);
  });

  it('are the author’s, from whichever account, and not the office’s', () => {
    const events = [later('telegram-7', aPhoto('of-the-office')), later('telegram-0', aPhoto('before'))];
    expect(ids(filed({ events }))).toEqual(['face', 'plate']);
    expect(ids(filed({ events, formerCitizenIds: ['telegram-0'] }))).toEqual(['face', 'plate', 'before']);
  });
});

describe('a picture that is hidden', () => {
  it('is left out for others, and shown again as if nothing had been', () => {
    const hidden = hideFiles(filed(), { ...by, files: ['face'] }, NOW);
    expect(hidden).toMatchObject({
      ...{ ok: true, appeal: { hiddenFiles: ['face'] } },
      event: { type: 'appeal.files_hidden', at: NOW, facts: { text: 'Обличчя', fileIds: ['face'] } },
    });
    const { appeal } = hidden as Extract<typeof hidden, { ok: true }>;
    expect(withoutHidden(appeal, appeal.attachments)).toEqual([plate]);
    expect([isHidden(appeal, 'face'), isHidden(appeal, 'plate'), isHidden({}, 'face')]).toEqual([
      ...[true, false, false],
    ]);
    const shown = showFiles(appeal, { ...by, files: ['face'] }, NOW);
    expect(shown).toMatchObject({ ok: true, event: { type: 'appeal.files_shown' } });
    expect((shown as Extract<typeof shown, { ok: true }>).appeal).not.toHaveProperty('hiddenFiles');
  });

  it('is not hidden twice; the rest of the list is', () => {
    const one = filed({ hiddenFiles: ['face'] });
    expect(hideFiles(one, { ...by, files: ['face', 'plate'] }, NOW)).toMatchObject({
      ...{ appeal: { hiddenFiles: ['face', 'plate'] }, event: { facts: { fileIds: ['plate'] } } },
    });
    expect(
      showFiles(filed({ hiddenFiles: ['face', 'plate'] }), { ...by, files: ['face'] }, NOW),
    ).toMatchObject({ appeal: { hiddenFiles: ['plate'] } });
  });

  it.each([
    [hideFiles(filed(), { ...by, files: [] }, NOW), 'no_such_file'],
    [hideFiles(filed(), { ...by, files: ['face', 'foreign'] }, NOW), 'no_such_file'],
    [hideFiles(filed({ hiddenFiles: ['face'] }), { ...by, files: ['face'] }, NOW), 'nothing_changed'],
    [showFiles(filed(), { ...by, files: ['face'] }, NOW), 'nothing_changed'],
  ])('is one of this appeal, and changes something', (decision, refusal) => {
    expect(decision).toEqual({ ok: false, refusal });
  });
});
