import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from './app.ts';
import {
  check,
  chooseFile,
  expectColumn,
  FLEET_CSV,
  FORD,
  HONDA,
  MISTYPED,
  openImport,
  paste,
  SECOND_TESLA,
  TESLA,
  take,
  vins,
} from './imports.ts';
import { speakGerman, unreachable } from './language.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { answerFileDialogs, resize } from './table.ts';

test('a German file: columns guessed, rows judged, saved as CSV, and kept', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await checkScreen(page, 'import-source');
  await chooseFile(page, Buffer.from(FLEET_CSV, 'latin1'));

  const column = (field: string) => page.getByTestId(`import-column-${field}`);
  await expect(column('vin')).toHaveValue('1');
  await expect(column('plate')).toHaveValue('0');
  await expect(column('driver')).toHaveValue('2');
  await expect(column('group')).toHaveValue('3');
  await expect(column('name')).toHaveValue('4');
  await expect(column('notes')).toHaveValue('');
  await expect(page.getByTestId('import-headings')).toBeChecked();
  const preview = page.getByTestId('import-preview-row');
  await expect(preview).toHaveCount(7);
  // Windows-1252, as spreadsheets there write it.
  await expect(preview.nth(0)).toContainText('Jürgen Groß');
  await expect(preview.nth(1)).toContainText(`${SECOND_TESLA}`);
  await expect(preview.nth(1)).toContainText('Spaces or signs were left out.');
  await expect(preview.nth(3)).toContainText('Check digit wrong');
  await expect(preview.nth(4)).toContainText('Same VIN as row 2.');
  await expect(preview.nth(6)).toContainText('Not a VIN');
  await checkScreen(page, 'import-mapping');

  await check(page);
  const facts = page.getByTestId('import-facts');
  await expect(facts).toContainText('7 rows');
  await expect(facts).toContainText('4 new cars');
  await expect(facts).toContainText('1 VIN put right');
  await page.getByTestId('import-country').selectOption('US');
  const rows = page.getByTestId('import-row');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(0)).toHaveAttribute('data-category', 'likely');
  await expect(rows.nth(0)).toContainText(/Tesla.*Smartcar lists models of this brand/);
  await expect(rows.nth(0)).toContainText('Fuel');
  await expect(rows.nth(2)).toHaveAttribute('data-category', 'unlikely');
  await expect(rows.nth(5)).toContainText('only by Smartcar’s phone apps');
  await checkScreen(page, 'import-report');

  // Every outcome has its heap; the search finds labels, and the order turns round.
  await page.getByTestId('import-filter-check_digit').check();
  await expect(rows).toHaveCount(1);
  await expect(rows.nth(0)).toContainText(MISTYPED);
  await page.getByTestId('import-filter-all').check();
  await page.getByTestId('import-search').fill('vertrieb');
  await expect(page.getByTestId('import-shown')).toHaveText('2 rows shown');
  await page.getByTestId('import-search').fill('');
  await page.getByTestId('import-sort').selectOption('line down');
  await expect(rows.nth(0)).toContainText('unbekannt');

  const path = join(machine.userData, 'report.csv');
  await answerFileDialogs(app, path);
  await page.getByTestId('import-save').click();
  await expect.poll(() => existing(path)).toContain(FORD);
  const saved = Papa.parse<Record<string, string>>(existing(path).slice(1), { header: true }).data;
  expect(saved).toHaveLength(7);
  expect(saved[6]).toMatchObject({
    VIN: TESLA,
    Brand: 'Tesla',
    Outcome: 'Likely',
    Driver: 'Jürgen Groß',
  });
  // A formula stays a text in spreadsheets.
  expect(saved[3]?.Name).toBe("'=SUM(A1)");

  await take(page);
  await expect(page.getByTestId('said')).toHaveText('4 new cars are on the list.');
  await expectColumn(page, 'imported', 2);
  await expectColumn(page, 'unlikely', 2);
  expect(machine.log()).not.toContain(TESLA);
});

function existing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

test('a second list is merged by VIN, and both outlive a restart', async ({ machine }) => {
  const first = await machine.start();
  await tryWithSimulatedCars(first.page);
  await openImport(first.page);
  await paste(first.page, `${TESLA} ${HONDA}`);
  await expect(first.page.getByTestId('import-preview-row')).toHaveCount(2);
  await check(first.page);
  await take(first.page);
  await first.app.close();

  const second = await machine.start();
  await openImport(second.page);
  await paste(second.page, `VIN,Driver\n${TESLA},Ada\n${SECOND_TESLA},Grace`);
  await check(second.page);
  await expect(second.page.getByTestId('import-facts')).toContainText('1 new car');
  await expect(second.page.getByTestId('import-facts')).toContainText('1 already on your list');
  await take(second.page);
  await expect(second.page.getByTestId('said')).toContainText('1 was on it before.');
  await expectColumn(second.page, 'imported', 3);
  await second.page.getByTestId('board-filter').fill('ada');
  await expectColumn(second.page, 'imported', 1);
});

test('the columns can be chosen otherwise, and the preview follows', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await paste(page, `Ada\tOld\t${TESLA}\nGrace\tNew\t${HONDA}`);
  await expect(page.getByTestId('import-headings')).not.toBeChecked();
  const preview = page.getByTestId('import-preview-row');
  await expect(preview).toHaveCount(2);
  await page.getByTestId('import-column-driver').selectOption('0');
  await expect(preview.nth(1)).toContainText('Grace');
  await page.getByTestId('import-headings').check();
  await expect(preview).toHaveCount(1);
  await page.getByTestId('import-column-vin').selectOption('');
  await expect(page.getByText('No column with VINs was found.')).toBeVisible();
  await expect(page.getByTestId('import-check')).toHaveAttribute('aria-disabled', 'true');
});

test('of a list that is too long the first 50,000 stay; it can be stopped', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await chooseFile(page, `VIN\n${vins(50_003).join('\n')}`);
  await expect(page.getByTestId('import-left-out')).toContainText('3 rows more');
  await check(page);
  await expect(page.getByTestId('import-facts')).toContainText('50,000 new cars');
  // Rows far down are there as well.
  await page.getByTestId('import-rows').evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await expect(page.getByTestId('import-row').last()).toContainText('50001');
  await page.getByTestId('import-take').click();
  // It moves with the bar, and is soon gone.
  await page.getByTestId('import-stop').dispatchEvent('click');
  await expect(page.getByTestId('import-take')).toBeVisible();
  await page.getByTestId('import-other').click();
  await expect(page.getByTestId('import-choose')).toBeVisible();
});

test('by keyboard alone, in German, in the smallest window', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await speakGerman(page);
  await resize(app, 1024, 640);
  await page.getByTestId('import-paste').focus();
  await page.keyboard.insertText(`${TESLA}\n${MISTYPED}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'FIN-Liste importieren' })).toBeFocused();
  await page.getByTestId('import-check').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('import-row')).toHaveCount(2);
  await expect(page.getByTestId('import-row').nth(1)).toContainText('Prüfziffer falsch');
  expect(await unreachable(page)).toEqual([]);
  await checkScreen(page, 'import-report-de');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('onboarding-screen')).toBeVisible();
  // What was found is still there when one comes back.
  await page.keyboard.press('v');
  await expect(page.getByTestId('import-row')).toHaveCount(2);
});
