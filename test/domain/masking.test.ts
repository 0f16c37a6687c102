import fc from 'fast-check';
import { excerpt, maskContacts } from '../../domain/masking';

describe('a group sees no contacts', () => {
  it.each([
    '0501234567',
    '050 123 45 67',
    '050-123-45-67',
    '(050) 123-45-67',
    '050.123.45.67',
    '+380501234567',
    '+38 (050) 123-45-67',
    '+38 050 123 45 67',
    '380501234567',
    '80501234567',
    '8 050 123 45 67',
    '050 12 34 567',
    '050 1234567',
    '050\u00a0123\u00a045\u00a067',
    '050–123–45–67',
    '+48 601 234 567',
    'olena.k+city@example.com.ua',
    'ОЛЕНА@пошта.укр',
    '4149 4999 1234 5678',
    '4149499912345678',
    'UA213223130000026007233566001',
    '765-43-21',
    'кв. 12',
    'кв.12',
    'кв 12а',
    'квартира 45',
    'квартирі 45',
    'квартири № 7',
    'кв-ра 9',
    'flat 7',
    'Apt. 3',
    'apartment 3',
  ])('%s becomes dots', (contact) => {
    expect(maskContacts(`Телефонуйте: ${contact}, дякую`)).toBe('Телефонуйте: •••, дякую');
  });

  it.each([
    'Не горить 12 ліхтарів біля будинку 18/2, стовп 154',
    'Звернення 2026-004217 від 20.11.2026',
    'Перерва 07.12.2026 12:30–13:00, звернення 2026-004217 2026 року',
    'Тролейбус 15 запізнився на 40 хвилин о 18:30',
    'Квартал 5, Квітнева 12, вул. Квіткова, 18',
    'Телефон гарячої лінії 15-80',
    'Борг 1250 грн за 2025 рік',
  ])('leaves alone: %s', (text) => {
    expect(maskContacts(text)).toBe(text);
  });

  it('masks every contact of a text and keeps its other words', () => {
    const text = 'Я з кв. 12, тел. 0501234567 або 067-765-43-21, пошта a@b.ua. Тече дах.';
    expect(maskContacts(text)).toBe('Я з •••, тел. ••• або •••, пошта •••. Тече дах.');
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = maskContacts(text);
        return maskContacts(once) === once;
      }),
    );
  });

  it('lets no phone of any spelling through', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0');
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const phone = fc
      .tuple(
        fc.constantFrom('', '+38', '38', '8'),
        gap,
        digits(2),
        gap,
        digits(3),
        gap,
        digits(2),
        gap,
        digits(2),
      )
      .map(
        ([country, g0, code, g1, a, g2, b, g3, c]) =>
          `${country}${country && g0}0${code}${g1}${a}${g2}${b}${g3}${c}`,
      );
    fc.assert(
      fc.property(phone, (written) => !/\d/.test(maskContacts(`дзвоніть ${written} ввечері`))),
      { numRuns: 1000 },
    );
  });
});

describe('an excerpt', () => {
  it.each([
    ['Коротко', 20, 'Коротко'],
    ['  Два\n\nрядки  ', 20, 'Два рядки'],
    ['Не горить ліхтар біля школи', 12, 'Не горить…'],
    ['Довжелезнеслово', 8, 'Довжелез…'],
  ])('of «%s» up to %i is «%s»', (text, length, expected) => {
    expect(excerpt(text, length)).toBe(expected);
  });

  it('never grows past its length and one ellipsis, and splits no emoji', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (words, length) => {
        const short = excerpt(words, length);
        expect(short.length).toBeLessThanOrEqual(length + 1);
        expect(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(short)).toBe(true);
      }),
    );
  });
});
