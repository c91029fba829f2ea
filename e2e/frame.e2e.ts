import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { enlarge, setAppearance, speakGerman, unreachable } from './language.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { expectFocus, startWithNumbered } from './table.ts';

/** The areas in the order of the rail, with their key and what shows that one is there. */
const AREAS = [
  { id: 'vehicles', key: '1', shows: 'search' },
  { id: 'map', key: '2', shows: 'map-screen' },
  { id: 'onboarding', key: '3', shows: 'onboarding-screen' },
  { id: 'activity', key: '4', shows: 'diagnostics-screen' },
  { id: 'settings', key: '5', shows: 'settings-screen' },
] as const;

async function expectArea(page: Page, { id, shows }: (typeof AREAS)[number]): Promise<void> {
  await expect(page.getByTestId(shows)).toBeVisible();
  await expect(page.getByTestId(`rail-${id}`)).toHaveAttribute('aria-current', 'page');
  await expect(page.getByTestId('rail').locator('[aria-current]')).toHaveCount(1);
}

test('the rail leads to each area, by pointer and by keys alone', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 60, [1024, 640]);
  for (const area of AREAS.toReversed()) {
    await page.getByTestId(`rail-${area.id}`).click();
    await expectArea(page, area);
    await checkScreen(page, `frame-${area.id}`);
  }
  await expectFocus(page, 'Car 001 / name');

  for (const area of AREAS) {
    await page.keyboard.press(`ControlOrMeta+${area.key}`);
    await expectArea(page, area);
  }
  await page.keyboard.press('ControlOrMeta+1');
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('ControlOrMeta+,');
  await page.keyboard.press('Escape');
  await expectFocus(page, 'Car 001 / name');

  // By Tab and Enter, as with any button.
  await page.getByTestId('rail-activity').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('rail-settings')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByTestId('settings-screen').getByRole('heading', { level: 1 }),
  ).toBeFocused();

  await speakGerman(page);
  await expect(page.getByTestId('rail-settings')).toHaveAccessibleName('Einstellungen');
  await expect(page.getByTestId('rail-settings')).toHaveAttribute('title', /\((Strg|Ctrl)\+,|⌘,/);
  await checkScreen(page, 'frame-settings-de');
  await setAppearance(page, { language: 'en' });

  await enlarge(app, 2);
  for (const area of AREAS.filter(({ id }) => id !== 'map')) {
    await page.keyboard.press(`ControlOrMeta+${area.key}`);
    await expectArea(page, area);
    expect(await unreachable(page), area.id).toEqual([]);
    await checkScreen(page, `frame-${area.id}-200`);
  }
});

test('activity opens where it was left, health by its own key', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 3);
  const tab = (name: string) => page.getByTestId(`diagnostics-tab-${name}`);
  await page.keyboard.press('ControlOrMeta+4');
  await expect(tab('activity')).toHaveAttribute('aria-selected', 'true');
  await tab('log').click();
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('ControlOrMeta+4');
  await expect(tab('log')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ControlOrMeta+Shift+d');
  await expect(tab('health')).toHaveAttribute('aria-selected', 'true');
});

test('dialogs and actions work from every area', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 3);
  const connect = page.getByTestId('connect-dialog');
  for (const key of ['1', '2', '3', '4', '5']) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await page.keyboard.press('ControlOrMeta+n');
    await expect(connect).toBeVisible();
    // What lies below a dialog waits.
    await page.keyboard.press('ControlOrMeta+1');
    await expect(page.getByTestId('rail').locator('[aria-current]')).toHaveAttribute(
      'data-testid',
      `rail-${AREAS.find((area) => area.key === key)?.id}`,
    );
    await page.keyboard.press('Escape');
    await expect(connect).toBeHidden();
    await page.keyboard.press('?');
    await expect(page.getByTestId('keys-dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  // The settings have a search of their own; from everywhere else it is the table's.
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByTestId('settings-search')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+4');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByTestId('search')).toBeFocused();
});

test('the application menu of the system does the same', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 3);
  const choose = (id: string) =>
    app.evaluate(
      ({ BrowserWindow }, action) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('action.run', action),
      id,
    );
  await choose('map');
  await expect(page.getByTestId('map-screen')).toBeVisible();
  await choose('checkVins');
  await expect(page.getByRole('dialog', { name: 'Check cars before connecting' })).toBeVisible();
});

test('the set-up has no rail, but its keys and what is found by words', async ({ machine }) => {
  const { page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await expect(page.getByTestId('rail')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByTestId('keys-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette')).toBeVisible();
  await checkScreen(page, 'palette-setup');
  await page.keyboard.press('Escape');
  await tryWithSimulatedCars(page);
  await expect(page.getByTestId('rail')).toBeVisible();
  // Nothing to search yet: the key says why, and does nothing later.
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByTestId('said')).toHaveText('First connect a vehicle');
});
