import type { ElectronApplication, Page } from '@playwright/test';
import { type Appearance, DEFAULT_APPEARANCE } from '../contract/appearance.ts';
import { expect } from './app.ts';
import { layoutProblems } from './layout.ts';
import { checkScreen } from './screens.ts';

/** Chooses a part of the appearance, as the settings do. */
export async function setAppearance(page: Page, part: Partial<Appearance>): Promise<void> {
  const answer = await page.evaluate((next) => window.motorpool['settings.setAppearance'](next), {
    ...DEFAULT_APPEARANCE,
    ...part,
  });
  expect(answer).toEqual({ ok: true, value: null });
}

/** Has the window speak German. */
export async function speakGerman(page: Page): Promise<void> {
  await setAppearance(page, { language: 'de' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
}

/** Takes the pictures of a screen in German and lets axe look at it, then goes on in English. */
export async function checkGerman(page: Page, name: string): Promise<void> {
  await speakGerman(page);
  expect(await layoutProblems(page), name).toEqual([]);
  await checkScreen(page, `german-${name}`);
  await setAppearance(page, { language: 'en' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

/** Elements with something to press that no scrolling brings into the window. */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('button, input, select, a, [tabindex="0"]')) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      const isOutside =
        left + Math.min(width, 8) > innerWidth || right < 1 || bottom < 1 || top > innerHeight - 1;
      if (isOutside) found.push(element.outerHTML.slice(0, 120));
    }
    return found;
  });
}

/**
 * Text as large as the View menu makes it, in a window of 1280 by 800: each pixel of the page is so many of
 * the screen, which is half the room at a factor of two. Playwright's pictures know no zoom of Electron's.
 */
export async function enlarge(app: ElectronApplication, factor: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(width, height);
      window?.setContentSize(width, height);
    },
    [1280 / factor, 800 / factor] as const,
  );
}
