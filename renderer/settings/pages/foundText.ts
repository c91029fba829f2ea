import { fold } from '../../state/fleet/query/fold.ts';
import { wordsOf } from './foundPages.ts';

/** Where the words of a page stand; what a list offers is no text of the page. */
const TEXT = 'h2, h3, label, legend, p, dt, dd, button, th, td';
const NO_TEXT = 'select, script, [hidden]';

/** What can be used in a field. */
const CONTROL = 'input, select, textarea, button';

/** A field, or what stands around one. */
const FIELD = '[data-field], [role="radiogroup"], label, fieldset, tr';

const HIGHLIGHT = 'settings-found';

function* textNodes(page: Element): Generator<Text> {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node instanceof Text && parent?.closest(TEXT) && !parent.closest(NO_TEXT)) yield node;
  }
}

/** The parts of a text that are words of the search; all of it where folding changed its length. */
function rangesIn(node: Text, wanted: readonly string[]): readonly Range[] {
  const folded = fold(node.data);
  if (!wanted.every((word) => folded.includes(word))) return [];
  return wanted.map((word) => {
    const range = new Range();
    range.selectNodeContents(node);
    if (folded.length !== node.data.length) return range;
    const from = folded.indexOf(word);
    range.setStart(node, from);
    range.setEnd(node, from + word.length);
    return range;
  });
}

/** Marks the words of `query` on the page, and answers the first text that has them all. */
export function markFound(page: Element, query: string): Element | null {
  const wanted = wordsOf(query);
  CSS.highlights.delete(HIGHLIGHT);
  if (wanted.length === 0) return null;
  const ranges = [...textNodes(page)].flatMap((node) => rangesIn(node, wanted));
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return ranges[0]?.startContainer.parentElement ?? null;
}

/** Takes the marks away. */
export function unmarkFound(): void {
  CSS.highlights.delete(HIGHLIGHT);
}

/** What gets the focus when somebody goes to this text: the control of its field, or else its heading. */
export function controlAt(text: Element): HTMLElement | null {
  const near = text.closest(FIELD)?.querySelector<HTMLElement>(CONTROL);
  return (
    // A label may stand beside what it names.
    text.closest('label')?.control ??
    near ??
    text.closest<HTMLElement>(CONTROL) ??
    text.closest('section')?.querySelector<HTMLElement>('h2') ??
    null
  );
}
