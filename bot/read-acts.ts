import { actMark, actNamed, type ActsWanted } from '../domain/act';
import { localDay } from '../domain/calendar';
import type { Colleague } from '../domain/colleague';
import { spanOf, usualPeriod, type Period } from '../domain/period';
import { readPastDay } from '../domain/read-day';
import { allColleagues } from '../use-cases/post-holders';
import type { Visit } from './visit';

interface Read {
  readonly wanted: ActsWanted;
  readonly period: Period;
  /** The same once more, as it may stand in a button. */
  readonly terms: readonly string[];
}

type Term = Partial<Pick<ActsWanted, 'by' | 'what' | 'appealId'>> & {
  readonly term: string;
  readonly day?: Period;
};

async function appealTerm({ deps }: Visit, word: string): Promise<Term | undefined> {
  const appeal = /^\d{4}-\d{6}$/.test(word) ? await deps.appeals.findByNumber(word) : undefined;
  return appeal && { appealId: appeal.id, term: word };
}

function dayTerm({ deps }: Visit, word: string): Term | undefined {
  const day = readPastDay(word, localDay(deps.clock(), deps.city.timeZone));
  return day && { day: { from: day, to: day }, term: day.toString() };
}

function personTerm({ incoming }: Visit, word: string, colleagues: readonly Colleague[]): Term | undefined {
  const [, id] = /^(?:[a-z]+-)?(\d{3,15})$/.exec(word) ?? [];
  const named = colleagues.filter(({ name }) => name?.toLowerCase().startsWith(word.toLowerCase()));
  const by = id ? `${incoming.chat.messenger}-${id}` : named.length === 1 ? named[0]!.id : undefined;
  return by ? { by, term: by } : undefined;
}

function actTerm(word: string): Term | undefined {
  const what = actNamed(word);
  return what ? { what, term: actMark(what) } : undefined;
}

/** Which acts somebody asks for: a number, a day, a colleague, a command, in any order. Nothing when a word says none of it. */
export async function readActs(visit: Visit, words: readonly string[]): Promise<Read | undefined> {
  const { deps } = visit;
  const colleagues = await allColleagues(deps);
  const read = async (word: string) =>
    (await appealTerm(visit, word)) ??
    dayTerm(visit, word) ??
    personTerm(visit, word, colleagues) ??
    actTerm(word);
  const terms = await Promise.all(words.map(read));
  const known = terms.filter((term) => term !== undefined);
  if (known.length < terms.length) return undefined;
  const found = Object.assign({}, ...known) as Partial<Term>;
  const period = found.day ?? usualPeriod(deps.clock(), deps.city);
  const { by, what, appealId } = found;
  const wanted = { ...(by && { by }), ...(what && { what }), ...(appealId && { appealId }) };
  return {
    wanted: { ...wanted, span: spanOf(period, deps.city) },
    period,
    terms: known.map(({ term }) => term),
  };
}
