import { GROUPS } from '../domain/city';
import type { GroupFile } from './category-shapes';
import type { NoteAt, PackFiles } from './pack-files';

export function checkGroups({ city, groups }: PackFiles, noteAt: NoteAt): void {
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

export function checkCategories({ groups, ...files }: PackFiles, noteAt: NoteAt): void {
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
export function checkExamples({ groups, examples }: PackFiles, noteAt: NoteAt): void {
  const known = new Set(groups.flatMap(({ contents }) => contents.categories.map(({ code }) => code)));
  for (const source of examples) {
    for (const code of Object.keys(source.contents).filter((one) => !known.has(one)))
      noteAt(source, [code], `«${code}» is no category; mend the code or take it away`);
  }
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
