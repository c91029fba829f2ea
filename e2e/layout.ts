import type { Page } from '@playwright/test';

/** Texts that may end in dots, since the whole of them is a tooltip, or one press away. */
const SHORTENED =
  '[role=grid] *, [role=listbox] *, td[title], [data-testid=profile-chip][title], pre, kbd';

/**
 * What is wrong with the page's layout as it is: a page that is wider than the window, menus and dialogs
 * outside of it, text that is cut off, and controls that lie upon each other.
 */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate((shortened) => {
    const found = new Set<string>();
    const say = (what: string, element: Element) =>
      found.add(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 160)}`);
    const isShown = (element: Element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      getComputedStyle(element).clipPath === 'none';

    /** The part of an element that no pane around it has scrolled out of sight. */
    const visibleBox = (element: Element) => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let pane = element.parentElement; pane; pane = pane.parentElement) {
        if (getComputedStyle(pane).overflow === 'visible') continue;
        const box = pane.getBoundingClientRect();
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
        if (pane.matches(':popover-open')) break;
      }
      return { left, right, top, bottom };
    };
    const holds = (one: Element, other: Element) => one.contains(other) || other.contains(one);
    /** A field or a card with its own button inside of it is one control. */
    const isField = (one: Element, other: Element) =>
      one
        .closest('.mantine-Input-wrapper, li:has(> [data-testid="board-card"])')
        ?.contains(other) ?? false;
    // In a narrow window the details cover the table.
    const layerOf = (element: Element) =>
      element.closest('[popover], [aria-modal=true], [data-testid=vehicle-detail]');
    const isBarred = (element: Element) => {
      const modal = document.querySelector('[aria-modal=true]');
      return modal !== null && element.closest('[popover], [aria-modal=true]') === null;
    };

    if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
    for (const layer of document.querySelectorAll(':popover-open, [role=listbox], [role=dialog]')) {
      if (!isShown(layer)) continue;
      const { left, right, top } = layer.getBoundingClientRect();
      if (left < 0 || right > innerWidth + 1 || top < 0) say('outside of the window', layer);
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!isShown(element) || element.matches(shortened) || isBarred(element)) continue;
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (!isText) continue;
      if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) say('cut off', element);
      if (cuts(overflowY) && element.scrollHeight > element.clientHeight + 2)
        say('cut off', element);
    }
    const controls = [...document.querySelectorAll('button, input, select, textarea')]
      .filter((one) => isShown(one) && !one.matches(shortened) && !isBarred(one))
      .map((element) => ({ element, box: visibleBox(element), layer: layerOf(element) }));
    for (const [at, one] of controls.entries()) {
      for (const other of controls.slice(at + 1)) {
        if (one.layer !== other.layer || holds(one.element, other.element)) continue;
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2 && !isField(one.element, other.element)) {
          say('lie upon each other', one.element);
        }
      }
    }
    return [...found];
  }, SHORTENED);
}

/** What moves for longer than a millisecond, or would once it changes. */
export function movements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (times: string) =>
      Math.max(
        ...times.split(',').map((one) => Number.parseFloat(one) * (/\dms/.test(one) ? 1 : 1000)),
      );
    const found = new Set<string>();
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const moves =
        (style.animationName !== 'none' && longest(style.animationDuration) > 1) ||
        (style.transitionProperty !== 'none' && longest(style.transitionDuration) > 1);
      if (moves) found.add(element.outerHTML.replace(/\s+/g, ' ').slice(0, 160));
    }
    for (const animation of document.getAnimations()) {
      const duration = Number(animation.effect?.getComputedTiming().duration ?? 0);
      if (duration > 1) found.add(`an animation of ${duration} ms`);
    }
    return [...found];
  });
}
