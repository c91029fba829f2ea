import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { connectCars, readApp, waitUntilSettled } from './pages.ts';

for (const kind of ['locked', 'empty', 'none'] as const) {
  test.describe(`a keychain that is ${kind}`, () => {
    test.use({ keyringKind: kind });

    test('keeps tokens in memory for this run, says so, and writes no file', async ({
      machine,
    }) => {
      const { app, page } = await machine.start();
      await connectCars(app, page);
      const banner = page.getByTestId('banner-keychain_memory');
      await expect(banner).toContainText('until Motorpool quits');
      await expect(banner.getByRole('button', { name: /dismiss/i })).toHaveCount(0);
      expect((await readApp(page)).status.keychain).toMatchObject({
        state: 'unavailable',
        holdsSecretsInMemory: true,
        entries: 0,
      });

      // Everything works meanwhile, and trying again says honestly that nothing has changed.
      await page.getByTestId('refresh-button').click();
      await waitUntilSettled(page);
      for (const { access } of (await readApp(page)).fleet.vehicles) expect(access).toBe('ok');
      await banner.getByRole('button', { name: 'Try the keychain again' }).click();
      await expect(banner).toBeVisible();
      const vehicles = (await readApp(page)).fleet.vehicles;
      await app.close();

      // The next start: vehicles are there, tokens are not, and nobody was signed out.
      const next = await machine.start();
      await expect(next.page.getByTestId('vehicle-row')).toHaveCount(vehicles.length);
      await expect(next.page.getByTestId('banner-keychain_tokens')).toContainText(
        'Nothing was lost',
      );
      const after = await readApp(next.page);
      for (const { access } of after.fleet.vehicles) expect(access).toBe('tokens_unavailable');
      expect(after.fleet.vehicles.map(({ readings }) => readings.odometer.last)).toEqual(
        vehicles.map(({ readings }) => readings.odometer.last),
      );
    });
  });
}

test('a keychain that was locked at start gives the tokens once it is unlocked', async ({
  machine,
}) => {
  const first = await machine.start();
  await connectCars(first.app, first.page);
  const entries = keychainEntries(machine);
  await first.app.close();

  await machine.lockKeyring();
  const { page } = await machine.start();
  await expect(page.getByTestId('banner-keychain_tokens')).toBeVisible();
  await machine.unlockKeyring();
  await page
    .getByTestId('banner-keychain_tokens')
    .getByRole('button', { name: 'Try the keychain again' })
    .click();
  await expect(page.getByTestId('banner-keychain_tokens')).toHaveCount(0);
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Connected');
  expect(keychainEntries(machine)).toEqual(entries);
});
