const ALPHABET = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const YEAR_CODES = 'GHJKLMNPRSTV';
const FIRST_YEAR = 2016;

function transliterate(character: string): number {
  if (/[0-9]/.test(character)) return Number(character);
  // 49 CFR 565.15: A=1 … H=8, J=1 … R=9, S=2 … Z=9
  return '12345678.12345.7.923456789'.charCodeAt(character.charCodeAt(0) - 65) - 48;
}

/** Check digit of a 17-character VIN (49 CFR 565.15), ignoring what stands at its place. */
export function checkDigit(vin: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * transliterate(vin.charAt(index)),
    0,
  );
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** True for 17 letters and digits, which is all that simulated VINs promise. */
export function isVinShaped(text: string): boolean {
  return /^[A-Za-z0-9]{17}$/.test(text);
}

/** Model year of a VIN made here or by a maker between 2016 and 2027; undefined otherwise. */
export function modelYearOf(vin: string): number | undefined {
  const index = YEAR_CODES.indexOf(vin.charAt(9).toUpperCase());
  return index < 0 ? undefined : FIRST_YEAR + index;
}

/** The number in a VIN's last six places, which {@link buildVin} uses for the ordinal. */
export function serialOf(vin: string): number | undefined {
  const serial = vin.slice(11);
  return /^[0-9]{6}$/.test(serial) ? Number(serial) : undefined;
}

type VinParts = {
  wmi: string;
  /** Places of the model in its brand's table. */
  modelIndex: number;
  year: number;
  /** 0 to 999999. */
  ordinal: number;
};

/** Builds a VIN with a valid check digit, unique for each brand and ordinal. */
export function buildVin({ wmi, modelIndex, year, ordinal }: VinParts): string {
  const letter = (index: number) => ALPHABET.charAt(index % ALPHABET.length);
  const descriptor = `${letter(modelIndex)}${(modelIndex % 9) + 1}${letter(year)}E${(year % 8) + 1}`;
  const yearCode = YEAR_CODES.charAt(year - FIRST_YEAR);
  const draft = `${wmi}${descriptor}0${yearCode}F${String(ordinal).padStart(6, '0')}`;
  return `${draft.slice(0, 8)}${checkDigit(draft)}${draft.slice(9)}`;
}
