import { textOf, type Appeal, type Attachment } from '../domain/appeal';
import type { City } from '../domain/city';
import { isHidden, withoutHidden } from '../domain/hidden-files';
import { label, linkTo } from '../domain/marks';
import { sharesPicture } from '../domain/near-duplicates';
import { changeAppeal, type AppealDeps } from './change-appeal';
import { findNear } from './find-near';

const BY_OURSELVES = 'vidhuk';

/**
 * A picture's look has become known: open appeals nearby with nearly the same picture are linked for a moderator to
 * see. The same picture marks once.
 */
export async function markLookalikes(
  deps: AppealDeps & { city: City },
  appeal: Appeal,
  picture: Attachment,
): Promise<void> {
  if (!appeal.place || appeal.leadId || appeal.isAboutOfficials || isHidden(appeal, picture.id)) return;
  const { category, place, id } = appeal;
  const near = await findNear(deps, { category, place, text: textOf(appeal), attachments: [picture] });
  const alike = near.filter(
    (other) => other.id !== id && sharesPicture([picture], withoutHidden(other, other.attachments)),
  );
  if (alike.length === 0) return;
  const command = { id: `look-${picture.id}`, by: BY_OURSELVES };
  await changeAppeal(deps, {
    appealId: id,
    commandId: command.id,
    isPermitted: () => true,
    decide: (fresh, now) =>
      label(fresh, { ...command, mark: 'near', isSet: true, of: alike.map(linkTo) }, now, deps.city),
  });
}
