import { parseQuery } from './parseQuery.ts';

/** Whether two searches ask for the same, however they are written: `err:auth` and `err:reconnect`. */
export function isSameSearch(one: string, other: string): boolean {
  return JSON.stringify(parseQuery(one)) === JSON.stringify(parseQuery(other));
}
