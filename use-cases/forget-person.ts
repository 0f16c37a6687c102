import type { Appeal } from '../domain/appeal';
import type { Citizen, Forgetting } from '../domain/citizen';
import type { City } from '../domain/city';
import { chatOf } from '../domain/person-id';
import { postponed, runsOn } from '../domain/forgetting';
import { filesOfAuthor, maskPeople, peopleOf, withoutPerson } from '../domain/without-person';
import { changeAppeal, type AppealDeps } from './change-appeal';
import type { Erasure, SessionsOfPeople } from './keeping-ports';
import type { Citizens, Files } from './ports';
import { colleagueOf, type PeopleDeps } from './post-holders';
import type { Audit } from './staff-ports';

export interface ForgettingDeps extends AppealDeps, PeopleDeps {
  readonly citizens: Citizens;
  readonly files: Files;
  readonly erasure: Erasure;
  readonly sessions: SessionsOfPeople;
  readonly audit: Audit;
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
  await deps.erasure.besideAppeal(appeal.id, maskPeople(peopleOf(appeal, author)));
  const command = { id: `${author.forgetting.id}-${appeal.id}`, by: author.id, author };
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

/**
 * Erases all that is kept about a person but what the law keeps, which no longer names them. Called again after a crash it
 * goes on where it stood; their own record is left to the caller, as the last thing. `waits` while an appeal of theirs
 * runs on, `conflict` when they were faster.
 */
export async function forgetPerson(
  deps: ForgettingDeps,
  person: Asked,
): Promise<'forgotten' | 'waits' | 'conflict'> {
  const now = deps.clock();
  const appeals = await ownAppeals(deps, person);
  if (!person.forgetting.isUnderWay && appeals.some((appeal) => runsOn(appeal, deps.city, now))) {
    const forgetting = postponed(person.forgetting, now);
    await deps.citizens.save({ ...person, forgetting, rev: person.rev + 1 });
    return 'waits';
  }
  const under = await begun(deps, person);
  if (!under) return 'conflict';
  for (const appeal of appeals) await forgetAuthor(deps, appeal, under);
  const { posts } = await colleagueOf(deps, under.id);
  const { messenger, chatId } = chatOf(under.id);
  await deps.erasure.ofPerson(under.id, posts.length > 0);
  await deps.sessions.clearAllOf(messenger, chatId);
  const id = `forgotten-${under.forgetting.id}`;
  await deps.audit.add({ id, at: now, by: 'forgotten', what: 'person.forgotten' });
  return 'forgotten';
}
