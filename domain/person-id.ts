/** `telegram-123` writes from the private chat 123 of the messenger `telegram`. */
export function chatOf(personId: string): { readonly messenger: string; readonly chatId: string } {
  const [messenger = '', ...rest] = personId.split('-');
  return { messenger, chatId: rest.join('-') };
}

const NO_MESSENGER = 'office';

/** The id of a colleague who works over HTTP alone; `seed` is hexadecimal and makes it. */
export const idWithoutMessenger = (seed: string): string => `${NO_MESSENGER}-${seed.slice(0, 12)}`;

/** Whether somebody can be written to at all. */
export const hasMessenger = (personId: string): boolean => chatOf(personId).messenger !== NO_MESSENGER;
