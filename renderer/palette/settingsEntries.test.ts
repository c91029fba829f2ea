import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import de from '../locales/de.json';
import en from '../locales/en.json';
import { PAGE_NAMES } from '../settings/pages/pageNames.ts';
import { PAGE_WORDS } from '../settings/pages/pageWords.ts';
import { foundSettings } from './settingsEntries.ts';

beforeAll(() =>
  i18next.init({
    lng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    interpolation: { escapeValue: false },
  }),
);

function found(query: string, language: 'en' | 'de' = 'en') {
  const shown: unknown[] = [];
  const entries = foundSettings(query, {
    t: i18next.getFixedT(language),
    branch: (path) => i18next.getResource(language, 'translation', path),
    show: (...asked) => shown.push(asked),
    whyNot: null,
  });
  return { entries, ids: entries.map(({ id }) => id), shown };
}

test('settings are found by the words on their pages, in the language in use', () => {
  expect(found('language').ids).toContain('settings appearance');
  expect(found('quiet hours').ids).toEqual(['settings alerts']);
  expect(found('passphrase').ids).toContain('settings privacy');
  expect(found('Ruhezeit', 'de').ids).toEqual(['settings alerts']);
  expect(found('Ruhezeit').ids).toEqual([]);
  expect(found(' ').ids).toEqual([]);
});

test('an entry quotes what it found where that is short, and leads there', () => {
  const { entries, shown } = found(' gallons ');
  expect(entries.map(({ label, detail }) => [label, detail])).toEqual([
    ['Appearance and units', 'Settings: Gallons (gal)'],
  ]);
  entries[0]?.run();
  expect(shown).toEqual([['appearance', 'gallons']]);
  const [long] = found('whatever is pressed').entries;
  expect(long?.detail).toBe('Settings');
});

test('every page has words, and each branch is there', () => {
  for (const { id } of PAGE_NAMES) {
    for (const path of PAGE_WORDS[id]) {
      expect(i18next.getResource('en', 'translation', path), path).toBeDefined();
    }
  }
});
