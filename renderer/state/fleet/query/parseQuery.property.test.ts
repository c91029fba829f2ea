import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { numberTest } from './numberTest.ts';
import { type Condition, type ParsedQuery, parseQuery, type Word } from './parseQuery.ts';
import { quoted } from './quoted.ts';
import { tokens } from './tokens.ts';

/** What the search may know of a vehicle, made up. */
interface Facts {
  readonly make: string;
  readonly group: string;
  readonly soc: number | null;
  readonly ageMs: number | null;
  readonly error: string | null;
  readonly state: string | null;
  readonly alert: string | null;
}

/** Says by the plainest means whether a vehicle is found. */
function matches({ words, conditions }: ParsedQuery, facts: Facts): boolean {
  return (
    words.every((word) => hasWord(word, facts) !== word.negated) &&
    conditions.every((condition) => holds(condition, facts) !== condition.negated)
  );
}

function hasWord({ text }: Word, { make, group }: Facts): boolean {
  return fold(make).includes(text) || fold(group).includes(text);
}

function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'text':
      return fold(condition.term === 'make' ? facts.make : facts.group).includes(condition.text);
    case 'error':
      return condition.value === 'any' ? facts.error !== null : facts.error === condition.value;
    case 'is':
      return facts.state === condition.value;
    case 'alert':
      return facts.alert === condition.value;
    case 'number': {
      const actual = condition.term === 'soc' ? facts.soc : facts.ageMs;
      return actual !== null && numberTest(condition)(actual);
    }
  }
}

const name = fc.constantFrom('', 'FORD', 'Fordham', 'LAND_ROVER', 'rover', 'Pool', 'Polé');

const someFacts: fc.Arbitrary<Facts> = fc.record({
  make: name,
  group: name,
  soc: fc.constantFrom(null, 0, 0.05, 0.196, 0.2, 0.5),
  ageMs: fc.constantFrom(null, 0, 3_600_000, 86_400_000, 200_000_000),
  error: fc.constantFrom(null, 'auth', 'car'),
  state: fc.constantFrom(null, 'new', 'paused'),
  alert: fc.constantFrom(null, 'lowTire', 'stale'),
});

const TEXTS = ['f', 'fo', 'ford', 'ham', 'land', '"land rover"', 'ro', 'p', 'po', 'polé'];
const AMOUNTS = ['soc<20', 'soc<=20', 'soc<5', 'soc<', 'soc<2', 'soc>=0.2', 'soc:20', 'age>20'];
const AGES = ['age>1h', 'age<=1h', 'age>1d', 'age>1', 'age=1d'];
const FIXED = [
  'err:auth',
  'err:any',
  'err:a',
  'is:new',
  'is:paused',
  'is:',
  'alert:tire',
  'alert:st',
  'fuu:x',
];
const PLAIN_PARTS = [
  ...TEXTS,
  ...TEXTS.flatMap((value) => [`make:${value}`, `group:${value}`]),
  ...AMOUNTS,
  ...AGES,
  ...FIXED,
];
const PARTS = PLAIN_PARTS.flatMap((plain) => [plain, `-${plain}`]);

const part = fc.constantFrom(...PARTS);
const search = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' '));
const anything = fc.oneof(search, fc.string(), fc.string({ unit: 'binary' }));

test('takes any text, and places its problem in it', () => {
  fc.assert(
    fc.property(anything, (query) => {
      const { problem, words, conditions } = parseQuery(query);
      if (problem) expect(query.slice(problem.start, problem.end)).toBe(problem.text);
      for (const word of words) expect(fold(word.text)).toBe(word.text);
      expect(words.length + conditions.length).toBeLessThanOrEqual(tokens(query).length);
    }),
  );
});

test('tokens leave out nothing but space', () => {
  fc.assert(
    fc.property(anything, (query) => {
      let end = 0;
      for (const token of tokens(query)) {
        expect(query.slice(end, token.start).trim()).toBe('');
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(query.slice(end).trim()).toBe('');
    }),
  );
});

test('what is put in quotation marks comes out as it was', () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(value, fc.boolean(), (raw, negated) => {
      const folded = fold(raw);
      const term = `${negated ? '-' : ''}group:${quoted(raw)}`;
      const { conditions, words, problem } = parseQuery(`van ${term} van`);
      const van = { text: 'van', negated: false };
      if (folded.trim() !== '') {
        expect(problem).toBeNull();
        expect(conditions).toEqual([{ kind: 'text', term: 'group', text: folded, negated }]);
      }
      expect(words).toEqual([van, van]);
    }),
  );
});

test('a minus turns one part round: each vehicle is found by the one or by the other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLAIN_PARTS), someFacts, (written, facts) => {
      const query = parseQuery(written);
      if (query.words.length + query.conditions.length === 0) return;
      expect(matches(parseQuery(`-${written}`), facts)).toBe(!matches(query, facts));
    }),
  );
});

test('all parts must hold, in whichever order', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), someFacts, (parts, facts) => {
      // A term that is half typed at the end says nothing before another one, either.
      const all = matches(parseQuery(parts.join(' ')), facts);
      expect(matches(parseQuery(parts.toReversed().join(' ')), facts)).toBe(all);
      expect(parts.every((one) => matches(parseQuery(one), facts))).toBe(all);
    }),
  );
});
