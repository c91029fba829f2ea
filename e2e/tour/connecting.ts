import type { ElectronApplication, Page } from '@playwright/test';
import {
  DRIVER,
  startConnect,
  waitForConnected,
  waitForOutcome,
  waitUntilSettled,
  walkConnect,
} from '../pages.ts';
import type { Look } from './look.ts';

/** From an empty table to the first vehicles: Connect that is stopped, and one that comes through. */
export async function tourConnecting(
  page: Page,
  look: Look,
  app: ElectronApplication,
): Promise<void> {
  await look('empty');
  await startConnect(app, page);
  await page.getByTestId('connect-panel').waitFor();
  await look('connecting');
  await page.getByTestId('connect-panel').focus();
  await page.keyboard.press('Escape');
  await page.getByTestId('connect-stop-question').waitFor();
  await look('connect-question');
  await page.getByTestId('connect-stop').press('Enter');
  await waitForOutcome(page, 'cancelled');
  await look('outcome-cancelled');
  await page.getByTestId('outcome-close').press('Enter');
  await walkConnect(await startConnect(app, page), DRIVER);
  await waitForConnected(page);
  await look('outcome-connected');
  await page.getByTestId('outcome-close').press('Enter');
  await page.getByTestId('vehicle-row').first().waitFor();
  await waitUntilSettled(page);
  await look('first-vehicles');
}

/** What is said above the table where much is wrong; see `startWithTrouble`. */
export async function tourBanners(page: Page, look: Look): Promise<void> {
  await page.getByTestId('banner-no_secret').waitFor();
  await page.getByTestId('banner-reconnect').waitFor();
  await look('banners');
  await page.getByTestId('rail-activity').press('Enter');
  await page.getByTestId('diagnostics-tab-health').press('Enter');
  await page.getByTestId('health-smartcar').waitFor();
  await look('banners-health');
  await page.getByTestId('rail-settings').press('Enter');
  await page.getByTestId('settings-page-application').press('Enter');
  await look('banners-profiles');
}
