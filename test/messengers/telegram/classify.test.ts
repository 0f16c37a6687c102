import fc from 'fast-check';
import { HttpError } from 'grammy';
import { classify } from '../../../messengers/telegram/classify';
import { hasLeft } from '../../../messengers/telegram/network';

const LEFT = { hasLeft: true };
const says = (code: number, description: string) => classify({ code, description }, LEFT).result;

describe('an answer of Telegram', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'unreachable'],
    [403, 'Forbidden: user is deactivated', 'unreachable'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'unreachable'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable'],
    [400, 'Bad Request: chat not found', 'unreachable'],
    [400, 'Bad Request: PEER_ID_INVALID', 'unreachable'],
    [400, 'Bad Request: group chat was deactivated', 'unreachable'],
    [400, 'Bad Request: message thread not found', 'no_thread'],
    [400, 'Bad Request: TOPIC_CLOSED', 'no_thread'],
    [400, 'Bad Request: TOPIC_DELETED', 'no_thread'],
    [400, 'Bad Request: the chat is not a forum', 'no_thread'],
    [
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      'unchanged',
    ],
    [400, 'Bad Request: TOPIC_NOT_MODIFIED', 'unchanged'],
    [400, 'Bad Request: message to edit not found', 'gone'],
    [400, 'Bad Request: message to delete not found', 'gone'],
    [400, "Bad Request: message can't be deleted for everyone", 'undeletable'],
    [400, "Bad Request: message can't be deleted", 'undeletable'],
    [400, "Bad Request: message can't be edited", 'gone'],
    [400, 'Bad Request: MESSAGE_ID_INVALID', 'gone'],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'gone'],
    [400, 'Bad Request: there is no text in the message to edit', 'no_text'],
    [400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 4", 'unreadable'],
    [400, 'Bad Request: message is too long', 'unreadable'],
    [400, 'Bad Request: MESSAGE_TOO_LONG', 'unreadable'],
    [400, 'Bad Request: message caption is too long', 'unreadable'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'bad_buttons'],
    [400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed", 'bad_buttons'],
    [401, 'Unauthorized', 'stopped'],
    [404, 'Not Found', 'stopped'],
    [409, 'Conflict: terminated by other getUpdates request', 'stopped'],
    [500, 'Internal Server Error', 'later'],
    [502, 'Bad Gateway', 'later'],
    [503, '', 'later'],
    [400, 'Bad Request: something nobody has seen', 'rejected'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'unreachable'],
    [400, 'Bad Request: have no rights to send a message', 'unreachable'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'unreachable'],
    [400, 'Bad Request: not enough rights to pin a message', 'rejected'],
    [413, 'Request Entity Too Large', 'rejected'],
    [418, '', 'rejected'],
  ])('%i %s is %s', (code, description, word) => {
    expect(says(code, description)).toBe(word);
  });

  it('redirects to the new id of a group', () => {
    const refusal = { code: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat' };
    expect(classify({ ...refusal, toChatId: -100200 }, LEFT)).toEqual({
      result: 'moved',
      toChatId: '-100200',
    });
  });

  it('asks to wait as long as it says, or a little when it does not say', () => {
    const refusal = { code: 429, description: 'Too Many Requests' };
    expect(classify({ ...refusal, retryAfterSeconds: 17 }, LEFT)).toEqual({
      result: 'busy',
      retryAfterMs: 17_000,
    });
    expect(classify(refusal, LEFT)).toEqual({ result: 'busy', retryAfterMs: 5_000 });
  });

  it('gets a word whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (code, description) => {
        expect(typeof says(code, description)).toBe('string');
      }),
    );
  });
});

describe('no answer', () => {
  it('is ambiguous when the call may have arrived and later when it has not', () => {
    expect(classify(undefined, { hasLeft: true })).toEqual({ result: 'ambiguous' });
    expect(classify(undefined, { hasLeft: false })).toEqual({ result: 'later' });
  });

  const failed = (cause: object) =>
    new HttpError('failed', Object.assign(new TypeError('fetch failed'), { cause }));

  it.each([
    [{ code: 'ECONNREFUSED' }, false],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, false],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, false],
    [{ code: 'ETIMEDOUT', errors: [{ code: 'ENETUNREACH', syscall: 'connect' }] }, false],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, false],
    [{ code: 'CERT_HAS_EXPIRED' }, false],
    [
      {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
      false,
    ],
    [{ code: 'ECONNRESET' }, true],
    [{ code: 'UND_ERR_SOCKET' }, true],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, true],
    [{}, true],
  ])('%j has left: %s', (cause, expected) => {
    expect(hasLeft(failed(cause))).toBe(expected);
  });
});
