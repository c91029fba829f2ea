/** Printable ASCII but the quotation mark and the underscore: only the case is to be changed. */
const PLAIN = /^[ !#-^`-~]*$/;

/** Letters that have no accent to take off, as people without such a keyboard type them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ς: 'σ',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  _: ' ',
};

const SPELT_OTHERWISE = /[ßςæœøłđı_]/g;
const LEFT_OUT = /"|[\u0300-\u036f]/g;

/**
 * A text as the search compares it: lower case, without accents, `_` as the space that it stands for
 * in Smartcar's names (`LAND_ROVER`), and without quotation marks, which the search language keeps
 * for itself (`tag:"5 screen"` finds `5" screen`). Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(LEFT_OUT, '')
    .replace(SPELT_OTHERWISE, (letter) => SPELT[letter] ?? letter);
}
