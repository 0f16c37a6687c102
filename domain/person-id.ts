/** `telegram-123` writes from the private chat 123 of the messenger `telegram`. */
export function chatOf(personId: string): { readonly messenger: string; readonly chatId: string } {
  const [messenger = '', ...rest] = personId.split('-');
  return { messenger, chatId: rest.join('-') };
}
