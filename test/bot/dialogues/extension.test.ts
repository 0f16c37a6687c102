import { Talk } from '../../support/a-talk';
import { anAppeal, days } from '../../support/builders';

describe('asking for a longer term', () => {
  it('counts the last day from when the message became an appeal, in words as in the buttons', () => {
    const appeal = anAppeal({
      status: 'in_progress',
      registeredAt: days(-20),
      identifiedAt: days(0),
      legalDueAt: days(30),
    });
    const talk = new Talk('extension', { appeal }).says('чекаємо на лампи');
    expect(talk.asked).toBe('day');
    expect(talk.offered.slice(0, -1).sort().at(-1)).toBe('2027-01-04');
    expect(talk.screen.text).toMatch(/4 січня/);
  });
});
