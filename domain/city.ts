import type { EscalationStep } from './escalation-step';
import type { Outcome } from './outcome';
import type { Retention } from './retention';
import type { SiftingRules } from './sifting-rules';

export const GROUPS = [
  'roads', 'housing', 'water-sewer', 'heating', 'lighting-power', 'waste', 'greenery', 'playgrounds-sports', 'transport',
  'animals', 'order-safety', 'construction-land', 'social', 'health', 'education-culture', 'civil-protection',
  'trade-advertising', 'digital-admin',
] as const; // prettier-ignore
export type GroupCode = (typeof GROUPS)[number];

export const COMPLEXITIES = ['emergency', 'simple', 'usual', 'hard'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** What people write that asks nothing of the city. */
export const NON_APPEAL_KINDS = [
  'greeting',
  'thanks',
  'abuse',
  'advert',
  'noise',
  'question',
  'chat',
] as const;
/** `question` is one about the bot itself; `chat` is talk about anything else. */
export type NonAppealKind = (typeof NON_APPEAL_KINDS)[number];

/** A name in each language of the city, by language code. `uk` is always there. */
export type Names = Readonly<Record<string, string>> & { readonly uk: string };

export interface Group {
  readonly code: GroupCode;
  readonly names: Names;
  /** Words that speak of the group without telling which of its categories. */
  readonly words?: readonly string[];
}

export interface TargetTerm {
  readonly amount: number;
  readonly unit: 'hours' | 'working_days' | 'calendar_days';
}

/** `photo` asks for a picture, `date` for a day up to today. */
export const QUESTION_KINDS = ['choice', 'number', 'text', 'photo', 'date'] as const;

/** A question only this category asks. `choice` has options; every question may be skipped unless `isRequired`. */
export interface Question {
  readonly id: string;
  readonly kind: (typeof QUESTION_KINDS)[number];
  readonly ask: Names;
  readonly options?: readonly { readonly id: string; readonly names: Names }[];
  readonly isRequired: boolean;
}

export interface Category {
  /** At most 28 of a-z, 0-9 and hyphen: it travels inside button tokens. */
  readonly code: string;
  readonly group: GroupCode;
  readonly names: Names;
  /**
   * Words and short phrases people use, in any of the languages spoken and in any form: endings do not matter.
   * All words of a phrase must stand near each other, in any order; `a/b` is either of them.
   */
  readonly words: readonly string[];
  readonly examples: readonly string[];
  readonly department: string;
  readonly complexity: Complexity;
  readonly target: TargetTerm;
  /** How far apart, in metres, two appeals may lie and still be about the same; 0 where they are never joined. */
  readonly duplicateRadiusM: number;
  /** Code of the heading it is counted under in the statistical report (Resolution 858). */
  readonly subjectHeading: string;
  readonly questions: readonly Question[];
  readonly isPublic: boolean;
  readonly isPlaceUseless: boolean;
  /** Complaints about the city's own officials or staff: never shown to whom they are about, nor in any group (art. 7). */
  readonly isAboutOfficials?: boolean;
}

/** What an appeal is about in the classifier of citizens' appeals (Resolution 858). */
export interface Heading {
  readonly code: string;
  readonly names: Names;
}

export interface Signatory {
  readonly name: string;
  readonly post: string;
}

export interface Department {
  readonly code: string;
  readonly names: Names;
  readonly signatory: Signatory;
  /** The groups it works in, when there are several; one for everything when it names none. */
  readonly desks?: readonly Desk[];
}

/** A group of a department and what comes to it: everything, or only what fits all that is said here. */
export interface Desk {
  readonly code: string;
  readonly names: Names;
  readonly districts?: readonly string[];
  /** Local hours, over midnight when the first is the later. */
  readonly hours?: { readonly fromHour: number; readonly toHour: number };
  readonly isForEmergencies?: boolean;
}

/** An answer a city has ready. It brings an outcome, never a ground, a planned day or a signature (art. 15). */
export interface CannedAnswer {
  /** At most 28 of a-z, 0-9 and hyphen: it travels inside button tokens. */
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** For these categories or groups; without both for every appeal. */
  readonly categories?: readonly string[];
  readonly groups?: readonly GroupCode[];
  /** With `ANSWER_FIELDS` in braces. */
  readonly text: string;
}

export interface District {
  readonly code: string;
  readonly names: Names;
  /** Rings of [longitude, latitude], as in GeoJSON's Polygon. */
  readonly polygon: readonly (readonly (readonly [number, number])[])[];
}

export interface Street {
  readonly name: string;
  /** The kind of street before its name: вул., просп., пл. … */
  readonly prefix: string;
  readonly formerNames: readonly string[];
  readonly district: string;
  readonly lastHouse: number;
}

export interface Landmark {
  readonly names: Names;
  readonly words: readonly string[];
  readonly district: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/** The facts of one city, read from its folder under cities/ and never written in code. */
export interface City {
  readonly code: string;
  readonly names: Names;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly groups: readonly Group[];
  readonly categories: readonly Category[];
  readonly departments: readonly Department[];
  readonly headings: readonly Heading[];
  /** Who signs where a department has nobody of its own. */
  readonly signatory: Signatory;
  readonly districts: readonly District[];
  readonly streets: readonly Street[];
  readonly landmarks: readonly Landmark[];
  readonly human: { readonly phone: string; readonly hours: Names; readonly address: Names };
  /** Phrases that name a danger to life now, written as in `Category.words`. */
  readonly dangerWords?: readonly string[];
  /** Words that mean the same where danger is concerned, apart by spaces, by what they mean. */
  readonly dangerSigns?: Readonly<Record<string, string>>;
  /** Messages that name a danger to life now, and messages that only look like it. */
  readonly dangerExamples?: { readonly dangerous: readonly string[]; readonly calm: readonly string[] };
  readonly smallTalk?: Readonly<Record<NonAppealKind, readonly string[]>>;
  readonly cannedAnswers?: readonly CannedAnswer[];
  readonly emergencyNumbers: readonly { readonly number: string; readonly names: Names }[];
  readonly privacyNotice: { readonly version: string; readonly texts: Names };
  readonly calendar: WorkingCalendar;
  readonly reminders: {
    /** Days after an answer on which a silent person is asked to rate it; then silence. */
    readonly rateAfterDays: readonly number[];
    readonly draftAfterHours: number;
    /** Days after forwarding, and after each «not yet», when the citizen is asked whether it helped. */
    readonly forwardedAfterDays: number;
  };
  /** What happens when an appeal is not taken or answered in time. */
  readonly escalation: readonly EscalationStep[];
  /** Moderators hear when more wait untaken than `size`, or one longer than `ageHours`. */
  readonly queueAlerts: { readonly size: number; readonly ageHours: number };
  /** Local hours between which ordinary notices may arrive. */
  readonly daytime: { readonly fromHour: number; readonly toHour: number };
  readonly reworkWindowDays: number;
  /** Arts. 16–17: who looks into a complaint about a refusal. */
  readonly superiorBody: Names;
  /** Days of silence after which a controller may close an answered appeal by hand. */
  readonly closeAfterSilentDays: number;
  /** From 0 to 1: where the best proposal is less sure than this, a moderator looks at the category first. */
  readonly leastConfidence: number;
  readonly sifting: SiftingRules;
  /** The same words of so many people are marked as a mass appeal. */
  readonly massPeople: number;
  readonly retention: Retention;
}

export interface WorkingCalendar {
  readonly workingDays: readonly number[];
  readonly dayStartsAt: string;
  readonly dayEndsAt: string;
  /** Month-day (`08-24`) or a full date. Under martial law public holidays are working days. */
  readonly holidays: readonly string[];
  readonly isMartialLaw: boolean;
}

export const findCategory = (city: Pick<City, 'categories'>, code: string): Category | undefined =>
  city.categories.find((category) => category.code === code);

export const findDepartment = (city: City, code: string): Department | undefined =>
  city.departments.find((department) => department.code === code);
