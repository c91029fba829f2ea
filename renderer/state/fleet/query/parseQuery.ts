import type { AlertKind } from '../../../../contract/alerts.ts';
import { readAmount } from './amount.ts';
import { fold } from './fold.ts';
import {
  alertKindOf,
  beginsValue,
  type ErrorValue,
  errorValueOf,
  type NumberTerm,
  type StateValue,
  stateValueOf,
  type Term,
  type TextTerm,
  termOf,
} from './terms.ts';
import { type Token, tokens } from './tokens.ts';

/** A text that must be found somewhere in a vehicle's texts, or must not. */
export interface Word {
  /** Folded (`fold.ts`), never blank. */
  readonly text: string;
  readonly negated: boolean;
}

export type Operator = '<' | '<=' | '>' | '>=' | '=';

/**
 * What one term asks for. A negated one takes the vehicles that the plain one leaves out, those of
 * which nothing is known among them.
 */
export type Condition = { readonly negated: boolean } & (
  | { readonly kind: 'text'; readonly term: TextTerm; readonly text: string }
  | { readonly kind: 'error'; readonly value: ErrorValue }
  | { readonly kind: 'is'; readonly value: StateValue }
  | { readonly kind: 'alert'; readonly value: AlertKind }
  | {
      readonly kind: 'number';
      readonly term: NumberTerm;
      readonly operator: Operator;
      /** A fraction, kilometres, a year, milliseconds (`age`) or a count. */
      readonly value: number;
    }
);

/** A part of the search that was left out because it says nothing, as written. */
export interface QueryProblem {
  readonly kind: 'unknown_term' | 'bad_value';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A vehicle matches if all words and all conditions hold. */
export interface ParsedQuery {
  readonly words: readonly Word[];
  readonly conditions: readonly Condition[];
  /** The first one; the rest of the search applies all the same. */
  readonly problem: QueryProblem | null;
}

/**
 * Reads a search: plain words and terms such as `make:ford soc<20 -group:"night shift"`. It takes
 * any text. A term that somebody is still typing (`soc<`, `age>2`) restricts nothing and is no problem.
 */
export function parseQuery(text: string): ParsedQuery {
  const words: Word[] = [];
  const conditions: Condition[] = [];
  let problem: QueryProblem | null = null;
  const report = (kind: QueryProblem['kind'], start: number, end: number) => {
    problem ??= { kind, text: text.slice(start, end), start, end };
  };
  for (const token of tokens(text)) {
    const { name, negated, value, nameStart, valueStart, end } = token;
    if (name === null) {
      const word = fold(value);
      if (word.trim() !== '') words.push({ text: word, negated });
      continue;
    }
    const term = termOf(name.toLowerCase());
    if (!term) {
      report('unknown_term', nameStart, valueStart);
      continue;
    }
    if (value === '') continue;
    const read = readTerm(term, token);
    const mayGoOn = read === 'begun' && end === text.length;
    if (read !== null && read !== 'begun') conditions.push(read);
    else if (!mayGoOn) report('bad_value', nameStart, end);
  }
  return { words, conditions, problem };
}

/** What a term with a value asks for; `'begun'` while it may be half typed, `null` if it is wrong. */
function readTerm(term: Term, { operator, value, negated }: Token): Condition | 'begun' | null {
  if (term.kind === 'number') {
    const amount = readAmount(term.name, value);
    if (typeof amount !== 'number') return amount;
    const compared = operator === ':' || operator === '' ? '=' : operator;
    return { kind: 'number', term: term.name, operator: compared, value: amount, negated };
  }
  if (operator !== ':') return null;
  if (term.kind === 'text') {
    const text = fold(value);
    return text.trim() === '' ? 'begun' : { kind: 'text', term: term.name, text, negated };
  }
  const written = value.toLowerCase();
  if (term.kind === 'error') {
    const error = errorValueOf(written);
    if (error) return { kind: 'error', value: error, negated };
  } else if (term.kind === 'is') {
    const state = stateValueOf(written);
    if (state) return { kind: 'is', value: state, negated };
  } else {
    const alert = alertKindOf(written);
    if (alert) return { kind: 'alert', value: alert, negated };
  }
  return beginsValue(term.kind, written) ? 'begun' : null;
}
