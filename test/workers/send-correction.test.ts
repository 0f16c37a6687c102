import type { Appeal } from '../../domain/appeal';
import { correctAnswer } from '../../domain/answer-corrections';
import { aNotice } from '../../domain/notices';
import { deliverNotices } from '../../workers/deliver-notices';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAnswer, anAppeal, aPhoto, minutes, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const CITIZEN = { messenger: 'telegram', chatId: '1' };
const messenger = () => town.deps.messenger;
const deliver = async () => {
  for (let round = 0; round < 3; round += 1) await deliverNotices(town.deps, CITIZEN);
};
const told = (kind: 'answered' | 'answer_corrected', eventId: string, at: Date, dueAt = at) =>
  town.deps.notices.insert([aNotice(kind, CITIZEN, { eventId, appealId: 'draft-1' }, { now: at, dueAt })]);

interface Correction {
  readonly text?: string;
  readonly attachments?: Appeal['attachments'];
}

async function corrects(before: Appeal, { text = 'Виправлені слова.', attachments = [] }: Correction = {}) {
  const command = { id: 'c1', by: 'telegram-7', ordinal: 1, text, attachments };
  const decision = correctAnswer(before, command, minutes(10));
  if (!decision.ok) throw new Error(decision.refusal);
  await town.deps.appeals.save(decision.appeal);
  await told('answer_corrected', 'c1', minutes(10));
  town.isNow(minutes(10));
}

async function answered(appeal = anAppeal({ status: 'answered' })): Promise<Appeal> {
  await town.deps.appeals.insert(appeal);
  await told('answered', 'event-2', NOW);
  await deliver();
  return appeal;
}

describe('an answer mended after it was sent', () => {
  it('changes the citizen’s message, with a mark and the same choice, and tells them once', async () => {
    await corrects(await answered());
    await deliver();
    await deliver();
    const [edited, ...more] = messenger().edited;
    expect(more).toEqual([]);
    expect(edited).toMatchObject({ messageId: '1', to: CITIZEN });
    expect(edited?.screen.text).toMatch(/Виправлені слова\.[^]*Виправлено 20 листопада/);
    expect(edited?.screen.choices?.flat()).toMatchObject([
      { token: 'ok.draft-1.1' },
      { token: 'no.draft-1.1' },
    ]);
    expect(messenger().sent).toHaveLength(2);
    expect(messenger().sent[1]?.screen).toMatchObject({ replyToMessageId: '1' });
    expect(messenger().sent[1]?.screen.text).toMatch(/виправило відповідь/);
  });

  it.each(['gone', 'rejected'] as const)('comes again whole when the message is %s', async (result) => {
    await corrects(await answered());
    messenger().willEnd({ result });
    await deliver();
    expect(messenger().sent).toHaveLength(2);
    expect(messenger().sent[1]?.screen.text).toMatch(/замість попередньої[^]*Виправлені слова/);
    expect(messenger().sent[1]?.screen.choices?.flat()).toHaveLength(2);
  });

  it('comes again whole when it is too long for the message', async () => {
    await corrects(await answered(), { text: 'Довга відповідь. '.repeat(400) });
    await deliver();
    expect(messenger().edited).toEqual([]);
    expect(messenger().sent[1]?.screen.text).toMatch(/замість попередньої/);
  });

  it('that somebody gets only in the morning is read mended, and nothing more is said', async () => {
    const appeal = anAppeal({ status: 'answered' });
    await town.deps.appeals.insert(appeal);
    await told('answered', 'event-2', NOW, minutes(600));
    await corrects(appeal);
    town.isNow(minutes(600));
    await deliver();
    expect(messenger().sent.map(({ screen }) => screen.text)).toEqual([
      expect.stringContaining('Виправлені слова'),
    ]);
    expect(messenger().edited).toEqual([]);
  });

  it('says nothing once the citizen was answered anew', async () => {
    const first = await answered();
    await corrects(first);
    const now = (await town.deps.appeals.find('draft-1'))!;
    const answers = [...now.answers, anAnswer({ ordinal: 2 })];
    await town.deps.appeals.save({ ...now, answers, rev: now.rev + 1 });
    await deliver();
    expect(messenger().edited).toEqual([]);
    expect(messenger().sent).toHaveLength(1);
  });

  it('goes on when the pause comes between the edit and the words', async () => {
    await corrects(await answered());
    messenger().willEnd({ result: 'sent', messageIds: ['1'] }, { result: 'busy', retryAfterMs: 1000 });
    await deliver();
    expect(messenger().sent).toHaveLength(1);
    town.isNow(minutes(20));
    await deliver();
    expect(messenger().sent).toHaveLength(2);
  });
});

describe('photos of the fix sent afterwards', () => {
  it('come to the citizen in one message; the answer itself is not touched', async () => {
    await corrects(await answered(), { text: anAnswer().text, attachments: [aPhoto('fix')] });
    await deliver();
    expect(messenger().edited).toEqual([]);
    expect(messenger().sent[1]?.screen.files).toMatchObject([{ fileId: 'file-fix' }]);
    expect(messenger().sent[1]?.screen.text).toMatch(/додало файли/);
  });
});
