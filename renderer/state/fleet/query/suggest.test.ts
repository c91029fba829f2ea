import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parseQuery.ts';
import { type KnownValues, suggest } from './suggest.ts';
import { NUMBER_TERMS, TEXT_TERMS } from './terms.ts';

const NONE: ReadonlyMap<string, number> = new Map();

const VALUES: KnownValues = {
  make: new Map([
    ['FORD', 12],
    ['TESLA', 40],
    ['LAND_ROVER', 3],
    ['OXFORD', 20],
  ]),
  model: new Map([['F-150 Lightning', 7]]),
  group: new Map([
    ['Field service', 5],
    ['Pool', 9],
  ]),
  driver: NONE,
  tag: new Map([['5" screen', 1]]),
};

/** What is offered with the cursor at the `|`, or at the end. */
function offered(marked: string) {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return suggest(text, at === -1 ? text.length : at, VALUES);
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

test('nothing typed: a few terms, without those that are there or that nobody has', () => {
  expect(labels('')).toEqual(['make:', 'group:', 'soc<', 'age>', 'err:']);
  expect(labels('make:ford soc<20 ')).toEqual(['group:', 'age>', 'err:', 'is:', 'tag:']);
  expect(labels('-')).toEqual(['-make:', '-group:', '-err:', '-is:', '-tag:']);
});

test('a name being typed: the terms that begin so, with their operator', () => {
  expect(labels('m')).toEqual(['make:', 'model:']);
  expect(labels('ford Mak')).toEqual(['make:']);
  expect(labels('-gr')).toEqual(['-group:']);
  expect(labels('soc')).toEqual(['soc<']);
  expect(labels('xyz')).toEqual([]);
  expect(labels('"mak')).toEqual([]);
});

test('every term can be found by its name', () => {
  for (const name of [...TEXT_TERMS, ...NUMBER_TERMS, 'err', 'is']) {
    expect(
      offered(name).map(({ term }) => term),
      name,
    ).toContain(name);
  }
});

test('a term is put where it is typed, and the cursor behind it', () => {
  expect(offered('van mak| soc<20')).toEqual([
    {
      label: 'make:',
      query: 'van make: soc<20',
      caret: 9,
      term: 'make',
      value: null,
      negated: false,
      count: null,
    },
  ]);
  expect(offered('van -make:te| soc<20')).toEqual([
    {
      label: '-make:TESLA',
      query: 'van -make:TESLA soc<20',
      caret: 15,
      term: 'make',
      value: 'TESLA',
      negated: true,
      count: 40,
    },
  ]);
  expect(offered('van | soc<20')[0]).toMatchObject({ query: 'van make: soc<20', caret: 9 });
});

test('values: what begins so first, then the most frequent', () => {
  expect(labels('make:')).toEqual(['make:TESLA', 'make:OXFORD', 'make:FORD', 'make:LAND_ROVER']);
  expect(labels('make:fo')).toEqual(['make:FORD', 'make:OXFORD']);
  expect(labels('make:"land r')).toEqual(['make:LAND_ROVER']);
  expect(labels('driver:')).toEqual([]);
  expect(labels('make<')).toEqual([]);
  expect(labels('fuu:')).toEqual([]);
});

test('of many values the best few', () => {
  const driver = new Map(Array.from({ length: 40 }, (_, index) => [`D${index}`, index] as const));
  const best = suggest('driver:', 7, { ...VALUES, driver }).map(({ label }) => label);
  expect(best).toEqual([39, 38, 37, 36, 35, 34, 33, 32].map((index) => `driver:D${index}`));
});

test('a value of several words is put in quotation marks, without those of its own', () => {
  expect(labels('group:f')).toEqual(['group:"Field service"']);
  expect(labels('group:"field s')).toEqual(['group:"Field service"']);
  expect(labels('tag:')).toEqual(['tag:"5 screen"']);
});

test('the whole value is replaced when the cursor is in it', () => {
  expect(offered('make:f|oo van')[0]).toMatchObject({ query: 'make:FORD van', caret: 9 });
  expect(offered('group:"f|ield" van')[0]).toMatchObject({ query: 'group:"Field service" van' });
});

test('fixed values and useful amounts', () => {
  expect(labels('is:p')).toEqual(['is:plugged', 'is:paused']);
  expect(labels('-err:a')).toEqual(['-err:any', '-err:auth']);
  expect(labels('err:')).toHaveLength(8);
  expect(labels('alert:')).toEqual(
    ['lost', 'battery', 'fuel', 'tire', 'stale'].map((value) => `alert:${value}`),
  );
  expect(labels('soc<')).toEqual(['soc<20', 'soc<50', 'soc<80']);
  expect(labels('odometer>=1')).toEqual(['odometer>=10000', 'odometer>=100000']);
  expect(labels('age>')).toEqual(['age>6h', 'age>1d', 'age>2d', 'age>1w']);
  expect(labels('age>3')).toEqual(['age>3d', 'age>3h', 'age>3w', 'age>3m']);
  expect(labels('year>=')).toEqual([]);
});

test('nothing for what is complete, nor inside of a name or word', () => {
  for (const marked of [
    'make:tesla',
    'make:land_rover',
    'group:"field service"',
    'group:"field service',
    'err:auth',
    'is:new',
    'soc<20',
    'age>2d',
    'ma|ke:ford',
    'ma|k',
    '|ford',
    'van |ford',
  ]) {
    expect(labels(marked), marked).toEqual([]);
  }
});

test('a cursor that is still where a longer search was is at the end', () => {
  expect(suggest('mak', 20, VALUES).map(({ query }) => query)).toEqual(['make:']);
});

const piece = fc.constantFrom(
  ...[
    'make:',
    'group:',
    'tag:',
    'soc<',
    'err:',
    'is:',
    'alert:',
    '-',
    '"',
    ' ',
    ':',
    'f',
    'Fi',
    'po',
    'ma',
    '2',
  ],
);
const search = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('Field service'));
const counted = fc.array(fc.tuple(value, fc.nat(50))).map((pairs) => new Map(pairs));
const known: fc.Arbitrary<KnownValues> = fc.record({
  make: counted,
  model: counted,
  group: counted,
  driver: counted,
  tag: counted,
});

test('any search and any values: few, all different, and what is put in has no problem of its own', () => {
  fc.assert(
    fc.property(search, fc.nat(30), known, (text, caret, values) => {
      const all = suggest(text, caret, values);
      expect(all.length).toBeLessThanOrEqual(8);
      expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
      for (const { label, query, caret: next } of all) {
        expect(parseQuery(label).problem).toBeNull();
        expect(query.slice(0, next).endsWith(label)).toBe(true);
        expect(suggest(query, next, values).map((again) => again.query)).not.toContain(query);
      }
    }),
  );
});
