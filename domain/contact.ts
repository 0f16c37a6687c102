import type { Appeal } from './appeal';
import type { Citizen } from './citizen';

type Author = Partial<Pick<Citizen, 'name' | 'phone' | 'residence' | 'email'>>;

/** Whom an appeal came from, for whom and with whom. */
export interface Contact extends Pick<Appeal, 'number' | 'onBehalfOf' | 'coAuthors'> {
  readonly citizen: Author;
}

export const contactOf = (
  { number, onBehalfOf, coAuthors }: Appeal,
  { name, phone, residence, email }: Author = {},
): Contact => ({
  number,
  citizen: {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(residence && { residence }),
    ...(email && { email }),
  },
  ...(onBehalfOf && { onBehalfOf }),
  ...(coAuthors && { coAuthors }),
});
