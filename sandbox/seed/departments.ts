import type { Group } from '../fake-telegram/group';
import type { Person } from '../fake-telegram/person';
import type { Seen } from '../fake-telegram/seen';
import type { DepartmentGroups, People } from '../people';

const WAIT = { timeoutMs: 60_000 };

/** Presses the button of a moderator's newest screen that begins so. */
async function presses(moderator: Person, start: string): Promise<void> {
  const isIt = ({ label }: { label: string }) => label.startsWith(start);
  const message = await moderator.waits(({ buttons }: Seen) => buttons.flat().some(isIt), WAIT);
  await moderator.presses({ message, label: message.buttons.flat().find(isIt)!.label });
}

async function reads(who: Person, wanted: RegExp): Promise<string> {
  return wanted.exec((await who.waits(wanted, WAIT)).text)?.[0] ?? '';
}

async function binds(moderator: Person, group: Group, department: string): Promise<void> {
  await moderator.says('/departments');
  await presses(moderator, department);
  await presses(moderator, 'Код:');
  await moderator.says(await reads(moderator, /\/bind [0-9a-f]{32}/), { in: group });
  await moderator.waits(/приходять звернення/, { in: group, ...WAIT });
}

async function invites(moderator: Person, official: Person, department: string): Promise<void> {
  await moderator.says('/invite');
  await presses(moderator, 'Виконавець');
  await presses(moderator, department);
  await moderator.waits(/Як підписати/, WAIT);
  await moderator.says(official.name);
  await official.starts(await reads(moderator, /join-[0-9a-f]{32}/));
  await official.waits(/Ваша роль тепер/, WAIT);
}

/** A moderator gives two departments groups of their own and an official each, as in a city. */
export async function playDepartments(
  { people, departments }: { people: People; departments: DepartmentGroups },
  say: (step: string) => void,
): Promise<void> {
  const { nataliia, petro, iryna } = people;
  await nataliia.starts();
  await binds(nataliia, departments.light, 'управління «Міськсвітло»');
  await binds(nataliia, departments.roads, 'управління «Міськшлях»');
  await invites(nataliia, petro, 'управління «Міськсвітло»');
  await invites(nataliia, iryna, 'управління «Міськшлях»');
  say('departments: two groups bound, two officials invited');
}
