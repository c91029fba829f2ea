import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { AppearanceState, Language } from '../../contract/appearance.ts';
import { setLocaleFor } from '../format/locale.ts';
import { setUnits } from '../format/units.ts';

type Catalogue = typeof import('../locales/en.json');

/** Every catalogue is a file of its own, so that a start loads the one that is read. */
const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('../locales/en.json'),
  de: () => import('../locales/de.json'),
};

/** Amounts stand in texts too: whoever shows a text shows it anew when the units change. */
const UNITS_CHANGED = 'unitsChanged';

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { default: catalogue } = await CATALOGUES[language]();
  i18next.addResourceBundle(language, 'translation', catalogue);
}

let shown: AppearanceState | null = null;
let latest: AppearanceState | null = null;

function dress({ language, units, choice }: AppearanceState): void {
  setLocaleFor(language);
  setUnits(units);
  const page = document.documentElement;
  page.lang = language;
  page.dir = i18next.dir(language);
  page.dataset.motion = choice.motion;
}

/** Speaks the language and shows the units of this choice; nothing of it is seen half done. */
export async function applyAppearance(next: AppearanceState): Promise<void> {
  latest = next;
  await load(next.language);
  if (latest !== next) return;
  const before = shown;
  shown = next;
  dress(next);
  if (before?.language !== next.language) await i18next.changeLanguage(next.language);
  else if (JSON.stringify(before.units) !== JSON.stringify(next.units)) {
    showTextsAnew();
  }
}

/** What stands in texts has changed: they are shown anew. */
export function showTextsAnew(): void {
  i18next.emit(UNITS_CHANGED);
}

/** Readies the texts for the first paint: a language that comes later would paint it all twice. */
export async function startTexts(first: Promise<AppearanceState>): Promise<void> {
  i18next.use(initReactI18next).init({
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: `languageChanged ${UNITS_CHANGED}` },
  });
  await applyAppearance(await first);
}
