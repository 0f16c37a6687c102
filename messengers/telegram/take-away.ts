import type { EditResult, Screen } from '../messenger';
import type { CallDeps } from './call';
import { asEditResult, call, patienceOf } from './call';
import type { Target } from './edit';
import { mediaOf } from './pieces';
import { CAPTION_LIMIT, truncate } from './split';

const turnOf = ({ at, lane }: Target) => ({ chatId: at.chatId, lane, patienceMs: patienceOf(lane) });
const idOf = ({ at, messageId }: Target) => ({ chat_id: Number(at.chatId), message_id: Number(messageId) });

/** Deletes a message of ours: within 48 hours; `rejected` past them or without the right, `gone` when it is not there. */
export async function remove(deps: CallDeps, target: Target): Promise<EditResult> {
  const done = await call(deps, turnOf(target), (api) => api.raw.deleteMessage(idOf(target)));
  return done.result === 'ok' ? { result: 'sent', messageIds: [] } : asEditResult(done, target.messageId);
}

/** Puts another file into a message of ours, at any age; in an album of documents only a document fits. */
export async function replaceFile(deps: CallDeps, target: Target, screen: Screen): Promise<EditResult> {
  const [file] = screen.files ?? [];
  if (!file) return { result: 'rejected' };
  const media = {
    type: file.kind === 'document' ? ('document' as const) : ('photo' as const),
    media: mediaOf(file),
    caption: truncate(screen.text, CAPTION_LIMIT),
    parse_mode: 'HTML' as const,
  };
  const done = await call(deps, turnOf(target), (api) =>
    api.raw.editMessageMedia({ ...idOf(target), media }),
  );
  return done.result === 'ok'
    ? { result: 'sent', messageIds: [target.messageId] }
    : asEditResult(done, target.messageId);
}
