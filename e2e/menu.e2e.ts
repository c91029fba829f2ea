import { ACTION_IDS, FREE_ACTIONS } from '../contract/actions.ts';
import { expect, test } from './app.ts';
import { speakGerman } from './language.ts';
import { chooseItem, menuOf, noteActions } from './menu.ts';
import { readApp, tryWithSimulatedCars } from './pages.ts';
import { openPalette } from './palette.ts';
import { expectFocus, startWithNumbered } from './table.ts';

const isMac = process.platform === 'darwin';

test('the menu speaks the language in use, and waits for an application', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-own').waitFor();
  const before = await menuOf(app);
  expect(Object.keys(before)).toEqual([
    ...(isMac ? ['Motorpool'] : []),
    ...['File', 'Edit', 'View', 'Vehicle', 'Window', 'Help'],
  ]);
  const actions = () =>
    menuOf(app).then((menus) =>
      Object.values(menus)
        .flat()
        .filter(({ id }) => ACTION_IDS.some((action) => action === id)),
    );
  const ready = (await actions()).filter(({ enabled }) => enabled).map(({ id }) => id);
  expect(new Set(ready)).toEqual(FREE_ACTIONS);

  await tryWithSimulatedCars(page);
  await expect.poll(async () => (await actions()).filter(({ enabled }) => !enabled)).toEqual([]);
  expect((await menuOf(app)).File).toContainEqual({
    id: 'connect',
    label: isMac ? 'Connect a Car…' : 'Connect a car…',
    enabled: true,
    accelerator: 'CommandOrControl+N',
    checked: false,
  });

  await speakGerman(page);
  const german = await menuOf(app);
  expect(Object.keys(german)).toEqual(
    isMac
      ? ['Motorpool', 'Ablage', 'Bearbeiten', 'Darstellung', 'Fahrzeug', 'Fenster', 'Hilfe']
      : ['Datei', 'Bearbeiten', 'Ansicht', 'Fahrzeug', 'Fenster', 'Hilfe'],
  );
  const words = Object.values(german).flat();
  expect(words.map(({ label }) => label)).toContain('Fahrzeug verbinden…');
  expect(words.filter(({ label }) => /copy|paste|undo|quit|zoom in/i.test(label))).toEqual([]);
});

test('a key is shown in the menu and runs its action once, by the page', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5);
  const ran = await noteActions(page);
  await page.getByTestId('vehicle-row').first().waitFor();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  // As the system's keyboard does it, which asks the menu as well.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const type of ['keyDown', 'keyUp'] as const) {
      contents?.sendInputEvent({ type, keyCode: 'Escape' });
    }
  });
  await expect(page.getByTestId('settings-screen')).toHaveCount(0);
  await app.evaluate(
    ({ BrowserWindow }, modifier) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const) {
        contents?.sendInputEvent({ type, keyCode: 'N', modifiers: [modifier] });
      }
    },
    isMac ? ('meta' as const) : ('control' as const),
  );
  await expect(page.getByRole('dialog')).toHaveCount(1);
  expect(await ran()).toEqual([]);
});

test('a key that somebody chose stands in the menu', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5);
  const keyOf = async (id: string) =>
    Object.values(await menuOf(app))
      .flat()
      .find((item) => item.id === id)?.accelerator;
  expect(await keyOf('export')).toBe('CommandOrControl+E');
  await page.evaluate(() =>
    window.motorpool['settings.setShortcuts']({ export: 'Mod+Shift+x', connect: null }),
  );
  await expect.poll(() => keyOf('export')).toBe('CommandOrControl+Shift+X');
  expect(await keyOf('connect')).toBeNull();
});

test('the menu shows what is in use, and says what an item would do now', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5);
  await page.getByTestId('vehicle-row').first().waitFor();
  const items = async () => Object.values(await menuOf(app)).flat();
  const inUse = async () => (await items()).filter(({ checked }) => checked).map(({ id }) => id);
  const words = async (id: string) =>
    (await items()).find((item) => item.id === id)?.label.toLowerCase();
  expect(await inUse()).toEqual(['themeSystem', 'rowsNormal']);

  await chooseItem(app, 'themeDark');
  await chooseItem(app, 'rowsCompact');
  await expect.poll(inUse).toEqual(['themeDark', 'rowsCompact']);
  await expect.poll(async () => (await readApp(page)).table.density).toBe('compact');
  // The other way round: chosen on the page.
  await openPalette(page);
  await page.keyboard.type('light theme');
  await page.keyboard.press('Enter');
  await expect.poll(inUse).toEqual(['themeLight', 'rowsCompact']);
  // What lies below a dialog waits, and the menu does not say otherwise.
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByTestId('connect-dialog').waitFor();
  await chooseItem(app, 'themeDark');
  await expect.poll(inUse).toEqual(['themeLight', 'rowsCompact']);
  await page.keyboard.press('Escape');
  await page.getByTestId('connect-dialog').waitFor({ state: 'hidden' });

  expect(await words('pauseReading')).toBe('pause reading');
  await chooseItem(app, 'pauseReading');
  await expect.poll(() => words('pauseReading')).toBe('resume reading');
  await chooseItem(app, 'pauseReading');
  await expect.poll(() => words('pauseReading')).toBe('pause reading');

  await chooseItem(app, 'showOnMap');
  await expect(page.getByText('First open a vehicle, or pick one in the table.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('Enter');
  await page.getByTestId('vehicle-detail').waitFor();
  await chooseItem(app, 'showOnMap');
  await page.getByTestId('map-screen').waitFor();
  await chooseItem(app, 'supportFile');
  await expect(page.getByTestId('support-preview')).toBeFocused();
});

test('an item asks the page, also one that is only opened by it', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5);
  const ran = await noteActions(page);
  await chooseItem(app, 'refreshAll');
  await chooseItem(app, 'map');
  await expect.poll(ran).toEqual(['refreshAll', 'map']);

  // As on macOS, where the app goes on without a window.
  await app.evaluate(({ app: electron }) => electron.removeAllListeners('window-all-closed'));
  await app.evaluate(({ app: electron }) => electron.on('window-all-closed', () => undefined));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => app.windows().length).toBe(0);
  await app.context().addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const ranHere: unknown[] = [];
      Object.assign(window, { ran: ranHere });
      window.motorpool.subscribe('action.run', (id) => ranHere.push(id));
    });
  });
  const opened = app.waitForEvent('window');
  await chooseItem(app, 'connect');
  const next = await opened;
  await next.getByTestId('connect-dialog').waitFor();
  // It begins with the screen that was open last.
  await next.getByTestId('map-screen').waitFor();
  await expect
    .poll(() => next.evaluate(() => (window as unknown as { ran: unknown[] }).ran))
    .toEqual(['connect']);
});
