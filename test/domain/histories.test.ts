import fc from 'fast-check';
import { legalStartOf, type Answer, type Appeal, type AppealEvent, type Status } from '../../domain/appeal';
import { closableFrom } from '../../domain/closing';
import { APPEAL_REFUSALS, wasCarriedOut, type Decision } from '../../domain/decision';
import { escalationsDue } from '../../domain/escalation';
import { after, HOUR_MS } from '../../domain/instant';
import { MOVES, reaches } from '../../domain/moves';
import { nextResponsible, type Responsible } from '../../domain/next-responsible';
import { noticesFor, type Recipients } from '../../domain/notices';
import { longestTermEndsOn, endOfTerm } from '../../domain/term';
import { anAppeal, anEvent, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';
import { ACT_NAMES, ACTS, NEVER_DONE, NEVER_REFUSED, PEOPLE, type ActName } from './acts';

const HISTORIES = 12_000;
const EACH_MOVE = 100;
const EACH_REFUSAL = 20;

/** One thing that happens: somebody acts; sometimes everything restarts after it and a job looks. */
interface Happening {
  readonly name: ActName;
  readonly hours: number;
  readonly isWatched: boolean;
}

const YEAR_H = 365 * 24;
const hours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 72 }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: YEAR_H, max: 3 * YEAR_H }) },
);
/** How often an act is tried: wrong ones and withdrawing seldom, so that histories go on; answers and reworks often. */
const OFTEN: Partial<Record<ActName, number>> = {
  withdraw: 7,
  answer: 12,
  assignToAuthor: 3,
  rework: 20,
  forward: 8,
  ask: 10,
  nameOfficial: 8,
  giveToNamed: 12,
  complete: 10,
  askForExtension: 8,
  approveExtension: 8,
  declineExtension: 8,
  showFiles: 8,
  explainDelay: 8,
  closeByHand: 6,
};
const weightOf = (name: ActName) => OFTEN[name] ?? (NEVER_DONE.includes(name) ? 1 : 3);
const names = fc.constantFrom(...ACT_NAMES.flatMap((name) => Array<ActName>(weightOf(name)).fill(name)));
const happening = fc.record({
  name: names,
  hours,
  isWatched: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});
const history = fc.record({
  isMessage: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  happenings: fc.array(happening, { minLength: 8, maxLength: 32 }),
});

interface Step extends Happening {
  readonly before: Appeal;
  readonly after: Appeal;
  readonly decision: Decision;
  readonly at: Date;
}

/** As the use cases do: a command carried out before changes nothing; what is refused changes nothing. */
function live({ isMessage, happenings }: { isMessage: boolean; happenings: readonly Happening[] }): Step[] {
  let appeal = Object.freeze(anAppeal(isMessage ? { kind: 'message' } : { legalDueAt: days(15) }));
  let at = NOW;
  return happenings.map((one, index) => {
    at = after(at, one.hours * HOUR_MS);
    const before = appeal;
    const id = `command-${index}`;
    const decision = ACTS[one.name](before, id, at);
    if (decision.ok) appeal = Object.freeze(decision.appeal);
    return { ...one, before, decision, after: appeal, at };
  });
}

/** 45 days in all, from the day the law counts from. */
const latest = (appeal: Appeal) => endOfTerm(longestTermEndsOn(legalStartOf(appeal), city), city);
const everybody: Recipients = {
  citizen: { messenger: 'telegram', chatId: '1' },
  staff: { messenger: 'telegram', chatId: '-100' },
  executor: { messenger: 'telegram', chatId: '7' },
  controllers: [{ messenger: 'telegram', chatId: '50' }],
};

/** Closed by the author’s word, or by a controller with a ground after the silence; by nothing else. */
function isClosedByAPerson({ before, decision, at }: Step): boolean {
  if (!decision.ok) return false;
  const { type, by, facts }: AppealEvent = decision.event;
  if (facts.ordinal !== before.answers.length) return false;
  if (type === 'appeal.confirmed') return by === before.citizenId;
  const wasSilent = at >= closableFrom(before, city);
  return type === 'appeal.closed_by_hand' && by === PEOPLE.moderator && Boolean(facts.text) && wasSilent;
}

/** What each can do at once when it is their move. */
const MOVE_OF: Record<Responsible['side'], readonly ActName[]> = {
  moderators: ['assign'],
  controllers: ['assign'],
  executor: ['answer'],
  department: ['take'],
  citizen: ['confirm', 'complete'],
};

