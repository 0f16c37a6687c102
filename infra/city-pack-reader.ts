import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

/** One thing wrong in a city pack, said so that whoever wrote the line can mend it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly advice: string;
}

/** Finds the line on which a field of a file stands, or the nearest line above it. */
export type LineOf = (path: readonly PropertyKey[]) => number;

export interface ReadFile<T> {
  readonly file: string;
  readonly contents: T;
  readonly lineOf: LineOf;
}

const lineFinder = (document: Document, counter: LineCounter): LineOf =>
  function lineOf(path): number {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'the whole file';

/** Collects the problems of a pack and reads its files one by one. */
export class PackReader {
  readonly problems: Problem[] = [];

  constructor(private readonly dir: string) {}

  /** The file's checked contents, or nothing when it has problems; those are noted. */
  read<T>(file: string, shape: z.ZodType<T>): ReadFile<T> | undefined {
    const text = this.textOf(file);
    if (text === undefined) return undefined;
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter });
    for (const error of document.errors) {
      this.note({
        file,
        line: error.linePos?.[0].line ?? 1,
        field: 'YAML',
        advice: error.message.split('\n')[0] ?? '',
      });
    }
    if (document.errors.length > 0) return undefined;
    const lineOf = lineFinder(document, counter);
    const outcome = shape.safeParse(document.toJS());
    if (outcome.success) return { file, contents: outcome.data, lineOf };
    for (const issue of outcome.error.issues) {
      this.note({ file, line: lineOf(issue.path), field: fieldOf(issue.path), advice: issue.message });
    }
    return undefined;
  }

  note(problem: Problem): void {
    this.problems.push(problem);
  }

  private textOf(file: string): string | undefined {
    try {
      return readFileSync(join(this.dir, file), 'utf8');
    } catch {
      this.note({ file, line: 1, field: 'the whole file', advice: 'is missing; add it, see cities/sample' });
      return undefined;
    }
  }
}
