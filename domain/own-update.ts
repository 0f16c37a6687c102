import { chatOf } from './person-id';

const NAMES_ACCOUNT = /(user|chat)_id$/;
/** Whoever hides their account is named by this alone. */
const NAMES_OTHERS = /^(sender_user_name|forward_sender_name)$/;

const isOthersContact = (key: string, value: unknown): boolean =>
  key === 'contact' && (value as { user_id?: unknown } | null)?.user_id === undefined;

const numberOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;

const parsed = (what: string, without: (key: string, value: unknown) => boolean): unknown => {
  try {
    return JSON.parse(what, (key, value: unknown) => (without(key, value) ? undefined : value));
  } catch {
    return undefined;
  }
};

/**
 * What came from a person and nobody could carry out, as they are given it: without accounts and chats of others, such as
 * whoever wrote a message that was passed on. What is no JSON stays as it came.
 */
export function ownUpdate(what: string, accounts: ReadonlySet<string>): string {
  const own = new Set([...accounts].map((id) => Number(chatOf(id).chatId)));
  const isOthers = (id: unknown): boolean => typeof id === 'number' && !own.has(id);
  const left = parsed(
    what,
    (key, value) =>
      NAMES_OTHERS.test(key) ||
      isOthersContact(key, value) ||
      isOthers(NAMES_ACCOUNT.test(key) ? value : numberOf(value)),
  );
  return left === undefined ? what : JSON.stringify(left);
}
