import { CITIZEN_MENU, GROUP_MENU, staffMenuOf } from '../../bot/command-menu';
import { EVENT_TYPES, KINDS, MARK_KINDS, STATUSES } from '../../domain/appeal';
import { AUTHOR_CATEGORIES, SOCIAL_STATUSES } from '../../domain/author';
import { OUTCOMES } from '../../domain/outcome';
import { POST_ROLES } from '../../domain/colleague';
import { QUESTION_KINDS } from '../../domain/city';
import { ESCALATION_MOMENTS } from '../../domain/escalation-step';
import { HELP } from '../../domain/citizen-decisions';
import { isOpen } from '../../domain/moves';
import { AUTHORSHIPS, FORMS, REPETITIONS, RESULTS, TIMELINESS } from '../../domain/record';
import { DIMENSIONS } from '../../domain/report';
import { DIGEST_PARTS } from '../../domain/digest';
import { QUEUE_WATCHES } from '../../domain/queue-watch';
import { QUEUE_SECTIONS } from '../../domain/queue';
import { SIFTINGS } from '../../domain/sifting-rules';
import { MOVE_REFUSALS } from '../../domain/account-move';
import { APPEAL_REFUSALS } from '../../domain/decision';
import { DRAFT_KINDS } from '../../domain/draft';
import { BREACH_WORDS, NOT_TOLD } from '../../domain/breach';
import { BREACH_COLUMNS } from '../../screens/breach-screens';
import { RETENTION_KINDS } from '../../domain/retention';
import { OFFICE_DRAFT_KINDS } from '../../domain/personal-data';
import { READ_FIELDS } from '../../domain/personal-fields';
import { REASONS } from '../../screens/rating-screens';
import { ACT_COLUMNS, APPEAL_COLUMNS } from '../../screens/export-tables';
import { PROFILE_FIELDS } from '../../screens/menu-screens';
import { DROP_REASONS } from '../../screens/quarantine-screens';
import { ALARMS } from '../../use-cases/raise-alarm';
import { listIn, type KeysInCode } from './keys-in-code';
import { LANGUAGES } from './read-texts';

const events = EVENT_TYPES.map((type) => type.slice('appeal.'.length));

/** What moderators and controllers decide. */
const DECIDED = ['extended', 'forwarded', 'returned', 'not_considered'];

