import { lastAnswer, STAFF_ONLY_EVENTS, textOf, type Answer, type Appeal } from '../domain/appeal';
import { noonOf } from '../domain/calendar';
import { isClosedByHand } from '../domain/closing';
import { isLate } from '../domain/delay';
import { findCategory, findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { excerpt } from '../domain/masking';
import { awaitsCompletion, isWindowOver } from '../domain/citizen-decisions';
import { canMove, isOpen } from '../domain/moves';
import { nextResponsible } from '../domain/next-responsible';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { placeLine } from './appeal-preview';
import { decidedLine, standing } from './decided-line';
import { delayLine } from './delay-line';
import { togetherLines } from './joined-lines';
import { button } from './menu-screens';
import { siftedLines } from './sifting-screens';
import { lines, paragraphs, type Texts } from './texts';

export const categoryName = (city: City, appeal: Appeal, t: Texts): string => {
  const category = findCategory(city, appeal.category);
  return category ? nameIn(category.names, t.language) : appeal.category;
};

export const departmentName = (city: City, appeal: Appeal, t: Texts): string => {
  const department = findDepartment(city, appeal.department);
  return department ? nameIn(department.names, t.language) : appeal.department;
};

/** Whose the answer is: the department's, or a city controller's when it is about officials (art. 7). */
export const whoAnswers = (city: City, appeal: Appeal, t: Texts): string =>
  appeal.isAboutOfficials ? t.plain('city-controller') : departmentName(city, appeal, t);

const openButton = (t: Texts, appeal: Appeal): Choice => button(t, 'choice-open-appeal', `a.${appeal.id}`);

/** Right after sending: the number and the day. */
export function registeredScreen(t: Texts, city: City, appeal: Appeal): Screen {
  const facts = { number: appeal.number, at: appeal.registeredAt, day: appeal.dueAt };
  const department = appeal.isAboutOfficials
    ? t('registered-officials', { day: appeal.dueAt })
    : t('registered-next', { department: departmentName(city, appeal, t), day: appeal.dueAt });
  const message = !appeal.legalDueAt && t('registered-message');
  return {
    text: paragraphs(
      t('registered', facts),
      department,
      message,
      siftedLines(t, appeal),
      appeal.needsModerator && !appeal.isAboutOfficials && t('registered-unverified'),
    ),
    choices: [
      [openButton(t, appeal), ...(message ? [button(t, 'choice-identify', `id.${appeal.id}`)] : [])],
      [button(t, 'menu-new', 'new'), button(t, 'menu-start', 'start')],
    ],
  };
}

/** Whose move it is inside the office. */
const nextLine = (t: Texts, appeal: Appeal): Markup | undefined => {
  const next = nextResponsible(appeal);
  return next && next.side !== 'citizen' ? t(`next-${next.side}`) : undefined;
};

/** A citizen's card: where the appeal stands, by when, and what they can do. */
export function cardScreen(t: Texts, city: City, appeal: Appeal, now: Date): Screen {
  const answer = lastAnswer(appeal);
  const due = isLate(appeal, now) ? 'card-late' : 'card-due';
  return {
    text: paragraphs(
      t('card-title', {
        number: appeal.number,
        category: categoryName(city, appeal, t),
        status: t.plain(`status-${standing(appeal)}`),
      }),
      lines(
        appeal.place && t('preview-place', { place: placeLine(t, city, appeal.place) }),
        t('preview-text', { text: excerpt(textOf(appeal), 500) }),
        appeal.attachments.length > 0 && t('preview-files', { count: appeal.attachments.length }),
        appeal.incomingNumber ? t('card-incoming', { incoming: appeal.incomingNumber }) : undefined,
      ),
      lines(
        appeal.isAboutOfficials
          ? t('preview-officials')
          : t('preview-department', { department: departmentName(city, appeal, t) }),
        isOpen(appeal.status) && nextLine(t, appeal),
        isOpen(appeal.status) && t(due, { day: appeal.dueAt }),
        isLate(appeal, now) && delayLine(t, appeal),
        isOpen(appeal.status) && appeal.legalDueAt && t('preview-legal-due', { day: appeal.legalDueAt }),
        isOpen(appeal.status) && appeal.kind === 'message' && t('card-message'),
      ),
      togetherLines(t, appeal),
      decidedLine(t, appeal),
      answer && answerText(t, city, appeal, answer),
    ),
    choices: cardChoices(t, city, appeal, now),
  };
}

function cardChoices(t: Texts, city: City, appeal: Appeal, now: Date): Choice[][] {
  const answer = lastAnswer(appeal);
  const verdict = answer && appeal.status === 'answered' ? verdictRow(t, appeal, answer) : [];
  const open = [
    ...(isOpen(appeal.status) || awaitsCompletion(appeal)
      ? [button(t, 'choice-add-detail', `add.${appeal.id}`)]
      : []),
    ...(isOpen(appeal.status) ? [button(t, 'choice-fix', `fix.${appeal.id}`)] : []),
  ];
  const isIncomplete = isOpen(appeal.status) && appeal.kind === 'message';
  const complete = isIncomplete ? [button(t, 'choice-identify', `id.${appeal.id}`)] : [];
  const withdraw = canMove(appeal.status, 'withdrawn')
    ? [button(t, 'choice-withdraw', `wd.${appeal.id}`)]
    : [];
  const rows = [
    verdict,
    complete,
    open,
    ...closedRows(t, city, appeal, now),
    [button(t, 'choice-history', `h.${appeal.id}`), button(t, 'choice-pdf', `pdf.${appeal.id}`), ...withdraw],
    [button(t, 'menu-human', 'human'), button(t, 'nav-back', 'my.0')],
  ];
  return rows.filter((row) => row.length > 0);
}

/** A closed appeal can still be judged: sent back within its window and rated; «solved» is asked only where a controller closed it. */
export function closedRows(t: Texts, city: City, appeal: Appeal, now: Date): Choice[][] {
  const answer = lastAnswer(appeal);
  if (!answer || appeal.status !== 'closed') return [];
  const verdict = [
    ...(isClosedByHand(appeal) ? [solvedButton(t, appeal, answer)] : []),
    ...(isWindowOver(appeal, city.reworkWindowDays, now) ? [] : [notSolvedButton(t, appeal, answer)]),
  ];
  const rows = [verdict, appeal.rating ? [] : [button(t, 'choice-rate', `stars.${appeal.id}`)]];
  return rows.filter((row) => row.length > 0);
}

const solvedButton = (t: Texts, { id }: Appeal, { ordinal }: Answer): Choice =>
  button(t, 'choice-solved', `ok.${id}.${ordinal}`);
const notSolvedButton = (t: Texts, { id }: Appeal, { ordinal }: Answer): Choice =>
  button(t, 'choice-not-solved', `no.${id}.${ordinal}`);

export const verdictRow = (t: Texts, appeal: Appeal, answer: Answer): Choice[] => [
  solvedButton(t, appeal, answer),
  notSolvedButton(t, appeal, answer),
];

/** The office's words, how it says it ended, and who signed. Never more than a claim. */
export function answerText(t: Texts, city: City, appeal: Appeal, answer: Answer): Markup {
  const { name, post } = answer.signatory;
  return paragraphs(
    t(`answered-${answer.outcome}`, { department: whoAnswers(city, appeal, t) }),
    t('quoted', { text: answer.text }),
    lines(
      answer.ground ? t('answered-ground', { ground: answer.ground }) : undefined,
      answer.outcome === 'refused' &&
        t('answered-how-to-appeal', { body: nameIn(city.superiorBody, t.language) }),
      answer.plannedOn ? t('answered-planned-on', { day: noonOf(answer.plannedOn) }) : undefined,
      t('answered-signed', { name, post }),
      answer.correctedAt && t('answered-corrected', { at: answer.correctedAt }),
    ),
  );
}

/** Everything that happened, oldest first. */
export const historyScreen = (t: Texts, appeal: Appeal): Screen => ({
  text: paragraphs(
    t('history', { number: appeal.number }),
    lines(
      ...appeal.events
        .filter(({ type }) => !STAFF_ONLY_EVENTS.includes(type))
        .slice(-40)
        .map(({ type, at }) => t('history-line', { at, what: t.plain(`event-${type.slice(7)}`) })),
    ),
  ),
  choices: [[openButton(t, appeal)], [button(t, 'nav-back', 'my.0')]],
});

export const withdrawScreen = (t: Texts, appeal: Appeal): Screen => ({
  text: t('withdraw-sure', { number: appeal.number }),
  choices: [
    [button(t, 'choice-withdraw-yes', `wdy.${appeal.id}`)],
    [button(t, 'nav-back', `a.${appeal.id}`)],
  ],
});
