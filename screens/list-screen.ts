import type { Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import type { Draft } from '../domain/draft';
import { excerpt } from '../domain/masking';
import type { Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { standing } from './decided-line';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

export const PAGE_SIZE = 5;
const DRAFTS_SHOWN = 3;

/** How a draft begins, so that one of several is found. */
function draftLabel(t: Texts, { fields }: Draft): string {
  const [first] = (fields.pieces as Appeal['pieces'] | undefined) ?? [];
  return first ? t.plain('list-draft', { text: excerpt(first.text, 24) }) : t.plain('choice-resume');
}

/** «My appeals», a page of them, drafts put aside first. */
export function listScreen(
  t: Texts,
  city: City,
  listed: { appeals: readonly Appeal[]; total: number; page: number; drafts: readonly Draft[] },
): Screen {
  const { appeals, total, page, drafts } = listed;
  const rows = appeals.map((appeal) => [
    { label: `${appeal.number} · ${excerpt(categoryName(city, appeal, t), 24)}`, token: `a.${appeal.id}` },
  ]);
  const draftRows = drafts
    .slice(0, DRAFTS_SHOWN)
    .map((draft) => [{ label: draftLabel(t, draft), token: `resume.${draft.id}` }]);
  const turns = [
    ...(page > 0 ? [button(t, 'nav-newer', `my.${page - 1}`)] : []),
    ...((page + 1) * PAGE_SIZE < total ? [button(t, 'nav-older', `my.${page + 1}`)] : []),
  ];
  const shown = appeals.map((appeal) =>
    t('list-line', {
      number: appeal.number,
      category: categoryName(city, appeal, t),
      status: t.plain(`status-${standing(appeal)}`),
    }),
  );
  const isEmpty = total === 0;
  return {
    text: paragraphs(
      isEmpty ? t('list-empty') : t('list', { total }),
      lines(...shown),
      drafts.length > 0 && t('list-drafts'),
    ),
    choices: [
      ...draftRows,
      ...rows,
      turns,
      [button(t, 'menu-new', 'new'), button(t, 'nav-back', 'start')],
    ].filter((row) => row.length > 0),
  };
}
