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
    ['левкої на клумбі', 'левкої на клумбі'],
    ['О. П. Коваль і Коваль О.П.', 'О. П. ••• і ••• О.П.'],
    ['З повагою\nКоваль', 'З повагою\n•••'],
  ])('%s', (said, kept) => expect(mask(said)).toBe(kept));
});

describe('a name in other cases', () => {
  it.each([
    ['Кравець', 'Кравець Кравця Кравцю Кравцеві Кравцем Кравці Кравче'],
    ['Швець', 'Швець Шевця Шевцю Шевцеві Шевцем Шевці Шевче'],
    ['Коломієць', 'Коломієць Коломійця Коломійцю Коломійцеві Коломійцем Коломійче'],
    ['Стрілець', 'Стрілець Стрільця Стрільцю стрільцем'],
    ['Горобець', 'Горобець Горобця Горобцем'],
    ['Коваль', 'Коваль Коваля Ковалю Ковалеві Ковалем Ковалі'],
    ['Орел', 'Орел Орла Орлу Орлові Орлом Орлі Орле'],
    ['Бойко', 'Бойко Бойка Бойку Бойкові Бойком бойко'],
    ['Мороз', 'Мороз Мороза Морозу Морозові Морозом Морозі Морозе'],
    ['Гончаренко', 'Гончаренко Гончаренка Гончаренку Гончаренкові Гончаренком гончаренка'],
    ['Ковальська', 'Ковальська Ковальської Ковальській Ковальську Ковальською'],
    ['Вишневський', 'Вишневський Вишневського Вишневському Вишневським вишневському'],
    ['Соколов', 'Соколов Соколова Соколову Соколовим Соколові'],
    ['Соколова', 'Соколова Соколової Соколовій Соколову Соколовою'],
    ['Марія', 'Марія Марії Марію Марією Маріє марії'],
    ['Надія', 'Надія Надії Надію Надією Надіє'],
    ['Світлана', 'Світлана Світлани Світлані Світлану Світланою Світлано світлана'],
    ['Петро', 'Петро Петра Петру Петрові Петром Петрі Петре петра'],
    ['Лев', 'Лев Льва Льву Львові Львом Льве Лева'],
    ['Ілля', 'Ілля Іллі Іллю Іллею Ілле іллі'],
    ['Олег', 'Олег Олега Олегу Олегові Олегом Олегу Олеже олега'],
    ['Ігор', 'Ігор Ігоря Ігорю Ігореві Ігорем Ігорі ігорю'],
    ['Захар', 'Захар Захара Захару Захарові Захаром Захарі Захаре захару'],
    ['Тарас', 'Тарас Тараса Тарасу Тарасові Тарасом Тарасі Тарасе тараса'],
    ['Петрович', 'Петрович Петровича Петровичу Петровичеві Петровичем Петровичі петровичу'],
    ['Іллівна', 'Іллівна Іллівни Іллівні Іллівну Іллівною Іллівно іллівну'],
    ['Ольга', 'Ольга Ользі Ольгою ольго'],
    ['Дроздівна', 'Дроздівна Дроздівни дроздівні'],
    ['Яків', 'Яків Якова якову Яковом Якове'],
    ['Юрій', 'Юрій Юрія юрієм'],
    ['Соловей', "Соловей Солов'я Солов’ю Солов’єм"],
    ['Любов', "Любов Любові Любов'ю"],
    ['Кисіль', 'Кисіль Киселя Киселем'],
    ['Білокінь', 'Білокінь Білоконя білоконем'],
    ['Вовчок', 'Вовчок Вовчка Вовчкові'],
    ['Лі', 'Лі'],
  ])('%s is hidden in «%s»', (name, forms) => {
    const hidden = maskPeople([{ name }]);
    const seen = (form: string) => hidden(`Скарга про ${form} на роботу`).includes(form);
    expect(forms.split(' ').filter(seen)).toEqual([]);
  });

  it.each([
    ['Світлана', 'Немає світла на вулиці. Подачу світла відновлено. Світла немає'],
    ['Надія', 'Відповідь надано, ліхтар над входом, надання послуг. Надано відповідь. Надія є, надію маємо'],
    ['Захар', 'Вжито заходів'],
    ['Тарас', 'Щодо тарифів'],
    ['Марія', 'Змінено маршрут'],
    ['Петро', 'Подали петицію'],
    ['Поліна', 'Заява до поліції'],
    ['Лідія', 'Лід на тротуарі. Немає льоду'],
    ['Лід', 'Лід на тротуарі.\nЛід усюди: Лід, «Лід»'],
    ['Дорош', 'Яма на дорозі. Дорога розбита'],
    ['Мороз', 'Лампа моргає. Мороз зламав трубу, морозу не чекали'],
    ['Бойко', 'Бойлер не гріє'],
    ['Коваль', 'Кована огорожа. Коваль зробив огорожу, коваля шукаємо'],
    ['Швець', 'Відкрили швейна майстерня'],
    ['Гай', 'Загублено гайка у гаю'],
    ['Май', 'На майдан, майно, майже все. Маю скаргу, він має'],
    ['Мир', 'Просимо миру. Мир потрібен усім'],
    ['Мирон', 'Просимо миру мирно'],
    ['Лев', 'Біля левади ростуть левкої'],
    ['До Олена', 'До виконавчого комітету, ПРОШУ ДО СУДУ. Звертаюсь До вас'],
    ['Та Не По', 'Та не працює. Не світить. По вулиці'],
    ['Пень', 'Працюємо Пн–Пт 9:00, у Пн і Пт'],
    ['Віра', 'НЕМАЄ ВІРИ ТА ЗАКОНУ'],
    ['Шевченко', 'Ліхтар на вул. Шевченка, вул. Т. Шевченка'],
  ])('%s is not seen in «%s»', (name, said) => expect(maskPeople([{ name }])(said)).toBe(said));

  it.each([
    ['Кравець', 'кравчиня і Кравчук'],
    ['Орел', 'бачив орла над Орлівкою'],
    ['Яків', 'які ліхтарі, якість і якір'],
    ['Лі', 'Прошу лі, ліс, Ліда і поліція'],
    ['Но А.', 'но але а Ноє'],
    ['Ігор', 'Ігри та ігровий майданчик'],
  ])('%s is not seen in «%s»', (name, said) => expect(maskPeople([{ name }])(said)).toBe(said));
});

