import { join } from 'node:path';
import { waitForLeftover } from './leftover.mjs';
import { startOnFreePort } from './server.mjs';
import { startProcess } from './processes.mjs';
import { asPostgres, inRoot, POSTGRES_BIN } from './postgres-root.mjs';

/**
 * Starts PostgreSQL on a data folder of the root (a path as seen inside it) and answers `{ port, handle }`.
 * The folder may have been left by a killed run.
 */
export async function startPostgres({ dataPath, logFile, waysOut }) {
  const pidFile = join(inRoot(dataPath), 'postmaster.pid');
  await waitForLeftover({ name: 'PostgreSQL', pidFile, mark: dataPath, waysOut });
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
