import { serve } from '@hono/node-server';
import { createClassifier } from '../domain/classifier';
import type { Settings } from '../infra/config';
import { runProcess } from '../infra/run-process';
import { openStores, type Stores } from '../infra/stores';
import { isStoreUnavailable } from '../infra/store-unavailable';
import { CLASS_OF } from '../messengers/telegram/classify';
import type { Door } from '../messengers/telegram/intake';
import { createPoller } from '../messengers/telegram/poll';
import {
  createTelegramMessenger,
  startLinkOf,
  type TelegramMessenger,
} from '../messengers/telegram/telegram';

import { readUpdate } from '../messengers/telegram/receive';
import { createWebhookHandler } from '../messengers/telegram/webhook';
import { createCheck } from '../web/check';
import { closeGently } from '../web/close-gently';
import { createHealth } from '../web/health';
import { serveOperations } from '../web/serve-operations';
import { serveStaffApi } from '../web/serve-staff-api';
import { createLooks } from '../use-cases/look-at-files';
import { alarmedByMistakes } from '../use-cases/raise-alarm';
import { sendingOwnFiles } from '../use-cases/send-own-files';
import { announce } from './announce';
import { waitAsSaid } from './ask-again';
import { createFrontDoor } from './front-door';
import { slowingStorms, withoutStorms } from './storms';
import { publishCommands } from './publish-commands';
import { pausesOver } from './show';

/** Nothing can be sent then: only the operator's own address hears of it. */
const REFUSED = { alarm: 'token_refused' } as const;

/** Asks Telegram who we are until it answers; a wrong token ends the process. */
async function introduce(messenger: TelegramMessenger, stores: Stores) {
  for (;;) {
    const facts = await messenger.checkToken();
    if (facts.result === 'ok') return facts;
    if (facts.result === 'stopped') {
      await stores.tellOutside?.(REFUSED);
      throw new Error('Telegram does not know this BOT_TOKEN. Take it again from @BotFather.');
    }
    stores.log.warn({ result: facts.result }, 'Telegram does not answer, trying again');
    await waitAsSaid(facts);
  }
}

/** Where it is to deliver. */
const telling =
  ({ webhook }: Settings, messenger: TelegramMessenger) =>
  () =>
    webhook ? messenger.setWebhook(webhook) : messenger.deleteWebhook();

function openDoor(settings: Settings, stores: Stores, door: Door) {
  const { botToken: token, telegramApiRoot: apiRoot } = settings;
  if (settings.webhook) return { handle: createWebhookHandler({ ...door, secret: settings.webhook.secret }) };
  const poller = createPoller({ ...door, connection: { token, apiRoot }, lease: stores.lease });
  void poller.run().then(async (end) => {
    if (end === 'stopped') return;
    stores.log.error({ end }, 'polling ended for good');
    if (end === 'token_wrong') await stores.tellOutside?.(REFUSED);
    process.kill(process.pid, 'SIGTERM');
  });
  return { poller };
}

const messengerOf = ({ botToken: token, telegramApiRoot: apiRoot }: Settings, stores: Stores) => {
  const { budget, log, metrics } = stores;
  const onRefusal = alarmedByMistakes(stores, metrics.refusing(CLASS_OF));
  return createTelegramMessenger({ token, apiRoot, budget, log, onRefusal });
};

async function startBot(settings: Settings): Promise<() => Promise<void>> {
  const stores = await openStores(settings, 'bot');
  const { log, city, quarantine, clock, metrics } = stores;
  const messenger = messengerOf(settings, stores);
  const bot = await introduce(messenger, stores);
  await announce({ lease: stores.lease, log, tell: telling(settings, messenger) });
  const frontDoor = createFrontDoor({
    ...stores,
    classifier: createClassifier(city),
    messenger: sendingOwnFiles(messenger, stores.files),
    looks: createLooks({ messenger, pictures: stores.pictures }),
    menu: messenger,
    startLink: startLinkOf(bot.username),
    isStoreUnavailable,
    readAgain: (what) => {
      const reading = readUpdate(what, bot, clock());
      return reading.result === 'incoming' ? reading.incoming : undefined;
    },
  });
  const paced = settings.webhook ? slowingStorms(frontDoor) : frontDoor;
  const receive = withoutStorms(paced, { ...stores, messenger });
  const { poller, handle } = openDoor(settings, stores, {
    ...{ bot, receive, quarantine, log, clock },
    onAcknowledged: metrics.acknowledged,
  });
  const app = createHealth({ ...stores, isStoreUnavailable });
  app.route('/', createCheck({ ...stores, isStoreUnavailable, trustedProxies: settings.trustedProxies }));
  if (handle) app.post('/telegram', (context) => handle(context.req.raw));
  const server = serve({ fetch: app.fetch, port: settings.port });
  const closeOperations = serveOperations(settings, { ...stores, isStoreUnavailable });
  const closeStaffApi = serveStaffApi(settings, { ...stores, isStoreUnavailable });
  void publishCommands(messenger, stores);
  log.info({ bot: bot.username, mode: settings.botMode, port: settings.port }, 'the bot is at work');
  return async () => {
    await Promise.all([...[poller?.stop(), closeGently(server)], ...[closeStaffApi(), closeOperations()]]);
    await pausesOver();
    await stores.close();
  };
}

void runProcess('bot', startBot);
