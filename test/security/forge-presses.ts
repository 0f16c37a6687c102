import { CITIZEN_PRESSES } from '../../bot/citizen-presses';
import { STAFF_PRESSES } from '../../bot/staff-presses';
import { APPEALS, CHAT_NAMES, DRAFTS, idOf, NAMES, type Name } from './city-of-presses';
import type { Presser } from './who-may';

export interface Press extends Presser {
  readonly token: string;
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]! };
}
type Random = ReturnType<typeof seeded>;

/** Every verb a button of ours begins with. */
export const VERBS = [...new Set([...Object.keys(CITIZEN_PRESSES), ...Object.keys(STAFF_PRESSES)])];

const SUBJECTS = {
  appeal: APPEALS.map(({ id }) => id),
  draft: DRAFTS.map(({ id }) => id),
  person: [...NAMES.map(idOf), 'telegram-999'],
  number: ['0', '1', '2', '5', '10', '99999999'],
  department: ['light', 'roads', 'water', 'no-such'],
  desk: ['main', 'duty'],
  role: ['official', 'head', 'moderator', 'controller', 'deputy', 'operator', 'citizen'],
  category: ['street-lamp', 'road-pothole', 'no-such'],
  veiled: ['hidden', 'lightinprogress'],
  move: ['move1', 'move2', 'move3'],
  step: ['sure', 'yes', 'no'],
  asked: ['asked', 'asked', 'lightinprogress'],
  request: ['request1', 'request1', 'other'],
  reason: ['polite', 'slow', 'fast'],
  help: ['yes', 'no', 'not_yet'],
  which: ['1', 'all', '2'],
  quarantined: ['tg-1-broken', 'tg-1-none'],
  word: ['all', 'yes', 'no', 'uk', 'en', 'name', 'appeals', 'acts', '7', 'greeting', 'on'],
  field: ['send', 'outcome', 'pieces'],
  value: ['send', 'outcome', 'text', '!cancel', '!back', 'done', 'refused'],
} as const;
type Kind = keyof typeof SUBJECTS;

/** What follows a verb when it is not an appeal alone. */
const SHAPES: Readonly<Record<string, readonly Kind[]>> = {
  d: ['draft', 'field', 'value'],
  ...{ resume: ['draft'], drop: ['draft'], insist: ['word', 'draft'] },
  ...{ rr: ['appeal', 'department'], rc: ['appeal', 'category'], gvy: ['appeal', 'person'] },
  ...{ exty: ['asked', 'request'], extn: ['asked', 'request'], why: ['appeal', 'reason'] },
  ...{ ok: ['appeal', 'number'], no: ['appeal', 'number'], ny: ['appeal', 'number'] },
  ...{ star: ['appeal', 'number'], help: ['appeal', 'number', 'help'] },
  ...{ hf: ['appeal', 'which'], hs: ['veiled', 'which'], hv: ['appeal', 'which'] },
  ...{ mvy: ['move'], mvn: ['move'], mvc: ['move'], mvd: ['move'], forget: ['step'] },
  ...{ of: ['appeal', 'number'], ofy: ['appeal', 'person'], ofn: ['appeal', 'person'] },
  ...{ who: ['person'], give: ['person'], o: ['person', 'role', 'department'] },
  ...{ oy: ['person', 'role', 'department'], ho: ['person'], hoc: ['person', 'person'] },
  ...{ hoy: ['person', 'person'], tk: ['person'], tki: ['person'], tkr: ['person'] },
  ...{ dep: ['department'], dc: ['department', 'desk'], du: ['department', 'desk'] },
  ...{ duy: ['department', 'desk'], qn: ['word', 'appeal'], queue: ['word'], missed: ['number'] },
  ...{
    qr: ['quarantined'],
    qd: ['quarantined', 'word'],
    au: ['number', 'person'],
    st: ['word'],
    ex: ['word'],
  },
  ...{ my: ['number'], people: ['number'], tks: ['number'], lang: ['word'], hide: ['word'], me: ['word'], dg: ['word'] }, // prettier-ignore
};

const whole = (random: Random, verb: string): string =>
  [verb, ...(SHAPES[verb] ?? ['appeal' as const]).map((kind) => random.one(SUBJECTS[kind]))].join('.');

/** Buttons that are right for somebody somewhere: what the rest of them are compared with. */
const RIGHT_FOR_SOMEBODY = [
  ...['take.lightsubmitted', 'take.owninprogress', 'rel.lightinprogress', 'rr.lightinprogress.roads'],
  ...['gvy.lightinprogress.telegram-8', 'gvy.heldbydemoted.telegram-8', 'rc.lightinprogress.road-pothole'],
  ...['exty.asked.request1', 'extn.asked.request1', 'hf.lightinprogress.all', 'hs.hidden.1', 'hv.hidden.1'],
  ...['ok.lightanswered.1', 'ok.ofcontroller.1', 'ok.joinedanswered.1', 'no.lightanswered.1', 'ny.planned.1'],
  ...['star.lightclosed.5', 'wdy.lightsubmitted', 'wdy.lightforwarded', 'com.lightclosed', 'id.message'],
  ...['help.lightforwarded.1.yes', 'help.lightforwarded.1.no', 'help.lightforwarded.1.not_yet'],
  ...['mvy.move1', 'mvc.move2', 'ofy.aboutnobody.telegram-8', 'ofx.aboutnobody', 'ans.aboutinprogress'],
  ...DRAFTS.map(({ id }) => `d.${id}.send.send`),
];

const INHERITED = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];
const MANGLED: readonly ((random: Random, token: string) => string)[] = [
  (random, token) => token.slice(0, Math.floor(random.next() * token.length)),
  (random, token) => `${token}.${random.one(SUBJECTS.person)}`,
  (random, token) => token.replace(/^[^.]*/, random.one(VERBS)),
  (random, token) => token.replace(/^[^.]*/, random.one(INHERITED)),
  (random, token) => token.replace(/[^.]*$/, random.one(INHERITED)),
  (random, token) => token.replace(/\.[^.]*/, `.${random.one(SUBJECTS.appeal)}`),
  (_, token) => token.replace('.', '.$ne.'),
  (_, token) => token.toUpperCase(),
  (_, token) => token.replace(/a/g, 'а'),
  (_, token) => `${token}\u0000\uD800`,
  (_, token) => token + 'x'.repeat(64),
  (_, token) => `${token}{"$gt":""}`,
  (_, token) => token.replace(/\./g, '..'),
  () => '',
];

const concerned = (random: Random, token: string): Name => {
  const appeal = APPEALS.find(({ id }) => token.split('.').includes(id));
  const draft = DRAFTS.find(({ id }) => token.includes(id));
  const [author, holder] = [appeal?.citizenId, appeal?.executorId].map((id) => NAMES.find((name) => idOf(name) === id)); // prettier-ignore
  const owner = NAMES.find((name) => idOf(name) === draft?.ownerId);
  return owner ?? random.one([author ?? 'owner', holder ?? 'executor', 'head', 'moderator', 'controller']);
};

/** One press of one person somewhere: half of them by somebody whom it concerns, a quarter cut, crossed or broken. */
export function forge(random: Random): Press {
  const token = random.next() < 0.3 ? random.one(RIGHT_FOR_SOMEBODY) : whole(random, random.one(VERBS));
  const forged = random.next() < 0.75 ? token : random.one(MANGLED)(random, token);
  const name = random.next() < 0.5 ? concerned(random, token) : random.one(NAMES);
  const chat = random.next() < 0.4 ? 'home' : random.one(CHAT_NAMES);
  return { name, chat, token: forged };
}
