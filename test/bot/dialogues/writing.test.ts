import { addFile, filesOf } from '../../../bot/dialogues/writing';
import type { SentFile } from '../../../messengers/messenger';

const aFile = (overrides: Partial<SentFile>): SentFile => ({
  kind: 'document',
  fileId: 'file',
  uniqueId: 'unique',
  ...overrides,
});
const add = (file: SentFile, caption?: string) =>
  addFile({}, { kind: 'file', messageId: '7', file, ...(caption && { caption }) }, 'telegram');

describe('a file that cannot be taken', () => {
  it.each([
    ['refusal-file-too_big', aFile({ sizeBytes: 21 * 1024 * 1024 })],
    ['refusal-file-program', aFile({ name: 'a.exe' })],
    ['refusal-file-as_photo', aFile({ name: 'a.heic' })],
  ])('is refused with %s', (refusal, file) => {
    expect(add(file)).toEqual({ refusal });
  });

  it('leaves the words that came with it', () => {
    expect(add(aFile({ name: 'a.exe' }), 'Ось яма')).toEqual({
      set: { pieces: [{ messageId: '7', text: 'Ось яма' }] },
      remark: 'refusal-file-program',
    });
  });
});

it('any other file is added', () => {
  const added = add(aFile({ name: 'a.pdf' }));
  expect('set' in added && filesOf(added.set)).toMatchObject([{ id: 'unique', name: 'a.pdf' }]);
});
