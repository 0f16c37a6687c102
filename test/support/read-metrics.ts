export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/i;
const LABEL = /([a-z_]+)="((?:[^"\\]|\\.)*)"/gi;

/** The samples of a page in Prometheus' text format; a line that is none throws. */
export function readMetrics(page: string): Sample[] {
  const lines = page.split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (!name) throw new Error(`no sample of Prometheus: ${line}`);
    const pairs = [...labels.matchAll(LABEL)].map(([, key = '', is = '']) => [key, is] as const);
    return { name, labels: Object.fromEntries(pairs), value: Number(value) };
  });
}
