import type { Appeal } from '../domain/appeal';
import { aNotice } from '../domain/notices';
import type { PaperName } from '../domain/paper';
import { checkText } from '../screens/check-screen';
import { checkPaper } from '../use-cases/check-paper';
import type { Reply, Visit } from './visit';

const PAPERS = { times: 20, seconds: 3600 };

const namesOf = ({ answers }: Appeal): PaperName[] => {
  const last = answers.at(-1);
  return ['appeal', ...(last ? [`answer-${last.ordinal}` as const] : [])];
};

/** The appeal and its last answer as PDF: a worker prints them and sends them here. */
export async function askForPapers(visit: Visit, appeal: Appeal): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  if (!(await deps.limits.allows('papers', actor.id, PAPERS))) return { note: t.plain('paper-too-often') };
  const { messenger, chatId, threadId } = incoming.chat;
  const now = deps.clock();
  const notices = namesOf(appeal).map((step) => ({
    ...aNotice(
      'paper',
      incoming.chat,
      { eventId: incoming.id, appealId: appeal.id, step },
      { now, dueAt: now },
    ),
    ...(threadId && { threadId }),
  }));
  await deps.notices.insert(notices);
  await deps.jobs.deliverTo({ messenger, chatId });
  return { note: t.plain('paper-coming') };
}

/** `/check CODE`: whether a paper somebody holds is ours. */
export async function checkByCode({ deps, t, actor }: Visit, code: string): Promise<Reply> {
  if (!code.trim()) return { screen: { text: t('check-how') } };
  return { screen: { text: checkText(t, await checkPaper(deps, { code, askedBy: actor.id })) } };
}
