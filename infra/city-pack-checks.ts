import { GROUPS } from '../domain/city';
import type { AnswersFile } from './answer-shapes';
import type { PackReader, ReadFile } from './city-pack-reader';
import type { CityFile, DangerExamplesFile, DistrictsFile, GroupFile, HeadingsFile, LandmarksFile, MoreExamplesFile, SmallTalkFile, StreetsFile } from './city-pack-shapes'; // prettier-ignore
import type { QuestionsFile } from './question-shapes';
import type { DepartmentsFile } from './department-shapes';

/** All files of a pack, each already right by itself. */
export interface PackFiles {
  readonly city: ReadFile<CityFile>;
  readonly departments: ReadFile<DepartmentsFile>;
  readonly headings: ReadFile<HeadingsFile>;
  readonly districts: ReadFile<DistrictsFile>;
  readonly streets: ReadFile<StreetsFile>;
  readonly landmarks: ReadFile<LandmarksFile>;
  readonly dangers: ReadFile<string[]>;
  readonly dangerSigns: ReadFile<Record<string, string>>;
  readonly dangerExamples: ReadFile<DangerExamplesFile>;
  readonly smallTalk: ReadFile<SmallTalkFile>;
  readonly questions: ReadFile<QuestionsFile>;
  readonly answers: ReadFile<AnswersFile>;
  readonly groups: readonly ReadFile<GroupFile>[];
  readonly examples: readonly ReadFile<MoreExamplesFile>[];
}

type Path = readonly (string | number)[];

/** Notes what no single file can show: codes used twice, names of things that do not exist, a missing language. */
export function checkTogether(reader: PackReader, files: PackFiles): void {
  const noteAt = (source: ReadFile<unknown>, path: Path, advice: string): void =>
    reader.note({ file: source.file, line: source.lineOf(path), field: path.join('.'), advice });
  checkCity(files, noteAt);
  checkEscalation(files, noteAt);
  checkLanguages(files, noteAt);
  checkDistricts(files, noteAt);
  checkDesks(files, noteAt);
  checkGroups(files, noteAt);
  checkCategories(files, noteAt);
  checkExamples(files, noteAt);
  checkAnswers(files, noteAt);
}

type NoteAt = (source: ReadFile<unknown>, path: Path, advice: string) => void;

function checkCity({ city }: PackFiles, noteAt: NoteAt): void {
  if (!isTimeZone(city.contents.timeZone))
    noteAt(city, ['timeZone'], 'is no time zone; write one like Europe/Kyiv');
  const { reminders, closeAfterSilentDays } = city.contents;
  if (closeAfterSilentDays <= Math.max(0, ...reminders.rateAfterDays))
    noteAt(city, ['closeAfterSilentDays'], 'should be later than the last of `reminders.rateAfterDays`');
  const { dayStartsAt, dayEndsAt } = city.contents.calendar;
  if (dayStartsAt >= dayEndsAt) noteAt(city, ['calendar', 'dayEndsAt'], 'should be later than `dayStartsAt`');
}

