import type { ElectronApplication, Page } from '@playwright/test';
import { COLUMN_IDS, type ColumnId, DEFAULT_TABLE_SETTINGS } from '../contract/tableView.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, type Machine, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { speakGerman } from './language.ts';
import { clipboardText } from './outcomes.ts';
import { readApp } from './pages.ts';
import { leaks } from './privacy.ts';
import { checkScreen } from './screens.ts';
import { numbered, resize } from './table.ts';

const vinAt = (index: number) => `5YJ3E1EA0KF9${String(10_000 + index)}`;
const COUNT = 6;

/** In Dallas, with a VIN and a plate of its own; the last ones have to be connected again. */
function inDallas(vehicle: VehicleRecord, index: number): VehicleRecord {
  const car = numbered(vehicle, index);
  const at = new Date().toISOString();
  const value = { latitude: 32.783 + index * 0.001, longitude: -96.807 };
  const isEnded = index === COUNT - 1;
  return {
    ...car,
    vin: vinAt(index),
    access: isEnded ? 'reconnect' : 'ok',
    accessEnded: isEnded ? { reason: 'login', since: at } : null,
    readings: {
      ...car.readings,
      location: { last: { value, measuredAt: at, fetchedAt: at }, problem: null },
    },
  };
}

const SECRETS = [
  ...Array.from({ length: COUNT }, (_, index) => vinAt(index)),
  ...Array.from({ length: COUNT }, (_, index) => vinAt(index).slice(-6)),
  'MP 00',
  'Dallas',
  '32.78',
  '32,78',
  '96.80',
  '96,80',
];

const look = (page: Page) => leaks(page, SECRETS);

/** What somebody typed is in its field, and told back in quotation marks. */
const isTyped = (leak: string) => / in field: | in INPUT value: | in SPAN: .*[“„]/.test(leak);

function table(groupBy: ColumnId | null) {
  return {
    ...DEFAULT_TABLE_SETTINGS,
    current: { ...DEFAULT_TABLE_SETTINGS.current, columns: [...COLUMN_IDS], groupBy },
  };
}

async function start(machine: Machine, groupBy: ColumnId | null = null) {
  const started = await startWithFleet(machine, COUNT, {
    vehicle: inDallas,
    settings: { table: table(groupBy) },
  });
  // Wide enough for all columns to be in the document.
  await resize(started.app, 3800, 900);
  await expect(started.page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  return started;
}

async function hide(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByTestId('details-hidden')).toBeVisible();
}

/** Goes over every cell of the first row, as a pointer and a screen reader do. */
async function visitCells(page: Page): Promise<void> {
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  for (const id of COLUMN_IDS) {
    await page.getByTestId('vehicle-row').first().locator(`[data-column="${id}"]`).hover();
    await page.keyboard.press('ArrowRight');
  }
}

test('switched by a key, marked, kept, and taken back; the search still knows VINs', async ({
  machine,
}) => {
  const { app, page } = await start(machine);
  // What is looked for is there, so that finding none of it means something.
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Dallas');
  await visitCells(page);
  const shown = await look(page);
  for (const secret of [vinAt(0), vinAt(0).slice(-6), 'MP 00', 'Dallas']) {
    expect(shown.some((one) => one.startsWith(secret))).toBe(true);
  }

  await hide(page);
  await expect(page.getByTestId('said')).toContainText('hidden now');
  expect(await look(page)).toEqual([]);
  await visitCells(page);
  expect(await look(page)).toEqual([]);
  await page.getByTestId('search').fill(`vin:${vinAt(3).slice(-6)}`);
  await expect(page.getByTestId('vehicle-row')).toHaveCount(1);
  await expect(page.getByTestId('vehicle-row')).toContainText('Car 004');
  await page.getByTestId('search').fill('');
  await resize(app, 1024, 640);
  await checkScreen(page, 'privacy-table');

  await app.close();
  const next = await machine.start();
  await next.page.getByTestId('details-hidden').press('Enter');
  const box = next.page.getByTestId('privacy-hide');
  await expect(box).toBeChecked();
  await checkScreen(next.page, 'privacy-settings');
  await box.press('Space');
  await next.page.getByTestId('privacy-undo').press('Enter');
  await expect(box).toBeChecked();
  await box.press('Space');
  await next.page.keyboard.press('Escape');
  await expect(next.page.getByTestId('details-hidden')).toHaveCount(0);
  expect((await readApp(next.page)).status.privacy.hideDetails).toBe(false);
});

