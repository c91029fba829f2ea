import { fold } from '../../state/fleet/query/fold.ts';

/** All texts below a branch of the catalogue. */
function textsOf(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree.replaceAll(/\{\{\w+\}\}/g, ' ')];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap(textsOf);
}

/** The words of a search, folded; none where nothing was typed. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** What can be looked for on a page. */
export interface Searchable {
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Those of the pages with a name or a text that has every word of `query` in it. `branch` answers a
 * branch of the catalogue in the language in use.
 */
export function foundPages<P extends Searchable>(
  pages: readonly P[],
  query: string,
  nameOf: (page: P) => string,
  branch: (path: string) => unknown,
): readonly P[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return pages;
  const hasAll = (text: string) => {
    const folded = fold(text);
    return wanted.every((word) => folded.includes(word));
  };
  return pages.filter(
    (page) =>
      hasAll(nameOf(page)) || page.words.flatMap((path) => textsOf(branch(path))).some(hasAll),
  );
}
