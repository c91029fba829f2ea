import {
  pressLast,
  readAnew,
  setAlerts,
  shownBy,
  takeNotifications,
  withBattery,
} from './alerts.ts';
import { expect, test } from './app.ts';
import { checkGerman } from './language.ts';
import { startWithCars } from './limits.ts';
import { checkScreen } from './screens.ts';

/** Notifications are gathered for some seconds; this is longer. */
const GATHERED_MS = 5_000;

test('a battery that falls is told once, in the list and on the desktop, and leads to its car', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 5);
  const [id] = await withBattery(page);
  if (id === undefined) throw new Error('no car has a battery');
  await sandbox.admin.setCharge(id, 0.6);
  await readAnew(page, [id]);
  await takeNotifications(app);
  await setAlerts(page);
  const bell = page.getByTestId('alert-bell');
  await expect(page.getByTestId('alert-count')).toHaveCount(0);

  await page.evaluate(
    (vehicleId) =>
      window.motorpool['fleet.label']({ vehicleIds: [vehicleId], change: { name: 'Van 7' } }),
    id,
  );
  await sandbox.admin.setCharge(id, 0.18);
  await readAnew(page, [id]);
  await expect(bell).toHaveAccessibleName('Alerts, 1 new');
  await expect
    .poll(() => shownBy(app), { timeout: 10_000 })
    .toEqual([{ title: 'Low on charge: Van 7', body: '18% left.' }]);

  // It goes on falling, then wavers below the point where the alert would end.
  for (const level of [0.12, 0.24, 0.19]) {
    await sandbox.admin.setCharge(id, level);
    await readAnew(page, [id]);
  }
  await page.waitForTimeout(GATHERED_MS);
  expect(await shownBy(app)).toHaveLength(1);
  await expect(bell).toHaveAccessibleName('Alerts, 1 new');

  await bell.press('Enter');
  const dialog = page.getByTestId('alerts-dialog');
  const alert = dialog.getByTestId('alert');
  await expect(alert.filter({ hasText: 'Van 7' })).toContainText('Low on charge: 18%');
  await checkScreen(page, 'alerts-list');
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();

  await pressLast(app);
  await expect(page.getByTestId('vehicle-detail')).toContainText('Van 7');
  await expect(bell).toHaveAccessibleName('Alerts');

  // A restart tells nothing anew, and a full battery ends it.
  await app.close();
  const next = await machine.start({ env: sandbox.env });
  await takeNotifications(next.app);
  await next.page.getByTestId('vehicle-row').first().waitFor();
  await next.page.waitForTimeout(GATHERED_MS);
  expect(await shownBy(next.app)).toEqual([]);
  await next.page.getByTestId('alert-bell').press('Enter');
  await expect(next.page.getByTestId('alert').filter({ hasText: 'Van 7' })).toHaveCount(1);
  await sandbox.admin.setCharge(id, 0.9);
  await readAnew(next.page, [id]);
  await expect(next.page.getByTestId('alert').filter({ hasText: 'Van 7' })).toHaveCount(0);
});

test('many cars at once are one notification, which leads to their list', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 11);
  const ids = await withBattery(page);
  expect(ids.length).toBeGreaterThan(2);
  for (const id of ids) await sandbox.admin.setCharge(id, 0.6);
  await readAnew(page, ids);
  await takeNotifications(app);
  await setAlerts(page);
  for (const id of ids) await sandbox.admin.setCharge(id, 0.1);
  await readAnew(page, ids);
  await expect
    .poll(async () => (await shownBy(app)).map(({ title }) => title), { timeout: 10_000 })
    .toEqual([`${ids.length} vehicles low on charge`]);

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await pressLast(app);
  const dialog = page.getByTestId('alerts-dialog');
  await expect(dialog.getByTestId('alert')).toHaveCount(ids.length);
  await expect(dialog).toContainText(`Only the ${ids.length} vehicles of the notification`);
  await checkScreen(page, 'alerts-notified');
  await checkGerman(page, 'alerts-notified');

  // By the keyboard alone: one is marked and keeps its place, then all are, then one is opened.
  const seen = dialog.getByTestId('alert-seen');
  await seen.first().press('Enter');
  await expect(seen.first()).toHaveText('Seen');
  await expect(seen.first()).toBeFocused();
  await dialog.getByTestId('alerts-see-all').press('Enter');
  await expect(page.getByTestId('alerts-summary')).toContainText(', 0 new');
  await dialog.getByTestId('alert-open').first().press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('vehicle-detail')).toBeVisible();

  // From an area without vehicles, too.
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await page.getByTestId('alert-bell').press('Enter');
  await dialog.getByTestId('alert-open').last().press('Enter');
  await expect(page.getByTestId('vehicle-detail')).toBeVisible();
});
