import { actorsIn, personalData, type PersonalData } from '../domain/personal-data';
import type { PersonalRecords } from './keeping-ports';
import { colleagueOf, type PeopleDeps } from './post-holders';

interface Deps extends PeopleDeps {
  readonly personalRecords: PersonalRecords;
}

/** As what an official acts: `official light`, `controller`. */
async function postOf(deps: Deps, id: string): Promise<string> {
  const { posts } = await colleagueOf(deps, id);
  const names = posts.map(({ role, department }) => (department ? `${role} ${department}` : role));
  return names.join(', ') || 'office';
}

/** All that is kept about a person, as they are given it (law 2297-VI). */
export async function gatherMyData(deps: Deps, personId: string): Promise<PersonalData> {
  const raw = await deps.personalRecords.of(personId);
  const officials = actorsIn(raw);
  const posts = await Promise.all(officials.map((id) => postOf(deps, id)));
  const named = new Map(officials.map((id, index) => [id, posts[index] ?? 'office']));
  return personalData(personId, raw, (id) => named.get(id) ?? 'office');
}
