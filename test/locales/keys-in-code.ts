import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const SPEAKING = ['bot', 'screens', 'web', 'workers'];

/** A key handed to `t`, `t.plain` or `button`. */
export interface Asked {
  readonly key: string;
  readonly where: string;
  /** Without markup: a label or a short note. */
  readonly isPlain: boolean;
  /** The names of the arguments, where they can be read off. */
  readonly given?: readonly string[];
}

export interface KeysInCode {
  readonly asked: Asked[];
  /** Every text in quotes, and where it stands. */
  readonly literals: { readonly text: string; readonly where: string }[];
  /** The beginning of every text with a hole: `status-`. */
  readonly heads: { readonly head: string; readonly where: string; readonly isAsked: boolean }[];
}

/** What the code that speaks to people says, by its keys. */
export function keysInCode(): KeysInCode {
  const found: KeysInCode = { asked: [], literals: [], heads: [] };
  for (const file of SPEAKING.flatMap(filesUnder)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    collect(source, source, found);
  }
  return found;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));

function collect(node: ts.Node, source: ts.SourceFile, found: KeysInCode): void {
  if (ts.isImportDeclaration(node)) return;
  const where = whereIs(node, source);
  if (ts.isStringLiteralLike(node)) found.literals.push({ text: node.text, where });
  if (ts.isTemplateExpression(node) && node.head.text)
    found.heads.push({ head: node.head.text, where, isAsked: isKeyOfCall(node) });
  if (ts.isCallExpression(node)) found.asked.push(...askedBy(node, where));
  ts.forEachChild(node, (child) => collect(child, source, found));
}

const whereIs = (node: ts.Node, source: ts.SourceFile): string => {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return `${relative(ROOT, source.fileName)}:${line + 1}`;
};

/** Where the key and the arguments stand in a call that speaks. */
function speech(call: ts.CallExpression) {
  const callee = call.expression.getText();
  const [first, second] = call.arguments;
  if (callee === 'button') return { key: second, isPlain: true, args: undefined };
  if (/(^|\.)t$/.test(callee)) return { key: first, isPlain: false, args: second };
  return /(^|\.)t\.plain$/.test(callee) ? { key: first, isPlain: true, args: second } : undefined;
}

function askedBy(call: ts.CallExpression, where: string): Asked[] {
  const said = speech(call);
  if (!said?.key) return [];
  const given = namesIn(said.args);
  return literalsIn(said.key).map((key) => ({ key, where, isPlain: said.isPlain, ...(given && { given }) }));
}

/** The keys an expression may stand for, as far as they are written out. */
function literalsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression);
  return ts.isConditionalExpression(node)
    ? [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
    : [];
}

function namesIn(args: ts.Expression | undefined): string[] | undefined {
  if (!args) return [];
  if (!ts.isObjectLiteralExpression(args)) return undefined;
  const names = args.properties.map((property) => property.name?.getText());
  return names.every((name) => name !== undefined) ? names : undefined;
}

function isKeyOfCall(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isConditionalExpression(parent)) return isKeyOfCall(parent);
  return ts.isCallExpression(parent) && speech(parent)?.key === node;
}

/** The words of an array declared as `const NAME = ['a', 'b'] as const`, for lists a file keeps to itself. */
export function listIn(file: string, name: string): string[] {
  const path = join(ROOT, file);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const words = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .filter((declaration) => declaration.name.getText() === name)
    .flatMap(({ initializer }) => (initializer ? stringsIn(initializer) : []));
  if (words.length === 0) throw new Error(`${file} has no list ${name}`);
  return words;
}

const stringsIn = (node: ts.Node): string[] =>
  ts.isStringLiteralLike(node) ? [node.text] : node.getChildren().flatMap(stringsIn);
