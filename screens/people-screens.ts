import { findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Colleague, Post } from '../domain/colleague';
import { hasMessenger } from '../domain/person-id';
import type { Choice, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

export const PEOPLE_ON_A_PAGE = 8;

/** `head · City Lighting`. */
export function postLabel(t: Texts, city: City, { role, department }: Post): string {
  const found = department && findDepartment(city, department);
  const where = found ? ` · ${nameIn(found.names, t.language)}` : '';
  return t.plain(`role-${role}`) + where;
}

const numberOf = ({ id }: Pick<Colleague, 'id'>): string => id.split('-').slice(1).join('-');
export const colleagueLabel = (colleague: Pick<Colleague, 'id' | 'name'>): string =>
  colleague.name ?? numberOf(colleague);

/** Who is on the staff, a page of them; for a moderator's own eyes. */
export function peopleScreen(
  t: Texts,
  city: City,
  { people, page }: { people: readonly Colleague[]; page: number },
): Screen {
  const shown = people.slice(page * PEOPLE_ON_A_PAGE, (page + 1) * PEOPLE_ON_A_PAGE);
  const line = (colleague: Colleague) =>
    t('people-line', {
      name: colleagueLabel(colleague),
      posts: colleague.posts.map((post) => postLabel(t, city, post)).join('; '),
    });
  const turns = [
    ...(page > 0 ? [button(t, 'nav-before', `people.${page - 1}`)] : []),
    ...((page + 1) * PEOPLE_ON_A_PAGE < people.length ? [button(t, 'nav-after', `people.${page + 1}`)] : []),
  ];
  const rows: Choice[][] = [
    ...shown.map((colleague) => [{ label: colleagueLabel(colleague), token: `who.${colleague.id}` }]),
    turns,
    [button(t, 'choice-invite', 'invite')],
  ];
  return {
    text: paragraphs(t('people', { total: people.length }), lines(...shown.map(line))),
    choices: rows.filter((row) => row.length > 0),
  };
}

const postToken = (verb: string, { id }: Pick<Colleague, 'id'>, { role, department }: Post): string =>
  [verb, id, role, ...(department ? [department] : [])].join('.');

/** One of the staff: their posts, how many cases are in their hands, and what may be changed. */
export function colleagueScreen(
  t: Texts,
  city: City,
  colleague: Colleague,
  { mayTake, held }: { mayTake: readonly Post[]; held: number },
): Screen {
  const posts = colleague.posts.map((post) => t('people-post', { post: postLabel(t, city, post) }));
  const takes = mayTake.map((post) => [
    { label: t.plain('choice-take-post', { post: postLabel(t, city, post) }), token: postToken('o', colleague, post) }, // prettier-ignore
  ]);
  return {
    text: paragraphs(
      lines(
        t('people-one', { name: colleagueLabel(colleague), id: numberOf(colleague) }),
        !hasMessenger(colleague.id) && t('people-by-token'),
      ),
      posts.length > 0 ? lines(...posts) : t('people-no-posts'),
      t('people-held', { count: held }),
    ),
    choices: [
      ...takes,
      [button(t, 'choice-give-post', `give.${colleague.id}`)],
      ...(held > 0 ? [[button(t, 'choice-hand-over', `ho.${colleague.id}`)]] : []),
      [button(t, 'choice-all-people', 'people.0')],
    ],
  };
}

/** Asked before a post is taken away. */
export const takePostScreen = (
  t: Texts,
  city: City,
  colleague: Colleague,
  { post, held }: { post: Post; held: number },
): Screen => ({
  text: paragraphs(
    t('ask-take-post', { name: colleagueLabel(colleague), post: postLabel(t, city, post) }),
    held > 0 && t('ask-take-post-held', { count: held }),
  ),
  choices: [
    [button(t, 'choice-take-post-yes', postToken('oy', colleague, post))],
    [button(t, 'nav-back', `who.${colleague.id}`)],
  ],
});

/** The link itself: whoever opens it first gets the post. */
export const invitationScreen = (
  t: Texts,
  city: City,
  { post, name, link }: { post: Post; name?: string; link: string },
): Screen => ({
  text: paragraphs(
    t('invited', { post: postLabel(t, city, post), name: name ?? '' }),
    t('invited-link', { link }),
    t('invited-rules'),
  ),
  choices: [[button(t, 'choice-invite', 'invite')], [button(t, 'choice-all-people', 'people.0')]],
});

export const welcomeColleague = (t: Texts, city: City, post: Post): Screen => ({
  text: paragraphs(t('post-accepted', { post: postLabel(t, city, post) }), t('post-what-next')),
});

/** To the person whose post was given or taken. */
export const postChanged = (
  t: Texts,
  city: City,
  { post, isGiven }: { post: Post; isGiven: boolean },
): Screen => ({
  text: t(isGiven ? 'post-given' : 'post-taken', { post: postLabel(t, city, post) }),
});

/** To the one who invited. */
export const invitationAccepted = (t: Texts, city: City, colleague: Colleague, post: Post): Screen => ({
  text: t('invitation-accepted', { name: colleagueLabel(colleague), post: postLabel(t, city, post) }),
  choices: [[button(t, 'choice-open-colleague', `who.${colleague.id}`)]],
});
