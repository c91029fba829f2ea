import type { RequestName } from '../../contract/channels.ts';

/** What a page may ask while Motorpool is locked: nothing that tells of the fleet. */
const ALLOWED: ReadonlySet<RequestName> = new Set<RequestName>([
  'app.appearance',
  'lock.state',
  'lock.unlock',
  'data.startAnew',
]);

/** What a page that is going away still hands over. It is answered with nothing. */
const LAST_WORDS: ReadonlySet<RequestName> = new Set<RequestName>([
  'fleet.label',
  'settings.setTable',
]);
const LAST_WORDS_MS = 1_000;

/** Whether this request is refused, so long after the lock. */
export function isRefused(name: RequestName, lockedForMs: number): boolean {
  if (ALLOWED.has(name)) return false;
  return !(LAST_WORDS.has(name) && lockedForMs < LAST_WORDS_MS);
}
