import type { City } from '../domain/city';
import type { Texts } from '../screens/texts';
import type { ChatKey } from '../use-cases/ports';

interface CommandMenu {
  setCommands(
    commands: readonly { readonly name: string; readonly description: string }[],
    scope: 'private' | { readonly chatId: string },
    language?: string,
  ): Promise<unknown>;
}

const CITIZEN = ['start', 'new', 'my', 'me', 'human', 'language', 'help', 'cancel'];
const STAFF = [
  'queue',
  'find',
  'assign',
  'extend',
  'forward',
  'return',
  'notconsidered',
  'merge',
  'separate',
  'label',
  'quarantine',
  'closebyhand',
  'help',
  'where',
];

/** The menu of commands in each language, for citizens and for the staff chat. */
export async function publishCommands(
  menu: CommandMenu,
  facts: { city: City; textsFor: (language: string) => Texts; staffChat?: ChatKey },
): Promise<void> {
  const described = (names: readonly string[], t: Texts) =>
    names.map((name) => ({ name, description: t.plain(`command-${name}`) }));
  const [main = 'uk', ...others] = facts.city.languages;
  await menu.setCommands(described(CITIZEN, facts.textsFor(main)), 'private');
  for (const language of others)
    await menu.setCommands(described(CITIZEN, facts.textsFor(language)), 'private', language);
  if (facts.staffChat) {
    const { chatId } = facts.staffChat;
    await menu.setCommands(described(STAFF, facts.textsFor(main)), { chatId });
  }
}
