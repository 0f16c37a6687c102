import { chatOf } from '../../domain/person-id';

describe('the id of a person', () => {
  it('tells the chat they write from', () => {
    expect(chatOf('telegram-123')).toEqual({ messenger: 'telegram', chatId: '123' });
    expect(chatOf('email-a-b@example.org')).toEqual({ messenger: 'email', chatId: 'a-b@example.org' });
    expect(chatOf('')).toEqual({ messenger: '', chatId: '' });
  });
});
