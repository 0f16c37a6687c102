import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Consent } from '../../domain/citizen';
import { nameIn } from '../../domain/city-languages';
import { paragraphs } from '../../screens/texts';
import type { Context, Step } from '../dialogue';

const noticeText = ({ city, t }: Context) => nameIn(city.privacyNotice.texts, t.language);

/** The very words the person saw can be proved later by their hash. */
const consentTo = (context: Context): Consent => ({
  version: context.city.privacyNotice.version,
  hash: createHash('sha256').update(noticeText(context)).digest('hex'),
  at: context.now,
});

const agreedNow = ({ draft }: Context) =>
  Boolean(draft.fields.consent) && draft.fields.consent !== 'declined';
export const hasAgreed = (context: Context) => agreedNow(context) || Boolean(context.citizen.consent);

/** What is kept and why; may be declined, then nothing of the following is asked. */
export const consentStep: Step = {
  field: 'consent',
  isNeeded: ({ citizen, city }) => citizen.consent?.version !== city.privacyNotice.version,
  ask: (context) => paragraphs(context.t.words(noticeText(context)), context.t('ask-consent')),
  choices: ({ t }) => [
    [{ value: 'agree', label: t.plain('choice-agree') }],
    [{ value: 'decline', label: t.plain('choice-decline') }],
  ],
  typed: { 'words-yes': 'agree', 'words-no': 'decline' },
  accept: (input, context) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-consent' };
    return { set: { consent: input.value === 'agree' ? consentTo(context) : 'declined' } };
  },
};

/** Only the person's own contact counts: the messenger has verified that number. */
export const phoneStep: Step = {
  field: 'phone',
  maySkip: true,
  isNeeded: (context) => agreedNow(context) && !context.citizen.phone,
  request: { what: 'contact', labelKey: 'choice-share-contact' },
  typed: { 'words-none': '!skip' },
  ask: ({ t }) => t('ask-phone'),
  accept: (input) => {
    if (input.kind !== 'contact') return { refusal: 'refusal-use-contact-button' };
    if (!input.isOwn) return { refusal: 'refusal-not-own-contact' };
    return { set: { phone: input.phone } };
  },
};

const NAME = /^\p{L}[\p{L}’'ʼ`.-]*(\s+\p{L}[\p{L}’'ʼ`.-]*){1,4}$/u;

export const spaced = (text: string): string => text.trim().replace(/\s+/g, ' ');
export const isFullName = (name: string): boolean => NAME.test(name) && name.length <= 120;
export const isResidence = (residence: string): boolean =>
  residence.length >= 5 && residence.length <= 300 && /\p{L}{2}/u.test(residence);

/** Surname, name and, where there is one, patronymic (art. 5). */
export const nameStep: Step = {
  field: 'name',
  maySkip: true,
  isNeeded: (context) => hasAgreed(context) && !context.citizen.name,
  ask: ({ t }) => t('ask-name'),
  accept: (input) => {
    const name = input.kind === 'text' ? spaced(input.text) : '';
    return isFullName(name) ? { set: { name } } : { refusal: 'refusal-name' };
  },
};

/** Where the person lives (art. 5). */
export const residenceStep: Step = {
  field: 'residence',
  maySkip: true,
  isNeeded: (context) => hasAgreed(context) && !context.citizen.residence,
  ask: ({ t }) => t('ask-residence'),
  accept: (input) => {
    const residence = input.kind === 'text' ? input.text.trim() : '';
    return isResidence(residence) ? { set: { residence } } : { refusal: 'refusal-residence' };
  },
};

export const emailStep: Step = {
  field: 'email',
  maySkip: true,
  isNeeded: (context) => agreedNow(context) && !context.citizen.email,
  typed: { 'words-none': '!skip' },
  ask: ({ t }) => t('ask-email'),
  accept: (input) => {
    const email = z
      .email()
      .max(254)
      .safeParse(input.kind === 'text' ? input.text.trim() : '');
    return email.success ? { set: { email: email.data } } : { refusal: 'refusal-email' };
  },
};

export const registrationSteps: readonly Step[] = [
  consentStep,
  phoneStep,
  nameStep,
  residenceStep,
  emailStep,
];
