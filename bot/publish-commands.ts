import { mainLanguage } from '../domain/city-languages';
import { hasMessenger } from '../domain/person-id';
import { privateChatOf } from '../use-cases/tell-person';
import { actorInPrivate, allColleagues } from '../use-cases/post-holders';
import type { Texts } from '../screens/texts';
import type { ChatKey, Log } from '../use-cases/ports';
import { askUntilTaken, type Answer, type Pause } from './ask-again';
import { CITIZEN_MENU, GROUP_MENU, staffMenuOf, type CommandMenu } from './command-menu';
import type { BotDeps } from './visit';

const described = (names: readonly string[], t: Texts) =>
  names.map((name) => ({ name, description: t.plain(`command-${name}`) }));

type Facts = Pick<
  BotDeps,
  'city' | 'textsFor' | 'citizens' | 'people' | 'moderatorIds' | 'staffGroups' | 'hasStaffApi'
> & {
  readonly staffChat?: ChatKey;
};

/** The menu of one group of the staff, in the city's language. */
export const publishGroupMenu = (menu: CommandMenu, { city, textsFor }: Facts, chatId: string) =>
  menu.setCommands(described(GROUP_MENU, textsFor(mainLanguage(city))), { chatId });

/** The menu in somebody's own chat, by their roles and in their language; asked anew when a role is given or taken. */
export async function publishMenuOf(menu: CommandMenu, deps: Facts, personId: string): Promise<Answer> {
  if (!hasMessenger(personId)) return 'no_menu';
  const [actor, citizen] = await Promise.all([actorInPrivate(deps, personId), deps.citizens.find(personId)]);
  const t = deps.textsFor(citizen?.language ?? mainLanguage(deps.city));
  const { chatId } = privateChatOf(personId);
  return menu.setCommands(described([...staffMenuOf(actor, deps), ...CITIZEN_MENU], t), { chatId });
}

type Told = (ask: () => Promise<Answer>) => Promise<Answer>;

async function tellAll(menu: CommandMenu, deps: Facts, told: Told): Promise<void> {
  const { city, textsFor, staffChat } = deps;
  const main = mainLanguage(city);
  const ofCitizens = (language: string) => described(CITIZEN_MENU, textsFor(language));
  await told(() => menu.setCommands(ofCitizens(main), 'private'));
  for (const language of city.languages.filter((one) => one !== main))
    await told(() => menu.setCommands(ofCitizens(language), 'private', language));
  const groups = [...(staffChat ? [staffChat] : []), ...(await deps.staffGroups.bound())];
  for (const { chatId } of groups) await told(() => publishGroupMenu(menu, deps, chatId));
  for (const { id } of await allColleagues(deps)) await told(() => publishMenuOf(menu, deps, id));
}

/**
 * The menus of commands: for citizens in each language, for every group of the staff and for each of its people. One the
 * messenger cannot take now is told again when it can, by the roles of then; never throws.
 */
export async function publishCommands(
  menu: CommandMenu,
  deps: Facts & { log: Log },
  pause?: Pause,
): Promise<void> {
  await tellAll(menu, deps, (ask) => askUntilTaken(ask, pause)).catch((error: unknown) =>
    deps.log.warn({ error }, 'the menus of commands are not all told'),
  );
}
