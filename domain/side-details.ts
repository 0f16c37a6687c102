import { isSilent } from './silent-words';
import { wordsOf } from './words';
import type { Word } from './words';

/** «Біля школи», «навпроти аптеки»: the words after these say where, not what. */
const NEAR = `
  біля коло возле около навпроти напротив поруч поряд рядом неподалік недалеко поблизу позаду навколо вокруг перед між
  при возлі біла
`;

/** Who suffers is seldom what the message is about. */
const PEOPLE = `
  дитина дитини дитину дитиною дитині діти дітей дітям дітьми дітлахи малий малого малому мала малі малюк малюки малюків малих
  ребенок ребенка ребенку дети детей детям малыш малыши малышей сын сына сыну син сина сину дочка дочку дочки доньку донька доньки дочь
  мама маму мами мамі мамы мамочки тато батько батька папа бабуся бабусю бабусі бабусь бабка бабушка бабушку бабушки дід діда дідусь дедушка
  онук онука онуку онучка внук внука внучка внучку чоловік дружина муж жена брат сестра сусід сусіди сусідів сусідка сосед соседи соседка
  пенсіонер пенсіонерка пенсионер пенсионерка пенсионерам пенсіонерам старики старые літні хазяїн
`;

const wordSet = (list: string): ReadonlySet<string> => new Set(wordsOf(list).map(({ form }) => form));

const BEFORE_A_PLACE = wordSet(NEAR);
const WHO = wordSet(PEOPLE);

const SHARES = { silent: 0.25, where: 0.35, who: 0.4 };
/** A place is named in up to two words: «біля сьомої школи». */
const PLACE_WORDS = 2;

/** How much each word of a text says about what it is about, from 0 to 1. */
export function sharesOf(words: readonly Word[]): number[] {
  return words.map(({ form, stem }, position) => {
    if (isWhere(words, position)) return SHARES.where;
    if (WHO.has(form)) return SHARES.who;
    return isSilent(stem) ? SHARES.silent : 1;
  });
}

function isWhere(words: readonly Word[], position: number): boolean {
  for (let back = 1; back <= PLACE_WORDS; back += 1) {
    if (/[.,!?;:\n]/.test(words[position - back + 1]?.gap ?? '')) return false;
    if (BEFORE_A_PLACE.has(words[position - back]?.form ?? '')) return true;
  }
  return false;
}
