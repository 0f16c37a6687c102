import { join } from 'node:path';
import { loadTexts } from '../../infra/texts';
import type { Texts } from '../../screens/texts';
import type { Group } from '../fake-telegram/group';
import type { Seen } from '../fake-telegram/seen';
import type { FakeTelegram } from '../fake-telegram/telegram';
import type { DepartmentGroups, People } from '../people';

export interface Scene {
  readonly telegram: FakeTelegram;
  readonly people: People;
  readonly group: Group;
  readonly departments: DepartmentGroups;
  readonly timeZone: string;
  readonly moveClock: (ms: number) => Promise<void>;
}

const WAIT_MS = 90_000;
const LOCALES = join(__dirname, '..', '..', 'locales');
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const textsIn = ({ timeZone }: Pick<Scene, 'timeZone'>): ((language: string) => Texts) => {
  const texts = loadTexts(LOCALES, { timeZone, log: SILENT });
  return (language) => texts.for(language);
};

/** Resolves to what is found, now or after a change of a chat. */
export function until<T>(telegram: FakeTelegram, find: () => T | undefined, what: string): Promise<T> {
  const early = find();
  if (early !== undefined) return Promise.resolve(early);
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      clearTimeout(timer);
      unsubscribe();
      act();
    };
    const unsubscribe = telegram.subscribe(() => {
      const found = find();
      if (found !== undefined) finish(() => resolve(found));
    });
    const timer = setTimeout(() => finish(() => reject(new Error(`in vain for ${what}`))), WAIT_MS);
  });
}

export const labelsOf = (seen: Seen): string[] => seen.buttons.flat().map(({ label }) => label);

/** The text’s first sentence is on the screen. */
export const isAsking = (screen: Seen, t: Texts, key: string): boolean =>
  screen.text.includes(t.plain(key).split(/[.:?]/)[0] ?? '');
