import type { Appeal } from '../domain/appeal';
import type { Colleague } from '../domain/colleague';
import { isComplainedOf } from '../domain/about-officials';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { colleagueLabel } from './people-screens';
import type { Texts } from './texts';

/** To moderators: a complaint about officials waits, and no controller could be told. */
export const unattendedAlert = (t: Texts, { number, dueAt }: Appeal): Screen => ({
  text: t('unattended', { number, day: dueAt }),
});

/** On a card: whose it is, and whom it is about as far as that is recorded. */
export function officialsLines(t: Texts, { isAboutOfficials, complainedOf }: Appeal): (Markup | undefined)[] {
  if (!isAboutOfficials) return [];
  const who = complainedOf?.map((id) => colleagueLabel({ id })).join(', ');
  const about = who ? t('staff-complained-of', { who }) : complainedOf && t('staff-nobody-named');
  return [t('staff-about-officials'), about];
}

/** The way from a card to whom it is about. */
export const nameAction = (t: Texts, { id, isAboutOfficials }: Appeal): Choice[] =>
  isAboutOfficials ? [button(t, 'staff-name-official', `of.${id}`)] : [];

const ON_A_PAGE = 20;

/** Whom it complains about: those named have a mark, and a tap takes it away. */
export function officialsScreen(
  t: Texts,
  appeal: Appeal,
  { people, page }: { people: readonly Colleague[]; page: number },
): Screen {
  const { id, number } = appeal;
  const shown = people.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE);
  const person = (one: Colleague): Choice[] => {
    const isNamed = isComplainedOf(appeal, one.id);
    const label = `${isNamed ? '✓ ' : ''}${colleagueLabel(one)}`;
    return [{ label, token: `${isNamed ? 'ofn' : 'ofy'}.${id}.${one.id}` }];
  };
  const turns = [
    ...(page > 0 ? [button(t, 'nav-before', `of.${id}.${page - 1}`)] : []),
    ...((page + 1) * ON_A_PAGE < people.length ? [button(t, 'nav-after', `of.${id}.${page + 1}`)] : []),
  ];
  const ends = [button(t, 'choice-nobody-named', `ofx.${id}`)];
  return {
    text: t('ask-official', { number }),
    choices: [...shown.map(person), turns, ends, [button(t, 'nav-back', `sc.${id}`)]].filter(
      (row) => row.length > 0,
    ),
  };
}

/** What a controller recorded. */
export const officialNamed = (t: Texts, appeal: Appeal, isSeen: boolean): Screen => {
  const { id, number, complainedOf = [] } = appeal;
  const text = t(complainedOf.length > 0 ? 'official-named' : 'nobody-named', { number });
  return isSeen
    ? {
        text,
        choices: [
          [button(t, 'choice-open-appeal', `sc.${id}`), button(t, 'staff-name-official', `of.${id}`)],
        ],
      }
    : { text };
};
