import type { City } from '../../domain/city';
import { signatoryFor } from '../../domain/signatory';
import { city } from '../support/sample-city';

const department = city.departments[0]!;
const of = (appeal: { isAboutOfficials?: true } = {}, about: City = city) =>
  signatoryFor({ department: department.code, ...appeal }, about);

describe('an answer is signed', () => {
  it('by the department’s signatory', () => {
    expect(of()).toEqual(department.signatory);
    expect(department.signatory).not.toEqual(city.signatory);
  });

  it('by the city’s where the complaint is about officials', () => {
    expect(of({ isAboutOfficials: true })).toEqual(city.signatory);
  });

  it('by the city’s where the department is no more', () => {
    expect(of({}, { ...city, departments: [] })).toEqual(city.signatory);
  });
});
