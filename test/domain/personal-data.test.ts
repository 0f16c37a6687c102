import { copiesOf, personalData, type RawRecords } from '../../domain/personal-data';
import type { Attachment } from '../../domain/appeal';
import { anAnswer, anAppeal, anEvent, aPhoto, days } from '../support/builders';

const ME = 'telegram-1';
const none: RawRecords = {
  ...{ citizens: [], drafts: [], appeals: [], notices: [], audit: [], people: [], codes: [] },
  ...{ apiTokens: [], accountMoves: [], quarantine: [] },
};
const given = (records: Partial<RawRecords>) =>
  personalData(ME, { ...none, ...records }, (id) => `post of ${id}`);

describe('what a person is given of what is kept about them', () => {
  it('is their own drafts, not what they write as a colleague about others', () => {
    const [appeal, answer, note] = ['appeal', 'answer', 'note'].map((kind) => ({ _id: kind, kind }));
    expect(given({ drafts: [appeal!, answer!, note!] }).drafts).toEqual([appeal]);
  });

  it('says who did what as «me» and «office», without officials and their notes', () => {
    const events = [
      anEvent('event-1', { by: ME }),
      anEvent('event-2', { type: 'appeal.assigned', by: 'telegram-50', facts: { executorId: 'telegram-7', text: 'Беріть' } }),
      anEvent('event-3', { type: 'appeal.noted', by: 'telegram-7', facts: { text: 'Скаржиться щотижня' } }),
      anEvent('event-4', { type: 'appeal.official_named', by: 'telegram-50', facts: { officialId: 'telegram-9' } }),
    ]; // prettier-ignore
    const [appeal] = given({ appeals: [{ number: '2026-000001', events }] }).appeals;
    expect(appeal).toEqual({
      number: '2026-000001',
      events: [
        { ...events[0], by: 'me' },
        { ...events[1], by: 'office', facts: { text: 'Беріть' } },
      ],
    });
  });

  it('names marks without the appeals of others they point to', () => {
    const marks = [{ kind: 'duplicate', of: ['2026-000009'] }];
    expect(given({ appeals: [{ marks }] }).appeals).toEqual([{ marks: [{ kind: 'duplicate' }], events: [] }]);
    expect(given({ appeals: [{}] }).appeals).toEqual([{ events: [] }]);
  });

  it('tells as what somebody looked at their data, not whom else they found', () => {
    const act = {
      ...{ _id: 'a', what: 'person.searched', by: 'telegram-50' },
      facts: { found: ['telegram-1', 'telegram-2'], by: 'phone', reason: 'дзвінок' },
    };
    expect(given({ audit: [act] }).audit).toEqual([
      { _id: 'a', what: 'person.searched', by: 'post of telegram-50', facts: { reason: 'дзвінок' } },
    ]);
    expect(given({ audit: [{ by: 'telegram-50' }] }).audit).toEqual([
      { by: 'post of telegram-50', facts: {} },
    ]);
  });

  it('leaves out what the table says is not theirs', () => {
    const citizen = { name: 'Коваль Олена', unknown: 'x' };
    expect(
      given({ citizens: [citizen], codes: [{ _id: 'hash', by: 'telegram-50', usedBy: ME }] }),
    ).toMatchObject({ citizens: [{ name: 'Коваль Олена' }], codes: [{ usedBy: ME }] });
    expect(given({ citizens: [citizen] }).citizens[0]).not.toHaveProperty('unknown');
  });
});

describe('the files a person is given', () => {
  const kept = (id: string, overrides: Partial<Attachment> = {}) =>
    aPhoto(id, { copyId: `copy-${id}`, ...overrides });
  const names = (...appeals: Parameters<typeof copiesOf>[0]) => copiesOf(appeals, ME).map(({ name }) => name);

  it('are named by their appeal and number, with an ending a computer knows', () => {
    const attachments = [
      kept('a'),
      kept('b', { kind: 'video' }),
      kept('c', { kind: 'voice' }),
      kept('d', { kind: 'document' }),
      kept('e', { kind: 'document', name: 'акт.pdf' }),
    ];
    expect(names(anAppeal({ attachments }))).toEqual([
      '2026-000001-1.jpg',
      '2026-000001-2.mp4',
      '2026-000001-3.ogg',
      '2026-000001-4',
      '2026-000001-5-акт.pdf',
    ]);
  });

  it('come with the oldest appeal first, with those of answers and later words, each once', () => {
    const later = anEvent('event-2', {
      type: 'appeal.detail_added',
      facts: { attachments: [kept('a'), kept('c')] },
    });
    const appeal = anAppeal({
      ...{ attachments: [kept('a')], answers: [anAnswer({ attachments: [kept('b')] })] },
      ...{ number: '2026-000002', registeredAt: days(2), events: [later] },
    });
    const older = anAppeal({ attachments: [kept('z')] });
    expect(copiesOf([appeal, older], ME)).toEqual([
      { copyId: 'copy-z', name: '2026-000001-1.jpg' },
      { copyId: 'copy-a', name: '2026-000002-1.jpg' },
      { copyId: 'copy-b', name: '2026-000002-2.jpg' },
      { copyId: 'copy-c', name: '2026-000002-3.jpg' },
    ]);
  });

  it('are not those of others, of the staff’s notes, nor those we have no copy of', () => {
    const note = anEvent('event-2', { type: 'appeal.noted', facts: { attachments: [kept('note')] } });
    const attachments = [aPhoto('no-copy'), kept('lost', { copyId: 'gone' }), kept('a')];
    expect(names(anAppeal({ attachments, events: [note] }))).toEqual(['2026-000001-3.jpg']);
    expect(names(anAppeal({ attachments, citizenId: 'telegram-2' }))).toEqual([]);
  });
});
