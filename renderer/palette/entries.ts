import type { Icon } from '@tabler/icons-react';
import { fold } from '../state/fleet/query/fold.ts';

export type PaletteGroup =
  | 'recent'
  | 'picked'
  | 'actions'
  | 'views'
  | 'profiles'
  | 'settings'
  | 'vehicles';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly icon: Icon;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail: string | null;
  /** As they are written on this system. */
  readonly keys: readonly string[];
  /** Why it cannot be done now, in words. */
  readonly whyNot: string | null;
  readonly run: () => void;
}

/** The words of a query, as they are compared. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Whether each word begins a word of the text. */
function beginsWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
}

/**
 * Those entries that have every word in them; first the ones in which each begins a word. Otherwise they
 * stay in their order.
 */
export function foundEntries(
  entries: readonly PaletteEntry[],
  query: string,
): readonly PaletteEntry[] {
  const words = wordsOf(query);
  const texts = entries.map(({ label, detail, keys }) => fold([label, detail, ...keys].join(' ')));
  const found = entries.map((entry, at) => ({ entry, text: texts[at] ?? '' }));
  const matching = found.filter(({ text }) => words.every((word) => text.includes(word)));
  const rank = ({ text }: { readonly text: string }) => (beginsWords(text, words) ? 0 : 1);
  return matching.toSorted((one, other) => rank(one) - rank(other)).map(({ entry }) => entry);
}

/** What was used last in a group of its own at the top, and nothing twice. */
export function withRecent(
  entries: readonly PaletteEntry[],
  ids: readonly string[],
): readonly PaletteEntry[] {
  const used = ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const rest = entries.filter((entry) => !used.includes(entry));
  return [...used.map((entry) => ({ ...entry, group: 'recent' as const })), ...rest];
}

/** Entries of one group that stand together, in the order of the entries. */
export function grouped(
  entries: readonly PaletteEntry[],
): readonly (readonly [PaletteGroup, readonly PaletteEntry[]])[] {
  return [...Map.groupBy(entries, ({ group }) => group)];
}

/** The place `by` entries further, round and round; 0 where there is no place yet. */
export function movedActive(active: number, by: number, count: number): number {
  return count === 0 ? 0 : (active + by + count) % count;
}