/** What each family of keys goes on with: `status-` with each status. */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'status-': [...STATUSES, 'closed_by_hand'],
  'staff-status-': [...STATUSES, 'closed_by_hand'],
  'outcome-': OUTCOMES,
  'answered-': OUTCOMES,
  'kind-': KINDS,
  'onward-': ['detail', 'rework', 'appeal'],
  'event-': events,
  'decided-': DECIDED,
  'card-decided-': [...DECIDED, 'closed_by_hand'],
  'staff-note-': [
    'submitted',
    'detail_added',
    'amended',
    'completed',
    'returned_for_rework',
    'withdrawn',
    'corrected',
    'identified',
    'separated',
    'not_helped',
    'objected',
    'files_shown',
  ],
  'mark-': MARK_KINDS,
  'staff-mark-': MARK_KINDS,
  'escalation-': ESCALATION_MOMENTS,
  'staff-over-': STATUSES.filter((status) => !isOpen(status)),
  'change-': [
    ...listIn('bot/dialogues/new-appeal.ts', 'CHANGEABLE'),
    ...PROFILE_FIELDS,
    ...['forOther', 'forSelf', 'together', 'hideName', 'showName'],
  ],
  'sifted-': SIFTINGS,
  'staff-sifted-': SIFTINGS,
  'told-': ['strike', 'slow', 'pardon'],
  'contact-why-': ['call', 'visit', 'letter'],
  'choice-names-': ['last', 'clear'],
  'help-': HELP,
  'next-': ['moderators', 'controllers', 'department', 'executor'],
  'nav-': ['skip', 'keep', 'later', 'cancel', 'back'],
  'reason-': Object.values(REASONS).flat(),
  'refused-': [
    ...APPEAL_REFUSALS,
    ...['not_found', 'not_permitted', 'conflict'],
    ...[
      'no_such_invitation',
      'no_such_post',
      'last_one',
      'no_such_desk',
      'no_such_code',
      'staff_chat',
      'no_such_colleague',
      'no_such_token',
      ...MOVE_REFUSALS,
    ],
  ],
  'role-': POST_ROLES,
  'report-': DIMENSIONS,
  'report-kind-': KINDS,
  'report-wrong-': ['how', 'day', 'order'],
  'form-': Object.keys(FORMS),
  'repetition-': Object.keys(REPETITIONS),
  'authorship-': Object.keys(AUTHORSHIPS),
  'result-': Object.keys(RESULTS),
  'timeliness-': TIMELINESS,
  'author-': [...Object.keys(AUTHOR_CATEGORIES), 'none'],
  'social-': [...Object.keys(SOCIAL_STATUSES), 'none'],
  'desk-': ['bound', 'unbound', 'trouble'],
  'group-': ['removed', 'unreachable'],
  'refusal-file-': ['too_big', 'empty', 'program', 'as_photo', 'too_many_pixels'],
  'refusal-question-': QUESTION_KINDS,

  'api-': [
    ...['unauthorized', 'too_often', 'too_big', 'wrong_type', 'unreadable', 'invalid', 'no_such_page'],
    ...['no_such_file', 'trouble'],
  ],
  'alarm-': ALARMS,
  'quarantine-reason-': DROP_REASONS,
  'quarantine-kind-': [
    ...[
      'text',
      'command',
      'press',
      'contact',
      'location',
      'file',
      'edit',
      'reach',
      'membership',
      'migration',
    ],
    ...['other', 'unreadable'],
  ],
  'language-': LANGUAGES,
  'command-': [
    ...CITIZEN_MENU,
    ...GROUP_MENU,
    ...staffMenuOf({ id: '', roles: ['controller'] }, { hasStaffApi: true }),
  ],
  'choice-told-': NOT_TOLD,
  'ask-breach-': BREACH_WORDS.filter((field) => field !== 'noticedOn'),
  'ask-breach-more-': ['happened', 'people', 'measures'],
  'breach-': [
    ...['happened', 'kinds', 'people', 'measures'],
    ...['peopleTold', 'ombudsmanTold'].flatMap((who) => [...NOT_TOLD, 'day'].map((told) => `${who}-${told}`)),
  ],
  'column-': [...APPEAL_COLUMNS, ...ACT_COLUMNS, ...BREACH_COLUMNS],
  'words-export-': ['appeals', 'acts'],
  'choice-export-': ['appeals', 'acts'],
  'act-': [
    ...[
      'person-invited',
      'person-joined',
      'person-searched',
      'person-post_given',
      'person-post_taken',
      'cases-handed_over',
    ],
    ...['group-code_made', 'group-bound', 'group-unbound', 'record-exported'],
    ...['contact-shown', 'citizen-struck', 'citizen-slowed', 'citizen-pardoned', 'person-forgotten'],
    ...['token-issued', 'token-revoked', 'hidden-viewed', 'person-hired'],
    ...['breach-recorded', 'breach-added', 'breach-exported'],
    ...['account-asked', 'account-confirmed', 'account-denied', 'account-declined'],
  ],
  'digest-': [...DIGEST_PARTS, 'on', 'off'],
  'choice-digest-': ['on', 'off'],
  'words-digest-': ['on', 'off'],
  'queue-alert-': QUEUE_WATCHES,
  'queue-': QUEUE_SECTIONS,
  'queue-only-': QUEUE_SECTIONS,
  'choice-queue-': QUEUE_SECTIONS,
  'words-queue-': QUEUE_SECTIONS,
  'retention-': RETENTION_KINDS,
  'my-field-': READ_FIELDS,
  'my-part-': [
    ...[
      'appeals',
      'drafts',
      'audit',
      'people',
      'codes',
      'apiTokens',
      'accountMoves',
      'quarantine',
      'notices',
    ],
    ...['own', 'how'],
  ],
  'my-kind-': [
    ...KINDS,
    ...MARK_KINDS,
    ...['photo', 'document', 'voice', 'video', 'address', 'landmark', 'location', 'as_written'],
    ...DRAFT_KINDS.filter((kind) => !OFFICE_DRAFT_KINDS.includes(kind)),
  ],
  'my-state-': ['open', 'saved', 'finished', 'cancelled', 'waiting', 'sent', 'skipped'],
  'my-by-': ['me', 'office', 'other'],
  'paper-kind-': KINDS,
  'paper-file-': ['photo', 'document', 'voice', 'video'],
};

/** The keys behind the texts with a hole. */
export const expand = ({ heads }: KeysInCode) =>
  heads.flatMap(({ head, where }) => (FAMILIES[head] ?? []).map((word) => ({ key: head + word, where })));
