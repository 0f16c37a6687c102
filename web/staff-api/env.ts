import type { Actor } from '../../domain/permissions';
import type { Texts } from '../../screens/texts';

/** What every handler knows of the request: the language of whoever asks and, behind the door, who it is. */
export interface Env {
  Variables: { t: Texts; actor: Actor };
}
