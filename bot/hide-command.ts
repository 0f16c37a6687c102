import type { Appeal } from '../domain/appeal';
import { isHidden, picturesOf } from '../domain/hidden-files';
import { may } from '../domain/permissions';
import { hidingScreen, originalScreen } from '../screens/hiding-screens';
import { paragraphs } from '../screens/texts';
import { whyNotKey, whyRefused } from '../screens/why-refused';
import { hideAppealFiles, showAppealFiles, viewHiddenFile } from '../use-cases/hide-files';
import { privateChatOf } from '../use-cases/tell-person';
import type { StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import { onAppeal, type Press } from './on-appeal';
import { named } from './reply-command';
import { aboutOf, knownAs } from './staff-replies';
import type { Reply, Visit } from './visit';

const DO = { hide: hideAppealFiles, show: showAppealFiles } as const;

interface Wanted {
  readonly act: keyof typeof DO;
  readonly files: readonly string[];
  readonly reason: string;
}

const list = (visit: Visit, appeal: Appeal): Reply =>
  picturesOf(appeal).length > 0
    ? knownAs(visit, { appealId: appeal.id }, { screen: hidingScreen(visit.t, appeal) })
    : { screen: { text: visit.t('hide-nothing', { number: appeal.number }) } };

/** «1 3 видно обличчя» hides two, «-1» shows one again, «усі» hides all that is visible. */
function wantedIn({ t }: Visit, appeal: Appeal, words: string): Wanted | undefined {
  const [, marks = '', said = ''] = /^((?:[-–−]?\d{1,2}(?:[\s,]+|$))*)([^]*)$/.exec(words) ?? [];
  const [first = '', ...rest] = said.split(/\s+/);
  const isAll = marks === '' && isAmong(t.plain('hide-all-words'), first);
  const numbers = marks.split(/[\s,]+/).filter(Boolean);
  const back = numbers.filter((one) => !/^\d/.test(one));
  if (back.length > 0 && back.length < numbers.length) return undefined;
  const pictures = picturesOf(appeal).map(({ id }) => id);
  const files = isAll
    ? pictures.filter((id) => !isHidden(appeal, id))
    : numbers.map((one) => pictures[Number(one.replace(/\D/g, '')) - 1] ?? '');
  const reason = (isAll ? rest.join(' ') : said).trim() || t.plain('hide-usual-reason');
  return files.length > 0 ? { act: back.length > 0 ? 'show' : 'hide', files, reason } : undefined;
}

async function carryOut(visit: Visit, appeal: Appeal, { act, ...given }: Wanted): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const changed = await DO[act](deps, { ...about, ...given });
  const { number } = appeal;
  if (!changed.ok) {
    const { key, args } = whyRefused(visit.deps.city, changed.appeal ?? appeal, changed.refusal);
    const isSo = changed.refusal === 'nothing_changed' && changed.appeal;
    return isSo ? list(visit, isSo) : { screen: { text: t(key, args) } };
  }
  const screen = hidingScreen(t, changed.appeal);
  const text = paragraphs(t(act === 'hide' ? 'hide-done' : 'hide-undone', { number }), screen.text);
  return knownAs(visit, { appealId: appeal.id }, { screen: { ...screen, text } });
}

function decide(visit: Visit, appeal: Appeal, words: string): Promise<Reply> | Reply {
  if (!may.hide(visit.actor, appeal))
    return { screen: { text: visit.t(whyNotKey(visit.actor, appeal, 'hide')) } };
  const wanted = words ? wantedIn(visit, appeal, words) : undefined;
  if (wanted) return carryOut(visit, appeal, wanted);
  return words ? { screen: { text: visit.t('staff-hide-how') } } : list(visit, appeal);
}

const NUMBER = /^\s*№?\s*\d{4}-\d+/;

/** The command as a reply to the very picture, or to a card. */
async function onMessage(visit: Visit, reason: string): Promise<Reply> {
  const { deps, incoming, t } = visit;
  const messageId = incoming.replyToMessageId ?? '';
  const shown = await deps.shownPictures.findByMessage(incoming.chat, messageId);
  const appealId = shown?.appealId ?? (await aboutOf(visit, messageId))?.appealId;
  const appeal = appealId ? await deps.appeals.find(appealId) : undefined;
  if (!appeal) return { screen: { text: t('staff-hide-how') } };
  const ordinal = picturesOf(appeal).findIndex(({ id }) => id === shown?.fileId) + 1;
  return decide(visit, appeal, ordinal > 0 ? `${ordinal} ${reason}`.trim() : reason.trim());
}

/** `/hide 2026-000001 1 3 видно обличчя`; alone it lists the pictures; as a reply it is about what it replies to. */
export const hide: StaffCommand = (visit, argument) =>
  visit.incoming.replyToMessageId && !NUMBER.test(argument)
    ? onMessage(visit, argument)
    : named(visit, argument, 'staff-hide-how', async (appeal, words) => decide(visit, appeal, words));

const pressed = ({ incoming: { content } }: Visit): { inPlaceOf?: string } =>
  content.kind === 'press' ? { inPlaceOf: content.messageId } : {};

const turning = (act: Wanted['act']): Press =>
  onAppeal('hide', async (visit, appeal, [, which = '']) => {
    const all = picturesOf(appeal).map(({ id }) => id);
    const files =
      which === 'all' ? all.filter((id) => !isHidden(appeal, id)) : [all[Number(which) - 1] ?? ''];
    const reason = visit.t.plain('hide-usual-reason');
    return { ...(await carryOut(visit, appeal, { act, files, reason })), ...pressed(visit) };
  });

/** The original goes into the controller's own chat and nowhere else. */
const view: Press = onAppeal('viewHidden', async (visit, { id }, [, which = '']) => {
  const { deps, t, actor, incoming } = visit;
  const about = { actor, appealId: id, commandId: incoming.id };
  const viewed = await viewHiddenFile(deps, { ...about, ordinal: Number(which) });
  if (!viewed.ok) return { note: t.plain(`refused-${viewed.refusal}`) };
  const own = deps.textsFor(visit.citizen.language);
  const sent = await deps.messenger.send(privateChatOf(actor.id), originalScreen(own, viewed), 'reply');
  return { note: t.plain(sent.result === 'sent' ? 'hide-original-sent' : 'hide-original-not-sent') };
});

/** `hp.<appeal>` lists, `hf` hides, `hs` shows again, `hv` gives a controller the original. */
export const HIDE_PRESSES: Readonly<Record<string, Press>> = {
  hp: onAppeal('hide', (visit, appeal) => Promise.resolve(list(visit, appeal))),
  hf: turning('hide'),
  hs: turning('show'),
  hv: view,
};
