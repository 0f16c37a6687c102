import { csvOf } from '../../screens/csv';

const cellsOf = (...row: (string | number | undefined)[]) => csvOf([row]).replace('\uFEFF', '').trimEnd();

describe('an exported table', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+380671112233', "'+380671112233"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
  ])('hands a spreadsheet no formula: %j', (given, written) => {
    expect(csvOf([[given]])).toBe(`\uFEFF${written}\r\n`);
  });

  it('keeps quotes, semicolons and line ends inside a cell, and numbers as numbers', () => {
    expect(cellsOf('каже «так»; "ні"', 'два\nрядки', -5, undefined, 'просто')).toBe(
      '"каже «так»; ""ні""";"два\nрядки";-5;;просто',
    );
  });
});
