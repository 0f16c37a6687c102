import type { Appeal } from '../domain/appeal';
import type { Colleague } from '../domain/colleague';
import type { Screen } from '../messengers/messenger';
import { casesBack, casesGiven, casesReceived, confirmHandOver, handOverScreen, TO_DEPARTMENT } from '../screens/hand-over-screens'; // prettier-ignore
import { paragraphs, type Texts } from '../screens/texts';
import { handOverCases } from '../use-cases/hand-over-cases';
import { allColleagues, colleagueOf, headsOf } from '../use-cases/post-holders';
import { tellPerson } from '../use-cases/tell-person';
import { colleagueShown, heldBy, textsOf } from './finish-post';
import { forModerators } from './people-commands';
import type { Reply, Visit } from './visit';

type Act = (visit: Visit, subjects: readonly string[]) => Promise<Reply>;

/** Those of the same departments first. */
async function others({ deps }: Visit, from: Colleague): Promise<Colleague[]> {
  const own = new Set(from.posts.map(({ department }) => department).filter(Boolean));
  const isNear = ({ posts }: Colleague) => posts.some(({ department }) => department && own.has(department));
  const all = (await allColleagues(deps)).filter(({ id }) => id !== from.id);
  return [...all.filter(isNear), ...all.filter((one) => !isNear(one))];
}

const choose: Act = async (visit, [id = '']) => {
  const from = await colleagueOf(visit.deps, id);
  const [held, colleagues] = await Promise.all([heldBy(visit, id), others(visit, from)]);
  return { screen: handOverScreen(visit.t, from, { held, colleagues }) };
};

const confirm: Act = async (visit, [id = '', toId = TO_DEPARTMENT]) => {
  const { deps, t } = visit;
  const [from, held] = await Promise.all([colleagueOf(deps, id), heldBy(visit, id)]);
  const to = toId === TO_DEPARTMENT ? undefined : await colleagueOf(deps, toId);
  return { screen: confirmHandOver(t, from, { held, ...(to && { to }) }) };
};

type Compose = (t: Texts, appeals: readonly Appeal[]) => Screen;

async function tell({ deps, incoming }: Visit, id: string, compose: Compose, appeals: readonly Appeal[]) {
  const screen = compose(await textsOf(deps, id), appeals);
  await tellPerson(deps, id, { eventId: incoming.id, screen });
}

/** The heads of the departments whose cases wait for somebody again. */
async function tellHeads(visit: Visit, back: readonly Appeal[]): Promise<void> {
  const appeals = back.filter(({ isAboutOfficials }) => !isAboutOfficials);
  for (const department of new Set(appeals.map((appeal) => appeal.department)))
    for (const head of await headsOf(visit.deps, department))
      await tell(visit, head, casesBack, appeals.filter((appeal) => appeal.department === department)); // prettier-ignore
}

const handOver: Act = async (visit, [fromId = '', to = TO_DEPARTMENT]) => {
  const { deps, t, actor, incoming } = visit;
  const toId = to === TO_DEPARTMENT ? undefined : to;
  const about = { actor, fromId, commandId: incoming.id, ...(toId && { toId }) };
  const handed = await handOverCases(deps, about);
  if (!handed.ok) return { screen: { text: t(`refused-${handed.refusal}`) } };
  const { appeals } = handed;
  if (appeals.length > 0) {
    await tell(visit, fromId, casesGiven, appeals);
    await (toId ? tell(visit, toId, casesReceived, appeals) : tellHeads(visit, appeals));
  }
  const screen = await colleagueShown(visit, await colleagueOf(deps, fromId));
  return {
    screen: { ...screen, text: paragraphs(t('handed-over', { count: appeals.length }), screen.text) },
  };
};

export const HAND_OVER_PRESSES: Readonly<Record<string, Act>> = {
  ho: forModerators(choose),
  hoc: forModerators(confirm),
  hoy: forModerators(handOver),
};
