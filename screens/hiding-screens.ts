import type { Appeal, AppealEvent, Attachment } from '../domain/appeal';
import type { City } from '../domain/city';
import { isHidden, picturesOf } from '../domain/hidden-files';
import type { Choice, Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { hiddenPicture } from './hidden-picture';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

/** Every picture the citizen sent, which of them are hidden, and one tap to turn each. */
export function hidingScreen(t: Texts, appeal: Appeal): Screen {
  const { id, number } = appeal;
  const all = picturesOf(appeal).map(({ id: fileId, kind }, index) => ({
    ...{ ordinal: index + 1, kind, isHidden: isHidden(appeal, fileId) },
  }));
  const say = (key: string, verb: string, ordinal: number): Choice => ({
    ...{ label: t.plain(key, { ordinal }), token: `${verb}.${id}.${ordinal}` },
  });
  const rows = all.map(({ ordinal, isHidden: isSo }) =>
    isSo
      ? [say('hide-show', 'hs', ordinal), say('hide-view', 'hv', ordinal)]
      : [say('hide-hide', 'hf', ordinal)],
  );
  const isMany = all.filter((one) => !one.isHidden).length > 1;
  return {
    text: paragraphs(
      t('hide-list', { number }),
      lines(
        ...all.map(({ ordinal, kind, isHidden: isSo }) =>
          t(isSo ? 'hide-line-hidden' : 'hide-line', { ordinal, kind: t.plain(`paper-file-${kind}`) }),
        ),
      ),
      t('hide-how', { number }),
    ),
    choices: [...rows, ...(isMany ? [[button(t, 'hide-all', `hf.${id}.all`)]] : [])],
  };
}

/** The original, for a controller’s eyes. */
export const originalScreen = (
  t: Texts,
  { number, file }: { number: string; file: Pick<Attachment, 'kind' | 'fileId'> },
): Screen => ({ text: t('hide-original', { number }), files: [{ kind: file.kind, fileId: file.fileId }] });

/** What stands in the place of a hidden file that cannot be deleted. */
export const coveredPicture = (t: Texts, kind: Attachment['kind']): Screen => ({
  text: t('hide-covered'),
  files: [{ kind: kind === 'document' ? kind : 'photo', bytes: hiddenPicture(), name: 'hidden.png' }],
});

/** Under a hidden file that cannot be taken away by us. */
export const standsStill = (t: Texts): Screen => ({ text: t('hide-stands') });

/** To the citizen: what was hidden or is shown again, why, and who sees it; nothing when it turned since. */
export function hidingNotice(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen | undefined {
  const { fileIds = [], text } = event.facts;
  const isHiding = event.type === 'appeal.files_hidden';
  const count = fileIds.filter((id) => isHidden(appeal, id) === isHiding).length;
  if (count === 0) return undefined;
  return {
    text: paragraphs(
      t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
      t(isHiding ? 'notice-files-hidden' : 'notice-files-shown', { count }),
      text ? t('quoted', { text }) : undefined,
      isHiding && t('notice-files-hidden-next', { day: appeal.dueAt }),
    ),
    choices: [[button(t, 'choice-open-appeal', `a.${appeal.id}`)]],
  };
}
