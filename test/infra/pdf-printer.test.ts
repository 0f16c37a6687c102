import { PdfPrinter } from '../../infra/pdf-printer';
import { textOfPdf } from '../support/read-pdf';

const printer = new PdfPrinter();
const CHECK = { words: 'Перевірте', code: 'ABCD-EFGH', link: 'https://t.me/vidhuk_bot?start=check-ABCDEFGH' };
const paper = {
  from: 'Ясногірськ · бот «Відгук»',
  title: 'Звернення № 2026-000001',
  facts: [{ label: 'Місце', value: 'вул. Миру, 18' }],
  parts: [{ heading: 'Текст звернення', text: 'Ґанок під’їзду, їжак і єнот. Street lamp №5.' }],
  foot: '2026-000001',
};

describe('a printed paper', () => {
  it('is a PDF with every letter of it as text', async () => {
    const bytes = await printer.print(paper, CHECK, 'uk');
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
    const [page = ''] = textOfPdf(bytes);
    for (const words of ['Звернення № 2026-000001', 'Місце', 'вул. Миру, 18', 'Ґанок під’їзду, їжак і єнот. Street lamp №5.', 'ABCD-EFGH', '2026-000001 · 1/1'])
      expect(page).toContain(words);
  }); // prettier-ignore

  it('goes on over as many pages as it needs, each with its number', async () => {
    const long = {
      ...paper,
      parts: [{ heading: 'Текст', text: 'Третю добу не горить ліхтар. '.repeat(400) }],
    };
    const pages = textOfPdf(await printer.print(long, CHECK, 'uk'));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page).toContain(`2026-000001 · ${index + 1}/${pages.length}`));
    expect(pages.at(-1)).toContain('ABCD-EFGH');
  });

  it('is A4 and small enough to send from a phone', async () => {
    const bytes = Buffer.from(await printer.print(paper, CHECK, 'uk'));
    expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(bytes.byteLength).toBeLessThan(100_000);
  });
});
