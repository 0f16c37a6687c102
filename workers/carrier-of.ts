import type { Appeal } from '../domain/appeal';
import type { WorkerDeps } from './worker-deps';

/** The appeal whose card speaks for this one: a joiner has none of its own, a complaint about officials always has. */
export const carrierOf = async ({ appeals }: WorkerDeps, appeal: Appeal): Promise<Appeal> =>
  (appeal.leadId && !appeal.isAboutOfficials && (await appeals.find(appeal.leadId))) || appeal;
