import type { Page } from '@playwright/test';
import type { Look } from './look.ts';

const TABS = ['now', 'access', 'place', 'log', 'notes', 'trends'] as const;

/** All that the details of the first vehicle show and ask, and back to the table. */
export async function tourDetails(page: Page, look: Look): Promise<void> {
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('vehicle-detail').waitFor();
  for (const tab of TABS) {
    await page.getByTestId(`detail-tab-${tab}`).click();
    await look(`detail-${tab}`);
  }
  const toggle = page.locator('[data-testid^=trend-toggle-]').first();
  if (await toggle.isVisible()) {
    await toggle.press('Enter');
    await look('detail-trends-table');
  }
  await page.getByTestId('detail-tab-access').click();
  await page.getByTestId('disconnect-button').press('Enter');
  await page.getByTestId('disconnect-confirm').waitFor();
  await look('disconnect');
  await page.keyboard.press('Escape');
  await page.getByTestId('disconnect-confirm').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-detail').waitFor({ state: 'detached' });
}
