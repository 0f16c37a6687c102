import type { CallDeps } from './call';
import { attempt } from './call';
import { fileIdOf } from './file-handle';
import type { Connection } from './network';
import { fileUrl } from './network';

/** Telegram gives bots no more than this. */
export const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

const TIMEOUT_MS = 60_000;

type Downloaded = Uint8Array | 'too_big' | 'gone' | 'missing' | 'later';

/** The bytes behind a file handle, or why not: `too_big`, `gone` (never again), `missing` (not found now), `later`. */
export async function download(
  deps: Pick<CallDeps, 'api' | 'log' | 'onRefusal'>,
  connection: Connection,
  handle: string,
): Promise<Downloaded> {
  const found = await attempt(deps, async (api) => {
    try {
      return await api.raw.getFile({ file_id: fileIdOf(handle) });
    } catch (error) {
      return wordFor(error);
    }
  });
  if (found.result !== 'ok') return 'later';
  if (typeof found.value === 'string') return found.value;
  if ((found.value.file_size ?? 0) > DOWNLOAD_LIMIT_BYTES) return 'too_big';
  const path = found.value.file_path;
  return path ? fetchBytes(fileUrl(connection, path)) : 'later';
}

/** getFile has refusals of its own; the others go on to the table. */
function wordFor(error: unknown): 'too_big' | 'gone' | 'missing' {
  const { error_code, description } = (error ?? {}) as { error_code?: unknown; description?: unknown };
  if (error_code !== 400 || typeof description !== 'string') throw error;
  if (/too big/i.test(description)) return 'too_big';
  return /temporarily unavailable/i.test(description) ? 'missing' : 'gone';
}

async function fetchBytes(url: string): Promise<Downloaded> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return response.status === 404 || response.status === 410 ? 'gone' : 'later';
    }
    return await readCapped(response.body);
  } catch {
    return 'later';
  }
}

async function readCapped(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | 'too_big'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > DOWNLOAD_LIMIT_BYTES) return 'too_big';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
