import { expect, type Page } from '@playwright/test';

/** The palette's parts. */
export const paletteOf = (page: Page) => {
  const palette = page.getByTestId('palette');
  return {
    palette,
    search: palette.getByRole('combobox'),
    option: (name: string | RegExp) => palette.getByRole('option', { name }),
    /** The entry that Enter would do. */
    active: palette.locator('[aria-selected="true"]'),
  };
};

/** Opens the palette and waits until one can type in it. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette-search')).toBeFocused();
}
