import type { Appeal } from '../domain/appeal';
import type { Citizen, Forgetting } from '../domain/citizen';
import type { City } from '../domain/city';
import { postponed, runsOn } from '../domain/forgetting';
import {
  filesOfAuthor,
  maskKnown,
  maskPeople,
  peopleOf,
  pseudonymOf,
  withoutPerson,
} from '../domain/without-person';
import { changeAppeal, type AppealDeps } from './change-appeal';
import { forgetAccount, type AccountDeps } from './forget-account';
import type { Files } from './ports';
import type { Audit, CodeMaker } from './staff-ports';

export interface ForgettingDeps extends AppealDeps, AccountDeps {
  readonly files: Files;
  readonly audit: Audit;
  readonly codeMaker: CodeMaker;
  readonly city: City;
}

type Asked = Citizen & { readonly forgetting: Forgetting };

const MOST = 5_000;

const ownAppeals = async ({ appeals }: AppealDeps, { id }: Citizen): Promise<readonly Appeal[]> =>
  (await appeals.listOf(id, { skip: 0, limit: MOST })).appeals;

/** What hangs on the appeal first, the appeal last: a crash between them finds it again by its author. */
async function forgetAuthor(deps: ForgettingDeps, appeal: Appeal, author: Asked): Promise<void> {
  const files = filesOfAuthor(appeal);
  for (const id of files) await deps.files.remove(`${appeal.id}-${id}`);
  await deps.appeals.forgetCopies(appeal.id, files);
  const people = peopleOf(appeal, author);
  await deps.erasure.besideAppeal(appeal, { own: maskPeople(people), others: maskKnown(people) });
  const command = { id: pseudonymOf(appeal.id), by: author.id, author };
  const changed = await changeAppeal(deps, {
    appealId: appeal.id,
    commandId: command.id,
    isPermitted: () => true,
    decide: (current, now) => withoutPerson(current, command, now),
  });
  if (!changed.ok) throw new Error(`an appeal could not be pseudonymised: ${changed.refusal}`);
}

/** From here on it cannot be taken back; false when the person was faster. */
async function begun({ citizens }: ForgettingDeps, person: Asked): Promise<Asked | undefined> {
  if (person.forgetting.isUnderWay) return person;
  const under: Asked = {
    ...person,
    forgetting: { ...person.forgetting, isUnderWay: true },
    rev: person.rev + 1,
  };
  return (await citizens.save(under)) ? under : undefined;
}

async function waits({ citizens, clock }: ForgettingDeps, person: Asked): Promise<'waits'> {
  const forgetting = postponed(person.forgetting, clock());
  await citizens.save({ ...person, forgetting, rev: person.rev + 1 });
  return 'waits';
}

/** Every appeal of theirs that has ended no longer names them; false while another one runs, whenever it was filed. */
async function forgetAppeals(deps: ForgettingDeps, person: Asked): Promise<boolean> {
  const now = deps.clock();
  const ended = (await ownAppeals(deps, person)).filter((appeal) => !runsOn(appeal, deps.city, now));
  for (const appeal of ended) await forgetAuthor(deps, appeal, person);
  return (await ownAppeals(deps, person)).length === 0;
}

/**
 * Erases all that is kept about a person but what the law keeps, which no longer names them. Called again after a crash it
 * goes on where it stood; their own record is left to the caller, as the last thing. `waits` while an appeal of theirs
 * runs on, filed since it began too; `conflict` when they were faster.
 */
export async function forgetPerson(
  deps: ForgettingDeps,
  person: Asked,
): Promise<'forgotten' | 'waits' | 'conflict'> {
  const now = deps.clock();
  const appeals = await ownAppeals(deps, person);
  if (!person.forgetting.isUnderWay && appeals.some((appeal) => runsOn(appeal, deps.city, now)))
    return waits(deps, person);
  const under = await begun(deps, person);
  if (!under) return 'conflict';
  if (!(await forgetAppeals(deps, under))) return waits(deps, under);
  await forgetAccount(deps, under.id);
  if (!(await forgetAppeals(deps, under))) return waits(deps, under);
  // The same however often it is written, and the id of nothing else.
  const id = `forgotten-${deps.codeMaker.hash(under.forgetting.id)}`;
  await deps.audit.add({ id, at: now, by: 'forgotten', what: 'person.forgotten' });
  return 'forgotten';
}