function isInSomebodysHands(appeal: Appeal, at: Date): boolean {
  if (appeal.status === 'withdrawn' || appeal.status === 'closed') return !nextResponsible(appeal);
  const next = nextResponsible(appeal);
  return next !== undefined && MOVE_OF[next.side].some((name) => ACTS[name](appeal, 'next-1', at).ok);
}

/** Every word of the citizen is in the record for good: as text, or in the history where they corrected it. */
const wordsOf = ({ pieces, events }: Appeal): string =>
  [...pieces.map(({ text }) => text), ...events.flatMap(({ facts }) => [facts.text, facts.before])].join(
    '\n',
  );
const WRITING: readonly ActName[] = ['detail', 'amend', 'rework', 'complete'];

/** The same answer, or a corrected one whose words before are in the history. */
function isAnswerKept(answer: Answer, { answers, events }: Appeal, index: number): boolean {
  const now = answers[index];
  return now === answer || (now?.ordinal === answer.ordinal && events.at(-1)?.facts.before === answer.text);
}

function isKept({ before, after: later, decision, name }: Step): boolean {
  if (!decision.ok) return later === before;
  const { id } = decision.event;
  const isLonger = later.events.length === before.events.length + 1 && later.rev === before.rev + 1;
  const isTheSame = before.events.every((event, index) => event === later.events[index]);
  const areAnswers = before.answers.every((answer, index) => isAnswerKept(answer, later, index));
  const isSaid = !WRITING.includes(name) || wordsOf(later).includes(`слова ${id}`);
  return isLonger && isTheSame && areAnswers && isSaid && later.events.at(-1) === decision.event;
}

function isTermLawful({ before, after: later, name }: Step): boolean {
  if (later.legalDueAt && later.legalDueAt > latest(later)) return false;
  const isExtended = ['extend', 'approveExtension', 'identify'].includes(name);
  return isExtended || later.legalDueAt === before.legalDueAt;
}

/** A rework reaches the group, the executor and the controller; about officials the controller and no group. */
function isTold({ decision, at }: Step): boolean {
  if (!decision.ok || decision.event.type !== 'appeal.returned_for_rework') return true;
  const { isAboutOfficials = false } = decision.appeal;
  const { staff: _group, ...privately } = everybody;
  const to = isAboutOfficials ? { ...privately, isCircle: true } : everybody;
  const told = noticesFor(decision.event, decision.appeal, to, { now: at, dueForCitizen: at });
  const chats = new Set(told.map(({ chatId }) => chatId));
  if (isAboutOfficials) return chats.has('50') && !chats.has('-100');
  const { executorId, events } = decision.appeal;
  // What was about officials for a while was taken from whoever had it.
  const isLeft = events.some(({ facts }) => facts.text === '+ officials');
  return (executorId !== undefined || isLeft) && ['-100', '7', '50'].every((chat) => chats.has(chat));
}

/** After a restart the command is known when it comes again; a job that looks finds the office late, not the citizen. */
function isSafeFromMachines({ after: later, decision, isWatched, at }: Step): boolean {
  if (!isWatched) return true;
  const isKnown = !decision.ok || wasCarriedOut(structuredClone(later), decision.event.id);
  const late = escalationsDue(later, city, at);
  return isKnown && (late.length === 0 || nextResponsible(later)?.side !== 'citizen');
}

/** What must be true after every step, whatever was tried. */
const RULES: Readonly<Record<string, (step: Step) => boolean>> = {
  'it moves only as the table says': ({ before, after: later }) => reaches(before.status, later.status),
  'only a person closes': (step) =>
    step.after.status !== 'closed' || step.before.status === 'closed' || isClosedByAPerson(step),
  'it is in somebody’s hands, who can act': ({ after: later, at }) => isInSomebodysHands(later, at),
  'an answer can be sent back': ({ after: later, at }) =>
    later.status !== 'answered' || ACTS.rework(later, 'back-1', at).ok,
  'nothing is dropped': isKept,
  'no term is beyond 45 days or moves by itself': isTermLawful,
  'a rework reaches executor and controller': isTold,
  'whom it complains about never has it': ({ after: { complainedOf = [], executorId = '' } }) =>
    !complainedOf.includes(executorId),
  'restarts and jobs change nothing': isSafeFromMachines,
};

