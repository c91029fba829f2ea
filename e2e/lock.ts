import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { openSettings } from './settings.ts';

/** The passphrase of these tests. */
export const PIN = '2580 abc';

/** Sets `PIN` in the settings. */
export async function setPassphrase(page: Page): Promise<void> {
  await openSettings(page, 'privacy');
  await page.getByTestId('lock-set').press('Enter');
  await page.getByTestId('lock-next').fill(PIN);
  await page.getByTestId('lock-again').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lock-state')).toContainText('A passphrase is set');
}

/** Locks by its key. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await page.getByTestId('lock-screen').waitFor();
}

export async function unlock(page: Page, passphrase = PIN): Promise<void> {
  await page.getByTestId('lock-passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}
