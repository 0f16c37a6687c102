import { actorsIn, copiesOf, personalData, type RawRecords } from '../../domain/personal-data';
import type { Attachment } from '../../domain/appeal';
import { anAnswer, anAppeal, anEvent, aPhoto, days, NOW } from '../support/builders';

const ME = 'telegram-1';
const none: RawRecords = {
  ...{ citizens: [], drafts: [], appeals: [], notices: [], audit: [], people: [], codes: [] },
  ...{ apiTokens: [], accountMoves: [], quarantine: [] },
};
const given = (records: Partial<RawRecords>) =>
  personalData(ME, { ...none, ...records }, (id) => `post of ${id}`);

describe('what a person is given of what is kept about them', () => {
  it('is their own drafts, not what they write as a colleague about others', () => {
    const kinds = ['appeal', 'answer', 'note', 'post', 'judgement', 'breach'];
    const drafts = kinds.map((kind) => ({ _id: kind, kind }));
    expect(given({ drafts }).drafts).toEqual([{ _id: 'appeal', kind: 'appeal' }]);
  });

  it('says that a draft joins an appeal, not which', () => {
    const joining = (join: unknown) => given({ drafts: [{ kind: 'appeal', fields: { join } }] }).drafts;
    expect(joining({ id: 'other', number: '2026-000009' })).toEqual([
      { kind: 'appeal', fields: { join: true } },
    ]);
    expect(joining(null)).toEqual([{ kind: 'appeal', fields: { join: null } }]);
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

  it('says «me» of what they did from an account they had before', () => {
    const events = [anEvent('event-1', { by: 'telegram-3' }), anEvent('event-2', { by: 'telegram-4' })];
    const moved = { number: '1', formerCitizenIds: ['telegram-3'], events };
    const carried = { fromId: 'telegram-4', toId: ME, state: 'carried' };
    const doers = (records: Partial<RawRecords>) =>
      (given(records).appeals[0] as { events: { by: string }[] }).events.map(({ by }) => by);
    expect(doers({ appeals: [moved] })).toEqual(['me', 'office']);
    expect(doers({ appeals: [moved], accountMoves: [carried] })).toEqual(['me', 'me']);
    expect(doers({ appeals: [moved], accountMoves: [{ ...carried, state: 'open' }] })).toEqual([
      'me',
      'office',
    ]);
  });

  it('tells that others joined or left, not who and by which appeal', () => {
    const other = { id: 'other', number: '2026-000009' };
    const events = [
      anEvent('other-lead', { type: 'appeal.joined', by: 'telegram-8', facts: { other } }),
      anEvent('event-2', { type: 'appeal.left', by: 'telegram-8', facts: { other } }),
      anEvent('event-3', { type: 'appeal.linked', by: 'telegram-50', facts: { other, before: 'o2', text: 'Те саме' } }),
      anEvent('event-4', { type: 'appeal.handed_over', by: 'telegram-50', facts: { before: 'telegram-7' } }),
      anEvent('event-5', { type: 'appeal.amended', facts: { before: 'Мої слова' } }),
    ]; // prettier-ignore
    expect(given({ appeals: [{ leadId: 'other', events }] }).appeals).toEqual([
      {
        events: [
          { type: 'appeal.joined', at: NOW, by: 'other', facts: {} },
          { type: 'appeal.left', at: NOW, by: 'other', facts: {} },
          { ...events[2], by: 'office', facts: { text: 'Те саме' } },
          { ...events[3], by: 'office', facts: {} },
          { ...events[4], by: 'me' },
        ],
      },
    ]);
  });

  it('tells as what somebody gave strikes and slow mode', () => {
    const strike = {
      id: 's',
      by: 'telegram-50',
      number: '2026-000001',
      reason: 'Лайка',
      at: NOW,
      until: NOW,
    };
    const byPost = { ...strike, by: 'post of telegram-50' };
    const citizens = [{ strikes: [strike], slow: strike }];
    expect(given({ citizens }).citizens).toEqual([{ strikes: [byPost], slow: byPost }]);
    expect(actorsIn({ citizens, audit: [{ by: 'telegram-7' }, { by: 'telegram-50' }] })).toEqual(['telegram-50', 'telegram-7']); // prettier-ignore
  });

  it('tells whoever was asked for their appeals when and how it ended, not by whom', () => {
    const move = {
      _id: 'm',
      fromId: ME,
      toId: 'telegram-8',
      askedAt: NOW,
      decidedBy: 'telegram-50',
      reason: 'Це він',
    };
    const told = (state: string) => given({ accountMoves: [{ ...move, state }] }).accountMoves;
    expect(told('declined')).toEqual([{ _id: 'm', fromId: ME, askedAt: NOW, state: 'declined' }]);
    expect(told('carried')).toEqual([
      { _id: 'm', fromId: ME, askedAt: NOW, state: 'carried', reason: 'Це він' },
    ]);
  });

  it.each(['open', 'confirmed', 'denied', 'declined'])(
    'tells whoever asked nothing of a request that is %s: it would tell that the account is there',
    (state) => {
      const move = { _id: 'm', fromId: 'telegram-8', toId: ME, state, reason: 'Інша людина' };
      const facts = { from: 'telegram-8', to: ME, reason: 'Інша людина' };
      const acts = [
        { what: 'account.asked', by: ME, about: 'telegram-8', facts },
        { what: `account.${state}`, by: 'telegram-50', about: 'telegram-8', facts },
      ];
      expect(given({ accountMoves: [move], audit: acts })).toEqual(given({}));
    },
  );

  it('tells whoever asked of a request that came through', () => {
    const move = { _id: 'm', fromId: 'telegram-8', toId: ME, state: 'carried', reason: 'Той самий' };
    const asked = {
      what: 'account.asked',
      by: ME,
      about: 'telegram-8',
      facts: { from: 'telegram-8', to: ME },
    };
    expect(given({ accountMoves: [move], audit: [asked] })).toMatchObject({
      accountMoves: [{ _id: 'm', state: 'carried', reason: 'Той самий' }],
      audit: [{ what: 'account.asked', by: 'me', facts: {} }],
    });
    expect(given({ accountMoves: [move] }).accountMoves[0]).not.toHaveProperty('fromId');
  });

  it('names marks without the appeals of others they point to', () => {
    const marks = [{ kind: 'duplicate', of: ['2026-000009'] }];
    expect(given({ appeals: [{ marks }] }).appeals).toEqual([{ marks: [{ kind: 'duplicate' }], events: [] }]);
    expect(given({ appeals: [{}] }).appeals).toEqual([{ events: [] }]);
  });

  it('tells as what somebody looked at their data, not whom else they found', () => {
    const act = {
      ...{ _id: 'a', what: 'person.searched', by: 'telegram-50' },
      facts: { found: 'telegram-2 telegram-1', by: 'phone', reason: 'дзвінок' },
    };
    expect(given({ audit: [act] }).audit).toEqual([
      { _id: 'a', what: 'person.searched', by: 'post of telegram-50', facts: { reason: 'дзвінок' } },
    ]);
    expect(given({ audit: [{ what: 'person.searched', by: 'telegram-50' }] }).audit).toEqual([
      { what: 'person.searched', by: 'post of telegram-50', facts: {} },
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
