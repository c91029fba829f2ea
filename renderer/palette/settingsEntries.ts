import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import type { TFunction } from 'i18next';
import type { SettingsId } from '../frame/shell.ts';
import { type BranchOf, foundTexts } from '../settings/pages/foundPages.ts';
import { PAGE_NAMES } from '../settings/pages/pageNames.ts';
import { PAGE_WORDS } from '../settings/pages/pageWords.ts';
import type { PaletteEntry } from './entries.ts';

/** A longer text is a help text; quoted in a list it would only be in the way. */
const QUOTED = 60;

interface SettingsAccess {
  readonly t: TFunction;
  readonly branch: BranchOf;
  readonly show: (page: SettingsId, search?: string) => void;
  /** Why there are no settings now, in words. */
  readonly whyNot: string | null;
}

type PageName = (typeof PAGE_NAMES)[number];

/** A page of the settings, opened at its heading. */
export function pageEntry({ id, name }: PageName, access: SettingsAccess): PaletteEntry {
  const { t, show, whyNot } = access;
  return {
    ...{ id: `settings ${id}`, group: 'settings', icon: IconSettings, label: t(name) },
    ...{ detail: t('settings.title'), keys: [], whyNot },
    run: () => show(id),
  };
}

/**
 * The pages with a text that has every word of the query, by the same texts as the search of the
 * settings. Each says what was found where that is short, and is opened there.
 */
export function foundSettings(query: string, access: SettingsAccess): readonly PaletteEntry[] {
  const { t, branch, show } = access;
  return PAGE_NAMES.flatMap((page) => {
    const texts = foundTexts({ name: page.name, words: PAGE_WORDS[page.id] }, query, branch);
    const [text] = texts.toSorted((one, other) => one.length - other.length);
    if (text === undefined) return [];
    const quoted = text.length <= QUOTED ? t('actions.palette.onPage', { text }) : null;
    const entry = pageEntry(page, access);
    return [{ ...entry, detail: quoted ?? entry.detail, run: () => show(page.id, query.trim()) }];
  });
}
