import { ownUpdate } from '../../domain/own-update';

const own = new Set(['telegram-1', 'telegram-3']);
const given = (what: unknown): unknown => JSON.parse(ownUpdate(JSON.stringify(what), own));

describe('what nobody could carry out, as whoever wrote it is given it', () => {
  it('names nobody else: not whose message was passed on or answered, whose contact it is, in which group', () => {
    const update = {
      update_id: 7,
      message: {
        ...{ message_id: 9, text: 'Яма на дорозі', from: { id: 1, first_name: 'Олена' } },
        chat: { id: -100777, title: 'Світло' },
        forward_origin: { type: 'user', sender_user: { id: 66601, first_name: 'Чужа' } },
        reply_to_message: { message_id: 8, from: { id: 66602 } },
        forward_sender_name: 'Чужа',
        external_reply: { origin: { type: 'hidden_user', sender_user_name: 'Чужа' } },
        contact: { phone_number: '+380671112233', first_name: 'Чужа', user_id: 66603 },
        new_chat_members: [{ id: 66604 }],
      },
    };
    expect(given(update)).toEqual({
      update_id: 7,
      message: {
        ...{ message_id: 9, text: 'Яма на дорозі', from: { id: 1, first_name: 'Олена' } },
        ...{ forward_origin: { type: 'user' }, reply_to_message: { message_id: 8 } },
        ...{ external_reply: { origin: { type: 'hidden_user' } }, new_chat_members: [null] },
      },
    });
  });

  it('stays theirs, from any of their accounts, with presses and events as we read them', () => {
    const contact = { message: { contact: { phone_number: '+380671112233', user_id: 1 } } };
    expect(given(contact)).toEqual(contact);
    const press = { callback_query: { id: '4382bfd', from: { id: 3 }, data: 'a.1', chat_id: 1 } };
    const event = { id: 'tg-1-7', person: { id: '1' }, content: { kind: 'text', text: 'Яма' } };
    expect([press, event].map(given)).toEqual([press, event]);
  });

  it('stays as it came when it is no JSON', () => {
    expect(ownUpdate('not JSON', own)).toBe('not JSON');
  });
});
