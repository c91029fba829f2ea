import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the settings at one of their pages, by the keyboard. */
export async function openSettings(page: Page, id: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByTestId('settings-screen');
  await settings.waitFor();
  const tab = page.getByTestId(`settings-page-${id}`);
  await tab.press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  return settings;
}
