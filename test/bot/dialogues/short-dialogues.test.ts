import type { DraftKind, Fields } from '../../../domain/draft';
import { aCitizen, anAppeal } from '../../support/builders';
import { Talk } from '../../support/a-talk';
import { city } from '../../support/sample-city';

const atStart: Partial<Record<DraftKind, Fields>> = { rework: { verdict: 'not_solved' } };
const about = (kind: DraftKind) =>
  new Talk(kind, { appeal: anAppeal({ status: 'answered' }), fields: atStart[kind] ?? {} });

describe.each<DraftKind>(['detail', 'rework', 'rating', 'question'])('%s', (kind) => {
  it('is one message and «send»', () => {
    const talk = about(kind).says('Ліхтар не горить');
    expect(talk.end).toBeUndefined();
    expect(talk.presses('send').end).toBe('finish');
    expect(talk.fields.pieces).toMatchObject([{ text: 'Ліхтар не горить' }]);
  });

  it('cannot be sent while nothing is written', () => {
    expect(about(kind).presses('send')).toMatchObject({ end: undefined, fields: atStart[kind] ?? {} });
  });

  it('takes more words before it goes', () => {
    expect(about(kind).says('Не горить').says('І сьогодні теж').fields.pieces).toHaveLength(2);
  });

  it('is left by «cancel»', () => {
    expect(about(kind).presses('!cancel').end).toBe('cancel');
  });
});

describe('photos', () => {
  it.each<[DraftKind, boolean]>([
    ['detail', true],
    ['rework', true],
    ['rating', false],
    ['question', true],
  ])('are welcome in %s: %s', (kind, isWelcome) => {
    expect(about(kind).sends('dark').fields.files !== undefined).toBe(isWelcome);
  });

  it('bring their captions along', () => {
    expect(about('rework').sends('dark', 'Досі темно').fields.pieces).toMatchObject([{ text: 'Досі темно' }]);
  });
});

describe('correcting what is kept', () => {
  const consent = { version: city.privacyNotice.version, hash: 'x', at: new Date('2026-11-01T10:00:00Z') };
  const citizen = aCitizen({ consent, name: 'Коваль Олена', phone: '+380501234567' });
  const correcting = (what: string, who = citizen) => new Talk('profile', { citizen: who, fields: { what } });

  it('asks for the one field, known or not, and is done', () => {
    const talk = correcting('name');
    expect(talk.asked).toBe('name');
    expect(talk.says('Коваль Олена Іванівна')).toMatchObject({
      end: 'finish',
      fields: { name: 'Коваль Олена Іванівна' },
    });
  });

  it('asks for consent first where there is none', () => {
    const talk = correcting('email', aCitizen());
    expect(talk.asked).toBe('consent');
    expect(talk.presses('agree').asked).toBe('email');
  });

  it('asks nothing of one who declines', () => {
    expect(correcting('email', aCitizen()).presses('decline').end).toBe('finish');
  });
});
