import type { BarPage, BarState } from '../../contract/connectBar.ts';
import { textButton } from './buttons.ts';
import { element } from './elements.ts';
import { text } from './text.ts';

/** A page that needs longer to answer than this may never come. */
const SLOW_AFTER_MS = 10_000;

function choices(canUseBrowser: boolean): HTMLElement {
  const retry = textButton('bar-retry', 'primary', text('connectBar.retry'), 'retry');
  const browser = textButton(
    'bar-page-use-browser',
    'plain',
    text('connectBar.useBrowser'),
    'use_browser',
  );
  return element('div', { class: 'choices' }, retry, ...(canUseBrowser ? [browser] : []));
}

function opening(host: string, canUseBrowser: boolean): Node[] {
  const slow = element(
    'div',
    { 'data-testid': 'bar-slow' },
    element('p', {}, text('connectBar.slow')),
    choices(canUseBrowser),
  );
  slow.hidden = true;
  return [
    element('p', { class: 'opening', role: 'status' }, text('connectBar.opening', { host })),
    slow,
  ];
}

function failed(
  { failure, reason }: Extract<BarPage, { kind: 'failed' }>,
  host: string,
  canUseBrowser: boolean,
): Node[] {
  return [
    element(
      'div',
      { role: 'alert', 'data-testid': 'bar-failed', 'data-failure': failure },
      element('h2', {}, text(`connectBar.failed.${failure}.title`, { host })),
      element('p', {}, text(`connectBar.failed.${failure}.text`, { host })),
      element('p', {}, text('connectBar.safe')),
      ...(reason ? [element('p', { class: 'reason' }, text('connectBar.reason', { reason }))] : []),
    ),
    // In a browser one could go on in spite of it, which is no advice to give.
    choices(canUseBrowser && failure !== 'not_private'),
  ];
}

/** What stands below the bar while there is no remote page to see. */
export function createPage(): { readonly element: HTMLElement; show(state: BarState): void } {
  const main = element('main');
  let shown = '';
  let slowTimer: ReturnType<typeof setTimeout>;

  return {
    element: main,
    show({ page, address: { host }, canUseBrowser }) {
      const next = JSON.stringify([page, host, canUseBrowser]);
      if (next === shown) return;
      shown = next;
      clearTimeout(slowTimer);
      switch (page.kind) {
        case 'remote':
          main.replaceChildren();
          break;
        case 'opening': {
          main.replaceChildren(...opening(host, canUseBrowser));
          const slow = main.querySelector<HTMLElement>('[data-testid=bar-slow]');
          slowTimer = setTimeout(() => slow?.removeAttribute('hidden'), SLOW_AFTER_MS);
          break;
        }
        case 'failed':
          main.replaceChildren(...failed(page, host, canUseBrowser));
          main.querySelector('button')?.focus();
          break;
      }
    },
  };
}
