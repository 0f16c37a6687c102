import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start';
import { ownMongoUri, redisUrl } from '../infra/stores';

/** UPDATE_PICTURES=1 draws the README’s pictures anew. */
const PICTURES =
  process.env['UPDATE_PICTURES'] === '1'
    ? join(__dirname, '..', '..', 'docs', 'pictures')
    : mkdtempSync(join(tmpdir(), 'vidhuk-pictures-'));
const BROWSER = process.env['CHROMIUM_PATH'] ?? '';
const SLOW_MS = 30_000;
/** A group takes 20 messages a minute: the last of them wait for the next one. */
const GROUP_MINUTE_MS = 75_000;

jest.setTimeout(180_000);

/** A Redis database of the test’s own: queues of two towns in one would mix. */
function ownRedisUrl(): string {
  const url = new URL(redisUrl());
  url.pathname = `/${randomInt(901, 1000)}`;
  return url.href;
}

let sandbox: Sandbox;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  if (!existsSync(BROWSER)) throw new Error('CHROMIUM_PATH names no browser: npm test finds one');
  sandbox = await startSandbox({ mongodbUri: ownMongoUri(), redisUrl: ownRedisUrl(), port: 0, quiet: true });
  browser = await chromium.launch({
    executablePath: BROWSER,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'uk-UA',
    colorScheme: 'light',
  });
  page.setDefaultTimeout(SLOW_MS);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.goto(sandbox.url);
  mkdirSync(PICTURES, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

const composer = () => page.getByRole('textbox', { name: 'Повідомлення' });
const bubble = (words: string | RegExp) => page.locator('.line').filter({ hasText: words }).last();
const sees = (words: string | RegExp) => bubble(words).waitFor();
/** The newest message has these words. */
const last = (words: string) => page.locator('.line').last().filter({ hasText: words }).waitFor();
const key = (label: string) =>
  page.locator('.keyboard').last().getByRole('button', { name: label, exact: true });

async function says(text: string): Promise<void> {
  await composer().fill(text);
  await composer().press('Enter');
}

async function becomes(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Хто ви зараз' }).getByRole('button', { name }).click();
  await page.locator('.face[aria-current]').filter({ hasText: name }).waitFor();
}

async function presses(label: string): Promise<void> {
  await key(label).click();
}

async function sendsSamplePhoto(): Promise<void> {
  await page.getByRole('button', { name: 'Додати фото, місце, контакт' }).click();
  await page.getByRole('menuitem', { name: 'Фото' }).click();
  await page.getByRole('button', { name: 'Темна вулиця' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Надіслати', exact: true }).click();
}

async function sharesPlace(): Promise<void> {
  await page.getByRole('button', { name: 'Додати фото, місце, контакт' }).click();
  await page.getByRole('menuitem', { name: 'Місце на карті' }).click();
  await page.getByRole('dialog').locator('.place-button').nth(2).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Надіслати місце' }).click();
}

/** The category’s own questions, the first answer to each. */
async function answersQuestions(): Promise<void> {
  for (let asked = 0; asked < 6; asked += 1) {
    const last = page
      .locator('.line')
      .last()
      .filter({ has: page.locator('.keyboard') });
    const words = await last.locator('.words').textContent();
    if (words?.includes('Де це?')) return;
    await last.locator('.keyboard').getByRole('button').first().click();
    await last.filter({ hasNotText: words ?? '' }).waitFor();
  }
}

/** Петро, in the topic of the appeal: by the button of the card, a reply, the outcome, the preview. */
async function answers(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Відповісти', exact: true }).first().click();
  await last('текстом для заявника');
  await bubble('текстом для заявника').hover();
  await bubble('текстом для заявника').locator('.message-menu').click();
  await page.getByRole('menuitem', { name: 'Відповісти' }).click();
  await says(text);
  await presses('Виконано');
  await sees('Так побачить заявник');
  await presses('Надіслати');
  await sees('надіслано заявнику');
}

describe('the page of the sandbox', () => {
  it('takes an appeal from Олена by pressing and typing', async () => {
    await becomes('Олена');
    await page.getByRole('button', { name: 'Почати' }).click();
    await sees('Тут можна повідомити місту');
    await says('третя доба не горить ліхтар біля під’їзду, темно страшно ходити');
    await presses('Не горить ліхтар');
    await last('?');
    await answersQuestions();
    await sharesPlace();
    await sees('Якщо є фото');
    await sendsSamplePhoto();
    await sees('Є 1 файл');
    await presses('Готово');
    await presses('Прошу допомогти');
    await presses('Погоджуюсь');
    await page.locator('.reply-keys').getByRole('button', { name: 'Поділитися номером' }).click();
    await sees('прізвище, ім’я та по батькові');
    await says('Коваль Олена Петрівна');
    await sees('адресу, за якою ви живете');
    await says('Миру, 18, кв. 5');
    await sees('на пошту');
    await presses('Пропустити');
    await sees('Перевірте, будь ласка');
    await presses('Надіслати');
    await sees(/Звернення \d{4}-\d{6} прийнято/);
  });

  it('shows Петро a topic with the card, where he takes and answers it', async () => {
    await becomes('Петро');
    await page.locator('.chat-row').filter({ hasText: 'Не горить ліхтар' }).click();
    await sees('не взято');
    await page.getByRole('button', { name: 'Взяти', exact: true }).click();
    await sees('у роботі');
    await answers('Лампу замінили.');
  });

  it('brings Олена the answer, which is not so; the second is, and she gives it five stars', async () => {
    await becomes('Олена');
    await sees('Питання вирішено?');
    await bubble('Питання вирішено?').getByRole('button', { name: 'Ні, не вирішено' }).click();
    await sees('Що не так?');
    await says('увечері знову темно');
    await presses('Надіслати');
    await sees('повернуто виконавцю');
    await becomes('Петро');
    await page.locator('.chat-row').filter({ hasText: 'Не горить ліхтар' }).click();
    await sees('увечері знову темно');
    await answers('Замінили ще й реле, увечері перевірили: горить.');
    await becomes('Олена');
    await sees('Замінили ще й реле');
    await bubble('Замінили ще й реле').getByRole('button', { name: 'Так, вирішено' }).click();
    await page.getByRole('button', { name: '5 ★' }).click();
    await sees('Оцінка: 5 з 5');
    await presses('Швидко');
    await presses('Готово');
    await sees('Дякуємо, оцінку враховано');
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width: 1180, height: 1100 });
    await page.locator('.toast').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: join(PICTURES, 'page-desktop.png') });
    await page.setViewportSize({ width: 1280, height: 800 });
    await becomes('Петро');
    await page.locator('.chat-row').filter({ hasText: 'Не горить ліхтар' }).click();
    await bubble('Оцінка заявника: 5').waitFor({ timeout: GROUP_MINUTE_MS });
    await page.screenshot({ path: join(PICTURES, 'page-staff.png') });
  });

  it('moves the clock of the city and shows what waits', async () => {
    const before = sandbox.now().getTime();
    await page.getByRole('button', { name: '+1 день' }).click();
    await page.locator('.toast').filter({ hasText: 'У місті тепер' }).waitFor();
    expect(sandbox.now().getTime() - before).toBeGreaterThanOrEqual(24 * 3600 * 1000);
    await page.getByRole('button', { name: /^Сповіщення в черзі/ }).click();
    await page
      .getByRole('dialog', { name: 'Сповіщення в черзі' })
      .getByText(/^Надіслано: [1-9]/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('works on a phone, with the list and the conversation apart', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Назад до розмов' }).click();
    await becomes('Олена');
    await page.locator('.toast').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: join(PICTURES, 'page-phone-list.png') });
    await page.locator('.chat-row').first().click();
    await sees('Дякуємо, оцінку враховано');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.screenshot({ path: join(PICTURES, 'page-phone.png') });
    await page.getByRole('button', { name: 'Назад до розмов' }).click();
    await page.locator('.chat-row').first().waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('works by keyboard alone', async () => {
    await becomes('Марія');
    await page.locator('.face[aria-current]').focus();
    await page.keyboard.press('Tab');
    for (let step = 0; step < 12; step += 1) {
      if (await page.locator('.empty .main-button:focus').count()) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await sees('Тут можна повідомити місту');
    await page.getByRole('button', { name: 'Додати фото, місце, контакт' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[role=menuitem]:focus').textContent()).toContain('Документ');
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').count()).toBe(0);
    await page.locator('.composer [aria-haspopup]:focus').first().waitFor();
  });

  it('keeps a draft for each person, quotes, edits and blocks', async () => {
    await composer().fill('недописане');
    await becomes('Андрій');
    expect(await composer().inputValue()).toBe('');
    await says('/help');
    await page.locator('.line.theirs').last().waitFor();
    await page.getByRole('button', { name: 'Ще', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Заблокувати бота' }).click();
    await page.getByText('Ви заблокували бота').waitFor();
    await page.locator('.blocked').getByRole('button', { name: 'Розблокувати бота' }).click();
    await composer().waitFor();
    await becomes('Марія');
    expect(await composer().inputValue()).toBe('недописане');
  });

  it('has no troubles in the console', () => {
    expect(troubles).toEqual([]);
  });
});
