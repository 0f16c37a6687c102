import type { Settings } from '../infra/config';
import { createTicks } from '../infra/queue-ticks';
import { createWorker } from '../infra/queue-worker';
import { runProcess } from '../infra/run-process';
import { openQueues } from '../infra/queues';
import { isStoreUnavailable } from '../infra/store-unavailable';
import { openStores } from '../infra/stores';
import { CLASS_OF } from '../messengers/telegram/classify';
import { createTelegramMessenger, type TelegramMessenger } from '../messengers/telegram/telegram';
import type { Log } from '../use-cases/ports';
import { createBoard } from '../web/board';
import { listen, serveOperations } from '../web/serve-operations';
import { alarmedByMistakes } from '../use-cases/raise-alarm';
import { sendingOwnFiles } from '../use-cases/send-own-files';
import { deliverNotices } from './deliver-notices';
import { expandEvents } from './expand-events';
import { AT_ONCE, AT_START, TICKS, type TickDeps } from './ticks';
import type { WorkerDeps } from './worker-deps';

/** The city's own page, or a link that opens the bot: its name is asked for once. */
function homeOfChecks({ publicUrl }: Settings, messenger: TelegramMessenger): WorkerDeps['checkHome'] {
  let username: string | undefined;
  return async () => {
    if (publicUrl) return `${publicUrl}/check/`;
    const facts = username ? undefined : await messenger.checkToken();
    if (facts?.result === 'ok') username = facts.username;
    return username && `https://t.me/${username}?start=check-`;
  };
}

function serveBoard({ operations: { host, board }, redisUrl }: Settings, log: Log): () => Promise<void> {
  if (!board) return () => Promise.resolve();
  const { queues, close } = openQueues({ redisUrl, log });
  const stop = listen(createBoard({ queues, password: board.password }), { host, port: board.port });
  return async () => {
    await stop();
    await close();
  };
}

const CONCURRENCY = 20;

async function startWorkers(settings: Settings): Promise<() => Promise<void>> {
  const stores = await openStores(settings, 'workers');
  const { log, budget, clock, metrics } = stores;
  const { botToken: token, telegramApiRoot: apiRoot, redisUrl } = settings;
  const onRefusal = alarmedByMistakes(stores, metrics.refusing(CLASS_OF));
  const telegram = createTelegramMessenger({ token, apiRoot, budget, log, onRefusal });
  const messenger = sendingOwnFiles(telegram, stores.files);
  const deps: TickDeps = {
    ...{ ...stores, messenger, isStoreUnavailable, checkHome: homeOfChecks(settings, telegram) },
    onSettled: (how, { dueAt }) => metrics.settled(how, clock().getTime() - dueAt.getTime()),
  };
  const handlers = {
    expand: ({ appealId }: { appealId: string }) => expandEvents(deps, appealId),
    deliver: (chat: { messenger: string; chatId: string }) => deliverNotices(deps, chat),
    tick: ({ name }: { name: string }) => (TICKS[name] ?? AT_START[name])?.(deps) ?? Promise.resolve(),
  };
  const worker = createWorker({ redisUrl, log, concurrency: CONCURRENCY, handlers });
  const everyMs = settings.tickSeconds * 1000;
  const ticks = createTicks({ redisUrl, log, everyMs, names: Object.keys(TICKS), atOnce: AT_ONCE });
  const closeOperations = serveOperations(settings, { ...stores, isStoreUnavailable });
  const closeBoard = serveBoard(settings, log);
  log.info({ everyMs }, 'the workers are at work');
  return async () => {
    await Promise.all([closeOperations(), closeBoard()]);
    await ticks.close();
    await worker.close();
    await stores.close();
  };
}

void runProcess('workers', startWorkers);
