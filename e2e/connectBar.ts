import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Machine } from './app.ts';
import { connectFrame, readApp, startConnect, tryWithSimulatedCars } from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

/** The bar around a remote page, and what stands below it where there is none. */
export interface ConnectBar {
  readonly page: Page;
  readonly address: Locator;
  readonly back: Locator;
  readonly reload: Locator;
  readonly useBrowser: Locator;
  readonly close: Locator;
  readonly progress: Locator;
  readonly failed: Locator;
  readonly retry: Locator;
}

export function barOn(page: Page): ConnectBar {
  return {
    page,
    address: page.getByTestId('bar-address'),
    back: page.getByTestId('bar-back'),
    reload: page.getByTestId('bar-reload'),
    useBrowser: page.getByTestId('bar-use-browser'),
    close: page.getByTestId('bar-close'),
    progress: page.getByTestId('bar-progress'),
    failed: page.getByTestId('bar-failed'),
    retry: page.getByTestId('bar-retry'),
  };
}

/**
 * Presses a key as the keyboard does. Playwright's own go straight to the page, past the window that
 * would see them first.
 */
export async function pressKey(
  app: ElectronApplication,
  page: Page,
  keyCode: string,
  modifiers: readonly ('alt' | 'control')[] = [],
): Promise<void> {
  await app.evaluate(
    ({ webContents }, { url, press }) => {
      const contents = webContents.getAllWebContents().find((one) => one.getURL() === url);
      contents?.sendInputEvent({ type: 'keyDown', ...press });
      contents?.sendInputEvent({ type: 'keyUp', ...press });
    },
    { url: page.url(), press: { keyCode, modifiers: [...modifiers] } },
  );
}

/** The address of the page that has the keyboard. */
export function focusedAddress(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ webContents }) => webContents.getFocusedWebContents()?.getURL() ?? '');
}

export interface OpenedConnect {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly connectPage: Page;
  readonly bar: ConnectBar;
  readonly admin: SandboxAdmin;
}

/** From the first run with simulated cars to Connect's first page, in its window. */
export async function openConnect(
  machine: Machine,
  args: readonly string[] = [],
): Promise<OpenedConnect> {
  const { app, page } = await machine.start({ args });
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const bar = barOn(await connectFrame(app));
  return { app, page, connectPage, bar, admin: adminOf(connectPage) };
}

/** Leads a page to an address, as a script in it could. */
export async function leadTo(remote: Page, address: string): Promise<void> {
  // The window may be gone before the answer.
  await remote.evaluate((url) => window.location.assign(url), address).catch(() => undefined);
}

/** The attempt goes on: nothing that was done to the window has ended it. */
export async function expectRunning(page: Page): Promise<void> {
  expect((await readApp(page)).connect).toMatchObject({ status: 'running', phase: 'waiting' });
}
