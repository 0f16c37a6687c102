import type { Connection } from 'mongoose';

const MOST = 100;

export interface WaitingNotice {
  id: string;
  kind: string;
  dueAt: number;
  chatId: string;
  state: string;
  attempts: number;
  /** Put off because the chat has had all it may this minute. */
  isSlowed: boolean;
  appealId?: string;
}

export interface Waiting {
  notices: WaitingNotice[];
  /** Appeals with events whose notices are not made yet. */
  unexpanded: { appealId: string; count: number }[];
  counts: Record<string, number>;
}

/** What the city has yet to say, as the workers find it: ids and kinds, no words of people. */
export async function readWaiting(connection: Connection): Promise<Waiting> {
  const db = connection.db;
  if (!db) return { notices: [], unexpanded: [], counts: {} };
  const [notices, appeals, counts] = await Promise.all([
    db.collection('notices').find({ state: 'waiting' }).sort({ dueAt: 1 }).limit(MOST).toArray(),
    db
      .collection('appeals')
      .find({ unexpanded: { $gt: '' } }, { projection: { unexpanded: 1 } })
      .limit(MOST)
      .toArray(),
    db
      .collection('notices')
      .aggregate([{ $group: { _id: '$state', count: { $sum: 1 } } }])
      .toArray(),
  ]);
  return {
    notices: notices.map((one) => toWaiting(one)),
    unexpanded: appeals.map((one) => ({
      appealId: String(one._id),
      count: Array.isArray(one['unexpanded']) ? one['unexpanded'].length : 0,
    })),
    counts: Object.fromEntries(counts.map((one) => [String(one._id), Number(one['count'])])),
  };
}

function toWaiting(notice: Record<string, unknown>): WaitingNotice {
  const { _id, kind, dueAt, chatId, state, attempts, remark, appealId } = notice;
  return {
    id: String(_id),
    kind: String(kind),
    dueAt: dueAt instanceof Date ? dueAt.getTime() : 0,
    chatId: String(chatId),
    state: String(state),
    attempts: Number(attempts ?? 0),
    isSlowed: remark === 'busy',
    ...(typeof appealId === 'string' && { appealId }),
  };
}
