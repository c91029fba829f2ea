import { expect, type Page } from '@playwright/test';
import type { Look } from './look.ts';

async function backToTable(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-grid').waitFor();
}

async function tourMap(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.locator('[data-testid="map"][data-ready]').waitFor();
  await look('map');
  const nearest = page.getByTestId('map-nearest');
  await nearest.fill('Spring');
  await page.getByTestId('map-places').waitFor();
  await look('map-places');
  await nearest.press('Enter');
  await look('map-nearest');
  await nearest.fill('');
  await page.getByTestId('map-stop').focus();
  await backToTable(page);
}

async function tourDiagnostics(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await page.getByTestId('health-smartcar').waitFor();
  await look('health');
  await page.getByTestId('diagnostics-tab-activity').click();
  await page.getByTestId('activity-entry').or(page.getByTestId('activity-empty')).first().waitFor();
  await look('activity');
  await page.getByTestId('diagnostics-tab-log').click();
  await page.getByTestId('log-list').waitFor();
  await look('log');
  await page.getByTestId('support-open').press('Enter');
  await expect(page.getByTestId('support-preview')).toHaveValue(/Motorpool/);
  await look('support');
  await page.keyboard.press('Escape');
  await page.getByTestId('support-dialog').waitFor({ state: 'detached' });
  await backToTable(page);
}

/** The screens beside the table, each from the table and back to it. */
export async function tourScreens(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await look('settings');
  await backToTable(page);
  await tourDiagnostics(page, look);
  await tourMap(page, look);
}