test('nothing that is copied says more', async ({ machine }) => {
  const { app, page } = await start(machine);
  await hide(page);
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => clipboardText(app)).toContain('Car 006');
  const text = await clipboardText(app);
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).toContain('Hidden');
});

for (const groupBy of ['vin', 'plate', 'location'] as const) {
  test(`groups by ${groupBy} have no name that tells it`, async ({ machine }) => {
    const { page } = await start(machine, groupBy);
    await page.getByTestId('group-row').first().waitFor();
    expect(await look(page)).not.toEqual([]);
    await hide(page);
    await expect(page.getByTestId('group-row').first()).toContainText('Hidden');
    expect(await look(page)).toEqual([]);
  });
}

/** Everything that can be opened, with what has to be there before it is looked at. */
async function walk(app: ElectronApplication, page: Page): Promise<void> {
  const expectNone = async (where: string) => expect(await look(page), where).toEqual([]);

  await page.getByTestId('vehicle-row').first().locator('[data-column="name"]').click();
  for (const tab of ['now', 'trends', 'access', 'place', 'log', 'notes']) {
    await page.getByTestId(`detail-tab-${tab}`).click();
    await page.getByRole('tabpanel').last().locator(':is(h3, h4, label, p, li)').first().waitFor();
    await expectNone(`details, ${tab}`);
  }
  await page.getByTestId('detail-tab-access').click();
  await page.getByTestId('disconnect-button').click();
  await page.getByRole('dialog').waitFor();
  await expectNone('disconnect');
  await page.keyboard.press('Escape');
  await page.getByTestId('detail-tab-now').click();
  await page.getByTestId('command-lock').click();
  await page.getByRole('dialog').waitFor();
  await expectNone('command');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByTestId('vehicle-row').last().locator('[data-column="name"]').click();
  await page.getByTestId('vehicle-detail').getByTestId('reconnect-button').waitFor();
  await expectNone('reconnect');
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-row').first().locator('[data-column="vin"]').click({
    button: 'right',
  });
  await page.getByRole('menu').waitFor();
  await expectNone('menu of a cell');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+M');
  await page.getByTestId('map-hidden').waitFor();
  await expectNone('map');
  await page.keyboard.press('Escape');
  await page.getByTestId('alert-bell').click();
  await page.getByTestId('alerts-dialog').waitFor();
  await expectNone('alerts');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+n');
  await page.getByTestId('connect-vehicle-vin').check();
  await page.getByTestId('connect-vin').click();
  await expectNone('Connect');
  await page.getByTestId('eligibility-open').click();
  await page.getByTestId('eligibility-paste').fill(`${vinAt(0)}\n${vinAt(1)}`);
  // What is typed is covered, and stays with whoever typed it.
  await expect(page.getByTestId('eligibility-paste')).toHaveCSS('-webkit-text-security', 'disc');
  await page.getByTestId('eligibility-paste').fill('');
  await expectNone('check of VINs');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+D');
  for (const tab of ['health', 'activity', 'log']) {
    await page.getByTestId(`diagnostics-tab-${tab}`).click();
    await expectNone(`diagnostics, ${tab}`);
  }
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await expectNone('support file');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectNone(`settings, ${await tab.textContent()}`);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').last().fill(vinAt(2).slice(-6));
  await expect(page.getByRole('option').first()).toContainText('Car 003');
  expect((await look(page)).filter((one) => !isTyped(one))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByTestId('board-card').first().waitFor();
  await expectNone('onboarding');
  await page.keyboard.press('ControlOrMeta+1');
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
  expect(SECRETS.filter((secret) => titles.join(' ').includes(secret))).toEqual([]);
}

test('no screen and no dialog shows a VIN, a plate or a place', async ({ machine }) => {
  const { app, page } = await start(machine);
  await hide(page);
  await walk(app, page);
  await speakGerman(page);
  await walk(app, page);
});

test('the map is covered, says why, and comes back', async ({ machine }) => {
  const { app, page } = await start(machine);
  await resize(app, 1024, 640);
  await hide(page);
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('heading', { name: 'The map is covered' })).toBeFocused();
  await checkScreen(page, 'privacy-map');
  await page.getByTestId('map-show-details').press('Enter');
  await expect(page.getByTestId('map-screen')).toBeVisible();
  await hide(page);
  await expect(page.getByTestId('map-hidden')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-grid')).toBeVisible();
});
