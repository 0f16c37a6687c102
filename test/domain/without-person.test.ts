import { runsOn } from '../../domain/forgetting';
import { filesOfAuthor, isNameless, maskKnown, maskPeople, peopleOf, withoutPerson } from '../../domain/without-person'; // prettier-ignore
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

describe('a name in other cases', () => {
  it.each([
    ['Кравець', 'Пані Кравець, для Кравця, кравцю, з Кравцем, пане Кравче, Кравцеві'],
    ['Швець', 'Швець, Шевця, шевцю, Шевцем, Шевче'],
    ['Коломієць', 'Коломієць, Коломійця, коломійцю, Коломійцем'],
    ['Стрілець', 'Стрілець, Стрільця, стрільцю'],
    ['Орел', 'Орел, Орла, Орлові, Орлом'],
    ['Лев', 'Лев, Льва, Львом, Лева'],
    ['Яків', 'Яків, Якова, якову, Яковом, Якове'],
    ['Юрій', 'Юрій, Юрія, юрієм'],
    ['Кисіль', 'Кисіль, Киселя, киселем'],
    ['Білокінь', 'Білокінь, Білоконя, Білоконем'],
    ['Вовчок', 'Вовчок, Вовчка, Вовчкові'],
    ['Лі', 'Лі, тел. Лі'],
  ])('%s is hidden in «%s»', (name, said) => {
    const left = maskPeople([{ name }])(said).replace(/(?:пані|для|з|пане|тел\.) /giu, '');
    expect(left.split(', ').filter((word) => word !== '•••')).toEqual([]);
  });

  it.each([
    ['Кравець', 'кравчиня і Кравчук'],
    ['Орел', 'бачив орла над Орлівкою'],
    ['Яків', 'які ліхтарі, якість і якір'],
    ['Лі', 'лі, ліс, Ліда і поліція'],
    ['Но А.', 'но але а Ноє'],
    ['Ігор', 'Ігри та ігровий майданчик'],
  ])('%s is not seen in «%s»', (name, said) => expect(maskPeople([{ name }])(said)).toBe(said));
});

describe('a home however it is written', () => {
  it.each([
    ['вул. Садова, 2, кв. 5', 'мешкаю на вулиці Садовій, 2 з дітьми', 'мешкаю на вулиці ••• з дітьми'],
    ['вул. Садова, 2, кв. 5', 'Садова, 2', '•••'],
    ['вул. Садова, 2, кв. 5', 'до Садової, буд. 2', 'до •••'],
    ['вул. Садова, буд. 2', 'на Садовій 2а та Садовій 2/5', 'на ••• та •••'],
    ['м. Київ, вул. Садова, 2', 'біля Садової вулиці, 2', 'біля •••'],
    ['01001, Київ, Садова 2', 'Садова №2', '•••'],
    ['вул. Лесі Українки, 18', 'на Лесі Українки, 18 і на Українки 18', 'на ••• і на •••'],
    ['вул. 8 Березня, 5', 'вулиця 8 Березня, будинок 5', 'вулиця •••'],
    ['просп. Перемоги 12', 'на проспекті Перемоги, 12', 'на проспекті •••'],
    ['вул. Дем’янчука, 3', "по Дем'янчука 3", 'по •••'],
  ])('%s is hidden in «%s»', (residence, said, kept) => {
    expect(maskPeople([{ residence }])(said)).toBe(kept);
  });

  it.each([
    ['вул. Садова, 2', 'на Садовій, 23 і Садовій 12'],
    ['вул. Садова, 2', 'Не горить на Садовій. 2 ліхтарі'],
    ['вул. Садова, 2', 'дитячий садочок № 2, буд. 2'],
    ['вул. Садова, 2', 'на Миру, 2 і на вулиці 2'],
    ['вул. 8 Березня, 5', 'прийде 8 травня о 5'],
    ['Садова', 'на Садовій, 2'],
  ])('%s is not seen in «%s»', (residence, said) => expect(maskPeople([{ residence }])(said)).toBe(said));
});

describe('what is theirs in the words of others', () => {
  const theirs = maskKnown([{ name: 'Коваль', phone: '+380671112233', email: 'olena@ptah.ua' }]);

  it.each<[string, string?]>([
    ['Коваль, тел. 067 111 22 33, Olena@ptah.ua', '•••, тел. •••, •••'],
    ['+38 (067) 111-22-33 або 0671112233', '••• або •••'],
    ['Диспетчер: 067 111 22 34, 0800 67 11 12, help@ptah.ua'],
  ])('«%s» keeps what is of others', (said, kept = said) => expect(theirs(said)).toBe(kept));
});

describe('a kept appeal', () => {
  const kept = (overrides: Parameters<typeof anAppeal>[0], now = NOW) => {
    const decided = withoutPerson(anAppeal(overrides), { id: 'c', by: 'telegram-1', author: {} }, now);
    return (decided as Extract<typeof decided, { ok: true }>).appeal;
  };

  it('keeps what marks say of it, and no link to others of the same person', () => {
    const of = [{ id: 'other', number: '2026-000007' }];
    const marks = (['repeat', 'duplicate', 'near', 'mass'] as const).map((kind) => ({ kind, of }));
    expect(kept({ marks }).marks).toEqual([
      { kind: 'repeat', of: [] },
      { kind: 'duplicate', of: [] },
      { kind: 'near', of },
      { kind: 'mass', of },
    ]);
  });

  it('says the day it was forgotten and not the moment, as others were then too', () => {
    const moved = anEvent('m', { type: 'appeal.author_moved', by: 'telegram-50', at: days(40) });
    const { events } = kept({ events: [anEvent('e'), moved] }, days(40.2));
    expect(events.map(({ type, at }) => [type, at.toISOString()])).toEqual([
      ['appeal.submitted', NOW.toISOString()],
      ['appeal.pseudonymised', '2026-12-30T00:00:00.000Z'],
    ]);
  });

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
