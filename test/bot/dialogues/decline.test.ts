import { anAppeal } from '../../support/builders';
import { Talk } from '../../support/a-talk';

const appeal = anAppeal({
  status: 'in_progress',
  pieces: [{ messageId: '1', text: 'Величезна яма на дорозі, побив колесо' }],
});
const declining = () => new Talk('decline', { appeal });

describe('«not ours»', () => {
  it('asks whose it is, those its words point to first and its own never, and why', () => {
    const talk = declining();
    expect(talk.offered[0]).toBe('roads');
    expect(talk.offered).not.toContain('light');
    expect(talk.offered).toEqual(expect.arrayContaining(['water', 'other_body', 'not_known', '!cancel']));
    expect(talk.presses('roads').asked).toBe('pieces');
    expect(talk.says('Це дорога, а не ліхтар').end).toBe('finish');
    expect(talk.fields).toMatchObject({ to: 'roads', pieces: [{ text: 'Це дорога, а не ліхтар' }] });
  });

  it('is chosen by typing too, in one sentence told how when it cannot be read', () => {
    const talk = declining().says('комусь');
    expect(talk.asked).toBe('to');
    expect(talk.remark).toContain('назву підрозділу');
    expect(talk.says('управління «Міськшлях»').fields.to).toBe('roads');
  });

  it('of another body asks which one', () => {
    expect(declining().presses('other_body').screen.text).toContain('до якого органу');
    expect(declining().presses('not_known').screen.text).not.toContain('до якого органу');
  });

  it('wants a reason in words, and can be thought better of', () => {
    expect(declining().presses('roads').sends('photo').asked).toBe('pieces');
    expect(declining().presses('roads').says('!').asked).toBe('pieces');
    expect(declining().presses('roads').presses('!cancel').end).toBe('cancel');
  });
});
