import type { Group } from './fake-telegram/group';
import type { Person } from './fake-telegram/person';
import type { FakeTelegram, PersonOptions } from './fake-telegram/telegram';

export type Role = 'citizen' | 'official' | 'moderator';

interface Sample extends PersonOptions {
  id: number;
  role: Role;
  /** Who this is, in a line of the page. */
  about: { uk: string; en: string };
  fullName: string;
  residence: string;
}

export const SAMPLES = {
  olena: {
    id: 10_001,
    role: 'citizen',
    firstName: 'Олена',
    lastName: 'Коваль',
    languageCode: 'uk',
    phone: '+380671112233',
    about: { uk: 'мешканка, 70 років, вул. Миру', en: 'a resident, 70, Myru Street' },
    fullName: 'Коваль Олена Петрівна',
    residence: 'Миру, 18, кв. 5',
  },
  andrii: {
    id: 10_002,
    role: 'citizen',
    firstName: 'Андрій',
    lastName: 'Мельник',
    languageCode: 'uk',
    phone: '+380502223344',
    about: { uk: 'мешканець, водій', en: 'a resident, a driver' },
    fullName: 'Мельник Андрій Іванович',
    residence: 'Шевченка, 40, кв. 12',
  },
  maria: {
    id: 10_003,
    role: 'citizen',
    firstName: 'Марія',
    lastName: 'Шевчук',
    languageCode: 'uk',
    phone: '+380933334455',
    about: { uk: 'мешканка, двоє дітей', en: 'a resident, two children' },
    fullName: 'Шевчук Марія Олегівна',
    residence: 'Садова, 27, кв. 3',
  },
  john: {
    id: 10_004,
    role: 'citizen',
    firstName: 'John',
    lastName: 'Carter',
    languageCode: 'en',
    phone: '+447700900123',
    about: { uk: 'студент, говорить англійською', en: 'a student, speaks English' },
    fullName: 'Carter John',
    residence: 'Університетська, 5',
  },
  petro: {
    id: 20_001,
    role: 'official',
    firstName: 'Петро',
    lastName: 'Гончар',
    languageCode: 'uk',
    phone: '+380670000001',
    about: { uk: 'виконавець, службовий чат', en: 'an official in the staff chat' },
    fullName: 'Гончар Петро Васильович',
    residence: 'Соборна, 8',
  },
  iryna: {
    id: 20_002,
    role: 'official',
    firstName: 'Ірина',
    lastName: 'Бондар',
    languageCode: 'uk',
    phone: '+380670000002',
    about: { uk: 'виконавиця, колега Петра', en: 'an official, Petro’s colleague' },
    fullName: 'Бондар Ірина Степанівна',
    residence: 'Театральна, 11',
  },
  nataliia: {
    id: 30_001,
    role: 'moderator',
    firstName: 'Наталія',
    lastName: 'Кравець',
    languageCode: 'uk',
    phone: '+380670000003',
    about: { uk: 'модераторка і контролерка', en: 'a moderator and controller' },
    fullName: 'Кравець Наталія Юріївна',
    residence: 'Поштова, 2',
  },
} as const satisfies Record<string, Sample>;

export type Name = keyof typeof SAMPLES;
export type People = Record<Name, Person>;

export interface DepartmentGroups {
  readonly light: Group;
  readonly roads: Group;
}

const GROUP_ID = -1_000_000_000_777;

/** Brings the sample people, the officials’ group and two departments’ into the fake, each with an id that never changes. */
export function populate(telegram: FakeTelegram): {
  people: People;
  group: Group;
  departments: DepartmentGroups;
} {
  const entries = Object.entries(SAMPLES).map(([name, sample]) => [name, telegram.person(optionsOf(sample))]);
  const people = Object.fromEntries(entries) as People;
  const group = telegram.group({
    id: GROUP_ID,
    title: 'Служба звернень',
    isForum: true,
    admins: [people.nataliia],
    members: [people.petro, people.iryna],
    botIsAdmin: true,
  });
  const groupOf = (id: number, title: string) => {
    const members = [people.petro, people.iryna];
    return telegram.group({ id, title, isForum: true, admins: [people.nataliia], members, botIsAdmin: true });
  };
  const light = groupOf(GROUP_ID - 1, 'Міськсвітло');
  const roads = groupOf(GROUP_ID - 2, 'Міськшлях');
  return { people, group, departments: { light, roads } };
}

function optionsOf({ id, firstName, lastName, languageCode, phone }: Sample): PersonOptions {
  return {
    id,
    firstName,
    ...(lastName && { lastName }),
    languageCode: languageCode ?? 'uk',
    ...(phone && { phone }),
  };
}

/** What the page may know of everybody. */
export function describePeople() {
  return Object.values(SAMPLES).map(({ id, role, firstName, lastName, languageCode, phone, about }) => ({
    ...{ id, role, firstName, lastName, languageCode, phone, about },
  }));
}
