import { BRANDS, type Brand, brandOfCode } from '../../../contract/brands.ts';

/** Letters without their marks, in lower case: who types "skoda" means Škoda. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const BY_NAME: ReadonlyMap<string, Brand> = new Map(
  BRANDS.map((brand) => [plainLetters(brand.name), brand]),
);

/** The brand that a typed text names, by its name or by Smartcar's code. */
export function brandNamed(text: string): Brand | null {
  return BY_NAME.get(plainLetters(text.trim())) ?? brandOfCode(text);
}

/** Smartcar's code for what was typed; a brand that Motorpool does not know stays as it is. */
export function makeOf(text: string): string {
  return brandNamed(text)?.code ?? text.trim();
}

/** How a brand's code is shown in the field. */
export function brandText(make: string): string {
  return brandOfCode(make)?.name ?? make;
}
