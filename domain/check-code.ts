/** No I, L, O and U: they are taken for other letters and numbers on paper. */
export const CHECK_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 5 bits a sign: 140 bits. */
export const CHECK_LENGTH = 28;

const ALIKE: Readonly<Record<string, string>> = {
  O: '0', I: '1', L: '1',
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: '0', Р: 'P', Т: 'T', Х: 'X', І: '1',
}; // prettier-ignore

const WHOLE = new RegExp(`^[${CHECK_ALPHABET}]{${CHECK_LENGTH}}$`);

/** A code as somebody copied it from paper: any case, with or without hyphens, with letters that look alike. */
export function readCheckCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s–—-]/g, '');
  const code = [...signs.slice(0, CHECK_LENGTH + 1)].map((sign) => ALIKE[sign] ?? sign).join('');
  return WHOLE.test(code) ? code : undefined;
}

/** `ABCD-EFGH-…`: in fours, so that it can be read aloud. */
export const shownCheckCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');
