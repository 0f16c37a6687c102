import { aCitizen } from '../../support/builders';
import { Talk } from '../../support/a-talk';
import { city } from '../../support/sample-city';

const known = aCitizen({
  phone: '+380501234567',
  name: 'Коваль Олена Іванівна',
  residence: 'вул. Миру, 18',
  email: 'olena@example.com',
  consent: { version: city.privacyNotice.version, hash: 'x', at: new Date('2026-11-01T10:00:00Z') },
});
const appeal = (fields = {}) => new Talk('appeal', { fields });
const words = (text: string) => ({ pieces: [{ messageId: 'm', text }] });
const LAMP = { ...words('Третю добу не горить ліхтар'), proposal: 'street-lamp', category: 'street-lamp' };
const PLACED = { ...LAMP, 'q-lamps': null, 'q-pole': null, place: null };
const READY = { ...PLACED, filesDone: true, kind: 'complaint' };

describe('a new appeal', () => {
  it('is written from the first word to sending', () => {
    const talk = new Talk('appeal', { citizen: known }).says('Третю добу не горить ліхтар');
    expect(talk.offered).toContain('street-lamp');
    talk.presses('street-lamp').says('3').presses('!skip').says('вул. Миру, 18');
    talk.sends('dark').presses('done').presses('complaint').presses('send');
    expect(talk.end).toBe('finish');
    expect(talk.fields).toMatchObject({
      ...{ category: 'street-lamp', 'q-lamps': '3', 'q-pole': null, kind: 'complaint', send: true },
      pieces: [{ text: 'Третю добу не горить ліхтар' }],
      files: [{ id: 'dark', fileId: 'file-dark', messenger: 'telegram', kind: 'photo' }],
    });
  });

  it('can be written by typing alone', () => {
    const talk = new Talk('appeal', { citizen: known }).says('Не горить ліхтар');
    talk.says(talk.label('street-lamp')).says('2').says(talk.label('!skip'));
    talk.says(talk.label('!skip')).says('1').says(talk.label('complaint').toLowerCase()).says('1');
    expect(talk.end).toBe('finish');
  });

  it.each(['1', '2', '3', '4', '5'])(
    'takes a typed %s for the number it asks, never for a way out',
    (number) => {
      const talk = appeal(LAMP).says(number);
      expect(talk.fields['q-lamps']).toBe(number);
      expect(talk.end).toBeUndefined();
    },
  );

  it('goes to a moderator first when no proposal is likely, and not when one is', () => {
    const doubtful = appeal(words('щось там не працює'));
    expect(doubtful.presses(doubtful.offered[0]!).fields).toMatchObject({ isUncertain: true });
    const sure = appeal(words('Третю добу не горить ліхтар')).presses('street-lamp');
    expect(sure.fields).not.toHaveProperty('isUncertain');
  });

  describe('a question for a day', () => {
    const fields = { ...words('Вкрали велосипед'), proposal: 'theft', category: 'theft' };

    it('is answered as people say it', () => {
      expect(appeal(fields).says('вчора').fields['q-incident-day']).toBe('2026-11-19');
      expect(appeal(fields).says('7 листопада').fields['q-incident-day']).toBe('2026-11-07');
    });

    it.each(['давненько вже', 'завтра', '31.02'])('asks once more, clearly, after «%s»', (said) => {
      const talk = appeal(fields).says(said);
      expect(talk.remark).toMatch('Напишіть день');
      expect(talk).toMatchObject({ asked: 'q-incident-day', fields });
    });

    it('may be left out', () => {
      expect(appeal(fields).says('не пам’ятаю').fields['q-incident-day']).toBeNull();
    });
  });

  describe('a question for a photo', () => {
    const fields = {
      ...words('Неправильна платіжка за тепло'),
      proposal: 'heat-bill',
      category: 'heat-bill',
    };

    it('takes the photo among the files', () => {
      const talk = appeal(fields).sends('bill');
      expect(talk.fields).toMatchObject({ 'q-bill-photo': 'bill', files: [{ id: 'bill' }] });
      expect(talk.asked).toBe('filesDone');
    });

    it('is not asked of who sent one already', () => {
      expect(appeal(fields).sends('bill').fields['q-bill-photo']).toBe('bill');
      const files = [{ id: 'early', kind: 'photo', messenger: 'telegram', fileId: 'f' }];
      expect(appeal({ ...fields, files }).asked).toBe('filesDone');
    });

    it('keeps words and asks on; nobody is asked for a photo twice', () => {
      const talk = appeal(fields).says('там нарахували зайве');
      expect(talk).toMatchObject({ asked: 'q-bill-photo', fields: { pieces: [{}, {}] } });
      expect(talk.says('нема фото').asked).toBe('kind');
    });

    it('refuses a sticker with what to do', () => {
      expect(appeal(fields).sendsSticker().remark).toMatch('Надішліть фото');
    });
  });

  it.each(['👍', '!!!', '   ', '1'])('asks again for words after «%s», and keeps nothing', (text) => {
    const talk = appeal().says(text);
    expect(talk.remark).toBeTruthy();
    expect(talk).toMatchObject({ asked: 'pieces', fields: {}, end: undefined });
  });

  it('asks again after a sticker', () => {
    expect(appeal().sendsSticker()).toMatchObject({ asked: 'pieces', fields: {} });
  });

  it('refuses more than fits and keeps what stood', () => {
    const talk = appeal(words('Яма')).says('а'.repeat(12_000));
    expect(talk.remark).toBeTruthy();
    expect(talk.fields).toEqual(words('Яма'));
  });

  it('joins a second message to the text before a category is chosen', () => {
    const talk = appeal().says('Не горить ліхтар').says('біля школи');
    expect(talk.asked).toBe('proposal');
    expect(talk.fields.pieces).toMatchObject([{ text: 'Не горить ліхтар' }, { text: 'біля школи' }]);
  });

  it('finds a category by searching, by browsing, or leaves it to a moderator', () => {
    const lost = () => appeal(words('Не горить ліхтар')).presses('other');
    expect(lost().says('ліхтар').offered).toContain('street-lamp');
    expect(lost().presses('g-lighting-power').presses('street-lamp').fields.category).toBe('street-lamp');
    const unsure = lost().presses('unsure').fields;
    expect(unsure).toMatchObject({ isUncertain: true, category: expect.any(String) as string });
  });

  it('starts a search anew when nothing is found', () => {
    const talk = appeal(words('Не горить ліхтар')).presses('other').says('зюзюбра');
    expect(talk.asked).toBe('category');
    expect(talk.presses('groups').offered).toContain('g-roads');
  });

  it('knows the house by its typed address and keeps an unknown place in the person’s words', () => {
    expect(appeal({ ...PLACED, place: undefined }).says('Миру 18').fields.place).toMatchObject({
      kind: 'address',
    });
    const written = appeal({ ...PLACED, place: undefined })
      .says('за гаражами біля річки')
      .presses('written');
    expect(written.fields.place).toMatchObject({ kind: 'as_written', label: 'за гаражами біля річки' });
  });

  it('proposes the place named in the first words, and takes another as well', () => {
    const named = { ...PLACED, ...words('Не горить ліхтар на Миру 18'), place: undefined };
    expect(appeal(named).says('так').fields.place).toMatchObject({ label: 'вул. Миру, 18' });
    expect(appeal(named).says('Садова 27').fields.place).toMatchObject({ label: 'вул. Садова, 27' });
    const another = appeal(named).says('ні');
    expect(another).toMatchObject({ asked: 'place', offered: ['!skip', '!later', '!back'] });
    expect(another.says('Садова 27').fields.place).toMatchObject({ label: 'вул. Садова, 27' });
  });

  it('asks about a house the city does not know: it may be so, or another number', () => {
    const doubted = () => appeal({ ...PLACED, place: undefined }).says('Садова 300');
    expect(doubted().screen.text).toMatch(/1–112[^]*300/);
    expect(doubted().presses('so').fields.place).toMatchObject({ label: 'вул. Садова, 300' });
    expect(doubted().says('30').fields.place).toMatchObject({ label: 'вул. Садова, 30' });
    expect(doubted().presses('other')).toMatchObject({ asked: 'place' });
  });

  it.each([
    ['a group', (talk: Talk) => talk.presses('g-roads')],
    ['words to search by', (talk: Talk) => talk.says('яма на дорозі')],
  ])('asks for the category itself after %s, also when one was chosen before', (_what, narrows) => {
    const before = { ...words('Прошу відповісти на лист'), proposal: 'other', category: 'jobs-army-other' };
    const narrowed = narrows(appeal(before).presses('!back'));
    expect(narrowed.asked).toBe('category');
    const other = narrowed.offered.find((value) => !value.startsWith('!'))!;
    expect(narrowed.presses(other).fields['category']).toBe(other);
  });

  it('reads a point from a link to a map', () => {
    const talk = appeal({ ...PLACED, place: undefined }).says('https://maps.google.com/?q=49.4742,31.5103');
    expect(talk.fields.place).toMatchObject({ kind: 'location', district: 'central' });
  });

  it('refuses a point outside the city and stays at the place', () => {
    const talk = appeal({ ...PLACED, place: undefined }).locates(0, 0);
    expect(talk.asked).toBe('place');
    expect(talk.remark).toBeTruthy();
  });

  it('keeps each photo once, ten at most, and can start them anew', () => {
    const talk = appeal(PLACED);
    for (const id of ['a', 'a', 'b']) talk.sends(id);
    expect(talk.fields.files).toHaveLength(2);
    for (let index = 0; index < 9; index += 1) talk.sends(`more-${index}`);
    expect(talk.fields.files).toHaveLength(10);
    expect(talk.remark).toBeTruthy();
    expect(talk.presses('clear')).toMatchObject({ fields: { files: [] }, asked: 'filesDone' });
  });

  it('keeps a photo that comes before it is asked for', () => {
    const talk = appeal(LAMP).sends('early');
    expect(talk.fields.files).toMatchObject([{ id: 'early' }]);
    expect(talk.asked).toBe('q-lamps');
  });

  it('keeps words typed where a photo is expected', () => {
    const talk = appeal(PLACED).says('фото нема, але там темно');
    expect(talk.asked).toBe('filesDone');
    expect(talk.fields.pieces).toHaveLength(2);
  });

  it('goes back to the question before, and can be put off or dropped', () => {
    expect(appeal(LAMP).presses('!back').asked).toBe('proposal');
    expect(appeal(LAMP).presses('!later').end).toBe('later');
    expect(appeal(LAMP).says(texts('nav-cancel')).end).toBe('cancel');
  });

  it('changes any field from the review and comes back to it', () => {
    const talk = new Talk('appeal', { citizen: known, fields: READY });
    expect(talk.asked).toBe('send');
    talk.presses('change').presses('kind').presses('proposal');
    expect(talk).toMatchObject({ asked: 'send', fields: { kind: 'proposal' } });
    talk.presses('change').presses('pieces').says('Не горить жоден ліхтар');
    expect(talk).toMatchObject({ asked: 'send', fields: { pieces: [{ text: 'Не горить жоден ліхтар' }] } });
  });

  it('ignores a choice that is not offered', () => {
    const talk = appeal(words('Не горить ліхтар')).presses('moon');
    expect(talk).toMatchObject({ asked: 'proposal', fields: words('Не горить ліхтар') });
  });
});

