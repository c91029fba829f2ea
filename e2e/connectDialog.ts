import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import {
  closeConnectWindow,
  leaveConnectDialog,
  openConnectDialog,
  waitForOutcome,
} from './pages.ts';

/** Chooses something in the open dialog. */
export type Choose = (dialog: Locator, page: Page) => Promise<void>;

export type Parameters = Readonly<Record<string, string | null>>;

/** Opens the fold with what is seldom needed. */
export async function unfoldAdvanced(dialog: Locator): Promise<void> {
  await dialog.getByTestId('connect-advanced').click();
}

/** The radio button of one row, by its word. */
export function permission(dialog: Locator, name: string, level: string): Locator {
  return dialog.getByTestId(`permission-${name}`).getByRole('radio', { name: level });
}

/** Opens Connect with these choices, and answers where it went; everything is put away again. */
export async function connectWith(
  app: ElectronApplication,
  page: Page,
  connectUrl: () => Promise<URL>,
  choose: Choose,
): Promise<URLSearchParams> {
  const dialog = await openConnectDialog(page);
  await choose(dialog, page);
  await leaveConnectDialog(app, page);
  await expect(dialog).toBeHidden();
  const { searchParams } = await connectUrl();
  await closeConnectWindow(app);
  await waitForOutcome(page, 'closed');
  await page.getByTestId('outcome-close').click();
  return searchParams;
}

/** Checks the parameters that are named; `null` for one that must not be there. */
export function expectParameters(found: URLSearchParams, expected: Parameters): void {
  const names = Object.keys(expected);
  expect(Object.fromEntries(names.map((name) => [name, found.get(name)]))).toEqual(expected);
}
