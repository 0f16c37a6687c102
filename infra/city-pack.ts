import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Category, City, Department, Question } from '../domain/city';
import { GROUPS } from '../domain/city';
import { answersShape } from './answer-shapes';
import { groupShape, moreExamplesShape, type GroupFile } from './category-shapes';
import { checkTogether } from './city-pack-checks';
import { PackReader } from './city-pack-reader';
import type { Problem } from './city-pack-reader';
import * as shapes from './city-pack-shapes';
import { departmentsShape, type DepartmentsFile } from './department-shapes';
import type { PackFiles } from './pack-files';
import { districtsShape, landmarksShape, streetsShape } from './place-shapes';
import { questionsShape } from './question-shapes';

/** The city whose facts are in a folder. Throws one error that lists every problem by file, line and field. */
export function loadCityPack(dir: string): City {
  const reader = new PackReader(dir);
  const files = readFiles(dir, reader);
  if (files) checkTogether(reader, files);
  if (!files || reader.problems.length > 0) throw new Error(tell(dir, reader.problems));
  return toCity(files);
}

const tell = (dir: string, problems: readonly Problem[]): string =>
  [
    `The city pack ${dir} is not right yet:`,
    ...problems.map(({ file, line, field, advice }) => `  ${file}, line ${line}, ${field}: ${advice}`),
  ].join('\n');

function readFiles(dir: string, reader: PackReader): PackFiles | undefined {
  const files = {
    city: reader.read('city.yaml', shapes.cityShape),
    departments: reader.read('departments.yaml', departmentsShape),
    headings: reader.read('headings.yaml', shapes.headingsShape),
    districts: reader.read('districts.geojson', districtsShape),
    streets: reader.read('streets.yaml', streetsShape),
    landmarks: reader.read('landmarks.yaml', landmarksShape),
    dangers: reader.read('dangers.yaml', shapes.dangersShape),
    dangerSigns: reader.read('danger-signs.yaml', shapes.dangerSignsShape),
    dangerExamples: reader.read('danger-examples.yaml', shapes.dangerExamplesShape),
    smallTalk: reader.read('small-talk.yaml', shapes.smallTalkShape),
    questions: reader.read('questions.yaml', questionsShape),
    answers: reader.read('answers.yaml', answersShape),
  };
  const groups = filesIn(dir, 'categories').map((file) => reader.read(file, groupShape));
  const examples = filesIn(dir, 'examples').map((file) => reader.read(file, moreExamplesShape));
  if (!areAllRead(files) || !isWhole(groups) || !isWhole(examples)) return undefined;
  return { ...files, groups, examples };
}

const isWhole = <T>(files: readonly (T | undefined)[]): files is readonly T[] =>
  files.every((file) => file !== undefined);

const areAllRead = <T extends object>(files: T): files is { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.values(files).every((file) => file !== undefined);

function filesIn(dir: string, folder: 'categories' | 'examples'): string[] {
  try {
    const files = readdirSync(join(dir, folder)).filter((file) => file.endsWith('.yaml'));
    return files.sort().map((file) => `${folder}/${file}`);
  } catch {
    return folder === 'categories' ? GROUPS.map((group) => `categories/${group}.yaml`) : [];
  }
}

function toCity(files: PackFiles): City {
  const questions = new Map(files.questions.contents.map((question) => [question.id, withoutGaps(question)]));
  const moreExamples = new Map(files.examples.flatMap(({ contents }) => Object.entries(contents)));
  const groups = files.groups
    .map(({ contents }) => contents)
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
  return {
    ...files.city.contents,
    groups: groups.map(({ group, names, words }) => ({ code: group, names, words })),
    categories: groups.flatMap((group) => toCategories(group, questions, moreExamples)),
    departments: files.departments.contents.map(toDepartment),
    headings: files.headings.contents,
    districts: files.districts.contents.features.map(({ properties, geometry }) => ({
      ...properties,
      polygon: geometry.coordinates,
    })),
    streets: files.streets.contents.map(({ former, ...street }) => ({ ...street, formerNames: former })),
    landmarks: files.landmarks.contents.map(withoutGaps),
    dangerWords: files.dangers.contents,
    dangerSigns: files.dangerSigns.contents,
    dangerExamples: files.dangerExamples.contents,
    smallTalk: files.smallTalk.contents,
    cannedAnswers: files.answers.contents.map(withoutGaps),
  };
}

const toDepartment = ({ desks, ...department }: DepartmentsFile[number]): Department => ({
  ...department,
  ...(desks && { desks: desks.map(withoutGaps) }),
});

const toCategories = (
  { group, categories }: GroupFile,
  known: ReadonlyMap<string, Question>,
  moreExamples: ReadonlyMap<string, readonly string[]>,
): Category[] =>
  categories.map((category) => ({
    ...category,
    group,
    examples: [...category.examples, ...(moreExamples.get(category.code) ?? [])],
    questions: category.questions.flatMap((id) => known.get(id) ?? []),
  }));

type WithoutGaps<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** An absent optional field is left out, not present as undefined. */
const withoutGaps = <T extends object>(value: T): WithoutGaps<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as WithoutGaps<T>;
