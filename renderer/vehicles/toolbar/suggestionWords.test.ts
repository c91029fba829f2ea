import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import en from '../../locales/en.json';
import { parseQuery } from '../../state/fleet/query/parseQuery.ts';
import { type KnownValues, suggest } from '../../state/fleet/query/suggest.ts';
import {
  ALERT_VALUES,
  ERROR_VALUES,
  NUMBER_TERMS,
  STATE_VALUES,
  TEXT_TERMS,
} from '../../state/fleet/query/terms.ts';
import { suggestionWords } from './suggestionWords.ts';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: en } } });

const NONE: ReadonlyMap<string, number> = new Map();
const VALUES: KnownValues = {
  make: new Map([['FORD', 12]]),
  model: NONE,
  group: new Map([['auth', 3]]),
  driver: NONE,
  tag: new Map([['charging', 1]]),
};

/** What is offered behind a text, with the words beside it. */
function explained(text: string): Record<string, string | null> {
  const all = suggest(text, text.length, VALUES);
  return Object.fromEntries(all.map((one) => [one.label, suggestionWords(one, i18n.t)]));
}

test('each term has its own words', () => {
  const words = [...TEXT_TERMS, ...NUMBER_TERMS, 'err', 'is', 'alert'].map((name) => {
    const offered = suggest(name, name.length, VALUES).find(({ term }) => term === name);
    return offered && suggestionWords(offered, i18n.t);
  });
  expect(words).not.toContain(undefined);
  expect(new Set(words).size).toBe(words.length);
  const terms = Object.values(en.search.term).map((text) => text.replace('{{unit}}', 'km'));
  expect(terms.toSorted()).toEqual(words.toSorted());
});

test('the words of a number fit the operator that it is offered with', () => {
  for (const name of NUMBER_TERMS) {
    const [[label = '', words] = []] = Object.entries(explained(name));
    const direction = { '<': /below/, '>': /older than|more than|above/, '>=': /from/ };
    const operator = label.slice(name.length) as keyof typeof direction;
    expect(words, label).toMatch(direction[operator]);
  }
});

test('each kind of problem and each state has its own words', () => {
  const offered = [
    ...ERROR_VALUES.map((value) => `err:${value}`),
    ...STATE_VALUES.map((value) => `is:${value}`),
    ...ALERT_VALUES.map((value) => `alert:${value}`),
  ];
  const words = offered.map((label) => explained(label.slice(0, -1))[label]);
  expect(words.filter((text) => !text || text.startsWith('search.'))).toEqual([]);
  expect(new Set(words).size).toBe(offered.length);
  expect(explained('err:au')).toEqual({ 'err:auth': en.search.error.auth });
  expect(explained('alert:ti')).toEqual({ 'alert:tire': en.search.alert.lowTire });
  expect(explained('is:ch')).toEqual({ 'is:charging': en.search.state.charging });
});

test('a minus says that it leaves out', () => {
  expect(explained('-mak')).toEqual({ '-make:': `${en.search.term.make} (left out)` });
  expect(explained('-is:ne')).toEqual({ '-is:new': `${en.search.state.new} (left out)` });
});

test('what the vehicles have and amounts need no words', () => {
  expect(explained('make:')).toEqual({ 'make:FORD': null });
  expect(explained('-make:')).toEqual({ '-make:FORD': null });
  expect(explained('soc<')).toEqual({ 'soc<20': null, 'soc<50': null, 'soc<80': null });
  // Values that are called like a problem or a state are none.
  expect(explained('group:')).toEqual({ 'group:auth': null });
  expect(explained('tag:')).toEqual({ 'tag:charging': null });
});

test('the examples in the words and in the help can be typed', () => {
  const examples = [...TEXT_TERMS, ...NUMBER_TERMS, 'err', 'is', 'alert'].flatMap((name) =>
    Object.entries(explained(name)).flatMap(([label, words]) => {
      const example = / such as (\S+)$/.exec(words ?? '')?.[1];
      return example ? [`${label}${example}`] : [];
    }),
  );
  expect(examples).toContain('age>2d');
  for (const example of examples) {
    expect(parseQuery(example), example).toMatchObject({ conditions: [{}], problem: null });
  }
  const withMinus = /\((-.+)\)/.exec(en.search.help)?.[1] ?? '';
  expect(parseQuery(withMinus)).toMatchObject({ conditions: [{ negated: true }], problem: null });
});
