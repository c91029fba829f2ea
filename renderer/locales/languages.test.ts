import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../contract/appearance.ts';
import de from './de.json';
import en from './en.json';
import { leaves } from './leaves.ts';

const texts = { en: leaves(en), de: leaves(de) };

/** The keys that a language needs for these texts: a text with plural forms needs its own ones. */
function neededKeys(language: string): Set<string> {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const needed = new Set<string>();
  for (const key of texts.en.keys()) {
    const [, name = ''] = /^(.*)_(?:one|other)$/.exec(key) ?? [];
    // The name of an action may end so, too.
    if (!texts.en.has(`${name}_one`)) needed.add(key);
    else for (const form of pluralCategories) needed.add(`${name}_${form}`);
  }
  return needed;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
}

/** Words that no German text has; names and what is typed in English are not among them. */
const ENGLISH =
  /\b(the|and|of|is|are|were|with|without|your|you|this|that|car|cars|vehicle|vehicles|values?|calls?|read|reads|again|not|by|from|for|until|sign-in|keychain|driver|owner|maker|settings|plan|try|open|close|cancel|save|show|hide|copy|undo|connecting|permission|permissions|tyres?|locked|unlocked|miles)\b/i;

/** What is put in, and examples of search terms, which are typed so in every language. */
const NO_WORDS = /\{\{\w+\}\}|\b\w+:\w+|z\. B\. \w+|CC BY/g;

describe.each(LANGUAGES)('the catalogue of %s', (language) => {
  const own = texts[language];

  test('has each text, and no other', () => {
    const needed = neededKeys(language);
    expect({
      missing: [...needed].filter((key) => !own.has(key)),
      leftOver: [...own.keys()].filter((key) => !needed.has(key)),
    }).toEqual({ missing: [], leftOver: [] });
  });

  test('has no empty text', () => {
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('puts in what the English text puts in', () => {
    const differing = [...own].filter(([key, text]) => {
      const english = texts.en.get(key) ?? texts.en.get(key.replace(/_\w+$/, '_other')) ?? '';
      return placeholders(text).join() !== placeholders(english).join();
    });
    expect(differing).toEqual([]);
  });
});

test('nothing in the German texts was left in English', () => {
  const english = [...texts.de].filter(([, text]) => ENGLISH.test(text.replaceAll(NO_WORDS, '')));
  expect(english).toEqual([]);
});

test('German texts are calm, and free of words of developers', () => {
  const wrong = /!|\b(OK|null|undefined|(?<!Mitarbeiter-)Token|Payload|ungültig)\b/i;
  expect([...texts.de].filter(([, text]) => wrong.test(text))).toEqual([]);
});

test('German texts name each thing in one way', () => {
  const otherwise = /\b(Auto|Autos|Wagen|VIN|Keychain|Schlüsselring|Login|einloggen|Reload)\b/;
  expect([...texts.de].filter(([, text]) => otherwise.test(text))).toEqual([]);
});
