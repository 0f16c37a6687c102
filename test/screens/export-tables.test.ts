import { actRows } from '../../screens/export-tables';
import { NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';

const CITIZENS = ['telegram-1', 'telegram-9'];
const act = (what: string, fields: object) => ({ id: what, at: NOW, by: 'telegram-50', what, ...fields });
const rows = actRows(texts.for('uk'), city, [
  act('person.searched', { facts: { by: 'phone', found: CITIZENS.join(' ') } }),
  act('account.asked', { by: 'telegram-9', about: 'telegram-1', facts: { from: 'telegram-1', to: 'telegram-9' } }),
  act('account.confirmed', { about: 'telegram-1', facts: { from: 'telegram-1', to: 'telegram-9', reason: 'мама' } }),
  act('citizen.struck', { about: 'appeal-1', facts: { reason: 'лаявся', days: '30' } }),
  act('person.invited', { about: 'telegram-8', facts: { role: 'head', department: 'light' } }),
]).slice(1); // prettier-ignore

describe('the table of acts', () => {
  it('holds no citizen and no word that was written', () => {
    const said = JSON.stringify(rows);
    for (const secret of [...CITIZENS, 'мама', 'лаявся']) expect(said).not.toContain(`${secret}`);
  });

  it('says who of the staff did it, about which appeal or colleague, and how', () => {
    expect(rows.map(([, by, , , about, facts]) => [by, about, facts])).toEqual([
      ['telegram-50', undefined, 'by: phone'],
      [undefined, undefined, ''],
      ['telegram-50', undefined, ''],
      ['telegram-50', 'appeal-1', 'days: 30'],
      ['telegram-50', 'telegram-8', 'role: head, department: light'],
    ]);
  });
});
