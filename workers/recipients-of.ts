import type { Appeal } from '../domain/appeal';
import type { Recipients } from '../domain/notices';
import { isLetIn, may } from '../domain/permissions';
import { hasMessenger } from '../domain/person-id';
import { actorInPrivate, controllers, deputies, headsOf, moderators } from '../use-cases/post-holders';
import { circleOf, staffChatFor } from '../use-cases/staff-chat-for';
import { privateChatOf } from '../use-cases/tell-person';
import { servesWithoutPost } from '../use-cases/who-may-have';
import type { WorkerDeps } from './worker-deps';

/** Whoever works over HTTP alone is told nothing: what is meant for them goes a step further, as for a post nobody holds. */
const chatsOf = (ids: readonly string[]) => ids.filter(hasMessenger).map(privateChatOf);

/** The one who has it, and who asked for more time, as far as they are of the staff still and may hear of it. */
async function doersOf(deps: WorkerDeps, appeal: Appeal): Promise<Pick<Recipients, 'executor' | 'asker'>> {
  const asked = appeal.events.findLast(({ type }) => type === 'appeal.extension_asked');
  const mayHear = async (id: string) => {
    const actor = await actorInPrivate(deps, id);
    return (may.work(actor) && isLetIn(actor, appeal)) || servesWithoutPost(deps, appeal, id);
  };
  const hears = async (id: string | undefined) =>
    id && hasMessenger(id) && (await mayHear(id)) ? privateChatOf(id) : undefined;
  const [executor, asker] = await Promise.all([hears(appeal.executorId), hears(asked?.by)]);
  return { ...(executor && { executor }), ...(asker && { asker }) };
}

/** Art. 7: nobody but the controllers and whom they gave it to; without a controller the moderators hear that it waits. */
async function circle(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const [watching, steering] = await Promise.all([circleOf(deps, appeal), moderators(deps)]);
  const others = steering.filter((id) => !appeal.complainedOf?.includes(id));
  return {
    isCircle: true,
    controllers: chatsOf(watching),
    moderators: chatsOf(others),
  };
}

async function office(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const [staff, heads, watching, above] = await Promise.all([
    staffChatFor(deps, appeal),
    headsOf(deps, appeal.department),
    controllers(deps),
    deputies(deps),
  ]);
  return {
    ...(staff && { staff }),
    heads: chatsOf(heads),
    controllers: chatsOf(watching),
    deputies: chatsOf(above),
  };
}

/** Who can be told about an appeal now. */
export async function recipientsOf(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const citizen = await deps.citizens.find(appeal.citizenId);
  return {
    ...(citizen && { citizen: { messenger: citizen.messenger, chatId: citizen.chatId } }),
    ...(await doersOf(deps, appeal)),
    ...(await (appeal.isAboutOfficials ? circle(deps, appeal) : office(deps, appeal))),
  };
}
