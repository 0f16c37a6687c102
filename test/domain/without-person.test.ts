import { runsOn } from '../../domain/forgetting';
import { filesOfAuthor, isNameless, maskPeople, peopleOf, withoutPerson } from '../../domain/without-person';
import { anAnswer, anAppeal, anEvent, aPhoto, days, NOW } from '../support/builders';

const CITY = { reworkWindowDays: 30 };
const mask = maskPeople([
  { name: 'Коваль Олена Петрівна', residence: 'Миру, 18, кв. 5' },
  { name: 'О’Ніл Лев' },
]);

describe('words about a forgotten person', () => {
  it.each([
    ['Я, Коваль Олена, прошу', 'Я, ••• •••, прошу'],
    ['передайте коваль олені петрівні', 'передайте ••• ••• •••'],
    ['Мешкаю вул. Миру 18, кв 5', 'Мешкаю вул. •••, •••'],
    ['Миру, 18 кв. 5', '••• •••'],
    ["сусід O’Ніл і О'Ніла бачив Лева", 'сусід O’Ніл і ••• бачив •••'],
    ['тел. 067 111 22 33', 'тел. •••'],
    ['Не горить ліхтар на Садовій, 18', 'Не горить ліхтар на Садовій, 18'],
    ['левкої на клумбі', '••• на клумбі'],
  ])('%s', (said, kept) => expect(mask(said)).toBe(kept));
});

describe('a kept appeal', () => {
  it('is made coarse where it is a point on the map, and keeps what is about things', () => {
    const place = { kind: 'location', label: 'точка', latitude: 50.45012, longitude: 30.52345 } as const;
    const events = [anEvent('e', { type: 'appeal.recategorised', by: 'telegram-50', facts: { before: 'lev', category: 'x' } })]; // prettier-ignore
    const author = { name: 'Lev Lev' };
    const decided = withoutPerson(anAppeal({ place, events }), { id: 'c', by: 'telegram-1', author }, NOW);
    expect(decided).toMatchObject({
      ok: true,
      appeal: { place: { latitude: 50.45, longitude: 30.523 }, events: [{ facts: { before: 'lev' } }, { by: 'forgotten-draft-1' }] }, // prettier-ignore
    });
  });
});

