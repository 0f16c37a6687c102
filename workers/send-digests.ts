import { isDaytime, isWorkingDay, localDay, localTime } from '../domain/calendar';
import type { City } from '../domain/city';
import { digestOf, isEmpty } from '../domain/digest';
import type { Instant } from '../domain/instant';
import type { Notice, NoticeKind } from '../domain/notice';
import { aNotice } from '../domain/notices';
import { isLetIn, may } from '../domain/permissions';
import type { OpenAppeal } from '../domain/queue';
import { groupFor } from '../domain/staff-group';
import type { Screen } from '../messengers/messenger';
import { digestScreen, lateByHeadScreen, type LateOfDepartment } from '../screens/digest-screens';
import { colleagueLabel } from '../screens/people-screens';
import type { ChatKey } from '../use-cases/ports';
import { actorInPrivate, allColleagues, colleagueOf, controllers, headsOf } from '../use-cases/post-holders';
import { privateChatOf } from '../use-cases/tell-person';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

type Moment = Pick<City, 'calendar' | 'timeZone' | 'daytime'>;

const eventIdOn = (now: Instant, { timeZone }: Moment): string =>
  `digest-${localDay(now, timeZone).toString()}`;

/** Offices are open, and nobody sleeps. */
function isOfficeTime(now: Instant, city: Moment): boolean {
  const { calendar, timeZone } = city;
  const time = localTime(now, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const isOpen = time >= calendar.dayStartsAt && time < calendar.dayEndsAt;
  return isOpen && isDaytime(now, city) && isWorkingDay(localDay(now, timeZone), calendar);
}

const groupsOf = async ({ staffChat, staffGroups, movedChats }: WorkerDeps): Promise<ChatKey[]> => {
  const bound = (await staffGroups.bound()).filter(({ trouble }) => !trouble);
  return Promise.all([...(staffChat ? [staffChat] : []), ...bound].map((chat) => movedChats.latest(chat)));
};

/** Officials and heads who asked for it. */
async function wishing(deps: WorkerDeps): Promise<string[]> {
  const people = await allColleagues(deps);
  const known = await Promise.all(people.map(({ id }) => deps.citizens.find(id)));
  return known.flatMap((person) => (person?.wantsDigest ? [person.id] : []));
}

/** A controller hears of what is late unless they said no. */
async function watching(deps: WorkerDeps): Promise<string[]> {
  const people = await controllers(deps);
  const known = await Promise.all(people.map((id) => deps.citizens.find(id)));
  return people.filter((_id, index) => known[index]?.wantsDigest !== false);
}

/**
 * Once in each working day, in the daytime when offices are open: to every group what is due, late and returned there,
 * to officials who wish it their own, to controllers what is late by head. What a digest says is looked up when it is
 * sent; one with nothing to say is not sent, and no other takes its place that day.
 */
export async function sendDigests(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  if (!isOfficeTime(now, deps.city)) return;
  const eventId = eventIdOn(now, deps.city);
  const to = (kind: NoticeKind, chats: readonly ChatKey[]) =>
    chats.map((chat) => aNotice(kind, chat, { eventId }, { now, dueAt: now }));
  const [groups, officials, above] = await Promise.all([groupsOf(deps), wishing(deps), watching(deps)]);
  await deps.notices.insert([
    ...to('digest', groups),
    ...to('own_digest', officials.map(privateChatOf)),
    ...to('late_digest', above.map(privateChatOf)),
  ]);
}

/** What stands in this group: its cards are there. */
async function standingIn(
  deps: WorkerDeps,
  open: readonly OpenAppeal[],
  chatId: string,
): Promise<OpenAppeal[]> {
  const groups = await deps.staffGroups.bound();
  const staff = deps.staffChat && (await deps.movedChats.latest(deps.staffChat));
  return open.filter((appeal) => {
    if (appeal.isAboutOfficials) return false;
    const group = groupFor(appeal, groups, deps.city, deps.clock()) ?? staff;
    return group?.chatId === chatId;
  });
}

async function ofGroup(deps: WorkerDeps, { chatId }: Notice): Promise<Screen | undefined> {
  const open = await standingIn(deps, await deps.oversight.open(), chatId);
  const digest = digestOf(open, deps.clock(), deps.city);
  return isEmpty(digest) ? undefined : digestScreen(staffTexts(deps), digest, false);
}

const personOf = ({ messenger, chatId }: Notice): string => `${messenger}-${chatId}`;

const textsOf = async (deps: WorkerDeps, id: string) => {
  const person = await deps.citizens.find(id);
  return person ? deps.textsFor(person.language) : staffTexts(deps);
};

async function own(deps: WorkerDeps, notice: Notice): Promise<Screen | undefined> {
  const id = personOf(notice);
  const actor = await actorInPrivate(deps, id);
  if (!may.work(actor)) return undefined;
  const isOwn = (appeal: OpenAppeal) => appeal.executorId === id && isLetIn(actor, appeal);
  const open = (await deps.oversight.open()).filter(isOwn);
  const digest = digestOf(open, deps.clock(), deps.city);
  return isEmpty(digest) ? undefined : digestScreen(await textsOf(deps, id), digest, true);
}

async function lateByHead(deps: WorkerDeps, notice: Notice): Promise<Screen | undefined> {
  const id = personOf(notice);
  if (!(await controllers(deps)).includes(id)) return undefined;
  const actor = await actorInPrivate(deps, id);
  const open = (await deps.oversight.open()).filter((appeal) => isLetIn(actor, appeal));
  const { late } = digestOf(open, deps.clock(), deps.city);
  const departments = [...new Set(late.map(({ department }) => department))];
  const told = await Promise.all(
    departments.map(async (department): Promise<LateOfDepartment> => {
      const heads = await Promise.all(
        (await headsOf(deps, department)).map((head) => colleagueOf(deps, head)),
      );
      const names = heads.map(colleagueLabel);
      return { department, heads: names, late: late.filter((appeal) => appeal.department === department) };
    }),
  );
  const sorted = told.sort((a, b) => b.late.length - a.late.length);
  return late.length > 0 ? lateByHeadScreen(await textsOf(deps, id), deps.city, sorted) : undefined;
}

type Says = (deps: WorkerDeps, notice: Notice) => Promise<Screen | undefined>;

/** One that could not come on its day would say what the next one says. */
const onItsDay =
  (says: Says): Says =>
  async (deps, notice) =>
    notice.eventId === eventIdOn(deps.clock(), deps.city) ? says(deps, notice) : undefined;

/** What each digest says now; nothing when there is nothing to say, or its day is over. */
export const DIGESTS: Partial<Record<NoticeKind, Says>> = {
  digest: onItsDay(ofGroup),
  own_digest: onItsDay(own),
  late_digest: onItsDay(lateByHead),
};
