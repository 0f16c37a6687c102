import type { Appeal } from '../domain/appeal';
import { may, type Action, type Actor } from '../domain/permissions';
import type { Choice, Screen } from '../messengers/messenger';

/** What pressing a colleague's button is, in the words of the table of permissions. */
const ACTIONS: Readonly<Record<string, Action>> = {
  sc: 'see',
  take: 'take',
  ans: 'answer',
  pln: 'answer',
  ext: 'askForExtension',
  exty: 'extend',
  extn: 'extend',
  late: 'explainDelay',
  fwd: 'forward',
  ret: 'returnIncomplete',
};

/** The screen with the buttons its reader may press; who has no post has none. */
export function permitted(screen: Screen, { reader, appeal }: { reader: Actor; appeal: Appeal }): Screen {
  const mayPress = (choice: Choice) => {
    const action = 'token' in choice ? ACTIONS[choice.token.split('.')[0] ?? ''] : undefined;
    return action ? may.work(reader) && may[action](reader, appeal) : true;
  };
  const rows = (screen.choices ?? []).map((row) => row.filter(mayPress)).filter((row) => row.length > 0);
  const { choices: _all, ...rest } = screen;
  return { ...rest, ...(rows.length > 0 && { choices: rows }) };
}
