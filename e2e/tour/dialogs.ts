import type { Page } from '@playwright/test';
import { leave } from './layers.ts';
import type { Look } from './look.ts';

/** VINs of which one has a wrong check digit. */
const PASTED = '5YJ3E1EA7KF317000\n1HGCM82633A004352\n1HGCM82633A004353';

/** Picks the first two vehicles and does something with them from the bar. */
async function withTwo(page: Page, testId: string): Promise<void> {
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  const button = page.getByTestId(`bulk-${testId}`);
  if (await button.isVisible()) await button.press('Enter');
  else {
    await page.getByTestId('bulk-more').press('Enter');
    await page.getByTestId(`menu-${testId}`).press('Enter');
  }
}

/** The dialogs that ask about picked vehicles. */
export async function tourCommands(page: Page, look: Look): Promise<void> {
  const commands = ['lock', 'unlock', 'set_charge_limit', 'disconnect'] as const;
  for (const kind of commands) {
    await withTwo(page, kind);
    await page.getByTestId('command-verdict').waitFor();
    await look(`command-${kind}`);
    await leave(page, 'command-dialog');
    await page.getByTestId('bulk-clear').press('Enter');
  }
  for (const kind of ['tags', 'group'] as const) {
    await withTwo(page, kind);
    await page.getByTestId(`labels-${kind}`).waitFor();
    await look(`labels-${kind}`);
    await leave(page, 'labels-dialog');
    await page.getByTestId('bulk-clear').press('Enter');
  }
}

/** The dialogs that come up from anywhere. */
export async function tourDialogs(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+/');
  await page.getByTestId('keys-dialog').waitFor();
  await look('keys');
  await leave(page, 'keys-dialog');
  await page.getByTestId('alert-bell').press('Enter');
  await page.getByTestId('alerts-dialog').waitFor();
  await look('alerts');
  await leave(page, 'alerts-dialog');
  await tourConnectDialog(page, look);
}

/** The choices before Connect, and the check of a list of VINs that starts there. */
async function tourConnectDialog(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  const dialog = page.getByTestId('connect-dialog');
  await dialog.waitFor();
  await look('connect-dialog');
  for (const [permission, key] of [
    ['read_tires', 'ArrowRight'],
    ['read_fuel', 'ArrowLeft'],
  ] as const) {
    const row = dialog.getByTestId(`permission-${permission}`);
    await row.getByRole('radio', { checked: true }).press(key);
  }
  await dialog.getByTestId('preset-save-open').press('Enter');
  const name = dialog.getByTestId('preset-save-name');
  await name.press('Enter');
  await dialog.getByRole('alert').filter({ hasText: /\p{L}/u }).waitFor();
  await look('connect-dialog-save');
  await name.press('Escape');
  await dialog.getByTestId('connect-advanced').press('Enter');
  await dialog.getByTestId('connect-vehicle-vin').press('Space');
  await dialog.getByTestId('connect-vin').fill('1HGCM82633A004352');
  await dialog.getByTestId('eligibility-inline').filter({ hasText: /\p{L}/u }).waitFor();
  await look('connect-dialog-advanced');
  await dialog.getByTestId('eligibility-open').press('Enter');
  const screen = page.getByTestId('eligibility-screen');
  await screen.waitFor();
  await look('eligibility');
  await screen.getByTestId('eligibility-paste').fill(PASTED);
  await screen.getByTestId('eligibility-country').selectOption('US');
  await screen.getByTestId('eligibility-check').press('Enter');
  await screen.getByTestId('eligibility-row').nth(2).waitFor();
  await look('eligibility-list');
  await leave(page, 'eligibility-screen');
  await leave(page, 'connect-dialog');
}
