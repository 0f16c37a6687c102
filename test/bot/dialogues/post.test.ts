import { Talk } from '../../support/a-talk';

const invite = () => new Talk('post', { fields: { roles: ['official', 'head', 'moderator'] } });

describe('an invitation', () => {
  it('asks the role, the department and the name', () => {
    const talk = invite();
    expect(talk.offered).toEqual(expect.arrayContaining(['official', 'head', 'moderator']));
    talk.presses('head');
    expect(talk.asked).toBe('department');
    talk.presses('light');
    expect(talk.says('Петренко О. І.').end).toBe('finish');
    expect(talk.fields).toMatchObject({ role: 'head', department: 'light', name: 'Петренко О. І.' });
  });

  it('asks no department of those who serve the whole city', () => {
    const talk = invite().presses('moderator');
    expect(talk.asked).toBe('name');
    expect(talk.presses('!skip')).toMatchObject({ end: 'finish', fields: { role: 'moderator', name: null } });
  });

  it('offers only the roles one may give', () => {
    expect(invite().presses('controller').fields.role).toBeUndefined();
  });

  it('may be typed, and bears nonsense', () => {
    const talk = invite().says('керівник підрозділу');
    expect(talk.says('немає такого').asked).toBe('department');
    talk.says('управління «Міськсвітло»');
    expect(talk.fields).toMatchObject({ role: 'head', department: 'light' });
    expect(talk.says('123').remark).toContain('прізвище');
  });

  it('goes back and asks the department again after another role', () => {
    const talk = invite().presses('head').presses('light').presses('!back').presses('!back');
    expect(talk.asked).toBe('role');
    expect(talk.presses('official').asked).toBe('department');
  });
});

describe('a post for a colleague', () => {
  it('asks no name', () => {
    const talk = new Talk('post', { fields: { colleague: 'telegram-7', roles: ['head'] } });
    expect(talk.presses('head').presses('light').end).toBe('finish');
  });
});