describe('an appeal whose author is forgotten', () => {
  const secret = 'Коваль, тел. 067 111 22 33';
  const author = { name: 'Коваль Олена', residence: 'Миру, 18' };
  const written = (label: string) => ({ kind: 'as_written', label }) as const;
  const sent = anEvent('event-2', {
    type: 'appeal.detail_added',
    facts: { text: secret, attachments: [aPhoto('later')], place: written(secret) },
  });
  const appeal = anAppeal({
    pieces: [{ messageId: '77', text: secret }, { messageId: '78', text: 'Не горить ліхтар' }],
    attachments: [aPhoto('first'), aPhoto('later')],
    ...{ place: written(secret), particulars: { who: secret }, hiddenFiles: ['first'], formerCitizenIds: ['telegram-0'] },
    answers: [anAnswer({ text: `Шановна ${secret}`, ground: secret }), anAnswer({ ordinal: 2, text: 'Готово' })],
    rating: { stars: 5, reasons: [], comment: secret } as never,
    ...{ onBehalfOf: { name: 'Мельник', residence: 'Садова, 2' }, coAuthors: ['Бондар', 'Гнатюк'] },
    events: [
      anEvent('event-1'),
      sent,
      anEvent('event-3', { type: 'appeal.amended', facts: { before: secret, text: secret } }),
      anEvent('event-4', { type: 'appeal.answer_corrected', by: 'telegram-7', facts: { before: secret, attachments: [aPhoto('of-the-office')] } }),
      anEvent('event-5', { type: 'appeal.corrected', by: 'telegram-0', facts: { corrected: { place: written(secret) }, was: { particulars: { who: secret } } } }),
      anEvent('event-6', { type: 'appeal.files_hidden', by: 'telegram-50', facts: { text: secret, fileIds: ['first'] } }),
    ],
  }); // prettier-ignore
  const decided = withoutPerson(appeal, { id: 'command-1', by: 'telegram-1', author }, NOW);
  const kept = (decided as Extract<typeof decided, { ok: true }>).appeal;

  it('says nowhere who they were, whom it was for or with, how to reach them', () => {
    expect(JSON.stringify(kept)).not.toMatch(/Коваль|067|Мельник|Садова|Бондар|Гнатюк|telegram-[01]"/);
    for (const field of ['hiddenFiles', 'formerCitizenIds']) expect(kept).not.toHaveProperty(field);
  });

  it('still says what happened, what was answered and how it was judged', () => {
    const [first, second] = kept.pieces;
    expect([first?.messageId, second]).toEqual(['1', { messageId: '2', text: 'Не горить ліхтар' }]);
    expect(kept.attachments).toEqual([]);
    expect(kept.answers.map(({ text, ground }) => [text, ground])).toEqual([
      ['Шановна •••, тел. •••', '•••, тел. •••'],
      ['Готово', undefined],
    ]);
    expect(kept).toMatchObject({
      ...{ place: written('•••, тел. •••'), particulars: { who: '•••, тел. •••' } },
      ...{ rating: { stars: 5, comment: '•••, тел. •••' }, coAuthors: ['•••', '•••'] },
      onBehalfOf: { name: '•••', residence: '•••' },
    });
    expect(kept.events.map(({ type, by }) => `${type} ${by}`)).toEqual([
      'appeal.submitted forgotten-draft-1',
      'appeal.detail_added forgotten-draft-1',
      'appeal.amended forgotten-draft-1',
      'appeal.answer_corrected telegram-7',
      'appeal.corrected forgotten-draft-1',
      'appeal.files_hidden telegram-50',
      'appeal.pseudonymised forgotten-draft-1',
    ]);
  });

  it('keeps the shape of each event, its words masked, and the files of the office only', () => {
    const masked = '•••, тел. •••';
    expect(kept.events.map(({ facts }) => facts)).toEqual([
      {},
      { text: masked, place: written(masked) },
      { before: masked, text: masked },
      { before: masked, attachments: [aPhoto('of-the-office')] },
      { corrected: { place: written(masked) }, was: { particulars: { who: masked } } },
      { text: masked },
      {},
    ]);
  });

  it('is known to be nobody’s, and its files and people by what was there before', () => {
    expect([isNameless(appeal), isNameless(kept)]).toEqual([false, true]);
    expect(filesOfAuthor(appeal)).toEqual(['first', 'later']);
    expect(filesOfAuthor(anAppeal({ events: [sent] }))).toEqual(['later']);
    expect(peopleOf(appeal, author)).toEqual([
      author,
      appeal.onBehalfOf,
      { name: 'Бондар' },
      { name: 'Гнатюк' },
    ]);
    expect(peopleOf(anAppeal(), author)).toEqual([author]);
  });

  it('gets no fields it never had', () => {
    const bare = withoutPerson(anAppeal(), { id: 'command-1', by: 'telegram-1', author }, NOW);
    const fields = Object.keys((bare as Extract<typeof bare, { ok: true }>).appeal).sort();
    expect(fields).toEqual(Object.keys(anAppeal()).sort());
  });

  it('keeps the name of a place on the map, without a phone in it', () => {
    const place = { kind: 'location', label: 'вул. Коваля, 067 111 22 33' } as const;
    const named = withoutPerson(anAppeal({ place }), { id: 'command-1', by: 'telegram-1', author }, NOW);
    expect((named as Extract<typeof named, { ok: true }>).appeal.place).toEqual({
      ...{ kind: 'location', label: 'вул. Коваля, •••' },
    });
  });
});

describe('an appeal', () => {
  it.each([
    ['submitted', 400, true],
    ['in_progress', 400, true],
    ['rework', 400, true],
    ['answered', 29, true],
    ['answered', 31, false],
    ['closed', 29, true],
    ['closed', 31, false],
    ['forwarded', 31, false],
    ['not_considered', 1, true],
    ['withdrawn', 0, false],
  ] as const)('that is %s since %i days runs on: %s', (status, since, runs) => {
    expect(runsOn(anAppeal({ status }), CITY, days(since))).toBe(runs);
  });
});
