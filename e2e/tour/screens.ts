import { expect, type Page } from '@playwright/test';
import { backToTable } from './layers.ts';
import type { Look } from './look.ts';

/** Draws around the middle of the map; what lies there is picked, and let go again. */
async function tourLasso(page: Page, look: Look): Promise<void> {
  await page.getByTestId('map-stop').press('0');
  await page.getByTestId('map-lasso-start').press('Enter');
  const lasso = page.getByTestId('map-lasso');
  await lasso.waitFor();
  await look('map-lasso');
  const box = await lasso.boundingBox();
  if (!box) throw new Error('There is no lasso');
  const corners = [0.02, 0.02, 0.98, 0.02, 0.98, 0.98, 0.02, 0.98];
  for (let at = 0; at < corners.length; at += 2) {
    const [right = 0, down = 0] = corners.slice(at);
    await page.mouse.move(box.x + right * box.width, box.y + down * box.height, { steps: 4 });
    if (at === 0) await page.mouse.down();
  }
  await look('map-lasso-drawn');
  await page.mouse.up();
  await page.getByTestId('selection-bar').waitFor();
  await look('map-picked');
  await page.getByTestId('bulk-clear').press('Enter');
  await page.getByTestId('map-stop').focus();
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
  await tourLasso(page, look);
  await backToTable(page);
}

async function tourDiagnostics(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await page.getByTestId('health-smartcar').waitFor();
  await look('health');
  await page.getByTestId('diagnostics-tab-activity').press('Enter');
  await page.getByTestId('activity-entry').or(page.getByTestId('activity-empty')).first().waitFor();
  await look('activity');
  await page.getByTestId('diagnostics-tab-log').press('Enter');
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
  await tourDiagnostics(page, look);
  await tourMap(page, look);
}
