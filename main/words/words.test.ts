import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../contract/appearance.ts';
import de from './de.json';
import en from './en.json';
import { countText, percentText } from './formats.ts';
import { speak, spoken, t } from './words.ts';

/** All leaves of a catalogue by their full key. */
function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') found.set(key, value);
    else for (const [inner, text] of leaves(value, key)) found.set(inner, text);
  }
  return found;
}

const texts = { en: leaves(en), de: leaves(de) };
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();

describe.each(LANGUAGES)('the words of the main process in %s', (language) => {
  const own = texts[language];

  test('are those that English has, with every plural form', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plurals = [...texts.en.keys()].filter((key) => key.endsWith('_one'));
    const needed = new Set(texts.en.keys());
    for (const key of plurals) {
      for (const form of pluralCategories) needed.add(key.replace(/_one$/, `_${form}`));
    }
    expect(new Set(own.keys())).toEqual(needed);
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('put in what the English ones put in', () => {
    const differing = [...own].filter(
      ([key, text]) => placeholders(text) !== placeholders(texts.en.get(key) ?? ''),
    );
    expect(differing).toEqual([]);
  });
});

test('no text is left over', () => {
  const root = join(import.meta.dirname, '..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
  // Every quoted text that may be a key, and what menus name by its last part.
  const quoted = /'([a-z]\w*(?:\.\w+)*)'|`([a-z]\w*\.(?:\$\{[^}]*\}|[^`\s$])*)`/gi;
  const written = [...sources.matchAll(quoted)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
  const whole = written.map(
    (key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
  );
  const named = new Set(written);
  const isUsed = (key: string) => {
    const [block = '', ...rest] = key.split('.');
    // A menu names its items by these, one by one.
    if (['action', 'role', 'link'].includes(block)) return named.has(rest.join('.'));
    return whole.some((pattern) => pattern.test(key));
  };
  const keys = [...texts.en.keys()].map((key) => key.replace(/_(one|other)$/, ''));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('they are calm, and German ones wholly German', () => {
  const wrong = /!|\b(OK|submit|invalid|ungültig|null|undefined|token|payload)\b/i;
  expect([...texts.en, ...texts.de].filter(([, text]) => wrong.test(text))).toEqual([]);
  const american = /\b(tires?|minimize|color|center|canceled)\b/i;
  expect(
    [...texts.en].filter(([, text]) => american.test(text.replaceAll(/\{\{\w+\}\}/g, ''))),
  ).toEqual([]);
  const english =
    /\b(the|and|of|is|are|with|your|you|this|that|car|vehicles?|from|for|open|close|save|show|hide|copy|undo|window|view)\b/i;
  expect(
    [...texts.de].filter(([, text]) => english.test(text.replaceAll(/\{\{\w+\}\}/g, ''))),
  ).toEqual([]);
});

test('another language is spoken at once, with its own numbers', () => {
  const { units } = spoken();
  speak({ language: 'en', units }, ['de-DE', 'en-GB']);
  expect([t('tray.open'), countText(1234), spoken().locale]).toEqual([
    'Open Motorpool',
    '1,234',
    'en-GB',
  ]);
  speak({ language: 'de', units }, ['en-GB']);
  expect([t('tray.open'), countText(1234), percentText(0.5), spoken().locale]).toEqual([
    'Motorpool öffnen',
    '1.234',
    '50\u00a0%',
    'de',
  ]);
  expect(t('landing.answered.title', { lng: 'en' })).toBe('You can go back to Motorpool');
});
