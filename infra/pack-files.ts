import type { AnswersFile } from './answer-shapes';
import type { GroupFile, MoreExamplesFile } from './category-shapes';
import type { ReadFile } from './city-pack-reader';
import type { CityFile, DangerExamplesFile, HeadingsFile, SmallTalkFile } from './city-pack-shapes';
import type { DepartmentsFile } from './department-shapes';
import type { DistrictsFile, LandmarksFile, StreetsFile } from './place-shapes';
import type { QuestionsFile } from './question-shapes';

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

export type Path = readonly (string | number)[];

/** Notes what is wrong at one place of a file, and what to do about it. */
export type NoteAt = (source: ReadFile<unknown>, path: Path, advice: string) => void;
