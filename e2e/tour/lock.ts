import { expect, type Page } from '@playwright/test';
import { backToTable, openFirst } from './layers.ts';
import type { Look } from './look.ts';

const PASSPHRASE = '2580 abc';

/** On the page of privacy: a passphrase that is too short, then the one by which it is unlocked. */
export async function setPassphrase(page: Page, look: Look): Promise<void> {
  await page.getByTestId('lock-set').press('Enter');
  const next = page.getByTestId('lock-next');
  await next.fill('12');
  await next.press('Enter');
  await page.getByTestId('settings-screen').getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  await look('settings-lock-form');
  await next.fill(PASSPHRASE);
  await page.getByTestId('lock-again').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByTestId('lock-now').waitFor();
  await look('settings-lock-set');
}

/** Locked, with a wrong passphrase, and with it forgotten; then unlocked. `setPassphrase` was before. */
export async function tourLock(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+L');
  const passphrase = page.getByTestId('lock-passphrase');
  await passphrase.waitFor();
  await look('locked');
  await passphrase.fill('wrong');
  await passphrase.press('Enter');
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  await look('locked-wrong');
  await page.getByTestId('lock-forgotten').press('Enter');
  await page.getByTestId('lock-word').waitFor();
  await look('locked-forgotten');
  await passphrase.fill(PASSPHRASE);
  await passphrase.press('Enter');
  await page.getByTestId('vehicle-row').first().waitFor();
}

/** Details hidden by their key: in the table, in a vehicle's place and on the map. */
export async function tourHidden(page: Page, look: Look): Promise<void> {
  const mark = page.getByTestId('details-hidden');
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await mark.waitFor();
  await look('hidden-table');
  await openFirst(page);
  await page.getByTestId('detail-tab-place').press('Enter');
  await page.getByTestId('place-tab').waitFor();
  await look('hidden-place');
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-detail').waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('map-hidden').waitFor();
  await look('hidden-map');
  await backToTable(page);
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(mark).toHaveCount(0);
}
