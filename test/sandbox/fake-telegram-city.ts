import { Bot, GrammyError } from 'grammy';
import type { FakeTelegramOptions } from '../../sandbox/fake-telegram/start';
import { startFakeTelegram } from '../../sandbox/fake-telegram/start';

const stops: (() => Promise<unknown>)[] = [];

export function atTheEnd(stop: () => Promise<unknown>): void {
  stops.push(stop);
}

export async function cleanUp(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/** A fake, a bot that talks to it, a citizen; without rate limits unless asked for. */
export async function aCity(options: FakeTelegramOptions = {}) {
  const telegram = await startFakeTelegram({ enforceLimits: false, ...options });
  atTheEnd(() => telegram.stop());
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  await bot.init();
  const olena = telegram.person({ firstName: 'Олена', languageCode: 'uk', phone: '+380671112233' });
  return { telegram, bot, api: bot.api, olena };
}

export async function aCityWithGroup(
  options: FakeTelegramOptions & { isForum?: boolean; botIsAdmin?: boolean } = {},
) {
  const city = await aCity(options);
  const petro = city.telegram.person({ firstName: 'Петро', lastName: 'Коваль' });
  const group = city.telegram.group({
    title: 'Служба',
    isForum: options.isForum ?? true,
    members: [petro],
    botIsAdmin: options.botIsAdmin ?? true,
  });
  return { ...city, petro, group };
}

export function polls(bot: Bot): void {
  const running = bot.start();
  atTheEnd(async () => {
    await bot.stop();
    await running;
  });
}

/** What Telegram answered to a call that must fail. */
export async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GrammyError)) throw new Error(`no refusal but ${String(error)}`);
  return { code: error.error_code, words: error.description, parameters: error.parameters };
}

/** Waits until a fact holds. */
export async function until(isSo: () => boolean, timeoutMs = 20_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`never: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