describe('a name that may be a word of every day', () => {
  it.each([
    ['Кравець Василь Іванович', 'Громадянину Кравцю В. І.', 'Громадянину ••• В. І.'],
    ['Канаренко Сойка Дроздівна', 'Шановна Канаренко Сойко Дроздівно!', 'Шановна ••• ••• •••!'],
    ['Канаренко Сойка Дроздівна', 'звернення Дроздівни', 'звернення •••'],
    ['Коваль Олена Петрівна', 'Коваль Олена Петрівна повідомила', '••• ••• ••• повідомила'],
    ['Коваль Олена Петрівна', 'О. П. Коваль', 'О. П. •••'],
    ['Коваль Олена Петрівна', 'скарга Олени Коваль', 'скарга ••• •••'],
    ['Мороз Надія', 'Мороз Надія просить', '••• ••• просить'],
    ['Мороз Надія', 'Заявниця: Мороз', 'Заявниця: •••'],
    ['Мороз Надія', 'гр. Мороз була вдома', 'гр. ••• була вдома'],
    ['До Олена', 'До Олени: лист. Олена До\nДо відома', '••• •••: лист. ••• •••\nДо відома'],
    ['Нечуй-Левицький', 'скарга Нечуя-Левицького', 'скарга •••-•••'],
  ])('%s is hidden in «%s»', (name, said, kept) => expect(maskPeople([{ name }])(said)).toBe(kept));
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
    ['вул. Садова, 2', 'на Садовій 2 біля входу, на Садовій 2 кв 7', 'на ••• біля входу, на ••• •••'],
    ['вул. Садова, 2', 'Мешкаю на Садовій 2 третій рік', 'Мешкаю на ••• третій рік'],
    ['вул. Лесі Українки, 18', 'вул. лесі українки, 18', 'вул. •••'],
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
    ['вул. Садова, 2', 'На Садовій 2 ліхтарі не горять, на вул. Садовій 2 ями'],
    ['Центральна, 5', 'На Центральній 5 ям'],
    ['Центральна, 5', 'Центральна 5 ліхтарів'],
    ['Миру, 18', 'Молебень за мир, 18 травня'],
  ])('%s is not seen in «%s»', (residence, said) => expect(maskPeople([{ residence }])(said)).toBe(said));
});

describe('what is theirs in the words of others', () => {
  const theirs = maskKnown([{ name: 'Коваль Олена', phone: '+380671112233', email: 'olena@ptah.ua' }]);

  it.each<[string, string?]>([
    ['Пані Коваль, тел. 067 111 22 33, Olena@ptah.ua', 'Пані •••, тел. •••, •••'],
    [
      'Олени Коваль звернення, громадянка Олена, Коваль О. П.',
      '••• ••• звернення, громадянка •••, ••• О. П.',
    ],
    ['Огорожу зробив Коваль, приймала Олена'],
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
  const secret = 'пані Коваль, тел. 067 111 22 33';
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
      ['Шановна пані •••, тел. •••', 'пані •••, тел. •••'],
      ['Готово', undefined],
    ]);
    expect(kept).toMatchObject({
      ...{ place: written('пані •••, тел. •••'), particulars: { who: 'пані •••, тел. •••' } },
      ...{ rating: { stars: 5, comment: 'пані •••, тел. •••' }, coAuthors: ['•••', '•••'] },
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
    const masked = 'пані •••, тел. •••';
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
