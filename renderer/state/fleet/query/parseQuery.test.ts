import { expect, test } from 'vitest';
import { type ParsedQuery, parseQuery } from './parseQuery.ts';

const NOTHING: ParsedQuery = { words: [], conditions: [], problem: null };

const conditionsOf = (text: string) => parseQuery(text).conditions;
const problemOf = (text: string) => parseQuery(text).problem;

test('plain words, quoted or not, and what must not be there', () => {
  expect(parseQuery('  Ford -Pool "night Shift" -"à la carte"')).toEqual({
    words: [
      { text: 'ford', negated: false },
      { text: 'pool', negated: true },
      { text: 'night shift', negated: false },
      { text: 'a la carte', negated: true },
    ],
    conditions: [],
    problem: null,
  });
  expect(parseQuery('F-150').words).toEqual([{ text: 'f-150', negated: false }]);
  expect(parseQuery('"-x"').words).toEqual([{ text: '-x', negated: false }]);
});

test('what holds nothing restricts nothing', () => {
  for (const text of [
    '',
    '   ',
    '-',
    '""',
    '-"',
    '" "',
    '_',
    'make:',
    '-make:',
    'make:"',
    'soc<',
  ]) {
    expect(parseQuery(text), text).toEqual(NOTHING);
  }
});

test('the search of the screens: all kinds of terms together', () => {
  expect(parseQuery('make:ford soc<20 age>2d err:auth is:charging -group:pool van')).toEqual({
    words: [{ text: 'van', negated: false }],
    conditions: [
      { kind: 'text', term: 'make', text: 'ford', negated: false },
      { kind: 'number', term: 'soc', operator: '<', value: 0.2, negated: false },
      { kind: 'number', term: 'age', operator: '>', value: 172_800_000, negated: false },
      { kind: 'error', value: 'auth', negated: false },
      { kind: 'is', value: 'charging', negated: false },
      { kind: 'text', term: 'group', text: 'pool', negated: true },
    ],
    problem: null,
  });
});

test('what alert rules found, tyres in both spellings', () => {
  const tire = { kind: 'alert', value: 'lowTire', negated: false };
  expect(conditionsOf('alert:tire')).toEqual([tire]);
  expect(conditionsOf('Alert:Tyre')).toEqual([tire]);
  expect(conditionsOf('-alert:lost')).toEqual([
    { kind: 'alert', value: 'accessEnded', negated: true },
  ]);
  expect(parseQuery('alert:ti').problem).toBeNull();
  expect(parseQuery('alert:lowTire').problem).toMatchObject({ kind: 'bad_value' });
});

test('case matters nowhere', () => {
  expect(parseQuery('MAKE:FORD SOC<20% ERR:Auth IS:New AGE>2D')).toEqual(
    parseQuery('make:ford soc<20% err:auth is:new age>2d'),
  );
});

test('a value in quotation marks, also one that is still open', () => {
  const group = { kind: 'text', term: 'group', text: 'field service', negated: false };
  expect(conditionsOf('group:"Field service"')).toEqual([group]);
  expect(conditionsOf('group:"Field service')).toEqual([group]);
  expect(parseQuery('"5" screen"').words).toEqual([
    { text: '5', negated: false },
    { text: 'screen', negated: false },
  ]);
});

test('a space behind the operator ends the term', () => {
  expect(parseQuery('make: ford')).toEqual({
    words: [{ text: 'ford', negated: false }],
    conditions: [],
    problem: null,
  });
});

test.each([
  ['soc<20', '<', 0.2],
  ['soc<=20%', '<=', 0.2],
  ['fuel>0.5', '>', 0.5],
  ['fuel>.5', '>', 0.5],
  ['soc>=20.5', '>=', 0.205],
  ['soc=1', '=', 0.01],
  ['soc:1.0', '=', 1],
  ['soc<0.5%', '<', 0.005],
  ['range>100', '>', 100],
  ['range>100km', '>', 100],
  ['odometer>1000mi', '>', 1609.344],
  ['year>=2021', '>=', 2021],
  ['age>90m', '>', 5_400_000],
  ['age>36h', '>', 129_600_000],
  ['age>1.5d', '>', 129_600_000],
  ['age<1w', '<', 604_800_000],
  ['calls>=25', '>=', 25],
])('%s', (text, operator, value) => {
  const { conditions, problem } = parseQuery(text);
  expect(problem).toBeNull();
  expect(conditions).toMatchObject([{ kind: 'number', operator }]);
  expect(conditions[0]).toHaveProperty('value', expect.closeTo(value, 9));
});

test('the terms that banners and cells write by the names of the reasons', () => {
  const values = ['reconnect', 'account', 'car_state', 'later', 'offline', 'failed'].map(
    (reason) => conditionsOf(`err:${reason}`)[0],
  );
  expect(values).toMatchObject(
    ['auth', 'maker', 'car', 'limit', 'offline', 'failed'].map((value) => ({ value })),
  );
  expect(conditionsOf('err:any')).toMatchObject([{ value: 'any' }]);
});

test('an unknown term is told with its place, and the rest applies', () => {
  expect(parseQuery('ford -colour:red soc<20')).toEqual({
    words: [{ text: 'ford', negated: false }],
    conditions: [{ kind: 'number', term: 'soc', operator: '<', value: 0.2, negated: false }],
    problem: { kind: 'unknown_term', text: 'colour:', start: 6, end: 13 },
  });
  expect(problemOf('sock<20')).toMatchObject({ kind: 'unknown_term', text: 'sock<' });
});

test('only the first problem is told', () => {
  expect(problemOf('soc<x colour:red')).toMatchObject({ kind: 'bad_value', text: 'soc<x' });
  expect(problemOf('colour:red soc<x')).toMatchObject({ kind: 'unknown_term' });
});

test('a colon alone makes no term', () => {
  for (const text of ['12:30', 'https://fleet.example/a', ':x', 'a1:b']) {
    expect(parseQuery(text), text).toEqual({
      ...NOTHING,
      words: [{ text, negated: false }],
    });
  }
});

test.each([
  'soc<x',
  'soc<-5',
  'soc<101',
  'soc<2,5',
  'range<5h',
  'year>20210',
  'age>2y',
  'age>d',
  'calls<2.5',
  'err:sleepy',
  'is:moving',
  'make<ford',
  'is=new',
  `range<${'9'.repeat(400)}`,
])('%s is a bad value', (text) => {
  expect(problemOf(text)).toEqual({ kind: 'bad_value', text, start: 0, end: text.length });
  expect(conditionsOf(text)).toEqual([]);
});

test.each(['age>2', 'age>1.', 'soc<0.', 'range<100k', 'year>20', 'err:au', 'is:pl', 'err:car_'])(
  '%s is half typed at the end, and a bad value before other words',
  (text) => {
    expect(parseQuery(text)).toEqual(NOTHING);
    expect(problemOf(`${text} ford`)).toMatchObject({ kind: 'bad_value', text });
  },
);
