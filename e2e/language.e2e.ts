import { expect, test } from './app.ts';
import { startWithCommands } from './commands.ts';
import { startWithFleet } from './fleet.ts';
import { enlarge, setAppearance, speakGerman, unreachable } from './language.ts';
import {
  connectFrame,
  openConnectDialog,
  readApp,
  startConnect,
  tryWithSimulatedCars,
} from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { columnTexts, resize, startWithNumbered } from './table.ts';

test('the language is changed by the keyboard, at once, taken back, and kept', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const settings = await openSettings(page, 'appearance');
  const language = page.getByTestId('appearance-language');
  await language.focus();
  await page.keyboard.press('D');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(language).toBeFocused();
  await expect(settings).toContainText('Gilt ab sofort.');

  // What was changed elsewhere meanwhile is not taken back with it.
  await page.evaluate(async () => {
    const { status } = await window.motorpool['app.bootstrap']();
    await window.motorpool['settings.setAppearance']({
      ...status.appearance.choice,
      theme: 'dark',
    });
  });
  await page.getByTestId('appearance-undo').press('Enter');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(language).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect((await readApp(page)).status.appearance.choice.theme).toBe('dark');

  await language.selectOption('de');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await app.close();
  const next = await machine.start();
  await expect(next.page.getByTestId('connect-button').first()).toContainText('Fahrzeug verbinden');
  await expect(next.page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a start in German loads German alone, and shows no other text before', async ({
  machine,
}) => {
  const { page } = await startWithFleet(machine, 12);
  await speakGerman(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url().replace(/^.*\//, '')));
  // Notes every text that the button ever has, from the first one on.
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('[data-testid="connect-button"]')?.textContent;
      if (text) seen.add(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  await page.getByTestId('vehicle-row').first().waitFor();
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(['Fahrzeug verbinden']);
  expect(loaded.filter((name) => /^(de|en)-.*\.js$/.test(name))).toEqual([
    expect.stringMatching(/^de-/),
  ]);
});

test('the theme is changed at once, and kept', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  // Otherwise Playwright says that the system is light, whatever the app asks for.
  await page.emulateMedia({ colorScheme: null });
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await setAppearance(page, { theme: 'light' });
  await expect.poll(surface).toBe('rgb(246, 247, 248)');
  await setAppearance(page, { theme: 'dark' });
  await expect.poll(surface).toBe('rgb(18, 19, 21)');
  await app.close();
  const next = await machine.start();
  await next.page.getByTestId('connect-button').first().waitFor();
  expect(await next.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

test('less motion stops what moves', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const duration = () =>
    page
      .getByTestId('connect-button')
      .first()
      .evaluate((button) => getComputedStyle(button).transitionProperty);
  expect(await duration()).not.toBe('none');
  await setAppearance(page, { motion: 'less' });
  await expect.poll(duration).toBe('none');
});

test('units are those that are chosen: in the table, in a search and in the details', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 12);
  expect((await readApp(page)).status.appearance.units.distance).toBe('km');
  expect((await columnTexts(page, 'odometer'))[0]).toMatch(/^1,000\u00a0km/);
  await setAppearance(page, { distance: 'mi', pressure: 'psi' });
  await expect.poll(async () => (await columnTexts(page, 'odometer'))[0]).toMatch(/^621\u00a0mi/);
  const search = page.getByTestId('search');
  await search.fill('odometer<=623');
  // 1,000 to 1,011 km are 621 to 628 miles.
  await expect(page.getByTestId('vehicle-row')).toHaveCount(4);
  await search.fill('odometer<=1003km');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(4);
  await search.fill('');
  await search.press('Escape');
  await page.getByTestId('vehicle-row').first().click();
  await expect(page.getByTestId('vehicle-detail')).toContainText('621\u00a0mi');
});

test('the settings, 1024 by 640, in German', async ({ machine }) => {
  const { app, page } = await machine.start();
  await speakGerman(page);
  await resize(app, 1024, 640);
  await checkScreen(page, 'de-setup');
  await page.getByTestId('door-own').click();
  await page.getByRole('button', { name: 'Diese Anwendung verwenden' }).click();
  await page.getByText('Bitte die Client-ID eingeben.').waitFor();
  await checkScreen(page, 'de-setup-form');
  await page.getByRole('button', { name: 'Zurück' }).first().click();
  await tryWithSimulatedCars(page);
  await checkScreen(page, 'de-empty');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await checkScreen(page, 'de-settings');
  await page.getByTestId('settings-page-appearance').press('Enter');
  await page.getByTestId('appearance-language').scrollIntoViewIfNeeded();
  await page.getByTestId('appearance-pressure').scrollIntoViewIfNeeded();
  await checkScreen(page, 'de-settings-appearance');
  await page.keyboard.press('Escape');
  await openConnectDialog(page);
  await checkScreen(page, 'de-connect-dialog');
  await page.getByTestId('connect-advanced').click();
  await checkScreen(page, 'de-connect-dialog-advanced');
});

test('the table and what belongs to it, 1024 by 640, in German', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 240);
  await speakGerman(page);
  await resize(app, 1024, 640);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  await checkScreen(page, 'de-table');
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await checkScreen(page, 'de-table-picked');
  await page.getByTestId('bulk-clear').click();
  await page.getByTestId('search').click();
  await page.getByTestId('search-suggestions').waitFor();
  await checkScreen(page, 'de-table-suggestions');
  await page.getByTestId('search').fill('kein solches');
  await page.getByTestId('no-match').waitFor();
  await checkScreen(page, 'de-table-no-match');
});

test('the details and a command, 1024 by 640, in German', async ({ machine }) => {
  const { app, page } = await startWithCommands(machine, 2);
  await speakGerman(page);
  await resize(app, 1024, 640);
  await page.getByTestId('vehicle-row').first().click();
  for (const tab of ['now', 'access', 'place', 'log', 'notes']) {
    await page.getByTestId(`detail-tab-${tab}`).click();
    await checkScreen(page, `de-detail-${tab}`);
  }
  await page.getByTestId('detail-tab-now').click();
  await page.getByRole('button', { name: 'Entriegeln…' }).click();
  await page.getByRole('dialog').waitFor();
  await checkScreen(page, 'de-command');
});

test('text of twice the size: nothing is out of reach', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 40);
  await enlarge(app, 2);
  await checkScreen(page, 'large-table');
  expect(await unreachable(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await checkScreen(page, 'large-settings');
  expect(await unreachable(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await openConnectDialog(page);
  await checkScreen(page, 'large-connect-dialog');
  expect(await unreachable(page)).toEqual([]);
});

test('the bar around Connect and the waiting for it speak German, too', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await speakGerman(page);
  await startConnect(app, page);
  const frame = await connectFrame(app);
  await expect(frame.locator('html')).toHaveAttribute('lang', 'de');
  await expect(frame.getByTestId('bar-use-browser')).toHaveText('Eigener Browser');
  await expect(frame.getByTestId('bar-close')).toHaveAccessibleName('Dieses Fenster schließen');
  await checkScreen(page, 'de-connecting');
});
