import { checkCategories, checkExamples, checkGroups } from './category-checks';
import type { PackReader, ReadFile } from './city-pack-reader';
import type { NoteAt, PackFiles, Path } from './pack-files';

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