function check(step: Step): void {
  const broken = Object.keys(RULES).find((rule) => !RULES[rule]!(step));
  if (broken) throw new Error(`${broken}: not after ${step.name}`);
}

/** How often each thing came about. */
class Counts {
  histories = 0;
  private readonly times = new Map<string, number>();

  add(what: string): void {
    this.times.set(what, (this.times.get(what) ?? 0) + 1);
  }

  rarerThan(least: number, all: readonly string[]): string[] {
    const rare = all.filter((what) => (this.times.get(what) ?? 0) < least);
    return rare.map((what) => `${what}: ${this.times.get(what) ?? 0} of ${least}`);
  }
}

describe('whatever people try on an appeal', () => {
  const counts = new Counts();

  it(`holds in ${HISTORIES} histories: closed only by people, always in somebody’s hands, nothing lost`, () => {
    fc.assert(
      fc.property(history, (told) => {
        counts.histories += 1;
        for (const step of live(told)) {
          check(step);
          const { before, after: later, decision, name } = step;
          counts.add(`${name} ${decision.ok}`);
          if (!decision.ok) counts.add(decision.refusal);
          else if (before.status !== later.status) counts.add(`${before.status} → ${later.status}`);
        }
      }),
      { numRuns: HISTORIES },
    );
  });

  it('counts them', () => {
    console.info(`histories of an appeal: ${counts.histories}`);
    expect(counts.histories).toBeGreaterThanOrEqual(HISTORIES);
  });

  it(`takes each move ${EACH_MOVE} times`, () => {
    const moves = Object.entries<readonly Status[]>(MOVES);
    const all = moves.flatMap(([from, tos]) => tos.map((to) => `${from} → ${to}`));
    expect(counts.rarerThan(EACH_MOVE, all)).toEqual([]);
  });

  it(`meets each refusal ${EACH_REFUSAL} times: a word without an act that meets it needs a line in acts.ts`, () => {
    expect(counts.rarerThan(EACH_REFUSAL, APPEAL_REFUSALS)).toEqual([]);
  });

  it('tries every act that is there, with and without success', () => {
    const done = ACT_NAMES.filter((name) => !NEVER_DONE.includes(name)).map((name) => `${name} true`);
    const refused = ACT_NAMES.filter((name) => !NEVER_REFUSED.includes(name)).map((name) => `${name} false`);
    expect(counts.rarerThan(1, [...done, ...refused])).toEqual([]);
  });
});

/** The checks above are worth something only if they see what they look for. */
describe('the checks of histories', () => {
  const before = anAppeal({ status: 'answered', legalDueAt: days(15) });
  const decision = ACTS.confirm(before, 'command-1', NOW);
  if (!decision.ok) throw new Error(decision.refusal);
  const later = decision.appeal;
  const right: Step = { name: 'confirm', hours: 0, isWatched: true, before, decision, after: later, at: NOW };
  const closedBy = (event: AppealEvent): Partial<Step> => {
    const appeal: Appeal = { ...later, events: [...before.events, event] };
    return { after: appeal, decision: { ok: true, appeal, event } };
  };
  const byTimer = anEvent('e', {
    type: 'appeal.closed_by_hand',
    by: 'timer',
    facts: { text: 'Строк', ordinal: 1 },
  });

  it('find a right step right', () => {
    expect(() => check(right)).not.toThrow();
  });

  it.each<[string, RegExp, Partial<Step>]>([
    ['a timer that closes', /only a person closes/, closedBy({ ...byTimer, at: days(30) })],
    [
      'a stranger who confirms',
      /only a person closes/,
      closedBy({ ...byTimer, type: 'appeal.confirmed', by: 'telegram-2' }),
    ],
    ['a move the table forbids', /moves only/, { before: anAppeal(), after: anAppeal({ status: 'closed' }) }],
    ['a returned one nobody can complete', /hands/, { after: anAppeal({ status: 'answered', answers: [] }) }],
    ['an event that is lost', /dropped/, { after: { ...later, events: [] } }],
    ['an answer that is lost', /dropped/, { after: { ...later, answers: [] } }],
    ['words that are dropped', /dropped/, { name: 'detail' }],
    ['a term beyond 45 days', /45 days/, { after: { ...later, legalDueAt: days(60) } }],
    ['a term that moves by itself', /45 days/, { after: { ...later, legalDueAt: days(16) } }],
  ])('see %s', (_, rule, changes) => {
    expect(() => check({ ...right, ...changes })).toThrow(rule);
  });
});
