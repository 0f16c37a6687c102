import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Paper, PaperCheck } from '../domain/paper';
import type { Printer } from '../use-cases/ports';

const MARGIN = 56;
const LABELS = 150;
const GREY = '#555555';
const QR_SIDE = 92;

const fontAt = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

type Page = PDFKit.PDFDocument;
type Styled = (page: Page) => Page;

const heading: Styled = (page) => page.font('bold').fontSize(11).fillColor('black');
const body: Styled = (page) => page.font('plain').fontSize(11).fillColor('black');
const small: Styled = (page) => page.font('plain').fontSize(9).fillColor(GREY);

/** A4 with embedded Cyrillic letters; the text stays text, so that it can be searched and read aloud. */
export class PdfPrinter implements Printer {
  private readonly plain = fontAt('DejaVuSans');
  private readonly bold = fontAt('DejaVuSans-Bold');

  print(paper: Paper, check: PaperCheck | undefined, language: string): Promise<Uint8Array> {
    const info = { Title: paper.title, Author: paper.from };
    const options = {
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info,
    };
    const page = new PDFDocument(options);
    page.registerFont('plain', this.plain).registerFont('bold', this.bold);
    const printed = collect(page);
    small(page).text(paper.from);
    page.moveDown(0.6).font('bold').fontSize(16).fillColor('black').text(paper.title).moveDown(0.8);
    for (const { label, value } of paper.facts) printFact(page, label, value);
    for (const part of paper.parts) printPart(page, part.heading, part.text);
    if (check) printCheck(page, check);
    printFeet(page, paper.foot);
    page.end();
    return printed;
  }
}

function collect(page: Page): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    page.on('data', (part: Buffer) => parts.push(part));
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    page.on('error', reject);
  });
}

const bottomOf = (page: Page): number => page.page.height - MARGIN;
const widthOf = (page: Page): number => page.page.width - 2 * MARGIN;

/** What must not be torn apart goes to the next page whole. */
function keepTogether(page: Page, height: number): void {
  if (page.y + height > bottomOf(page)) page.addPage();
}

function printFact(page: Page, label: string, value: string): void {
  const width = widthOf(page) - LABELS;
  const height = Math.max(
    small(page).heightOfString(label, { width: LABELS - 12 }),
    body(page).heightOfString(value, { width }),
  );
  keepTogether(page, height);
  const top = page.y;
  small(page).text(label, MARGIN, top + 1.5, { width: LABELS - 12 });
  body(page).text(value, MARGIN + LABELS, top, { width });
  page.x = MARGIN;
  page.y = top + height + 5;
}

function printPart(page: Page, title: string, text: string): void {
  keepTogether(page, 60);
  page.moveDown(0.7);
  heading(page).text(title, MARGIN).moveDown(0.25);
  body(page).text(text, { lineGap: 2 });
}

function printCheck(page: Page, { words, code, link }: PaperCheck): void {
  keepTogether(page, QR_SIDE + 30);
  page.moveDown(1.2);
  const top = page.y;
  page
    .moveTo(MARGIN, top)
    .lineTo(MARGIN + widthOf(page), top)
    .lineWidth(0.5)
    .strokeColor(GREY)
    .stroke();
  printQr(page, link, top + 12);
  const x = MARGIN + QR_SIDE + 16;
  const width = widthOf(page) - QR_SIDE - 16;
  small(page).text(words, x, top + 14, { width, lineGap: 1.5 });
  page.moveDown(0.4).font('bold').fontSize(10).fillColor('black').text(code, { width });
}

function printQr(page: Page, link: string, top: number): void {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' });
  const side = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) page.rect(MARGIN + column * side, top + row * side, side, side);
  page.fill('black');
}

/** The number and the page, in the margin below. */
function printFeet(page: Page, foot: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    page.switchToPage(index);
    page.page.margins.bottom = 0;
    const said = `${foot} · ${index + 1}/${count}`;
    small(page).text(said, MARGIN, page.page.height - 36, { width: widthOf(page), align: 'right' });
  }
}
