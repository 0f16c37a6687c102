import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from './alive.mjs';
import { startOnFreePort } from './server.mjs';
import { startProcess, waitUntil } from './processes.mjs';
import { asPostgres, inRoot, POSTGRES_BIN } from './postgres-root.mjs';
import { Problem } from './problem.mjs';

/**
 * Starts PostgreSQL on a data folder of the root (a path as seen inside it) and answers `{ port, handle }`.
 * The folder may have been left by a killed run.
 */
export async function startPostgres({ dataPath, logFile, waysOut }) {
  await freeData(dataPath, waysOut);
  return startOnFreePort({
    name: 'PostgreSQL',
    logFile,
    command: (port) => asPostgres(join(POSTGRES_BIN, 'postgres'), ['-D', dataPath, ...settings(port)]),
    isReady: isPostgresReady,
    stopSignal: 'SIGINT',
    timeoutMs: 60_000,
    waysOut,
  });
}

function settings(port) {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
    'cron.database_name': 'postgres',
    'cron.host': '127.0.0.1',
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    dynamic_shared_memory_type: 'mmap',
    max_connections: 200,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Runs one SQL command. */
export async function runSql(port, sql, logFile) {
  const args = ['-h', '127.0.0.1', '-p', port, '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-c', sql];
  return (await runQuietly(join(POSTGRES_BIN, 'psql'), args, logFile)) === 0;
}

async function isPostgresReady(port) {
  const args = ['-q', '-h', '127.0.0.1', '-p', port, '-U', 'postgres'];
  return (await runQuietly(join(POSTGRES_BIN, 'pg_isready'), args, '/dev/null')) === 0;
}

async function runQuietly(program, args, logFile) {
  const [file, rest] = asPostgres(program, args);
  const handle = startProcess(program, file, rest, { logFile });
  return (await handle.exited).code;
}

// After a kill the old server may still be ending, or its pid may belong to somebody else by now.
async function freeData(dataPath, waysOut) {
  const file = join(inRoot(dataPath), 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isOurs = () => isAlive(pid) && commandLine(pid).includes(dataPath);
  if (await waitUntil({ hasExited: false }, () => !isOurs(), 10_000)) return rmSync(file, { force: true });
  throw new Problem(`PostgreSQL (pid ${pid}) of an earlier run still holds its data.`, [
    `Stop it: \`kill -INT ${pid}\`, then run the command again.`,
    ...waysOut,
  ]);
}
