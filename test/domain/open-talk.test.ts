import { STATUSES } from '../../domain/appeal';
import { talkedAbout } from '../../domain/open-talk';
import { anAppeal } from '../support/builders';

describe('words out of the blue', () => {
  it('may be about what waits for the citizen first, then what the office has, never about what is over', () => {
    const talked = talkedAbout(STATUSES.map((status) => anAppeal({ status }))).map(({ status }) => status);
    expect(talked).toEqual(['needs_details', 'returned', 'answered', 'submitted', 'in_progress', 'rework']);
  });
});
