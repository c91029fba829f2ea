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

/** The words that are marked on the page that is open. */
export function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('settings-found') ?? [])].map(String));
}
