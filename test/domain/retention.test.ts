import { keptSince, RETENTION_KINDS, type RetentionKind } from '../../domain/retention';

const NOW = new Date('2026-11-20T10:00:00Z');
const KEEP = { appealYears: 5, draftDays: 1, noticeDays: 2, auditDays: 3, quarantineDays: 4, codeDays: 5 };

/** Each kind of record goes by a term of its own; a person's record and papers stay as long as their appeals (5 years). */
const SINCE: Record<RetentionKind, string> = {
  appeals: '2021-11-20T10:00:00Z',
  profiles: '2021-11-20T10:00:00Z',
  papers: '2021-11-20T10:00:00Z',
  drafts: '2026-11-19T10:00:00Z',
  notices: '2026-11-18T10:00:00Z',
  audit: '2026-11-17T10:00:00Z',
  quarantine: '2026-11-16T10:00:00Z',
  codes: '2026-11-15T10:00:00Z',
  tokens: '2026-11-15T10:00:00Z',
  moves: '2026-11-17T10:00:00Z',
  names: '2026-11-17T10:00:00Z',
};

describe('what is kept', () => {
  it.each(RETENTION_KINDS)('%s: by its own term', (kind) => {
    expect(keptSince(kind, NOW, KEEP)).toEqual(new Date(SINCE[kind]));
  });

  it('counts calendar years, leap days and all', () => {
    expect(keptSince('appeals', new Date('2024-02-29T00:00:00Z'), { ...KEEP, appealYears: 4 })).toEqual(
      new Date('2020-02-29T00:00:00Z'),
    );
  });
});
