import type { Page } from '@playwright/test';
import { DEFAULT_ALERT_SETTINGS } from '../contract/alerts.ts';
import { READING_KINDS, type Readings } from '../contract/readings.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { setAppearance } from './language.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { numbered, resize, startWithNumbered } from './table.ts';

/** Of these only the odometer is known: no rule finds anything. */
function inOrder(vehicle: VehicleRecord, index: number): VehicleRecord {
  const car = numbered(vehicle, index);
  const never = { last: null, problem: null };
  const nothing = Object.fromEntries(READING_KINDS.map((kind) => [kind, never]));
  const { odometer } = car.readings;
  return { ...car, readings: { ...(nothing as unknown as Readings), odometer } };
}

const settingsOf = async (page: Page) => (await readApp(page)).status.alertSettings;

/** The settings are read where they arrive, a moment after a key. */
const expectSettings = (page: Page) => expect.poll(() => settingsOf(page));

test('rules by keyboard: changed at once, refused with a reason, taken back, and kept', async ({
  machine,
}) => {
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inOrder });
  await resize(app, 1024, 640);
  await page.getByTestId('alert-bell').press('Enter');
  const list = page.getByTestId('alerts-dialog');
  await expect(list).toContainText('No alerts now.');
  await checkScreen(page, 'alerts-empty');
  await list.getByTestId('alerts-rules').press('Enter');
  await expect(page.getByTestId('settings-screen')).toBeVisible();

  const charge = page.getByRole('textbox', { name: 'Charge below (%)' });
  await charge.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('120');
  await page.keyboard.press('Enter');
  await expect(charge).toHaveAttribute('aria-invalid', 'true');
  await expect(charge).toHaveAccessibleDescription(/from 1 to 95/);
  expect((await settingsOf(page)).rules).toEqual(DEFAULT_ALERT_SETTINGS.rules);
  await charge.scrollIntoViewIfNeeded();
  await checkScreen(page, 'alerts-settings-problem');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expectSettings(page).toMatchObject({ rules: { lowBattery: { threshold: 0.3 } } });
  await expect(page.getByTestId('settings-screen')).toContainText('The alert ends at 35 %');

  await page.getByTestId('alert-undo').press('Enter');
  await expectSettings(page).toEqual(DEFAULT_ALERT_SETTINGS);
  const { entries } = await page.evaluate(() =>
    window.motorpool['activity.page']({
      filter: { kind: 'settings', by: null, vehicleId: null, text: '', events: [] },
      before: null,
      limit: 20,
    }),
  );
  expect(entries.map(({ event }) => event)).toEqual(['settings.alerts', 'settings.alerts']);

  await page.getByTestId('alert-on-lowFuel').press('Space');
  await expect(page.getByTestId('alert-threshold-lowFuel')).toHaveCount(0);
  await page.getByTestId('alert-scope').selectOption('Pool');
  await page.getByTestId('alert-own-lowTire').press('Space');
  const pressure = page.getByTestId('alert-threshold-lowTire');
  await pressure.fill('3.2');
  await pressure.press('Enter');
  await expectSettings(page).toMatchObject({
    rules: { lowFuel: { on: false }, lowTire: { threshold: 190 } },
    groups: [{ group: 'Pool', kind: 'lowTire', rule: { on: true, threshold: 320 } }],
  });
  await page.getByTestId('alert-scope').scrollIntoViewIfNeeded();
  await checkScreen(page, 'alerts-settings-group');

  await app.close();
  const next = await machine.start();
  expect(await settingsOf(next.page)).toMatchObject({
    rules: { lowFuel: { on: false } },
    groups: [{ group: 'Pool', kind: 'lowTire' }],
  });
});

test('pressures are set in the unit that the person reads, and kept in kilopascals', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 5, [1024, 640]);
  await openSettings(page, 'alerts');
  const pressure = page.getByTestId('alert-threshold-lowTire');
  await expect(pressure).toHaveAccessibleName('Pressure below (bar)');
  await expect(pressure).toHaveValue('1.9');
  await setAppearance(page, { pressure: 'psi' });
  await expect(pressure).toHaveAccessibleName('Pressure below (psi)');
  await expect(pressure).toHaveValue('27.6');
  await pressure.fill('29.5');
  await pressure.press('Enter');
  await expect(pressure).toHaveValue('29.5');
  await expect(page.getByTestId('alert-margin-lowTire')).toHaveAccessibleDescription(
    /ends at 31 psi/,
  );
  const { rules } = await settingsOf(page);
  expect(rules.lowTire.threshold).toBeCloseTo(203.4, 1);
  await pressure.fill('200');
  await pressure.press('Enter');
  await expect(pressure).toHaveAccessibleDescription(/from 14.6 to 130.5/);
  await setAppearance(page, { pressure: 'bar', language: 'de' });
  await pressure.fill('2,15');
  await pressure.press('Enter');
  await expect(pressure).toHaveValue('2,15');
  await expectSettings(page).toMatchObject({ rules: { lowTire: { threshold: 215 } } });
  await pressure.scrollIntoViewIfNeeded();
  await checkScreen(page, 'de-alerts-settings-pressure');
});

test('notifications are off until somebody wants them, and quiet hours follow', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 5, [1024, 640]);
  await openSettings(page, 'alerts');
  const notify = page.getByTestId('alert-notify');
  await expect(notify).not.toBeChecked();
  await expect(page.getByTestId('alert-quiet')).toHaveCount(0);
  await notify.press('Space');
  await expect(page.getByTestId('alert-quiet')).toBeChecked();
  // Typed key by key, it reads 02:30 on the way; only what is meant is kept.
  const from = page.getByTestId('alert-quiet-from');
  const before = (await readApp(page)).status.alertSettings.quiet.from;
  await from.fill('02:30');
  await from.fill('21:30');
  expect((await readApp(page)).status.alertSettings.quiet.from).toBe(before);
  await from.press('Enter');
  await expectSettings(page).toMatchObject({ notify: true, quiet: { from: '21:30' } });
  await page.getByTestId('alert-quiet-day-0').press('Space');
  await page.getByTestId('alert-quiet-day-6').press('Space');
  await expectSettings(page).toMatchObject({ quiet: { days: [1, 2, 3, 4, 5] } });
  await page.getByTestId('alert-quiet-until').fill('');
  await expect(page.getByTestId('alert-quiet-until')).toHaveAccessibleDescription(/20:00/);
  await page.getByTestId('alert-quiet-until').fill('06:15');
  await page.getByTestId('alert-quiet-until').blur();
  await expectSettings(page).toMatchObject({ quiet: { until: '06:15' } });
  await page.getByTestId('alert-quiet-until').scrollIntoViewIfNeeded();
  await checkScreen(page, 'alerts-settings-quiet');
});
