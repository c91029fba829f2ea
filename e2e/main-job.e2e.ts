import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import {
  confirmDisconnect,
  DRIVER,
  openDisconnectDialog,
  openFirstVehicle,
  readApp,
  startConnect,
  tryWithSimulatedCars,
  waitForReadings,
  walkConnect,
} from './pages.ts';

test('a car is connected, kept over a restart, and disconnected', async ({ machine }) => {
  const first = await machine.start();
  await tryWithSimulatedCars(first.page);
  const connectPage = await startConnect(first.app, first.page);

  // The Connect window: a session of its own in memory, sandboxed, without a preload.
  const preferences = await first.app.evaluate(({ webContents, session }) => {
    const contents = webContents
      .getAllWebContents()
      .find((candidate) => candidate.getURL().startsWith('http:'));
    if (!contents) throw new Error('no Connect window');
    // Electron has it, its types do not.
    const { getLastWebPreferences } = contents as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences;
    };
    return {
      ...getLastWebPreferences.call(contents),
      persistent: contents.session.isPersistent(),
      shared: contents.session === session.defaultSession,
      userAgent: contents.getUserAgent(),
    };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    persistent: false,
    shared: false,
  });
  expect(await connectPage.evaluate(() => 'motorpool' in window)).toBe(false);
  expect(preferences.userAgent).not.toMatch(/Electron|Motorpool/);

  await walkConnect(connectPage, DRIVER);
  await waitForReadings(first.page);
  const before = await readApp(first.page);
  expect(before.fleet.vehicles.length).toBeGreaterThan(0);
  for (const vehicle of before.fleet.vehicles) {
    expect(vehicle).toMatchObject({ make: 'TESLA', access: 'ok' });
    expect(vehicle.model).toBeTruthy();
    expect(vehicle.year).toBeGreaterThan(2000);
    expect(vehicle.readings.odometer.last?.value.distanceKm).toBeGreaterThan(0);
    expect(vehicle.readings.odometer.last?.measuredAt).toBeTruthy();
    expect(vehicle.readings.battery.last?.value.fraction).toBeLessThanOrEqual(1);
    expect(vehicle.readings.location.last).not.toBeNull();
    expect(vehicle.readings.tires.last).not.toBeNull();
    // An electric car has no fuel tank, so Smartcar does not grant the permission.
    expect(vehicle.readings.fuel).toMatchObject({
      last: null,
      problem: { reason: 'not_granted' },
    });
  }
  const [entry, ...others] = keychainEntries(machine);
  expect(others).toEqual([]);
  expect(entry?.account).toBe(`connection:${before.fleet.vehicles[0]?.connectionId}`);
  expect(before.status.keychain).toMatchObject({ state: 'available', entries: 1 });
  await first.app.close();

  // Again, as the next morning.
  const second = await machine.start();
  await expect(second.page.getByTestId('vehicle-row')).toHaveCount(before.fleet.vehicles.length);
  await expect(second.page.getByTestId('door-simulated')).toHaveCount(0);
  await expect
    .poll(async () => {
      const { fleet } = await readApp(second.page);
      const lastRead = (vehicle: (typeof fleet.vehicles)[number]) => vehicle.refreshedAt ?? '';
      const old = new Map(before.fleet.vehicles.map((vehicle) => [vehicle.id, vehicle]));
      return fleet.vehicles.every((vehicle) => {
        const earlier = old.get(vehicle.id);
        return earlier !== undefined && lastRead(vehicle) > lastRead(earlier);
      });
    })
    .toBe(true);
  expect(keychainEntries(machine)).toEqual([entry]);

  // Disconnect them one after the other: the tokens go with the last one.
  for (let left = before.fleet.vehicles.length - 1; left >= 0; left -= 1) {
    await openFirstVehicle(second.page);
    await openDisconnectDialog(second.page);
    await confirmDisconnect(second.page);
    await expect(second.page.getByTestId('vehicle-row')).toHaveCount(left);
  }
  await expect.poll(() => keychainEntries(machine)).toEqual([]);
  await second.app.close();

  const third = await machine.start();
  await third.page.getByTestId('connect-button').first().waitFor();
  expect((await readApp(third.page)).fleet.vehicles).toEqual([]);
});
