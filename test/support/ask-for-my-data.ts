import { aNotice } from '../../domain/notices';
import { deliverNotices } from '../../workers/deliver-notices';
import type { Town } from './a-town';
import { NOW } from './builders';
import { textOfPdf } from './read-pdf';

const CHAT = { messenger: 'telegram', chatId: '1' };

/** What the person of chat 1 asked for and got: the paper's words, the file's records, and the files. */
export async function askForMyData({ deps }: Town, steps: readonly string[] = ['record']) {
  const when = { now: NOW, dueAt: NOW };
  await deps.notices.insert(steps.map((step) => aNotice('my_data', CHAT, { eventId: 'asked', step }, when)));
  await deliverNotices(deps, CHAT);
  const said = deps.messenger.saidTo('1').flatMap(({ screen }) => screen.files ?? []);
  const files = said.flatMap((file) => ('bytes' in file ? [file] : []));
  const bytesOf = (ending: string) =>
    files.find(({ name }) => name.endsWith(ending))?.bytes ?? new Uint8Array();
  const json = new TextDecoder().decode(bytesOf('.json'));
  return { files, json, paper: textOfPdf(bytesOf('.pdf')).join(' ') };
}
