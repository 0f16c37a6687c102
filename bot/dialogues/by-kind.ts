import type { DraftKind } from '../../domain/draft';
import type { Dialogue } from '../dialogue';
import { answer } from './answer';
import { breach } from './breach';
import { contact } from './contact';
import { correction } from './correction';
import { decline } from './decline';
import { extension } from './extension';
import { fix } from './fix';
import { identify } from './identify';
import { moving } from './moving';
import { loose } from './loose';
import { judgement } from './judgement';
import { newAppeal } from './new-appeal';
import { post } from './post';
import { rework } from './rework';
import {
  delay,
  detail,
  forward,
  incomplete,
  note,
  objection,
  profile,
  question,
  rating,
} from './short-dialogues';

/** Which dialogue writes which kind of draft. */
export const DIALOGUES: Record<DraftKind, Dialogue> = {
  appeal: newAppeal,
  profile,
  detail,
  rework,
  rating,
  answer,
  question,
  post,
  contact,
  objection,
  delay,
  extension,
  forward,
  return: incomplete,
  correction,
  note,
  decline,
  loose,
  fix,
  identify,
  moving,
  judgement,
  breach,
};
