import fc from 'fast-check';
import { GrammyError, HttpError } from 'grammy';
import {
  CLASS_OF,
  classify,
  refusalIn,
  type ErrorClass,
  type Verdict,
} from '../../../messengers/telegram/classify';
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

  it('tells a group that lets us write nothing for now from one that is lost', () => {
    const muted = 'Bad Request: not enough rights to send text messages to the chat';
    const lost = 'Forbidden: bot was kicked from the supergroup chat';
    expect(classify({ code: 400, description: muted }, LEFT)).toEqual({
      ...{ result: 'unreachable', isForNow: true },
    });
    expect(classify({ code: 403, description: lost }, LEFT)).toEqual({ result: 'unreachable' });
    const noPhotos = 'Bad Request: not enough rights to send photos to the chat';
    expect(classify({ code: 400, description: noPhotos }, LEFT)).toEqual({ result: 'unreachable' });
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
    expect(classify({ code: 420, description: 'FLOOD_WAIT' }, LEFT)).toEqual({
      ...{ result: 'busy', retryAfterMs: 5_000 },
    });
  });

  it('gets a word whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (code, description) => {
        expect(typeof says(code, description)).toBe('string');
      }),
    );
  });
});

describe('the class an answer is counted in', () => {
  /** By what the office must do about it: docs/guarantees, "Facts about Telegram". */
  const CLASSES: Record<ErrorClass, readonly Verdict['result'][]> = {
    terminal: ['unreachable'],
    redirect: ['moved', 'no_thread'],
    benign: ['unchanged', 'gone', 'undeletable', 'no_text'],
    our_bug: ['unreadable', 'bad_buttons'],
    token: ['stopped'],
    transient: ['busy', 'later'],
    ambiguous: ['ambiguous'],
    unknown: ['rejected'],
  };

  it.each(Object.entries(CLASSES))('%s: %j', (name, verdicts) => {
    const counted = Object.keys(CLASS_OF).filter((word) => CLASS_OF[word as Verdict['result']] === name);
    expect(counted.sort()).toEqual([...verdicts].sort());
  });
});

describe('a call that failed', () => {
  it('was answered, in Telegram’s words', () => {
    const answer = {
      ...{ ok: false as const, error_code: 429, description: 'Too Many Requests' },
      parameters: { retry_after: 17, migrate_to_chat_id: -100200 },
    };
    expect(refusalIn(new GrammyError('failed', answer, 'sendMessage', {}))).toEqual({
      refusal: { code: 429, description: 'Too Many Requests', retryAfterSeconds: 17, toChatId: -100200 },
      hasLeft: true,
    });
  });

  it('was not answered', () => {
    expect(refusalIn(new HttpError('failed', new TypeError('reset')))).toEqual({ hasLeft: true });
    const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    expect(refusalIn(new HttpError('failed', refused))).toEqual({ hasLeft: false });
  });

  it('for a mistake of ours is no answer at all', () => {
    expect(() => refusalIn(new RangeError('ours'))).toThrow('ours');
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
