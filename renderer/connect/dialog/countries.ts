import { COUNTRIES } from '../../../contract/brands.ts';
import { countryName } from '../../format/country.ts';
import { perLocale } from '../../format/locale.ts';

interface CountryChoice {
  readonly value: string;
  readonly label: string;
}

/** The countries that Smartcar serves, by name in the order of the alphabet. */
export const countryChoices: () => readonly CountryChoice[] = perLocale((locale) => {
  const { compare } = new Intl.Collator(locale);
  return COUNTRIES.map((code) => ({ value: code, label: countryName(code) })).sort((a, b) =>
    compare(a.label, b.label),
  );
});
