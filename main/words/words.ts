import i18next from 'i18next';
import {
  type AppearanceState,
  LANGUAGES,
  type Language,
  type Units,
} from '../../contract/appearance.ts';
import de from './de.json';
import en from './en.json';

/*
 * The few words that the main process shows by itself: menus, notifications, file dialogs, the tray.
 * They are told by the renderer's library, so that plural forms and placeholders work alike in both;
 * it costs the start some 6 ms (measured: 2.4 to load, 3.3 until the first text).
 */

const CATALOGUES: Readonly<Record<Language, typeof en>> = { en, de };

interface Speech {
  readonly language: Language;
  /** For numbers: the person's own regional form of the language, where the system names one. */
  readonly locale: string;
  readonly units: Units;
}

// Nothing is fetched, so both this and a change of the language are done when the call returns.
void i18next.init({
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: CATALOGUES[language] }] as const),
  ),
  lng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
});

let speech: Speech = {
  language: 'en',
  locale: 'en',
  units: { distance: 'km', volume: 'l', pressure: 'bar' },
};

/** Has the main process speak this language and these units from now on. */
export function speak(
  { language, units }: Pick<AppearanceState, 'language' | 'units'>,
  preferred: readonly string[] = [],
): void {
  const own = preferred.find((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] === language);
  const [locale] = own ? Intl.getCanonicalLocales(own.replaceAll('_', '-')) : [];
  speech = { language, locale: locale ?? language, units };
  void i18next.changeLanguage(language);
}

/** How the main process speaks now. */
export function spoken(): Speech {
  return speech;
}

/** A text of the catalogue in the language that is spoken. */
export const { t } = i18next;
