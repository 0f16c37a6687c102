import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, Visitor, type Message, type Pattern, type SelectExpression } from '@fluent/syntax';

const LOCALES = join(__dirname, '..', '..', 'locales');

export const LANGUAGES = ['uk', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Text {
  readonly file: string;
  readonly key: string;
  readonly pattern: Pattern | null;
  /** `$day` as it is used: `DAY($day)`, `$count`. */
  readonly variables: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly selects: readonly SelectExpression[];
  /** Every way the text can read, a `…` for each argument. */
  readonly readings: readonly string[];
}

export const filesOf = (language: Language): string[] => readdirSync(join(LOCALES, language)).sort();

/** The stretches of a file that are no Fluent. */
export const junkIn = (language: Language, file: string): string[] =>
  bodyOf(language, file).flatMap((entry) => (entry.type === 'Junk' ? [entry.content] : []));

export const textsOf = (language: Language): Text[] =>
  filesOf(language).flatMap((file) =>
    bodyOf(language, file).flatMap((entry) => (entry.type === 'Message' ? [textOf(file, entry)] : [])),
  );

const bodyOf = (language: Language, file: string) =>
  parse(readFileSync(join(LOCALES, language, file), 'utf8'), { withSpans: false }).body;

function textOf(file: string, message: Message): Text {
  const seen = new Seen();
  seen.visit(message);
  const { variables, functions, selects } = seen;
  const readings = message.value ? readingsOf(message.value) : [];
  return { file, key: message.id.name, pattern: message.value, variables, functions, selects, readings };
}

class Seen extends Visitor {
  readonly variables = new Set<string>();
  readonly functions = new Set<string>();
  readonly selects: SelectExpression[] = [];

  override visitVariableReference(node: { id: { name: string } }) {
    this.variables.add(`$${node.id.name}`);
  }

  override visitFunctionReference(node: Parameters<NonNullable<Visitor['visitFunctionReference']>>[0]) {
    this.functions.add(node.id.name);
    for (const argument of node.arguments.positional)
      if (argument.type === 'VariableReference') this.variables.add(`${node.id.name}($${argument.id.name})`);
  }

  override visitSelectExpression(node: SelectExpression) {
    this.selects.push(node);
    this.genericVisit(node);
  }
}

function readingsOf(pattern: Pattern): string[] {
  let readings = [''];
  for (const element of pattern.elements) {
    const parts =
      element.type === 'TextElement'
        ? [element.value]
        : element.expression.type === 'SelectExpression'
          ? element.expression.variants.flatMap(({ value }) => readingsOf(value))
          : ['…'];
    readings = readings.flatMap((start) => parts.map((part) => start + part));
  }
  return readings;
}
