import { createRequire } from 'node:module';
import type { Dialogue, Step } from '../../bot/dialogue';
import type * as ByKind from '../../bot/dialogues/by-kind';

/** The product's bot as another version of it: its dialogue has a question more before the place, or none about photos. */
export type Version = 'now' | 'a step more' | 'a step less';

const load = createRequire(__filename);
const product = process.env['RUN_BUILT'] === '1' ? '../../dist' : '../..';
const { DIALOGUES } = load(`${product}/bot/dialogues/by-kind`) as typeof ByKind;

const floorStep: Step = {
  field: 'floor',
  ask: ({ t }) => t.words('На якому це поверсі?'),
  accept: (input) => (input.kind === 'text' ? { set: { floor: input.text } } : { refusal: 'not-understood' }),
};

const CHANGED: Readonly<Record<string, (steps: readonly Step[]) => readonly Step[]>> = {
  'a step more': (steps) => steps.flatMap((step) => (step.field === 'place' ? [floorStep, step] : [step])),
  'a step less': (steps) => steps.filter(({ field }) => field !== 'filesDone'),
};

function changed({ steps, ...rest }: Dialogue, version: string | undefined): Dialogue {
  const change = CHANGED[version ?? ''];
  if (!change) throw new Error(`PROVED_VERSION is ${version}, not one of ${Object.keys(CHANGED).join(', ')}`);
  return { ...rest, steps: (context) => change(steps(context)) };
}

DIALOGUES.appeal = changed(DIALOGUES.appeal, process.env['PROVED_VERSION']);
load(`${product}/bot/main`);
