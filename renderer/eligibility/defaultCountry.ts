import { COUNTRIES } from '../../contract/brands.ts';

/**
 * Where cars are probably registered when nobody said so: where the person is, by the languages of the
 * system (`en-GB`), else the United States, whose cars Smartcar can check one by one.
 */
export function defaultCountry(languages: readonly string[]): string {
  for (const language of languages) {
    const { region } = new Intl.Locale(language);
    if (region && COUNTRIES.includes(region)) return region;
  }
  return 'US';
}
