import { COUNTRIES } from '../../../contract/brands.ts';
import { countryName } from '../../format/country.ts';
import { locale } from '../../format/locale.ts';

const { compare } = new Intl.Collator(locale);

/** The countries that Smartcar serves, by name in the order of the alphabet. */
export const COUNTRY_CHOICES: readonly { readonly value: string; readonly label: string }[] =
  COUNTRIES.map((code) => ({ value: code, label: countryName(code) })).sort((a, b) =>
    compare(a.label, b.label),
  );