/** Each step is told once: the same one twice would be told once, and to whom nobody could say. */
function checkEscalation({ city }: PackFiles, noteAt: NoteAt): void {
  const seen = new Set<string>();
  city.contents.escalation.forEach(({ when, daysBefore }, index) => {
    const step = `${when} ${daysBefore}`;
    if (seen.has(step))
      noteAt(city, ['escalation', index, 'when'], `«${when}» is there already; put them together`);
    seen.add(step);
  });
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('uk', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Every text people read is there in every language of the city. */
function checkLanguages(files: PackFiles, noteAt: NoteAt): void {
  const { languages } = files.city.contents;
  const sources = [
    files.city,
    files.departments,
    files.headings,
    files.districts,
    files.landmarks,
    files.questions,
    ...files.groups,
  ];
  for (const source of sources) {
    for (const { path, texts } of textsWithin(source.contents)) {
      for (const language of languages.filter((wanted) => !texts[wanted])) {
        noteAt(source, path, `has no text in «${language}», a language of the city; add it`);
      }
    }
  }
}

interface FoundTexts {
  readonly path: Path;
  readonly texts: Readonly<Record<string, unknown>>;
}

function textsWithin(value: unknown, path: Path = []): FoundTexts[] {
  if (typeof value !== 'object' || value === null) return [];
  const texts = value as Record<string, unknown>;
  if (typeof texts.uk === 'string') return [{ path, texts }];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(texts);
  return steps.flatMap((step) => textsWithin(texts[step], [...path, step]));
}

function checkDistricts({ districts, streets, landmarks }: PackFiles, noteAt: NoteAt): void {
  const known = new Set(districts.contents.features.map(({ properties }) => properties.code));
  for (const source of [streets, landmarks]) {
    source.contents.forEach(({ district }, index) => {
      if (!known.has(district)) {
        noteAt(
          source,
          [index, 'district'],
          `«${district}» is no district; choose one of ${[...known].join(', ')}`,
        );
      }
    });
  }
}

/** Whatever comes finds a desk at any hour: one of them takes everything. */
function checkDesks({ departments, districts }: PackFiles, noteAt: NoteAt): void {
  const known = new Set(districts.contents.features.map(({ properties }) => properties.code));
  departments.contents.forEach(({ desks = [] }, index) => {
    const takesAll = desks.some((desk) => !desk.districts && !desk.hours && !desk.isForEmergencies);
    if (desks.length > 0 && !takesAll)
      noteAt(departments, [index, 'desks'], 'has no desk that takes everything; add one without conditions');
    const codes = desks.map(({ code }) => code);
    desks.forEach(({ code, districts: named = [] }, at) => {
      if (codes.indexOf(code) !== at)
        noteAt(departments, [index, 'desks', at, 'code'], `«${code}» is there already; give it another code`);
      for (const district of named.filter((one) => !known.has(one)))
        noteAt(departments, [index, 'desks', at, 'districts'], `«${district}» is no district; choose one of ${[...known].join(', ')}`); // prettier-ignore
    });
  });
}

function checkGroups({ city, groups }: PackFiles, noteAt: NoteAt): void {
  const seen = new Set<string>();
  for (const source of groups) {
    const { group } = source.contents;
    if (seen.has(group))
      noteAt(source, ['group'], `«${group}» has a file already; put its categories together`);
    seen.add(group);
  }
  for (const group of GROUPS.filter((wanted) => !seen.has(wanted))) {
    noteAt(city, [], `the group «${group}» has no category; add categories/${group}.yaml`);
  }
}

type CategoryOfFile = GroupFile['categories'][number];

function checkCategories({ groups, ...files }: PackFiles, noteAt: NoteAt): void {
  const seen = new Map<string, string>();
  for (const source of groups) {
    source.contents.categories.forEach((category, index) => {
      const at = (field: string, advice: string): void =>
        noteAt(source, ['categories', index, field], advice);
      const first = seen.get(category.code);
      if (first) at('code', `«${category.code}» is used already in ${first}; give it another code`);
      seen.set(category.code, source.file);
      checkNamed(category, files, at);
      if (category.duplicateRadiusM > 0 && (!category.isPublic || category.isPlaceUseless))
        at('duplicateRadiusM', 'should be 0: what is confidential or has no place is never joined');
      if (category.isAboutOfficials && category.isPublic)
        at('isPublic', 'should be false: a complaint about officials is shown to nobody else (art. 7)');
    });
  }
}

/** Examples of a category that does not exist teach nothing. */
function checkExamples({ groups, examples }: PackFiles, noteAt: NoteAt): void {
  const known = new Set(groups.flatMap(({ contents }) => contents.categories.map(({ code }) => code)));
  for (const source of examples) {
    for (const code of Object.keys(source.contents).filter((one) => !known.has(one)))
      noteAt(source, [code], `«${code}» is no category; mend the code or take it away`);
  }
}

/** Two ready answers with one id or title could not be told apart. */
function checkAnswers({ answers, groups }: PackFiles, noteAt: NoteAt): void {
  const known = new Set(groups.flatMap(({ contents }) => contents.categories.map(({ code }) => code)));
  answers.contents.forEach((answer, index) => {
    for (const field of ['id', 'title'] as const)
      if (answers.contents.findIndex((one) => one[field] === answer[field]) !== index)
        noteAt(answers, [index, field], `«${answer[field]}» is there already; give it another`);
    for (const category of (answer.categories ?? []).filter((one) => !known.has(one)))
      noteAt(answers, [index, 'categories'], `«${category}» is no category; mend the code or take it away`);
  });
}

/** What a category names stands in the file of such things. */
function checkNamed(
  category: CategoryOfFile,
  { departments, headings, questions }: Pick<PackFiles, 'departments' | 'headings' | 'questions'>,
  at: (field: string, advice: string) => void,
): void {
  const check = (field: string, names: readonly string[], known: readonly string[], file: string): void => {
    for (const name of names.filter((one) => !known.includes(one)))
      at(field, `«${name}» is not in ${file}; add it there or choose another`);
  };
  const codesOf = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code);
  check('department', [category.department], codesOf(departments.contents), 'departments.yaml');
  check('subjectHeading', [category.subjectHeading], codesOf(headings.contents), 'headings.yaml');
  const questionIds = questions.contents.map(({ id }) => id);
  check('questions', category.questions, questionIds, 'questions.yaml');
}
