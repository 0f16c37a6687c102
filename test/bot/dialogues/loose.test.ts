import { Talk } from '../../support/a-talk';
import { anAppeal } from '../../support/builders';

const OPEN = anAppeal({ id: 'open1', number: '2026-000001' });
const ASKED = anAppeal({ id: 'asked1', number: '2026-000002', status: 'needs_details' });
const loose = (...talks: (typeof OPEN)[]) => new Talk('loose', { talks });

describe('words out of the blue', () => {
  it('ask which of several appeals they are for, a new one first while nobody waits for them', () => {
    expect(loose(OPEN).says('яма на дорозі').offered).toEqual(['new', 'open1', '!cancel']);
    expect(loose(ASKED, OPEN).says('біля входу').offered).toEqual(['asked1', 'open1', 'new', '!cancel']);
  });

  it('are asked about the one question that waits', () => {
    expect(loose(ASKED).says('біля входу').screen.text).toMatch(/відповідь на запитання[^]*2026-000002/);
  });

  it('are all kept while they are asked about: words, photos, a place', () => {
    const talk = loose(ASKED)
      .says('біля входу')
      .says('другого')
      .sends('a', 'ось тут')
      .locates(49.4742, 31.5103);
    expect(talk.asked).toBe('whose');
    expect(talk.fields).toMatchObject({
      pieces: [{ text: 'біля входу' }, { text: 'другого' }, { text: 'ось тут' }],
      files: [{ id: 'a' }],
      place: { kind: 'location' },
    });
    expect(talk.presses('asked1')).toMatchObject({ end: 'finish', fields: { whose: 'asked1' } });
  });

  it('that name a danger show whom to call first', () => {
    expect(loose(OPEN).says('у під’їзді сильно пахне газом').screen.text).toMatch(/^[^]*104[^]*пахне газом/);
  });

  it('cannot be given to an appeal that is not offered', () => {
    expect(loose(OPEN).says('яма').presses('other1')).toMatchObject({ end: undefined, asked: 'whose' });
  });
});
