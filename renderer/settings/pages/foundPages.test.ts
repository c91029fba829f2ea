import { expect, test } from 'vitest';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import { foundPages, wordsOf } from './foundPages.ts';

const PAGES = [
  { name: 'settings.pages.budget', words: ['settings.budget'] },
  { name: 'settings.pages.appearance', words: ['appearance'] },
] as const;

const branchOf = (catalogue: object) => (path: string) =>
  path
    .split('.')
    .reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], catalogue);

function found(catalogue: object, query: string): string[] {
  const branch = branchOf(catalogue);
  return foundPages(PAGES, query, ({ name }) => String(branch(name)), branch).map(
    ({ words }) => words[0],
  );
}

test('pages are found by labels, help texts and names, in the language in use', () => {
  expect(found(en, 'saved up')).toEqual(['settings.budget']);
  expect(found(en, 'GALLONS')).toEqual(['appearance']);
  expect(found(en, 'appearance')).toEqual(['appearance']);
  expect(found(de, 'Gallonen')).toEqual(['appearance']);
  expect(found(en, 'Gallonen')).toEqual([]);
});

test('all words have to be in one text, and none shows all pages', () => {
  expect(found(en, 'gallons calls')).toEqual([]);
  expect(found(en, '  ')).toEqual(['settings.budget', 'appearance']);
});

test('what is put into a text is not its words', () => {
  expect(found(en, 'capacity')).toEqual([]);
});

test('words are compared without accents and case', () => {
  expect(wordsOf(' Größe  ÉTÉ ')).toEqual(['grosse', 'ete']);
});
