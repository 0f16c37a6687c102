import { textOf, type Answer, type Appeal, type Attachment } from '../domain/appeal';
import type { City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Citizen } from '../domain/citizen';
import { withoutHidden } from '../domain/hidden-files';
import { excerpt, maskContacts } from '../domain/masking';
import type { Paper, PaperFact } from '../domain/paper';
import { placeLine } from './appeal-preview';
import { categoryName, whoAnswers } from './citizen-screens';
import { standing } from './decided-line';
import { particularsOf } from './particular-lines';
import type { Texts } from './texts';

/** How much of the appeal stands on the paper of its answer. */
const REMINDED = 1200;

export interface OnPaper {
  readonly city: City;
  readonly appeal: Appeal;
  /** Only on the author's own copy: who wrote it, with contacts; everybody else's copy names nobody. */
  readonly author?: Citizen;
}

type Known = PaperFact | undefined | false;

const isKnown = (fact: Known): fact is PaperFact => Boolean(fact);

/** Words as this reader may see them. */
const shownTo =
  ({ author }: OnPaper) =>
  (words: string): string =>
    author ? words : maskContacts(words);

const from = (t: Texts, { city }: OnPaper): string =>
  t.plain('paper-from', { city: nameIn(city.names, t.language) });

const fact =
  (t: Texts) =>
  (key: string, value: string | undefined): Known =>
    value ? { label: t.plain(key), value } : undefined;

const dateOf = (t: Texts, day: Date): string => t.plain('paper-date', { day });

function authorFacts(t: Texts, { author, appeal }: OnPaper): Known[] {
  const say = fact(t);
  if (!author) return [];
  const { coAuthors = [], onBehalfOf } = appeal;
  return [
    say('paper-author', author.name),
    say('paper-residence', author.residence),
    say('paper-phone', author.phone),
    say('paper-email', author.email),
    say('paper-on-behalf', onBehalfOf && `${onBehalfOf.name}, ${onBehalfOf.residence}`),
    say('paper-co-authors', coAuthors.join(', ')),
  ];
}

const particularFacts = (t: Texts, on: OnPaper): PaperFact[] =>
  particularsOf(t, on.city, on.appeal, shownTo(on)).map(({ question, value }) => ({
    label: question,
    value,
  }));

function fileLines(t: Texts, { author }: OnPaper, attachments: readonly Attachment[]): string {
  const lines = attachments.map(({ kind, name }, index) => {
    const what = t.plain(`paper-file-${kind}`);
    return `${index + 1}. ${author && name ? `${what}: ${name}` : what}`;
  });
  return lines.join('\n');
}

/** The same facts at the head of both papers. */
function headFacts(t: Texts, on: OnPaper): Known[] {
  const { appeal, city } = on;
  const say = fact(t);
  return [
    say('paper-incoming', appeal.incomingNumber),
    ...authorFacts(t, on),
    say('paper-category', categoryName(city, appeal, t)),
    say('paper-place', appeal.place && shownTo(on)(placeLine(t, city, appeal.place))),
    say('paper-department', whoAnswers(city, appeal, t)),
  ];
}

/** The appeal as it was registered and as it stands. */
export function appealPaper(t: Texts, on: OnPaper): Paper {
  const { appeal } = on;
  const { number, kind, registeredAt, dueAt, legalDueAt, attachments } = appeal;
  const say = fact(t);
  const facts = [
    say('paper-registered', t.plain('paper-moment', { at: registeredAt })),
    say('paper-kind', t.plain(`paper-kind-${kind}`)),
    ...headFacts(t, on),
    ...particularFacts(t, on),
    say('paper-due', dateOf(t, dueAt)),
    say('paper-legal-due', legalDueAt && dateOf(t, legalDueAt)),
    say('paper-status', t.plain(`status-${standing(appeal)}`)),
  ];
  const listed = on.author ? attachments : withoutHidden(appeal, attachments);
  const files = { heading: t.plain('paper-files'), text: fileLines(t, on, listed) };
  return {
    from: from(t, on),
    title: t.plain('paper-appeal-title', { number }),
    facts: facts.filter(isKnown),
    parts: [
      { heading: t.plain('paper-text'), text: shownTo(on)(textOf(appeal)) || t.plain('paper-no-text') },
      ...(listed.length > 0 ? [files] : []),
    ],
    foot: number,
  };
}

/** One answer: how it ended, why, how to appeal a refusal (art. 15), and who signed. */
export function answerPaper(t: Texts, on: OnPaper, answer: Answer): Paper {
  const { appeal } = on;
  const { number, registeredAt } = appeal;
  const say = fact(t);
  const { name, post } = answer.signatory;
  const body = nameIn(on.city.superiorBody, t.language);
  const howToAppeal = t.plain('answered-how-to-appeal', { body });
  const planned = answer.plannedOn && new Date(`${answer.plannedOn}T12:00:00Z`);
  const facts = [
    say('paper-answered', dateOf(t, answer.at)),
    say('paper-registered', dateOf(t, registeredAt)),
    ...headFacts(t, on),
    say('paper-outcome', t.plain(`outcome-${answer.outcome}`)),
    say('paper-planned', planned ? dateOf(t, planned) : undefined),
  ];
  const part = (key: string, text: string | undefined) => (text ? [{ heading: t.plain(key), text }] : []);
  return {
    from: from(t, on),
    title: t.plain('paper-answer-title', { number }),
    facts: facts.filter(isKnown),
    parts: [
      ...part('paper-asked', excerpt(shownTo(on)(textOf(appeal)), REMINDED)),
      ...part('paper-answer', shownTo(on)(answer.text)),
      ...part('paper-ground', answer.ground),
      ...part('paper-how-to-appeal', answer.outcome === 'refused' ? howToAppeal : undefined),
      ...part('paper-files', fileLines(t, on, answer.attachments)),
      ...part('paper-signed', `${name}\n${post}`),
    ],
    foot: number,
  };
}
