import { localDay } from '../domain/calendar';
import type { Notice } from '../domain/notice';
import { copiesOf, FILES_AT_ONCE } from '../domain/personal-data';
import type { EditResult, Screen, ShownFile } from '../messengers/messenger';
import { myDataPaper } from '../screens/my-data-paper';
import type { Texts } from '../screens/texts';
import { gatherMyData } from '../use-cases/gather-my-data';
import type { WorkerDeps } from './worker-deps';

type Sent = EditResult | 'not_needed';

const MOST_APPEALS = 5_000;

/** The same twice: on paper for people, and in a file for programs. */
async function record(deps: WorkerDeps, personId: string, t: Texts): Promise<Screen> {
  const { city, clock, printer } = deps;
  const now = clock();
  const data = await gatherMyData(deps, personId);
  const paper = myDataPaper(t, city, data, now);
  const name = `my-data-${localDay(now, city.timeZone).toString()}`;
  const json = JSON.stringify({ madeAt: now, person: personId, ...data }, undefined, 2);
  const files = [
    { kind: 'document', bytes: await printer.print(paper, undefined, t.language), name: `${name}.pdf` },
    { kind: 'document', bytes: new TextEncoder().encode(json), name: `${name}.json` },
  ] as const;
  return { text: t('my-data-sent'), files };
}

/** One handful of the kept files. */
async function handful(
  { appeals, files }: WorkerDeps,
  personId: string,
  { t, step }: { t: Texts; step: string },
): Promise<Screen | undefined> {
  const [, index = 0] = /^files-(\d+)$/.exec(step) ?? [];
  const own = (await appeals.listOf(personId, { skip: 0, limit: MOST_APPEALS })).appeals;
  const first = Number(index) * FILES_AT_ONCE;
  const wanted = copiesOf(own, personId).slice(first, first + FILES_AT_ONCE);
  const found = await Promise.all(
    wanted.map(async ({ copyId, name }): Promise<ShownFile[]> => {
      const bytes = await files.get(copyId);
      return bytes ? [{ kind: 'document', bytes, name }] : [];
    }),
  );
  const shown = found.flat();
  return shown.length > 0 ? { text: t('my-data-files'), files: shown } : undefined;
}

/** All that is kept about a person, sent to their own chat and to no other. */
export async function sendMyData(deps: WorkerDeps, notice: Notice): Promise<Sent> {
  const { messenger, chatId, step = '' } = notice;
  const personId = `${messenger}-${chatId}`;
  const citizen = await deps.citizens.find(personId);
  if (citizen?.chatId !== chatId) return 'not_needed';
  const t = deps.textsFor(citizen.language);
  const screen =
    step === 'record' ? await record(deps, personId, t) : await handful(deps, personId, { t, step });
  return screen ? deps.messenger.send({ messenger, chatId }, screen, 'notice') : 'not_needed';
}
