import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkGerman, setAppearance } from './language.ts';
import { checkScreen } from './screens.ts';

/** Has a request of the window's first data refused, as where the main process is broken. */
async function refuseBootstrap(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('app.bootstrap');
    ipcMain.handle('app.bootstrap', () => {
      throw new Error('Nothing is known');
    });
  });
}

const reload = (page: Page) => page.getByRole('button').first();

test('a fault in the window is told, and loading it anew brings all back', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 3);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('queue.changed', null),
  );
  await expect(page.getByRole('alert')).toContainText('This window stopped working');
  await checkScreen(page, 'crash');
  await checkGerman(page, 'crash');
  await reload(page).press('Enter');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(3);
});

test('a main process without an answer is told, in the language of the settings', async ({
  machine,
}) => {
  const { app, page } = await startWithFleet(machine, 3);
  await refuseBootstrap(app);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Motorpool did not answer');
  await checkScreen(page, 'no-answer');
  await setAppearance(page, { language: 'de' });
  await reload(page).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Motorpool hat nicht geantwortet');
  await checkScreen(page, 'german-no-answer');
});
