import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentDateTime, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Markup } from '../messengers/messenger';
import type { TextArguments, Texts } from '../screens/texts';
import type { Log } from '../use-cases/ports';
import { dateFunctions } from './text-dates';
import { escapeWords, strangeTagIn, toPlain } from './text-markup';

const MAIN_LANGUAGE = 'uk';

export interface AllTexts {
  /** The texts in this language, or in Ukrainian when it is not spoken here. */
  for(language: string): Texts;
  readonly languages: readonly string[];
}

type Report = (language: string, key: string, problem: string) => void;

/** Reads `<dir>/<language>/*.ftl`. A missing text comes in Ukrainian and is logged once; failing that, its key. */
export function loadTexts(dir: string, options: { timeZone: string; log: Log }): AllTexts {
  const { timeZone, log } = options;
  const languages = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = languages.map((entry) => entry.name).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const bundles = new Map(names.map((name) => [name, readBundle(join(dir, name), name, timeZone)]));
  const main = bundles.get(MAIN_LANGUAGE);
  if (!main) throw new Error(`${dir} has no folder ${MAIN_LANGUAGE}`);
  const report = reportOnce(log);
  const texts = new Map([...bundles].map(([name, bundle]) => [name, textsOf(name, bundle, main, report)]));
  return { languages: names, for: (language) => texts.get(language) ?? texts.get(MAIN_LANGUAGE)! };
}

const rank = (language: string): number => (language === MAIN_LANGUAGE ? 0 : 1);

function readBundle(dir: string, language: string, timeZone: string): FluentBundle {
  const bundle = new FluentBundle(language, {
    useIsolating: false,
    functions: dateFunctions(language, timeZone),
  });
  const files = readdirSync(dir).filter((name) => name.endsWith('.ftl')).sort(); // prettier-ignore
  for (const file of files) {
    const source = readFileSync(join(dir, file), 'utf8');
    const strange = strangeTagIn(withoutRemarks(source));
    if (strange) throw new Error(`${join(dir, file)}: ${strange} is no tag we know (b, i, code, blockquote)`);
    const [problem] = bundle.addResource(new FluentResource(source));
    if (problem) throw new Error(`${join(dir, file)}: ${problem.message}`);
  }
  return bundle;
}

const withoutRemarks = (source: string): string => source.replace(/^#.*$/gm, '');

function textsOf(language: string, bundle: FluentBundle, main: FluentBundle, report: Report): Texts {
  const say = (key: string, args: TextArguments = {}): Markup => {
    const source = bundle.hasMessage(key) ? bundle : main;
    const pattern = source.getMessage(key)?.value;
    if (source !== bundle || !pattern) report(language, key, 'missing');
    if (!pattern) return escapeWords(key);
    const problems: Error[] = [];
    const said = source.formatPattern(pattern, toVariables(args), problems);
    if (problems[0]) report(language, key, problems[0].message);
    return said as Markup;
  };
  return Object.assign(say, {
    plain: (key: string, args?: TextArguments) => toPlain(say(key, args)),
    has: (key: string) => bundle.hasMessage(key) || main.hasMessage(key),
    words: escapeWords,
    language,
  });
}

const toVariables = (args: TextArguments): Record<string, FluentVariable> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toVariable(value)]));

function toVariable(value: string | number | Date): FluentVariable {
  if (typeof value === 'string') return escapeWords(value);
  return value instanceof Date ? new FluentDateTime(value) : value;
}

function reportOnce(log: Log): Report {
  const told = new Set<string>();
  return (language, key, problem) => {
    if (told.has(`${language} ${key}`)) return;
    told.add(`${language} ${key}`);
    log.warn({ language, key, problem }, 'a text is missing or broken');
  };
}
