import type { BarAction } from '../../contract/connectBar.ts';
import { element, type IconName, icon } from './elements.ts';
import { text } from './text.ts';

const isMac = /Mac OS X|Macintosh/.test(navigator.userAgent);

/** As `aria-keyshortcuts` wants it, and as it is written for people. */
interface Key {
  readonly aria: string;
  readonly shown: string;
}

const KEYS = {
  back: isMac ? { aria: 'Meta+[', shown: '⌘[' } : { aria: 'Alt+ArrowLeft', shown: 'Alt+←' },
  reload: isMac ? { aria: 'Meta+R', shown: '⌘R' } : { aria: 'Control+R F5', shown: 'Ctrl+R' },
  close: isMac ? { aria: 'Meta+W', shown: '⌘W' } : { aria: 'Control+W', shown: 'Ctrl+W' },
} as const satisfies Record<string, Key>;

/** A button that is only an icon; what it does is its name and, with its key, its tooltip. */
export interface IconButton {
  readonly element: HTMLButtonElement;
  set(picture: IconName, label: string, key?: keyof typeof KEYS): void;
  /** It stays focusable: a button that is disabled while focused loses the focus. */
  setAvailable(available: boolean): void;
}

function onPress(button: HTMLButtonElement, action: () => BarAction): void {
  button.addEventListener('click', () => {
    if (button.ariaDisabled !== 'true') window.connectBar.act(action());
  });
}

export function iconButton(testId: string, action: () => BarAction): IconButton {
  const button = element('button', { type: 'button', class: 'icon', 'data-testid': testId });
  onPress(button, action);
  return {
    element: button,
    set(picture, label, key) {
      button.replaceChildren(icon(picture));
      button.ariaLabel = label;
      button.title = key ? text('connectBar.withKey', { label, key: KEYS[key].shown }) : label;
      if (key) button.setAttribute('aria-keyshortcuts', KEYS[key].aria);
      else button.removeAttribute('aria-keyshortcuts');
    },
    setAvailable(available) {
      button.ariaDisabled = String(!available);
    },
  };
}

/** A button with words, and an icon before them where it has one. */
export function textButton(
  testId: string,
  look: 'plain' | 'primary',
  label: string,
  action: BarAction,
  picture?: IconName,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: look, 'data-testid': testId },
    ...(picture ? [icon(picture)] : []),
    element('span', {}, label),
  );
  onPress(button, () => action);
  return button;
}
