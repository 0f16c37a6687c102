import { contactOf } from '../../domain/contact';
import { anAppeal } from '../support/builders';

describe('a contact', () => {
  const appeal = anAppeal({ coAuthors: ['Мельник'], onBehalfOf: { name: 'Ганна', residence: 'Садова, 27' } });

  it('is whom the appeal came from, for whom and with whom, and nothing else', () => {
    const said = { name: 'Олена', phone: '+38067', residence: 'Миру, 18', email: 'o@example.org' };
    expect(contactOf(appeal, { ...said, ...{ strikes: [] } })).toEqual({
      ...{ number: appeal.number, citizen: said },
      ...{ coAuthors: appeal.coAuthors, onBehalfOf: appeal.onBehalfOf },
    });
  });

  it('has no empty lines', () => {
    expect(contactOf(anAppeal())).toEqual({ number: '2026-000001', citizen: {} });
    expect(contactOf(anAppeal(), { name: '', phone: '+38067' })).toEqual({
      ...{ number: '2026-000001', citizen: { phone: '+38067' } },
    });
  });
});
