import { NOBODYS, PERSONAL_FIELDS, READ_FIELDS, givenOf, type Given } from '../../domain/personal-fields';
import { SCHEMAS } from '../../infra/mongo/models';
import { texts } from '../support/sample-city';

const TABLE: Readonly<Record<string, Readonly<Record<string, Given>>>> = PERSONAL_FIELDS;

/** `drafts.fields` of every collection there is, as the database knows them. */
const kept = Object.entries(SCHEMAS).flatMap(([name, schema]) =>
  Object.keys(schema.paths).map((path) => ({ name, path })),
);

describe('what is known about a person', () => {
  it('is given, or left out with a reason, field by field', () => {
    const forgotten = kept.filter(({ name, path }) => !NOBODYS[name] && !TABLE[name]?.[path]);
    expect(forgotten.map(({ name, path }) => `${name}.${path}`)).toEqual([]);
    const reasons = Object.values(TABLE).flatMap((fields) =>
      Object.values(fields).flatMap((given) => (typeof given === 'string' ? [] : [given.left])),
    );
    expect([...reasons, ...Object.values(NOBODYS)].filter((reason) => reason.length < 15)).toEqual([]);
  });

  it('names no field the database does not have', () => {
    const there = new Set(kept.map(({ name, path }) => `${name}.${path}`));
    const listed = Object.entries(TABLE).flatMap(([name, fields]) =>
      Object.keys(fields).map((field) => `${name}.${field}`),
    );
    expect(listed.filter((field) => !there.has(field))).toEqual([]);
    expect(Object.keys(NOBODYS).filter((name) => !(name in SCHEMAS) || name in TABLE)).toEqual([]);
  });

  it.each(['uk', 'en'])('has words in %s where people read it', (language) => {
    const t = texts.for(language);
    expect(READ_FIELDS.filter((field) => !t.has(`my-field-${field}`))).toEqual([]);
  });

  it('is not given when nobody has decided about it', () => {
    expect(givenOf('citizens', { name: 'Олена', brandNew: 'x' })).toEqual({ name: 'Олена' });
  });
});
