import type { City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Citizen } from '../domain/citizen';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { lines, paragraphs, type Texts } from './texts';

export const button = (t: Texts, key: string, token: string): Choice => ({ label: t.plain(key), token });

const humanRow = (t: Texts) => [button(t, 'menu-human', 'human')];

const otherLanguage = (t: Texts, city: City): Choice[] =>
  city.languages
    .filter((language) => language !== t.language)
    .map((language) => ({ label: t.plain(`language-${language}`), token: `lang.${language}` }));

/** The first screen: what this is, and the four things people want. */
export const startScreen = (t: Texts, city: City): Screen => ({
  text: t('start', { city: nameIn(city.names, t.language) }),
  choices: [
    [button(t, 'menu-new', 'new')],
    [button(t, 'menu-my', 'my.0')],
    [button(t, 'menu-how', 'how')],
    [...otherLanguage(t, city), ...humanRow(t)],
  ],
});

export const howScreen = (t: Texts): Screen => ({
  text: t('how-it-works'),
  choices: [[button(t, 'menu-new', 'new')], humanRow(t), [button(t, 'nav-back', 'start')]],
});

/** Whom to call when life is in danger. */
export const emergencyLines = (t: Texts, city: City): Markup =>
  lines(
    t('human-emergency'),
    ...city.emergencyNumbers.map(({ number, names }) =>
      t('human-number', { number, name: nameIn(names, t.language) }),
    ),
  );

/** Who to call and when. */
export const humanScreen = (t: Texts, city: City): Screen => ({
  text: paragraphs(
    t('human', {
      phone: city.human.phone,
      hours: nameIn(city.human.hours, t.language),
      address: nameIn(city.human.address, t.language),
    }),
    emergencyLines(t, city),
  ),
  choices: [[button(t, 'nav-back', 'start')]],
});

/** `wait`: nothing is lost, it will be answered; `kept`: it is put aside for us, and here is a way on. */
export const troubleScreen = (t: Texts, city: City, how: 'wait' | 'kept'): Screen =>
  how === 'wait'
    ? { text: t('trouble-wait') }
    : {
        text: t('trouble-kept', { phone: city.human.phone }),
        choices: [[button(t, 'menu-new', 'new')], humanRow(t)],
      };

export const languageScreen = (t: Texts, city: City): Screen => ({
  text: t('choose-language'),
  choices: [
    city.languages.map((language) => ({ label: t.plain(`language-${language}`), token: `lang.${language}` })),
    [button(t, 'nav-back', 'start')],
  ],
});

/** Who somebody is and how to reach them. */
export const CONTACT_FIELDS = ['phone', 'name', 'residence', 'email'] as const;
export const PROFILE_FIELDS = [...CONTACT_FIELDS, 'authorCategory', 'socialStatus'] as const;

/** What a person said of themselves, in words. */
const saidOf = (t: Texts, { authorCategory = 'none', socialStatus = 'none' }: Citizen) => ({
  authorCategory: t.plain(`author-${authorCategory}`),
  socialStatus: t.plain(`social-${socialStatus}`),
});

/** `/me`: everything kept about the person, each line correctable. */
export function profileScreen(t: Texts, citizen: Citizen): Screen {
  const known = { ...citizen, ...saidOf(t, citizen) };
  const shown = PROFILE_FIELDS.map((field) =>
    t('me-line', { what: t.plain(`change-${field}`), value: known[field] ?? '—' }),
  );
  const consent = citizen.consent
    ? t('me-consent', { version: citizen.consent.version, day: citizen.consent.at })
    : t('me-no-consent');
  const choices = PROFILE_FIELDS.map((field) => button(t, `change-${field}`, `me.${field}`));
  const hiding = citizen.hidesName
    ? button(t, 'choice-show-name', 'hide.no')
    : button(t, 'choice-hide-name', 'hide.yes');
  return {
    text: paragraphs(
      t('me'),
      lines(...shown),
      t(citizen.hidesName ? 'me-name-hidden' : 'me-name-shown'),
      consent,
      citizen.forgetting && t('me-forgetting', { day: citizen.forgetting.dueAt }),
    ),
    choices: [
      choices.slice(0, 2),
      choices.slice(2, 4),
      choices.slice(4),
      [hiding],
      [button(t, 'choice-my-data', 'mydata'), button(t, 'choice-forget', 'forget')],
      [button(t, 'nav-back', 'start')],
    ],
  };
}
