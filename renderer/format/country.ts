import { perLocale } from './locale.ts';

const names = perLocale((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

/** A country (ISO 3166-1 alpha-2) by its name; a code that nobody knows stays one. */
export function countryName(code: string): string {
  return names().of(code) ?? code;
}
