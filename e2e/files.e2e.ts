import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { checkGerman } from './language.ts';
import { connectCars, readApp, tryWithSimulatedCars, waitForReadings } from './pages.ts';
import { checkScreen } from './screens.ts';

const DAMAGED = '{"application": {"kind": "simu';

test('a damaged settings file is set aside, and the last good copy takes its place', async ({
  machine,
}) => {
  const first = await machine.start();
  await connectCars(first.app, first.page);
  const { fleet } = await readApp(first.page);
  await first.app.close();
  writeFileSync(join(machine.userData, 'settings.json'), DAMAGED);

  const { page } = await machine.start();
  await expect(page.getByTestId('vehicle-row')).toHaveCount(fleet.vehicles.length);
  const banner = page.getByTestId('banner-settings_set_aside');
  const aside = readdirSync(machine.userData).find((name) => name.startsWith('settings.damaged-'));
  await expect(banner).toContainText(aside ?? 'a name');
  expect(readFileSync(join(machine.userData, aside ?? ''), 'utf8')).toBe(DAMAGED);
  await expect
    .poll(async () => (await readApp(page)).fleet.vehicles.map(({ access }) => access))
    .toEqual(fleet.vehicles.map(() => 'ok'));

  await banner.getByRole('button', { name: /dismiss/i }).click();
  await expect(banner).toHaveCount(0);
});

test('without a good copy the doors open, and the cars come back with their tokens', async ({
  machine,
}) => {
  const first = await machine.start();
  await connectCars(first.app, first.page);
  const { fleet } = await readApp(first.page);
  const entries = keychainEntries(machine);
  await first.app.close();
  writeFileSync(join(machine.userData, 'settings.json'), DAMAGED);
  writeFileSync(join(machine.userData, 'settings.last-good.json'), '');

  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await expect(page.getByTestId('vehicle-row')).toHaveCount(fleet.vehicles.length);
  await waitForReadings(page);
  expect(keychainEntries(machine)).toEqual(entries);
  for (const { access } of (await readApp(page)).fleet.vehicles) expect(access).toBe('ok');
});

test('a damaged local copy is set aside and rebuilt from Smartcar', async ({ machine }) => {
  const first = await machine.start();
  await connectCars(first.app, first.page);
  const { fleet } = await readApp(first.page);
  await first.app.close();
  writeFileSync(join(machine.userData, 'vehicles.db'), DAMAGED);

  const { page } = await machine.start();
  const banner = page.getByTestId('banner-local_copy_set_aside');
  const aside = readdirSync(machine.userData).find((name) => name.startsWith('vehicles.damaged-'));
  await expect(banner).toContainText(aside ?? 'a name');
  await waitForReadings(page);
  const rebuilt = (await readApp(page)).fleet.vehicles;
  expect(rebuilt.map(({ id }) => id).sort()).toEqual(fleet.vehicles.map(({ id }) => id).sort());
});

test('a local copy that cannot be written is told; the app goes on', async ({ machine }) => {
  // Something else has its name, as good as a disk that is full.
  mkdirSync(join(machine.userData, 'vehicles.db', 'in-the-way'), { recursive: true });
  const { app, page } = await machine.start();
  await connectCars(app, page);
  await expect(page.getByTestId('banner-not_written')).toBeVisible();
  await expect(page.getByTestId('vehicle-row').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+d');
  await expect(page.getByTestId('health-disk')).toHaveAttribute('data-tone', 'fault');
  await checkScreen(page, 'diagnostics-not-written');
  await checkGerman(page, 'diagnostics-not-written');
});
