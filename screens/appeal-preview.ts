import type { AppealKind } from '../domain/appeal';
import { findDepartment, type Category, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Instant } from '../domain/instant';
import { excerpt } from '../domain/masking';
import type { Place } from '../domain/place';
import type { Markup } from '../messengers/messenger';
import { togetherLines, type Together } from './joined-lines';
import { lines, paragraphs, type Texts } from './texts';

export interface Preview {
  readonly category: Category;
  readonly kind: AppealKind;
  readonly text: string;
  readonly place?: Place;
  readonly fileCount: number;
  readonly name?: string;
  readonly isJoining?: boolean;
  readonly isNameHidden?: boolean;
  readonly together?: Together;
  readonly terms: { readonly dueAt: Instant; readonly legalDueAt?: Instant };
}

const districtName = (t: Texts, city: City, { district }: Place): string | undefined => {
  const found = city.districts.find(({ code }) => code === district);
  return found && nameIn(found.names, t.language);
};

/** What the city names has the reader's language; an address and their own words are as they were written. */
const NAMED: Partial<Record<Place['kind'], (t: Texts, city: City, place: Place) => string | undefined>> = {
  location: (t, city, place) => {
    const district = districtName(t, city, place);
    return district && t.plain('place-on-map', { district });
  },
  landmark: (t, city, { label, district }) => {
    const found = city.landmarks.find((one) => one.names.uk === label && one.district === district);
    return found && nameIn(found.names, t.language);
  },
};

export const placeName = (t: Texts, city: City, place: Place): string =>
  NAMED[place.kind]?.(t, city, place) ?? place.label;

/** «вул. Миру, 18 · Центральний район», or only what is known. */
export function placeLine(t: Texts, city: City, place: Place): string {
  const [name, district] = [placeName(t, city, place), districtName(t, city, place)];
  return district && !name.includes(district) ? `${name} · ${district}` : name;
}

/** What is about to be sent, with the promised and the legal term. */
export function previewText(t: Texts, city: City, preview: Preview): Markup {
  const { category, kind, place, terms } = preview;
  const department = findDepartment(city, category.department);
  return paragraphs(
    t('preview-check'),
    lines(
      t('preview-category', { category: nameIn(category.names, t.language), kind: t.plain(`kind-${kind}`) }),
      place && t('preview-place', { place: placeLine(t, city, place) }),
      preview.text ? t('preview-text', { text: excerpt(preview.text, 700) }) : undefined,
      preview.fileCount > 0 && t('preview-files', { count: preview.fileCount }),
      preview.isJoining && t('preview-joining'),
      preview.name ? t('preview-name', { name: preview.name }) : undefined,
      preview.isNameHidden && t('preview-name-hidden'),
      preview.together && togetherLines(t, preview.together),
    ),
    lines(
      category.isAboutOfficials
        ? t('preview-officials')
        : department && t('preview-department', { department: nameIn(department.names, t.language) }),
      t('preview-due', { day: terms.dueAt }),
      terms.legalDueAt ? t('preview-legal-due', { day: terms.legalDueAt }) : t('preview-message'),
    ),
  );
}
