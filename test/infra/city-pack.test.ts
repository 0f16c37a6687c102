import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCityPack } from '../../infra/city-pack';

const SAMPLE = join(__dirname, '../../cities/sample');
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'city-'));
  cpSync(SAMPLE, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Rewrites the first `from` of a file and returns the number of its line. */
function mend(file: string, from: string | RegExp, to: string): number {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  expect(at).toBeGreaterThanOrEqual(0);
  writeFileSync(path, text.replace(from, to));
  return text.slice(0, at).split('\n').length;
}

describe('a city pack', () => {
  it('is read whole', () => {
    const city = loadCityPack(SAMPLE);
    expect(city.groups).toHaveLength(18);
    expect(city.groups[0]?.code).toBe('roads');
    expect(city.categories.find(({ code }) => code === 'lift-broken')).toMatchObject({
      group: 'housing',
      department: 'housing',
      target: { amount: 2, unit: 'working_days' },
      questions: [
        { id: 'entrance', kind: 'number' },
        { id: 'lift-people', kind: 'choice' },
      ],
    });
  });
});

describe('a city pack without a line', () => {
  it('takes five people with the same words for a mass', () => {
    mend('city.yaml', 'massPeople: 5\n', '');
    expect(loadCityPack(dir).massPeople).toBe(5);
    mend('city.yaml', 'leastConfidence:', 'massPeople: 8\nleastConfidence:');
    expect(loadCityPack(dir).massPeople).toBe(8);
  });
});

describe('a city pack with a mistake', () => {
  it.each<[string, string, [string | RegExp, string], string]>([
    [
      'a wrong target',
      'categories/roads.yaml',
      ['10 working_days', '10 moons'],
      '.target: should read like `24 hours`',
    ],
    [
      'an unknown department',
      'categories/roads.yaml',
      ['department: roads', 'department: rods'],
      '.department: «rods» is not in departments.yaml',
    ],
    [
      'a category without a radius',
      'categories/roads.yaml',
      ['    duplicateRadiusM: 30\n', ''],
      'categories.0.duplicateRadiusM: should be metres; 0 where appeals are never joined',
    ],
    [
      'a radius as wide as a city',
      'categories/roads.yaml',
      ['duplicateRadiusM: 30', 'duplicateRadiusM: 5000'],
      '.duplicateRadiusM: is over 1000 metres',
    ],
    [
      'a confidential category that is joined',
      'categories/social.yaml',
      ['duplicateRadiusM: 0', 'duplicateRadiusM: 50'],
      '.duplicateRadiusM: should be 0',
    ],
    [
      'a complaint about officials that is public',
      'categories/digital-admin.yaml',
      [
        /isPublic: false\n {4}isPlaceUseless: true\n {4}isAboutOfficials/,
        'isPlaceUseless: true\n    isAboutOfficials',
      ],
      '.isPublic: should be false',
    ],
    [
      'a category without a heading',
      'categories/roads.yaml',
      [/ {4}subjectHeading: '03'\n/, ''],
      'categories.0.subjectHeading',
    ],
    [
      'an unknown heading',
      'categories/roads.yaml',
      ["subjectHeading: '03'", "subjectHeading: '99'"],
      '.subjectHeading: «99» is not in headings.yaml',
    ],
    [
      'more confidence than there can be',
      'city.yaml',
      ['leastConfidence: 0.4', 'leastConfidence: 40'],
      'leastConfidence: should be 1 or less',
    ],
    [
      'no least confidence',
      'city.yaml',
      ['leastConfidence: 0.4', ''],
      'leastConfidence: should be a number from 0 to 1',
    ],
    [
      'examples of no category',
      'examples/roads.yaml',
      ['road-pothole:', 'road-pothol:'],
      'road-pothol: «road-pothol» is no category',
    ],
    [
      'a heading in one language',
      'headings.yaml',
      [', en: Industrial policy', ''],
      '0.names: has no text in «en»',
    ],
    [
      'a question of an unknown kind',
      'questions.yaml',
      ['kind: photo', 'kind: video'],
      '.kind: should be one of choice, number, text, photo, date',
    ],
    [
      'an unknown question',
      'categories/roads.yaml',
      ['[road-spot, pit-size]', '[road-spot, size]'],
      '.questions: «size» is not in questions.yaml',
    ],
    [
      'a code used twice',
      'categories/roads.yaml',
      ['code: road-surface', 'code: road-pothole'],
      '.code: «road-pothole» is used already',
    ],
    [
      'a code too long',
      'categories/roads.yaml',
      ['code: road-pothole', 'code: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
      'is longer than 28 characters',
    ],
    [
      'a code with odd letters',
      'categories/roads.yaml',
      ['code: road-pothole', 'code: Яма'],
      'may hold only a-z, 0-9 and hyphens',
    ],
    [
      'an unknown field in a ready answer',
      'answers.yaml',
      ['Адреса: {place}', 'Адреса: {address}'],
      '0.text: «{address}» is no field; there are {number}, {category}, {place}, {day}',
    ],
    [
      'half a field in a ready answer',
      'answers.yaml',
      ['Адреса: {place}', 'Адреса: {place'],
      '0.text: has a brace without its pair',
    ],
    [
      'a ready answer for no category',
      'answers.yaml',
      ['[street-lamp]', '[street-lamps]'],
      '.categories: «street-lamps» is no category',
    ],
    [
      'two ready answers of one name',
      'answers.yaml',
      ['id: checked-done', 'id: done'],
      '1.id: «done» is there already',
    ],
    ['a missing language', 'categories/roads.yaml', [', en: Pothole', ''], 'has no text in «en»'],
    [
      'a button name too long',
      'categories/roads.yaml',
      ['en: Pothole', 'en: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
      'is longer than 30 characters',
    ],
    [
      'an unknown complexity',
      'categories/roads.yaml',
      ['complexity: usual', 'complexity: odd'],
      'should be one of emergency, simple, usual, hard',
    ],
    [
      'an unknown field',
      'categories/roads.yaml',
      ['complexity: usual', 'colour: red\n    complexity: usual'],
      'colour',
    ],
    ['a wrong time zone', 'city.yaml', ['Europe/Kyiv', 'Europe/Atlantis'], 'timeZone: is no time zone'],
    [
      'hours the wrong way round',
      'city.yaml',
      ["dayEndsAt: '17:00'", "dayEndsAt: '07:00'"],
      'should be later than `dayStartsAt`',
    ],
    [
      'a closing by hand before the last reminder',
      'city.yaml',
      ['closeAfterSilentDays: 14', 'closeAfterSilentDays: 7'],
      'closeAfterSilentDays: should be later than the last of `reminders.rateAfterDays`',
    ],
    [
      'an escalation at an unknown moment',
      'city.yaml',
      ['when: target_missed', 'when: someday'],
      'escalation.2.when: should be one of sifting_near, half_term_untaken, target_missed',
    ],
    [
      'an escalation nobody hears of',
      'city.yaml',
      ['tell: [executor, staff] }', 'tell: [] }'],
      'escalation.1.tell: tells nobody',
    ],
    [
      'an escalation told to nobody we know',
      'city.yaml',
      ['tell: [executor, staff] }', 'tell: [mayor] }'],
      'escalation.1.tell.0: should be one of staff, executor, heads, controllers, deputies, citizen',
    ],
    [
      'a citizen told of what is not late',
      'city.yaml',
      ['tell: [executor, staff] }', 'tell: [staff, citizen] }'],
      'escalation.1.tell: may name `citizen` only with `target_missed`',
    ],
    [
      'a close term without its days',
      'city.yaml',
      ['daysBefore: 3, ', ''],
      'escalation.3.daysBefore: goes with `sifting_near` and `legal_term_near`',
    ],
    [
      'an escalation that is there twice',
      'city.yaml',
      ['{ when: half_term_untaken, tell', '{ when: target_missed, tell'],
      'escalation.2.when: «target_missed» is there already',
    ],
    ['a mass of one', 'city.yaml', ['massPeople: 5', 'massPeople: 1'], 'massPeople: should be 2 or more'],
    [
      'an unknown district',
      'streets.yaml',
      ['district: central', 'district: moon'],
      '«moon» is no district; choose one of central',
    ],
    ['broken YAML', 'departments.yaml', ['- code: roads', '- code: [roads'], 'YAML'],
    ['an option without an id', 'questions.yaml', [/id: lane, /, ''], 'options.0.id'],
  ])('%s is refused by file, line and field', (_, file, [from, to], complaint) => {
    mend(file, from, to);
    const attempt = () => loadCityPack(dir);
    expect(attempt).toThrow(complaint);
    expect(attempt).toThrow(new RegExp(`${file.replace('.', '\\.')}, line \\d+`));
  });

  it('names the very line', () => {
    const line = mend('categories/roads.yaml', /target: 20 working_days/, 'target: soon');
    expect(() => loadCityPack(dir)).toThrow(`categories/roads.yaml, line ${line}, categories.1.target`);
  });

  it('lists all its problems at once', () => {
    mend('city.yaml', 'Europe/Kyiv', 'nowhere');
    mend('categories/waste.yaml', 'department: clean', 'department: dirty');
    expect(() => loadCityPack(dir)).toThrow(/timeZone[\s\S]*dirty/);
  });

  it('misses a group', () => {
    rmSync(join(dir, 'categories/health.yaml'));
    expect(() => loadCityPack(dir)).toThrow('add categories/health.yaml');
  });

  it('misses a file', () => {
    rmSync(join(dir, 'streets.yaml'));
    expect(() => loadCityPack(dir)).toThrow('streets.yaml, line 1, the whole file: is missing');
  });

  it('is not there at all', () => {
    expect(() => loadCityPack(join(dir, 'nowhere'))).toThrow('city.yaml, line 1, the whole file: is missing');
  });
});
