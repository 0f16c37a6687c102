import type { Group } from './fake-telegram/group';
import type { People } from './people';

export interface Cast {
  people: People;
  group: Group;
}

export async function playSeed({ people }: Cast, say: (step: string) => void): Promise<void> {
  await people.andrii.starts();
  say('start');
}
