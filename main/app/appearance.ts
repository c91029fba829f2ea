import {
  type Appearance,
  type AppearanceState,
  LANGUAGES,
  type Language,
  type Units,
} from '../../contract/appearance.ts';

/** What the system says about the person in front of it. */
export interface SystemRegion {
  /** Preferred languages as BCP 47 tags, the first one first. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2; empty where the system does not say. */
  readonly country: string;
}

const METRIC: Units = { distance: 'km', volume: 'l', pressure: 'bar' };

/** Where road signs or fuel pumps do not speak metric. */
const UNITS: ReadonlyMap<string, Units> = new Map([
  ['US', { distance: 'mi', volume: 'gal', pressure: 'psi' }],
  ['GB', { distance: 'mi', volume: 'l', pressure: 'bar' }],
]);

function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}

/** The first language that Motorpool speaks too; English where there is none. */
function systemLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    const known = LANGUAGES.find((language) => language === languageOf(tag));
    if (known) return known;
  }
  return 'en';
}

/** What a choice comes to on this computer. */
export function appearanceOn(
  { languages, country }: SystemRegion,
  choice: Appearance,
): AppearanceState {
  const system = {
    language: systemLanguage(languages),
    units: UNITS.get(country.toUpperCase()) ?? METRIC,
  };
  const { language, distance, volume, pressure } = choice;
  return {
    choice,
    language: language === 'system' ? system.language : language,
    units: {
      distance: distance === 'system' ? system.units.distance : distance,
      volume: volume === 'system' ? system.units.volume : volume,
      pressure: pressure === 'system' ? system.units.pressure : pressure,
    },
    system,
  };
}
