import { quoted } from '../../state/fleet/query/quoted.ts';
import type { CellTerms } from './column.ts';

/** For vehicles with this text, and without it; `null` where there is no text. */
export function textTerms(term: string, text: string | null): CellTerms | null {
  if (text === null || text === '') return null;
  const only = `${term}:${quoted(text)}`;
  return { only, without: `-${only}` };
}

/** For vehicles up to this number, and above it. */
export function numberTerms(term: string, value: number | null): CellTerms | null {
  return value === null ? null : { only: `${term}<=${value}`, without: `${term}>${value}` };
}

/** The search with one more term; a term that is there already is not put in twice. */
export function withTerm(query: string, term: string): string {
  const before = query.trim();
  if (before === '') return term;
  return ` ${before} `.includes(` ${term} `) ? before : `${before} ${term}`;
}
