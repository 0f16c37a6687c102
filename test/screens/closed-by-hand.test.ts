import type { PersonalData } from '../../domain/personal-data';
import { appealRows } from '../../screens/export-tables';
import { myDataPaper } from '../../screens/my-data-paper';
import { appealPaper } from '../../screens/papers';
import { anAppeal, anEvent, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';

const t = texts.for('uk');
const confirmed = anEvent('event-2', { type: 'appeal.confirmed' });
const byHand = anEvent('event-3', { type: 'appeal.closed_by_hand' });
const closed = (last: typeof byHand) =>
  anAppeal({ status: 'closed', events: [anEvent('event-1'), confirmed, last] });
const nothing = { citizens: [], drafts: [], audit: [], people: [], codes: [], apiTokens: [], accountMoves: [], quarantine: [], notices: [] }; // prettier-ignore

describe('what a controller closed, though the citizen agreed once', () => {
  const keptAbout = (appeal: object): PersonalData =>
    JSON.parse(JSON.stringify({ ...nothing, appeals: [appeal] })) as PersonalData;
  const tellers: Record<string, (appeal: ReturnType<typeof anAppeal>) => object> = {
    'the appeal on paper': (appeal) => appealPaper(t, { city, appeal }),
    'the export': (appeal) => appealRows(t, city, [appeal]),
    'what is kept about a person': (appeal) => myDataPaper(t, city, keptAbout(appeal), NOW),
  };

  it.each(Object.entries(tellers))('%s does not call solved', (_, tell) => {
    const words = JSON.stringify(tell(closed(byHand)));
    expect(words).toContain(t.plain('status-closed_by_hand'));
    expect(words).not.toContain(`"${t.plain('status-closed')}"`);
    expect(words).not.toContain(`"${t.plain('staff-status-closed')}"`);
    expect(words).not.toContain(`${t.plain('my-field-status')}: ${t.plain('status-closed')}`);
    expect(JSON.stringify(tell(closed(confirmed)))).not.toContain(t.plain('status-closed_by_hand'));
  });
});
