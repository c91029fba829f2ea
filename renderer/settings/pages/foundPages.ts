import { fold } from '../../state/fleet/query/fold.ts';

/** All texts below a branch of the catalogue, without what is put into them. */
function textsOf(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree.replaceAll(/\{\{\w+\}\}/g, '…')];
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
  /** The branches of the catalogue whose texts count as its own. */
  readonly words: readonly string[];
}

/** Answers a branch of the catalogue in the language in use. */
export type BranchOf = (path: string) => unknown;

function hasAll(text: string, wanted: readonly string[]): boolean {
  const folded = fold(text);
  return wanted.every((word) => folded.includes(word));
}

/** The texts of a page that have every word of `query` in them; none where nothing was typed. */
export function foundTexts(
  { words }: Searchable,
  query: string,
  branch: BranchOf,
): readonly string[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return words.flatMap((path) => textsOf(branch(path))).filter((text) => hasAll(text, wanted));
}

/** Those of the pages with a name or a text that has every word of `query` in it. */
export function foundPages<P extends Searchable>(
  pages: readonly P[],
  query: string,
  nameOf: (page: P) => string,
  branch: BranchOf,
): readonly P[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return pages;
  return pages.filter(
    (page) => hasAll(nameOf(page), wanted) || foundTexts(page, query, branch).length > 0,
  );
}