const texts = (key: string) => new Talk('appeal').context.t.plain(key);

describe('registration inside an appeal', () => {
  const asking = (fields = {}) => appeal({ ...READY, ...fields });
  const agreed = { consent: { version: city.privacyNotice.version, hash: 'x', at: new Date() } };

  it('asks consent, phone, name, residence and e-mail once', () => {
    const talk = asking();
    expect(talk.asked).toBe('consent');
    talk.presses('agree');
    expect(talk.fields.consent).toMatchObject({
      version: city.privacyNotice.version,
      hash: expect.stringMatching(/^[\da-f]{64}$/) as string,
    });
    talk
      .shares('+380501234567')
      .says('Коваль Олена Іванівна')
      .says('вул. Миру, 18, кв. 5')
      .says('olena@example.com');
    expect(talk.asked).toBe('send');
  });

  it('asks nothing more of a person who declines', () => {
    expect(asking().presses('decline').asked).toBe('send');
  });

  it('asks nothing of a person it knows', () => {
    expect(new Talk('appeal', { citizen: known, fields: READY }).asked).toBe('send');
  });

  it('asks consent again when the notice is a new one', () => {
    const old = { ...known, consent: { version: '2025-01', hash: 'x', at: new Date() } };
    expect(new Talk('appeal', { citizen: old, fields: READY }).asked).toBe('consent');
  });

  it('takes only the person’s own contact for a phone', () => {
    const talk = asking(agreed).shares('+380501112233', false);
    expect(talk).toMatchObject({ asked: 'phone' });
    expect(talk.fields).not.toHaveProperty('phone');
    expect(talk.says('0501112233').fields).not.toHaveProperty('phone');
    expect(talk.shares('+380501234567').fields.phone).toBe('+380501234567');
  });

  it.each(['phone', 'name', 'residence', 'email'])('lets %s be withheld', (field) => {
    const before = { ...agreed, phone: null, name: null, residence: null, email: null };
    const talk = asking({ ...before, [field]: undefined }).presses('!skip');
    expect(talk.fields[field]).toBeNull();
    expect(talk.asked).toBe('send');
  });

  it.each<[string, string, boolean]>([
    ['name', 'Коваль Олена', true],
    ['name', 'О’Коннор-Гнатюк Марія  Іванівна', true],
    ['name', 'Олена', false],
    ['name', 'Коваль 123', false],
    ['residence', 'вул. Миру, 18', true],
    ['residence', '18', false],
    ['residence', '12345', false],
    ['email', 'olena@example.com', true],
    ['email', 'olena@', false],
    ['email', 'немає пошти', false],
  ])('%s «%s» is taken: %s', (field, text, isTaken) => {
    const before = { ...agreed, phone: null, name: null, residence: null, email: null };
    const talk = asking({ ...before, [field]: undefined }).says(text);
    expect(talk.fields[field] !== undefined).toBe(isTaken);
    expect(talk.asked).toBe(isTaken ? 'send' : field);
  });
});
