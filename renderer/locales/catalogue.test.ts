import { expect, test } from 'vitest';
import en from './en.json';
import { leaves } from './leaves.ts';

const texts = leaves(en);

test('no text is left over', () => {
  const sources = Object.values(
    import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).join('\n');
  // Every quoted text that may be a key; the parts that are put in stand for anything.
  const quoted = /'([a-z]\w*(?:\.\w+)+)'|`([a-z]\w*\.(?:\$\{[^}]*\}|[^`\s$])*)`/gi;
  const patterns = [...sources.matchAll(quoted)].map(([, plain, template]) => {
    const key = (plain ?? template ?? '').replaceAll('.', '\\.');
    return new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '\\w+')}$`);
  });
  const keys = [...texts.keys()].map((key) => key.replace(/_(one|other)$/, ''));
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

test('texts are calm and free of words of developers', () => {
  // A staff token is called so by the backend that gives it out.
  const wrong = /!|\b(OK|submit|invalid|null|undefined|(?<!staff )token|payload)\b/i;
  expect([...texts].filter(([, text]) => wrong.test(text))).toEqual([]);
});
