import type { BarState, ShownAddress } from '../../contract/connectBar.ts';
import { iconButton, textButton } from './buttons.ts';
import { element, icon } from './elements.ts';
import { text } from './text.ts';

/** The word beside the host: always read out, shown only where it is a warning. */
function securityWord(security: Exclude<ShownAddress['security'], 'none'>): HTMLElement {
  const isWarning = security === 'not_secure';
  return element(
    'span',
    { class: isWarning ? 'warning' : 'hidden' },
    text(`connectBar.security.${security}`),
  );
}

function addressParts({ security, host, port }: ShownAddress): Node[] {
  if (host === '') return [element('span', { class: 'host' }, text('connectBar.noAddress'))];
  return [
    ...(security === 'none' ? [] : [icon(security), securityWord(security)]),
    element(
      'span',
      { class: 'host', dir: 'ltr', title: host },
      element('span', {}, element('strong', {}, host), port === '' ? '' : `:${port}`),
    ),
  ];
}

/** The bar above the remote page. */
export function createBar(): { readonly element: HTMLElement; show(state: BarState): void } {
  let isLoading = false;
  let shown = '';
  const back = iconButton('bar-back', () => 'back');
  const reload = iconButton('bar-reload', () => (isLoading ? 'stop' : 'reload'));
  const close = iconButton('bar-close', () => 'close');
  back.set('back', text('connectBar.back'), 'back');
  close.set('close', text('connectBar.close'), 'close');
  const address = element('p', { class: 'address', role: 'status', 'data-testid': 'bar-address' });
  const browser = textButton(
    'bar-use-browser',
    'plain',
    text('connectBar.useBrowser'),
    'use_browser',
    'browser',
  );
  browser.title = text('connectBar.useBrowserHint');
  const progress = element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': text('connectBar.loading'),
    'data-testid': 'bar-progress',
  });

  return {
    element: element(
      'header',
      {},
      element('h1', { class: 'hidden' }, text('connectBar.title')),
      back.element,
      reload.element,
      address,
      browser,
      close.element,
      progress,
    ),
    show(state) {
      isLoading = state.loading;
      back.setAvailable(state.canGoBack);
      if (isLoading) reload.set('stop', text('connectBar.stop'));
      else reload.set('reload', text('connectBar.reload'), 'reload');
      browser.hidden = !state.canUseBrowser;
      progress.hidden = !isLoading;
      // Written only when it is another, since it is read out whenever it is written.
      const next = JSON.stringify(state.address);
      if (next === shown) return;
      shown = next;
      address.dataset.security = state.address.security;
      address.replaceChildren(...addressParts(state.address));
    },
  };
}
