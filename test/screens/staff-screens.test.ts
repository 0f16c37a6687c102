import fc from 'fast-check';
import type { Appeal } from '../../domain/appeal';
import type { Screen } from '../../messengers/messenger';
import { reworkAlert } from '../../screens/notice-screens';
import { answerPreview, staffCard } from '../../screens/staff-screens';
import { topicTitle } from '../../screens/topic-screens';
import { anAppeal, anEvent, aPhoto, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';
import { appeals, staffScreens } from './every-screen';

const t = texts.for('uk');
const said = ({ text, choices }: Screen): string =>
  [text, ...(choices ?? []).flat().map((choice) => Object.values(choice).join(' '))].join('\n');

const digits = (count: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${count - 1}}$`));
/** Things of a person that must never be read in a group. */
const secret = fc.record({
  phone: digits(7).map((rest) => `+38050${rest}`),
  local: digits(7).map((rest) => `067 ${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`),
  email: digits(6).map((name) => `canary${name}@example.com`),
  card: digits(16).map((number) => number.replace(/(\d{4})(?=\d)/g, '$1 ')),
  flat: digits(4).map((number) => `кв. ${number}`),
});
/** The tails nobody else could have written. */
const tailsOf = ({
  email,
  flat,
  ...numbers
}: Record<'email' | 'flat' | 'phone' | 'local' | 'card', string>) => [
  ...Object.values(numbers).map((number) => number.slice(-6)),
  email.slice(0, 12),
  flat,
];

/** An appeal whose author wrote their contacts wherever one can write. */
function confiding(status: Appeal['status'], words: string): Appeal {
  const event = (type: 'appeal.detail_added' | 'appeal.returned_for_rework' | 'appeal.amended', id: string) =>
    anEvent(id, { type, facts: { text: words, before: words, attachments: [aPhoto('a')] } });
  return anAppeal({
    status,
    citizenId: 'telegram-987654321',
    pieces: [{ messageId: '1', text: words }],
    place: { kind: 'as_written', label: words },
    particulars: { pole: words, lamps: words },
    number: '2026-777777',
    events: [
      event('appeal.detail_added', 'e1'),
      event('appeal.returned_for_rework', 'e2'),
      event('appeal.amended', 'e3'),
    ],
  });
}

describe('a staff chat', () => {
  it('never shows a phone, an e-mail, a card or a flat, wherever the citizen wrote it', () => {
    const status = fc.constantFrom<Appeal['status']>(
      'submitted',
      'in_progress',
      'answered',
      'rework',
      'closed',
    );
    fc.assert(
      fc.property(secret, status, (secrets, where) => {
        const words = `Ліхтар. ${Object.values(secrets).join(', ')}. Чекаю.`;
        const appeal = confiding(where, words);
        const alert = reworkAlert(t, city, appeal, appeal.events[1]!);
        const all = [...staffScreens(t, appeal, words).map(([, screen]) => screen), alert]
          .map(said)
          .join('\n');
        const title = topicTitle(t, city, appeal);
        const leaked = tailsOf(secrets).filter((canary) => `${all}${title}`.includes(canary));
        expect(leaked).toEqual([]);
        expect(all).toContain('Ліхтар.');
      }),
      { numRuns: 200 },
    );
  });

  it('never shows who wrote it', () => {
    const all = appeals({ citizenId: 'telegram-987654321' }).flatMap((appeal) => staffScreens(t, appeal));
    expect(all.filter(([, screen]) => said(screen).includes('987654321'))).toEqual([]);
  });

  it('says that somebody is heard first, and never why', () => {
    const author = { authorCategory: 'disability_2', socialStatus: 'unemployed', isPreferred: true } as const;
    const all = appeals(author).flatMap((appeal) =>
      staffScreens(t, appeal).map(([, screen]) => said(screen)),
    );
    const words = [t.plain('author-disability_2'), t.plain('social-unemployed'), 'disability', 'unemployed'];
    expect(all.filter((text) => words.some((word) => text.includes(word)))).toEqual([]);
    expect(all[0]).toContain(t.plain('staff-preferred'));
  });

  it('shows a citizen’s words as words, not as markup', () => {
    const card = staffCard(
      t,
      city,
      anAppeal({ pieces: [{ messageId: '1', text: '<b>x</b> & <a href="y">' }] }),
      NOW,
    );
    expect(card.text).toContain('&lt;b&gt;x&lt;/b&gt; &amp; &lt;a');
  });

  it('fits the longest appeal into one message', () => {
    const text = 'Дуже довгий текст. '.repeat(600);
    const long = appeals({
      pieces: [{ messageId: '1', text }],
      place: { kind: 'as_written', label: 'х'.repeat(200) },
    });
    expect(Math.max(...long.map((appeal) => staffCard(t, city, appeal, NOW).text.length))).toBeLessThan(4096);
  });

  it.each<[Appeal['status'], string[]]>([
    ['submitted', ['take', 'ans', 'ask', 'dec', 'gv', 'note', 'contact', 'sh']],
    ['in_progress', ['ans', 'ask', 'dec', 'gv', 'note', 'contact', 'sh']],
    ['needs_details', ['take', 'ans', 'ask', 'dec', 'gv', 'note', 'contact', 'sh']],
    ['rework', ['take', 'ans', 'ask', 'dec', 'gv', 'note', 'contact', 'sh']],
    ['answered', ['fix', 'note', 'contact', 'sh']],
    ['closed', ['note', 'contact', 'sh']],
    ['withdrawn', ['note', 'contact', 'sh']],
  ])('offers on the card of one that is %s what may be done now', (status, verbs) => {
    const choices = (staffCard(t, city, anAppeal({ status }), NOW).choices ?? []).flat();
    expect(choices.flatMap((one) => ('token' in one ? [one.token.split('.')[0]] : [])).sort()).toEqual(
      [...verbs].sort(),
    );
  });

  it('has topic titles Telegram takes', () => {
    const titles = appeals().map((appeal) => topicTitle(t, city, appeal));
    expect(titles.filter((title) => title.length === 0 || title.length > 128)).toEqual([]);
  });
});

describe('an answer before it is sent', () => {
  const draft = { text: 'Замінено.', files: 0, outcome: 'done' } as const;
  const joined = (id: string) =>
    anEvent(id, { type: 'appeal.joined', facts: { other: { id, number: '2026-000009' } } });
  const lead = (ids: string[]) => anAppeal({ joinerIds: ids, events: ids.map(joined) });

  it.each([
    [['a'], 'прочитає ще 1 людина'],
    [['a', 'b'], 'прочитають ще 2 людини'],
    [['a', 'b', 'c', 'd', 'e'], 'прочитають ще 5 людей'],
  ])('says who else reads it: %s', (ids, words) => {
    expect(answerPreview(t, city, lead(ids), draft).replace(/[\u2068\u2069]/g, '')).toContain(words);
  });

  it('says nothing of readers where there are none', () => {
    expect(answerPreview(t, city, anAppeal(), draft)).not.toMatch(/прочита/);
  });
});
