import { STAFF_COMMANDS } from '../../bot/staff-commands';
import type { Colleague } from '../../domain/colleague';
import { may } from '../../domain/permissions';
import { APPEALS, CHAT_NAMES, NAMES, type Name } from './city-of-presses';
import { memoryTown } from './memory-town';
import { doAll, type Deed } from './play-presses';
import { BY_COMMAND } from './who-may';

jest.setTimeout(120_000);

/** Words after a command's number that make it do something. */
const WORDS: Readonly<Record<string, string>> = {
  assign: '10008',
  ...{
    recategorise: 'road-pothole',
    extend: '30.12.2026 чекаємо на деталь',
    incoming: 'В-17/2',
    label: 'масове',
  },
  ...{ hide: '1 видно обличчя', slow: '30 надсилає рекламу', strike: 'ображає працівників 30' },
  ...{ merge: `${APPEALS[1]!.number} те саме`, pardon: 'вибачилися' },
};
/** Whom the appeals are given to. */
const TOLD_TO: Colleague = {
  id: 'telegram-10008',
  posts: [{ role: 'official', department: 'light' }],
  rev: 1,
};

const LOOKING = [
  'find',
  'queue',
  'stats',
  'audit',
  'export',
  'people',
  'quarantine',
  'moves',
  'help',
  'where',
];

const CHOSEN = ['lightsubmitted', 'lightinprogress', 'lightanswered', 'roadsinprogress', 'waterinprogress', 'owninprogress', 'ofcontroller', 'aboutinprogress', 'aboutnobody', 'joined']; // prettier-ignore

const argumentsOf = (name: string): string[] =>
  LOOKING.includes(name)
    ? ['', 'ліхтар', 'журнал', 'все']
    : APPEALS.filter(({ id }) => CHOSEN.includes(id)).map(
        ({ number }) => `${number} ${WORDS[name] ?? 'двічі оглянули на місці'}`,
      );

function* deeds(names: readonly Name[] = NAMES): Generator<Deed> {
  const said = Object.keys(STAFF_COMMANDS).flatMap((name) =>
    argumentsOf(name).map((argument) => ({ kind: 'command', name, argument }) as const),
  );
  for (const name of names)
    for (const chat of CHAT_NAMES)
      for (const content of said)
        yield { name, chat, token: `/${content.name} ${content.argument}`, content };
}

/** What those who could do most say about one appeal in a manner in which nobody is heard. */
function* unheard(manner: 'nobody' | 'forwarded'): Generator<Deed> {
  const number = APPEALS[1]!.number;
  for (const deed of deeds(['executor', 'controller']))
    if (deed.token.includes(number) || deed.token.endsWith('ліхтар')) yield { ...deed, manner };
}

/** The same commands, but mended into a message that was sent before. */
function* mended(): Generator<Deed> {
  for (const deed of unheard('nobody'))
    yield { ...deed, manner: 'edited', content: { kind: 'edit', messageId: '77', text: deed.token } };
}

async function done(all: Iterable<Deed>) {
  const { deps, forget } = memoryTown();
  const find = async (id: string) => (id === TOLD_TO.id ? TOLD_TO : deps.people.find(id));
  return doAll({ ...deps, people: { ...deps.people, find } }, all, forget);
}

describe('a command of the staff, of everybody in every chat', () => {
  it('does only what they may do', async () => {
    const { effects, wrong } = await done(deeds());
    expect(wrong.slice(0, 12)).toEqual([]);
    const never = ['appeal.left', 'appeal.joined', 'appeal.separated', 'appeal.closed_by_hand'];
    expect(Object.keys(BY_COMMAND).filter((type) => !effects.has(type) && !never.includes(type))).toEqual([]);
  });

  it.each([
    ['said by nobody, as an anonymous administrator or a channel', () => unheard('nobody')],
    ['passed on from elsewhere', () => unheard('forwarded')],
    ['mended into an older message', mended],
  ])('has no effect when %s', async (_how, all) => {
    const { wrong } = await done(all());
    expect(wrong.slice(0, 12)).toEqual([]);
  });

  it('is seen to do wrong when everybody may steer or work', async () => {
    for (const action of ['forward', 'assign', 'label', 'work'] as const) {
      const hole = jest.spyOn(may, action).mockReturnValue(true);
      const { wrong } = await done(deeds(['stranger', 'elsewhere']));
      hole.mockRestore();
      expect([action, wrong.length > 0]).toEqual([action, true]);
    }
  });
});
