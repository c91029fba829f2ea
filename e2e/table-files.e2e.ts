import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { answerFileDialogs, numbered, row, startWithNumbered } from './table.ts';

function readCsv(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

test('the export holds what is shown: its rows, their order, its columns', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 60);
  const path = join(machine.userData, 'export.csv');
  await answerFileDialogs(app, path);
  await page.getByTestId('search').fill('group:pool');
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: 'Vehicle' }).click();
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByTestId('said')).toContainText('15 vehicles');

  const rows = readCsv(path);
  expect(rows.map((one) => one.Vehicle)).toEqual(
    Array.from({ length: 15 }, (_, at) => `Car ${String(57 - at * 4).padStart(3, '0')}`),
  );
  expect(rows[0]).toMatchObject({ Plate: 'MP 057', Group: 'Pool', 'Odometer (km)': '1056' });
  expect(rows[0]?.['Odometer: measured at']).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(Object.keys(rows[0] ?? {})).not.toContain('Notes');
});

test('a missing value has its reason, and a formula stays a text', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 3, {
    vehicle(vehicle, index) {
      const car = numbered(vehicle, index);
      const at = new Date().toISOString();
      const problem = {
        reason: 'car_cannot',
        code: null,
        requestId: null,
        retryAt: null,
        at,
      } as const;
      return {
        ...car,
        labels: { ...car.labels, name: index === 0 ? '=HYPERLINK("http://x")' : car.labels.name },
        readings: { ...car.readings, tires: { last: null, problem } },
      };
    },
  });
  const path = join(machine.userData, 'export.csv');
  await answerFileDialogs(app, path);
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByTestId('said')).toContainText('3 vehicles');
  const rows = readCsv(path);
  expect(rows.map((one) => one.Vehicle)).toContain(`'=HYPERLINK("http://x")`);
  expect(rows.map((one) => one['Tyres, lowest (bar)'])).toEqual(Array(3).fill('Car cannot'));
});

test('rows and cells are copied as other programs take them', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 40);
  const clipboard = () => app.evaluate((electron) => electron.clipboard.readText());
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await expect.poll(clipboard).toBe('Car 001');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(async () => (await clipboard()).split('\n')).toHaveLength(3);
  const [headings, first, second] = (await clipboard()).split('\n').map((line) => line.split('\t'));
  expect(headings?.slice(1, 3)).toEqual(['Vehicle', 'Plate']);
  expect(first?.slice(1, 3)).toEqual(['Car 001', 'MP 001']);
  expect(second?.[1]).toBe('Car 002');
});

test('views are kept, changed, named, written to a file and read from it', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 40);
  const path = join(machine.userData, 'views.json');
  await answerFileDialogs(app, path);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const menu = async (id: string) => {
    await page.getByTestId('views-menu').click();
    await page.getByTestId(`menu-${id}`).click();
  };
  await page.getByTestId('search').fill('group:pool');
  await page.getByTestId('view-save').click();
  await page.keyboard.type('Pool cars');
  await page.keyboard.press('Enter');
  await expect(tab('Pool cars')).toHaveAttribute('aria-selected', 'true');
  await expect(tab('Pool cars')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(tab('All vehicles')).toBeFocused();
  await expect(page.getByTestId('search')).toHaveValue('');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('search')).toHaveValue('group:pool');

  await page.getByTestId('search').fill('group:north');
  await expect(tab('Pool cars, changed')).toBeVisible();
  await menu('view-update');
  await expect(tab('Pool cars')).toBeVisible();
  await menu('view-rename');
  await page.keyboard.type('North cars');
  await page.keyboard.press('Enter');
  await menu('views-export');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('North cars');
  await menu('view-delete');
  await expect(tab('North cars')).toHaveCount(0);
  await menu('views-import');
  await tab('North cars').click();
  await expect(page.getByTestId('matches')).toHaveText('30 of 40');
  await app.close();

  const again = await machine.start();
  await expect(again.page.getByRole('tab', { name: 'North cars' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(row(again.page, 'Car 002')).toBeVisible();
});
