import type { Appeal } from '../domain/appeal';
import { shownCheckCode } from '../domain/check-code';
import { mainLanguage } from '../domain/city-languages';
import type { Notice } from '../domain/notice';
import { may } from '../domain/permissions';
import { ordinalIn, type IssuedPaper, type Paper } from '../domain/paper';
import type { EditResult, Screen } from '../messengers/messenger';
import { answerPaper, appealPaper } from '../screens/papers';
import type { Texts } from '../screens/texts';
import { actorInPrivate } from '../use-cases/post-holders';
import type { WorkerDeps } from './worker-deps';

interface Drawn {
  readonly paper: Paper;
  readonly issued: IssuedPaper;
  readonly language: string;
}

/** The author reads in their language and with their own data; everybody else's copy names nobody. */
async function draw(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Drawn | undefined> {
  const { city, textsFor, clock } = deps;
  const citizen = await deps.citizens.find(appeal.citizenId);
  const isOwn = citizen?.messenger === notice.messenger && citizen.chatId === notice.chatId;
  const language = isOwn ? citizen.language : mainLanguage(city);
  const on = { city, appeal, ...(isOwn && { author: citizen }) };
  const t: Texts = textsFor(language);
  const { number, registeredAt } = appeal;
  const ordinal = ordinalIn(notice.step ?? '');
  if (ordinal === 0) {
    const issued = { kind: 'appeal', number, at: registeredAt, issuedAt: clock() } as const;
    return { paper: appealPaper(t, on), issued, language };
  }
  const answer = appeal.answers.find((one) => one.ordinal === ordinal);
  if (!answer) return undefined;
  const { at, outcome } = answer;
  const issued = { kind: 'answer', number, at, outcome, issuedAt: clock() } as const;
  return { paper: answerPaper(t, on, answer), issued, language };
}

/** Of a complaint about officials nobody has a copy who may not see it by now. */
const mayHave = async (deps: WorkerDeps, { messenger, chatId }: Notice, appeal: Appeal): Promise<boolean> =>
  !appeal.isAboutOfficials || may.see(await actorInPrivate(deps, `${messenger}-${chatId}`), appeal);

/** Prints a paper with a code of its own and sends it; without the bot's own name it cannot be checked, so it waits. */
export async function sendPaper(deps: WorkerDeps, notice: Notice): Promise<EditResult | 'not_needed'> {
  const appeal = notice.appealId ? await deps.appeals.find(notice.appealId) : undefined;
  const drawn = appeal && (await mayHave(deps, notice, appeal)) && (await draw(deps, notice, appeal));
  if (!appeal || !drawn) return 'not_needed';
  const home = await deps.checkHome();
  if (!home) return { result: 'later' };
  const { paper, issued, language } = drawn;
  const t = deps.textsFor(language);
  const code = await deps.papers.issue(issued);
  const check = { words: t.plain('paper-check'), code: shownCheckCode(code), link: home + code };
  const bytes = await deps.printer.print(paper, check, language);
  const name = `${appeal.number}-${notice.step ?? 'appeal'}.pdf`;
  const screen: Screen = {
    text: t('paper-sent', { title: paper.title }),
    files: [{ kind: 'document', bytes, name }],
  };
  const { messenger, chatId, threadId } = notice;
  return deps.messenger.send({ messenger, chatId, ...(threadId && { threadId }) }, screen, 'notice');
}
