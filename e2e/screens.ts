import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { root } from '../build/setup/paths.mjs';

const SCHEMES = ['light', 'dark'] as const;

/** The rules of axe that look at colours. What all others look at is the same in both themes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Takes a picture of a page in both themes, to look at. */
export async function takePictures(page: Page, name: string): Promise<void> {
  await inBothThemes(page, (colorScheme) => picture(page, `${name}-${colorScheme}`));
}

/** Takes a picture of a screen in both themes, and lets axe look at it in both. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  await inBothThemes(page, async (colorScheme) => {
    await picture(page, `${name}-${colorScheme}`);
    // Electron opens no second page for axe's summary; the legacy mode needs none.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (colorScheme !== SCHEMES[0]) axe.withRules(COLOUR_RULES);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  });
}

async function inBothThemes(
  page: Page,
  look: (colorScheme: (typeof SCHEMES)[number]) => Promise<void>,
): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await look(colorScheme);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'out/screens', `${name}.png`) });
}
