import type { Appeal } from '../domain/appeal';
import type { Recipients } from '../domain/notices';
import { isLetIn } from '../domain/permissions';
import { actorInPrivate, controllers, deputies, headsOf, moderators } from '../use-cases/post-holders';
import { circleOf, staffChatFor } from '../use-cases/staff-chat-for';
import { privateChatOf } from '../use-cases/tell-person';
import type { WorkerDeps } from './worker-deps';

/** The one who has it, and who asked for more time, as far as they may hear of it. */
async function doersOf(deps: WorkerDeps, appeal: Appeal): Promise<Pick<Recipients, 'executor' | 'asker'>> {
  const asked = appeal.events.findLast(({ type }) => type === 'appeal.extension_asked');
  const mayHear = async (id: string) =>
    !appeal.isAboutOfficials || isLetIn(await actorInPrivate(deps, id), appeal);
  const hears = async (id: string | undefined) => (id && (await mayHear(id)) ? privateChatOf(id) : undefined);
  const [executor, asker] = await Promise.all([hears(appeal.executorId), hears(asked?.by)]);
  return { ...(executor && { executor }), ...(asker && { asker }) };
}

/** Art. 7: nobody but the controllers and whom they gave it to; without a controller the moderators hear that it waits. */
async function circle(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const [watching, steering] = await Promise.all([circleOf(deps, appeal), moderators(deps)]);
  const others = steering.filter((id) => !appeal.complainedOf?.includes(id));
  return {
    isCircle: true,
    controllers: watching.map(privateChatOf),
    moderators: others.map(privateChatOf),
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
    heads: heads.map(privateChatOf),
    controllers: watching.map(privateChatOf),
    deputies: above.map(privateChatOf),
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
