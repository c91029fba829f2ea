import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import {
  check,
  chooseFile,
  FORD,
  MISTYPED,
  OLD_HONDA,
  openImport,
  paste,
  TESLA,
  vins,
} from './imports.ts';
import { checkGerman } from './language.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { chooseOwnApplication } from './setup.ts';

test('files that are no list say what they are', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  const problem = page.getByTestId('import-screen').getByRole('alert');
  await chooseFile(page, '  \n\n ');
  await expect(problem).toContainText('nothing in this list');
  await chooseFile(page, Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'cars.csv');
  await expect(problem).toContainText('workbook');
  await chooseFile(page, Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7) % 13)));
  await expect(problem).toContainText('not a text');
  await checkScreen(page, 'import-problem');
  await checkGerman(page, 'import-problem');

  await chooseFile(page, 'Name;Colour\nWagen 1;red\nWagen 2;blue');
  await expect(page.getByText('No column with VINs was found.')).toBeVisible();
  await page.getByTestId('import-other').click();
  await chooseFile(page, Buffer.from(`\ufeffVIN\n${TESLA}\n${MISTYPED}`, 'utf16le'));
  await expect(page.getByTestId('import-preview-row')).toHaveCount(2);
});

test('offline the report says what the VINs say, and is checked again later', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(page, { sandbox });
  await sandbox.admin.fault({ kind: 'api-down' });
  await openImport(page);
  await paste(page, [TESLA, OLD_HONDA, FORD].join('\n'));
  await check(page);
  await expect(page.getByTestId('eligibility-problem')).toContainText('could not be reached');
  const rows = page.getByTestId('import-row');
  await expect(rows.nth(0)).toHaveAttribute('data-category', 'unknown');
  await expect(rows.nth(2)).toHaveAttribute('data-category', 'unlikely');
  await checkScreen(page, 'import-offline');
  await checkGerman(page, 'import-offline');

  await sandbox.admin.clearFaults();
  await sandbox.admin.forgetRequests();
  await page.getByTestId('import-again').click();
  await expect(rows.nth(0)).toHaveAttribute('data-category', 'likely');
  // One request for each brand, however many cars there are.
  await expect.poll(async () => (await sandbox.admin.requests()).length).toBe(2);

  await page.getByTestId('import-country').selectOption('US');
  await page.getByTestId('import-ask-cars').click();
  await expect(rows.nth(0)).toContainText('Smartcar checked this car.');
});

test('a list of which nothing can be expected says why', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await paste(page, `${OLD_HONDA}\n${FORD}`);
  await check(page);
  await page.getByTestId('import-country').selectOption('US');
  await expect(page.getByText('Smartcar serves none of these cars')).toBeVisible();
  await checkScreen(page, 'import-none-likely');
  await checkGerman(page, 'import-none-likely');
});

/** Lets the window hear how far a list is read, but never that it is done. */
async function holdReading(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { addEventListener } = EventTarget.prototype;
    Worker.prototype.addEventListener = function held(
      this: Worker,
      kind: string,
      listener: EventListenerOrEventListenerObject,
    ) {
      let told = 0;
      addEventListener.call(this, kind, (event) => {
        told += 1;
        if (told === 1 && typeof listener === 'function') listener(event);
      });
    };
  });
}

/** Answers the first thousand cars that are put on the list; the next ones wait. */
async function holdTaking(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    let asked = 0;
    // A promise that nobody holds is cleared away, and its request fails.
    const { promise: never } = Promise.withResolvers<undefined>();
    Object.assign(globalThis, { never });
    ipcMain.removeHandler('imports.add');
    ipcMain.handle('imports.add', () => {
      asked += 1;
      return asked === 1 ? { ok: true, value: null } : never;
    });
  });
}

test('how far it is stands there while it lasts, and that it was stopped', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await holdReading(page);
  await chooseFile(page, `VIN\n${vins(50_000).join('\n')}`);
  const progress = page.getByTestId('import-screen').getByRole('progressbar');
  await expect(progress).toHaveAttribute('value', /[1-9]/);
  await checkScreen(page, 'import-reading');
  await checkGerman(page, 'import-reading');
  await page.getByTestId('import-cancel').press('Enter');
  await expect(page.getByText('Stopped. Nothing was imported.')).toBeVisible();
  await checkScreen(page, 'import-stopped');
  await checkGerman(page, 'import-stopped');

  // The window loads itself anew, and reads as ever.
  await page.reload();
  await openImport(page);
  await holdTaking(app);
  await chooseFile(page, vins(2_500).join('\n'));
  await check(page);
  await page.getByTestId('import-take').press('Enter');
  await expect(page.getByText('Putting cars on the list, 1,000 of 2,500')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await checkScreen(page, 'import-taking');
  await checkGerman(page, 'import-taking');
  await page.getByTestId('import-stop').press('Enter');
  await expect(page.getByTestId('import-stop')).toHaveCount(0);
});
