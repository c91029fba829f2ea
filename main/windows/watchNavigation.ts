import type { WebContents } from 'electron';

/** A navigation that has not begun; preventing it leaves the page as it is. */
export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/**
 * Shows every navigation of a page, and of the frames in it, before it begins. Which of the events
 * fires depends on what causes it; preventing one suppresses those that follow.
 */
export function watchNavigation(
  contents: WebContents,
  check: (navigation: Navigation) => void,
): void {
  contents.on('will-redirect', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-navigate', check);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Keeps a page of ours to pages of ours, in its own window. */
export function keepOnOwnPages(
  contents: WebContents,
  isOwnPage: (address: string) => boolean,
): void {
  watchNavigation(contents, (navigation) => {
    if (!isOwnPage(navigation.url)) navigation.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
