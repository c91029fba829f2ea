import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { enlarge, speakGerman, unreachable } from './language.ts';
import { lock, PIN, setPassphrase, unlock } from './lock.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { resize, startWithNumbered } from './table.ts';

/** Which of the fleet's words a page holds anywhere. */
const words = (page: Page) =>
  page.evaluate(() =>
    ['Car 0', 'MP 0', 'Transit', 'Pool'].filter((word) =>
      document.documentElement.outerHTML.includes(word),
    ),
  );

/** What main answers to a page that asks all the same. */
const ask = (page: Page) =>
  page.evaluate(async () => {
    const { motorpool } = window;
    const answers = await Promise.allSettled([
      motorpool['fleet.page']({ after: null, limit: 10 }),
      motorpool['app.bootstrap'](),
      motorpool['diagnostics.supportFile'](),
      motorpool['data.sizes'](),
    ]);
    return answers.map(({ status }) => status);
  });

async function haveIdle(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle;
  }, seconds);
}

test('set, locked by a key, opened by the passphrase, and locked at the next start', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 20, [1024, 640]);
  await openSettings(page, 'privacy');
  await page.getByTestId('lock-set').press('Enter');
  await expect(page.getByTestId('lock-next')).toBeFocused();
  await page.keyboard.type('123');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('at least 4 characters');
  await page.getByTestId('lock-next').fill(PIN);
  await page.getByTestId('lock-again').fill('another');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not the same');
  await page.getByTestId('lock-again').scrollIntoViewIfNeeded();
  await checkScreen(page, 'lock-form');
  await page.getByTestId('lock-again').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lock-state')).toContainText('A passphrase is set');
  await checkScreen(page, 'lock-settings');
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-row').first().waitFor();
  expect(await words(page)).not.toEqual([]);

  await lock(page);
  await expect(page.getByTestId('lock-passphrase')).toBeFocused();
  expect(await words(page)).toEqual([]);
  expect(await ask(page)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  await checkScreen(page, 'lock-screen');
  await unlock(page, 'wrong one');
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await expect(page.getByTestId('lock-passphrase')).toBeFocused();
  await checkScreen(page, 'lock-wrong');

  await app.close();
  const next = await machine.start();
  await next.page.getByTestId('lock-screen').waitFor();
  expect(await words(next.page)).toEqual([]);
  await unlock(next.page);
  await expect(next.page.getByTestId('vehicle-row').first()).toBeVisible();
  expect(await ask(next.page)).not.toContain('rejected');
  expect(machine.log()).not.toContain(PIN);
});

test('a dialog that is open does not keep it from locking', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 3);
  await setPassphrase(page);
  await page.keyboard.press('?');
  await page.getByTestId('keys-dialog').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(page.getByTestId('lock-screen')).toBeVisible();
  expect(await words(page)).toEqual([]);
});

test('it locks when nobody is there, and with the screen; both only where chosen', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 5);
  await setPassphrase(page);
  await page.getByTestId('lock-after').selectOption('5');
  await page.getByTestId('privacy-undo').press('Enter');
  await expect(page.getByTestId('lock-after')).toHaveValue('never');
  await page.getByTestId('lock-after').selectOption('5');
  await expect.poll(async () => (await readApp(page)).status.privacy.lockAfterMinutes).toBe(5);
  await haveIdle(app, 301);
  await page.getByTestId('lock-screen').waitFor();
  await haveIdle(app, 0);
  await unlock(page);
  await page.getByTestId('vehicle-row').first().waitFor();

  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(page.getByTestId('vehicle-row').first()).toBeVisible();
  await openSettings(page, 'privacy');
  await page.getByTestId('lock-with-screen').press('Space');
  await expect.poll(async () => (await readApp(page)).status.privacy.lockWithScreen).toBe(true);
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await page.getByTestId('lock-screen').waitFor();
});

test('many wrong tries take longer, and a forgotten passphrase costs what is kept here', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 5, [1024, 640]);
  await setPassphrase(page);
  await speakGerman(page);
  await lock(page);
  for (let tries = 0; tries < 3; tries += 1) {
    await unlock(page, `wrong ${tries}`);
    await expect(page.getByTestId('lock-passphrase')).toHaveValue('');
  }
  await expect(page.getByTestId('lock-unlock')).toHaveAttribute('aria-disabled', 'true');
  await checkScreen(page, 'de-lock-waits');
  await expect(page.getByTestId('lock-unlock')).not.toHaveAttribute('aria-disabled', 'true');

  await page.getByTestId('lock-forgotten').press('Enter');
  await expect(page.getByTestId('lock-word')).toBeFocused();
  await page.keyboard.type('entfern');
  await page.keyboard.press('Enter');
  await checkScreen(page, 'de-lock-forgotten');
  await enlarge(app, 2);
  expect(await unreachable(page)).toEqual([]);
  await checkScreen(page, 'de-lock-forgotten-large');
  await resize(app, 1024, 640);
  await page.getByTestId('lock-word').fill('entfernen');
  await page.keyboard.press('Enter');
  await page.getByTestId('door-simulated').waitFor();
  expect((await readApp(page)).fleet.vehicles).toEqual([]);
});

test('the passphrase is changed and removed by whoever knows it', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 5);
  await setPassphrase(page);
  await page.getByTestId('lock-off').press('Enter');
  await page.getByTestId('lock-current').fill('not this');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await page.getByTestId('lock-current').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lock-state')).toContainText('No passphrase is set');
  await page.keyboard.press('Escape');
  // Without one the key leads to where it is set.
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByTestId('lock-set')).toBeVisible();
});

test.describe('without a keychain', () => {
  test.use({ keyringKind: 'none' });

  test('no lock is set, and that is said', async ({ machine }) => {
    const { page } = await startWithNumbered(machine, 5);
    await openSettings(page, 'privacy');
    await page.getByTestId('lock-set').press('Enter');
    await page.getByTestId('lock-next').fill(PIN);
    await page.getByTestId('lock-again').fill(PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('keychain');
    await expect(page.getByTestId('lock-state')).toContainText('No passphrase is set');
  });
});
