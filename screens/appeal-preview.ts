import type { AppealKind } from '../domain/appeal';
import { findDepartment, nameIn, type Category, type City } from '../domain/city';
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

/** «вул. Миру, 18 · Центральний район», or only what is known. */
export function placeLine(city: City, language: string, place: Place): string {
  const district = city.districts.find(({ code }) => code === place.district);
  const name = district && nameIn(district.names, language);
  return name && !place.label.includes(name) ? `${place.label} · ${name}` : place.label;
}

/** What is about to be sent, with the promised and the legal term. */
export function previewText(t: Texts, city: City, preview: Preview): Markup {
  const { category, kind, place, terms } = preview;
  const department = findDepartment(city, category.department);
  return paragraphs(
    t('preview-check'),
    lines(
      t('preview-category', { category: nameIn(category.names, t.language), kind: t.plain(`kind-${kind}`) }),
      place && t('preview-place', { place: placeLine(city, t.language, place) }),
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
