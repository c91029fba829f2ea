import { bestValues } from './bestValues.ts';
import { quoted } from './quoted.ts';
import {
  ALERT_VALUES,
  ERROR_VALUES,
  type NumberTerm,
  STATE_VALUES,
  type Term,
  type TermName,
  termOf,
} from './terms.ts';
import { type Token, tokens } from './tokens.ts';

/** What the vehicles have, with the number of vehicles for each value. */
export type KnownValues = {
  readonly [K in 'make' | 'model' | 'group' | 'driver' | 'tag']: ReadonlyMap<string, number>;
};

/** One way to go on with the search. */
export interface Suggestion {
  /** The term as it will stand in the search; no two of a list are the same. */
  readonly label: string;
  /** The whole search with the term put in, and where the cursor goes. */
  readonly query: string;
  readonly caret: number;
  readonly term: TermName;
  /** What stands behind the operator, without quotation marks; `null` where that is to be typed. */
  readonly value: string | null;
  /** True where the term leaves out what it finds. */
  readonly negated: boolean;
  /** How many vehicles have this value; `null` where nobody has counted. */
  readonly count: number | null;
}

const LIMIT = 8;
const LIMIT_UNASKED = 5;

/** The operator that a term mostly comes with; the terms in the order in which they are offered. */
const OPERATORS: ReadonlyMap<TermName, string> = new Map([
  ['make', ':'],
  ['group', ':'],
  ['soc', '<'],
  ['age', '>'],
  ['err', ':'],
  ['is', ':'],
  ['driver', ':'],
  ['tag', ':'],
  ['alert', ':'],
  ['model', ':'],
  ['range', '<'],
  ['fuel', '<'],
  ['plate', ':'],
  ['name', ':'],
  ['vin', ':'],
  ['year', '>='],
  ['odometer', '>'],
  ['calls', '>'],
]);

/** Amounts that somebody may have in mind; of years nobody can tell. */
const AMOUNTS: Readonly<Record<NumberTerm, readonly string[]>> = {
  soc: ['20', '50', '80'],
  fuel: ['10', '25', '50'],
  range: ['50', '100', '200'],
  odometer: ['10000', '50000', '100000'],
  age: ['6h', '1d', '2d', '1w'],
  year: [],
  calls: ['10', '50', '100'],
};

/** The values of terms that have the same in every fleet. */
const FIXED: Readonly<Record<'error' | 'is' | 'alert', readonly string[]>> = {
  error: ERROR_VALUES,
  is: STATE_VALUES,
  alert: ALERT_VALUES,
};

const AGE_UNITS = ['d', 'h', 'w', 'm'];

/**
 * What can be typed next at the cursor: terms while a name is typed or nothing is, then values of
 * the term that the vehicles have, the best first. Nothing for what is complete.
 */
export function suggest(text: string, caret: number, values: KnownValues): readonly Suggestion[] {
  const at = Math.min(caret, text.length);
  const all = tokens(text);
  const token = all.find(({ start, end }) => start < at && at <= end);
  if (token && token.name !== null) return valueSuggestions(text, at, token, token.name, values);
  if (token && (token.isQuoted || at < token.end)) return [];
  if (token && token.value !== '') return nameSuggestions(text, token);
  if (!token && all.some(({ start }) => start === at)) return [];
  const names = unasked(all, token?.negated ?? false, values);
  return names.map((name) =>
    termSuggestion(text, token ?? { start: at, nameStart: at, end: at }, name),
  );
}

/** A few terms for somebody who has typed nothing: not again what is there, nor what nobody has. */
function unasked(all: readonly Token[], negated: boolean, values: KnownValues): TermName[] {
  const used = new Set(all.map(({ name }) => name?.toLowerCase()));
  const known: Partial<Record<TermName, ReadonlyMap<string, number>>> = values;
  return [...OPERATORS.keys()]
    .filter((name) => !used.has(name) && known[name]?.size !== 0)
    .filter((name) => !negated || OPERATORS.get(name) === ':')
    .slice(0, LIMIT_UNASKED);
}

function nameSuggestions(text: string, token: Token): Suggestion[] {
  const typed = token.value.toLowerCase();
  return [...OPERATORS.keys()]
    .filter((name) => name.startsWith(typed))
    .slice(0, LIMIT)
    .map((name) => termSuggestion(text, token, name));
}

type Place = Pick<Token, 'start' | 'nameStart' | 'end'>;

function termSuggestion(text: string, place: Place, name: TermName): Suggestion {
  const minus = text.slice(place.start, place.nameStart);
  const label = `${minus}${name}${OPERATORS.get(name) ?? ':'}`;
  return put(text, place, label, { term: name, value: null, count: null });
}

function valueSuggestions(
  text: string,
  at: number,
  token: Token,
  name: string,
  values: KnownValues,
): Suggestion[] {
  const { start, valueStart, end, isQuoted, isOpen } = token;
  const term = termOf(name.toLowerCase());
  const isClosed = isQuoted && !isOpen && at === end;
  if (!term || at < valueStart || isClosed) return [];
  const typed = text.slice(valueStart + (isQuoted ? 1 : 0), at);
  const beginning = text.slice(start, valueStart);
  const byLabel = new Map<string, Suggestion>();
  for (const { value, count } of valuesOf(term, token, typed, values)) {
    const label = `${beginning}${quoted(value)}`;
    if (byLabel.has(label)) continue;
    byLabel.set(label, put(text, token, label, { term: term.name, value, count }));
  }
  return [...byLabel.values()];
}

/** What can stand behind the operator of a term. */
function valuesOf(
  term: Term,
  { operator }: Token,
  typed: string,
  values: KnownValues,
): readonly { readonly value: string; readonly count: number | null }[] {
  if (term.kind === 'number') return amounts(term.name, typed).map(uncounted);
  if (operator !== ':') return [];
  if (term.kind === 'text') {
    const known: Partial<Record<TermName, ReadonlyMap<string, number>>> = values;
    return bestValues(known[term.name] ?? new Map(), typed, LIMIT);
  }
  const written = typed.toLowerCase();
  return FIXED[term.kind]
    .filter((value) => value.startsWith(written) && value !== written)
    .slice(0, LIMIT)
    .map(uncounted);
}

const uncounted = (value: string) => ({ value, count: null });

/** Useful amounts that begin so; behind a number of an age, which needs a unit, its units. */
function amounts(term: NumberTerm, typed: string): readonly string[] {
  if (term === 'age' && /^\d+$/.test(typed)) return AGE_UNITS.map((unit) => `${typed}${unit}`);
  return AMOUNTS[term].filter((amount) => amount.startsWith(typed) && amount !== typed);
}

/** The search with a term in place of what was typed of it. */
function put(
  text: string,
  { start, end }: Place,
  label: string,
  what: Pick<Suggestion, 'term' | 'value' | 'count'>,
): Suggestion {
  const query = `${text.slice(0, start)}${label}${text.slice(end)}`;
  return { ...what, label, query, caret: start + label.length, negated: label.startsWith('-') };
}
