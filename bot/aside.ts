import type { Choice, Screen } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import type { Reply, Visit } from './visit';
import { presentDraft } from './present-draft';

const leadsToStart = (choice: Choice) => 'token' in choice && choice.token === 'start';

/** A screen beside what is being written: the way back leads there, not to the start. */
export async function aside(visit: Visit, screen: Screen): Promise<Reply> {
  const draft = await presentDraft(visit);
  if (!draft) return { screen };
  const rows = (screen.choices ?? []).map((row) => row.filter((choice) => !leadsToStart(choice)));
  const back = [button(visit.t, 'choice-back-to-draft', `resume.${draft.id}`)];
  return { screen: { ...screen, choices: [...rows.filter((row) => row.length > 0), back] } };
}
