import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Appeal, Attachment } from '../../domain/appeal';
import { dayFrom } from '../../domain/calendar';
import type { City } from '../../domain/city';
import type { Action } from '../../domain/permissions';
import { isPastSifting } from '../../domain/term';
import { workCard } from '../../screens/office-view';
import { answerAppeal } from '../../use-cases/answer-appeal';
import { askCitizenForDetails } from '../../use-cases/ask-for-details';
import { askHeadForExtension } from '../../use-cases/ask-for-extension';
import type { About, Changed } from '../../use-cases/change-appeal';
import { explainAppealDelay } from '../../use-cases/explain-delay';
import { forwardAppeal } from '../../use-cases/forward-appeal';
import { dropFiles, keepFiles } from '../../use-cases/keep-files';
import type { Appeals, Citizens, Clock, Files, Jobs, Log, Pictures } from '../../use-cases/ports';
import { seeAppeal } from '../../use-cases/see-work';
import { showContact } from '../../use-cases/show-contact';
import type { Audit } from '../../use-cases/staff-ports';
import { takeAppeal } from '../../use-cases/take-appeal';
import type { Env } from './env';
import { commandIdOf, contentId } from './command-id';
import { refuseAct, refuseFile } from './refuse';
import { AnswerForm, AskForm } from './shapes';
import { answerRoute, askRoute, contactRoute, delayRoute, extensionRoute, forwardRoute, takeRoute } from './routes'; // prettier-ignore

export interface ActDeps {
  readonly appeals: Appeals;
  readonly citizens: Citizens;
  readonly audit: Audit;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly city: City;
}

type CarryOut = (about: About, appeal: Appeal, attachments: readonly Attachment[]) => Promise<Changed>;

interface Act {
  readonly number: string;
  readonly action: Action;
  /** What was said, for the command's id. */
  readonly given: unknown;
  readonly files?: readonly File[];
  readonly carryOut: CarryOut;
}

const NOTHING_KEPT = { ok: true, attachments: [] } as const;

const handedIn = async (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { id: contentId(bytes), name: file.name, mediaType: file.type, bytes };
    }),
  );

/** One act about the appeal of a number: found, files kept, carried out, shown as it is now. */
async function actOn(
  context: Context<Env>,
  deps: ActDeps,
  { number, action, given, files = [], carryOut }: Act,
) {
  const { actor, t } = context.var;
  const { city } = deps;
  const appeal = await seeAppeal(deps, { actor, number });
  if (!appeal) return refuseAct(context, 'not_found', { city, action });
  const handed = await handedIn(files);
  const commandId = commandIdOf(context, [given, handed.map(({ id }) => id)]);
  const isWithFiles = handed.length > 0 && (action === 'answer' || action === 'ask');
  const kept = isWithFiles ? await keepFiles(deps, { actor, appealId: appeal.id, action, files: handed }) : NOTHING_KEPT; // prettier-ignore
  if (!kept.ok && 'index' in kept) return refuseFile(context, kept.refusal, kept.index);
  if (!kept.ok) return refuseAct(context, kept.refusal, { city, action, appeal });
  const { attachments } = kept;
  const changed = await carryOut({ actor, appealId: appeal.id, commandId }, appeal, attachments);
  if (!changed.ok) {
    await dropFiles(deps, { appealId: appeal.id, attachments });
    return refuseAct(context, changed.refusal, { city, action, appeal: changed.appeal ?? appeal });
  }
  const now = deps.clock();
  const isLate = action === 'forward' && isPastSifting(appeal.registeredAt, now, city);
  const shown = workCard({ t, city, actor, now }, changed.appeal);
  return context.json({ appeal: shown, ...(isLate && { remark: t.plain('staff-past-sifting') }) }, 200);
}

const isForm = (context: Context): boolean =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(
    context.req.header('content-type') ?? '',
  );

/** Without what was not given. */
const present = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given<T>;
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function addTalk(app: OpenAPIHono<Env>, deps: ActDeps): void {
  app.openapi(takeRoute, (context) => {
    const { number } = context.req.valid('param');
    const carryOut: CarryOut = (about) => takeAppeal(deps, about);
    return actOn(context, deps, { number, action: 'take', given: 'take', carryOut });
  });

  app.openapi(answerRoute, (context) => {
    const { number } = context.req.valid('param');
    const { files, ...given } = AnswerForm.parse(context.req.valid(isForm(context) ? 'form' : 'json'));
    const carryOut: CarryOut = (about, _appeal, attachments) =>
      answerAppeal(deps, { ...about, given: { ...present(given), attachments } });
    return actOn(context, deps, { number, action: 'answer', given, files, carryOut });
  });

  app.openapi(askRoute, (context) => {
    const { number } = context.req.valid('param');
    const { files, ...given } = AskForm.parse(context.req.valid(isForm(context) ? 'form' : 'json'));
    const carryOut: CarryOut = (about, _appeal, attachments) =>
      askCitizenForDetails(deps, { ...about, question: given.text, attachments });
    return actOn(context, deps, { number, action: 'ask', given, files, carryOut });
  });
}

function addTerms(app: OpenAPIHono<Env>, deps: ActDeps): void {
  app.openapi(forwardRoute, (context) => {
    const { number } = context.req.valid('param');
    const given = context.req.valid('json');
    const carryOut: CarryOut = (about) => forwardAppeal(deps, { ...about, text: given.text });
    return actOn(context, deps, { number, action: 'forward', given, carryOut });
  });

  app.openapi(delayRoute, (context) => {
    const { number } = context.req.valid('param');
    const given = context.req.valid('json');
    const carryOut: CarryOut = (about) => explainAppealDelay(deps, { ...about, reason: given.text });
    return actOn(context, deps, { number, action: 'explainDelay', given, carryOut });
  });

  app.openapi(extensionRoute, (context) => {
    const { number } = context.req.valid('param');
    const given = context.req.valid('json');
    const carryOut: CarryOut = (about) =>
      askHeadForExtension(deps, { ...about, day: dayFrom(given.day), reason: given.text });
    return actOn(context, deps, { number, action: 'askForExtension', given, carryOut });
  });
}

function addContact(app: OpenAPIHono<Env>, deps: ActDeps): void {
  app.openapi(contactRoute, async (context) => {
    const { actor } = context.var;
    const { city } = deps;
    const given = context.req.valid('json');
    const appeal = await seeAppeal(deps, { actor, number: context.req.valid('param').number });
    if (!appeal) return refuseAct(context, 'not_found', { city, action: 'showContact' });
    const commandId = commandIdOf(context, given);
    const shown = await showContact(deps, { actor, appealId: appeal.id, commandId, ...given });
    if (!shown.ok) return refuseAct(context, shown.refusal, { city, action: 'showContact', appeal });
    const { number, citizen, onBehalfOf, coAuthors } = shown.contact;
    return context.json({ number, ...citizen, ...(onBehalfOf && { onBehalfOf }), ...(coAuthors && { coAuthors: [...coAuthors] }) }, 200); // prettier-ignore
  });
}

/** What changes an appeal, and who wrote it for whoever may know. */
export function addActs(app: OpenAPIHono<Env>, deps: ActDeps): void {
  addTalk(app, deps);
  addTerms(app, deps);
  addContact(app, deps);
}
