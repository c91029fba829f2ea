import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { startWithCommands } from './commands.ts';
import { checkGerman } from './language.ts';
import { checkScreen } from './screens.ts';
import { resize, row } from './table.ts';
import { startWithTrends } from './trends.ts';

/** Opens the courses of a car by keyboard. */
async function openTrends(page: Page, name: string) {
  await row(page, name).locator('[data-column=plate]').focus();
  await page.keyboard.press('Enter');
  const detail = page.getByTestId('vehicle-detail');
  await expect(detail.getByRole('heading', { name })).toBeFocused();
  await page.keyboard.press(']');
  await detail.getByTestId('trend-days-30').waitFor();
  return detail;
}

test('courses over three times, by keyboard alone', async ({ machine }) => {
  const { page } = await startWithTrends(machine);
  const detail = await openTrends(page, 'Car 001');
  const cursor = detail.getByTestId('trend-cursor-odometer');
  await expect(detail.locator('canvas')).toHaveCount(3);
  await expect(cursor).toHaveAccessibleName(/^Odometer from 58,.*km to 59,.*km, up by .*values$/);
  await checkScreen(page, 'trends-30');

  await detail.getByTestId('trend-days-30').focus();
  await page.keyboard.press('ArrowRight');
  await expect(cursor).toHaveAccessibleName(/^Odometer from 45,/);
  await checkScreen(page, 'trends-365');
  await checkGerman(page, 'trends-365');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cursor).toHaveAccessibleName(/13 values$/);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cursor).toBeFocused();
  const newest = await cursor.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(cursor).not.toHaveAttribute('aria-valuetext', newest ?? '');
  await expect(detail.getByTestId('trend-readout-odometer')).toHaveText(
    (await cursor.getAttribute('aria-valuetext')) ?? '',
  );
  await checkScreen(page, 'trends-cursor');
  await checkGerman(page, 'trends-cursor');
  await expect(cursor).not.toHaveAttribute('aria-valuetext', newest ?? '');
  // The pointer does the same.
  const drawing = detail.getByTestId('trend-odometer').locator('.u-over');
  await drawing.hover({ position: { x: 5, y: 20 } });
  await expect(cursor).toHaveValue('0');
});

test('each chart as a table, which can be copied', async ({ machine }) => {
  const { app, page } = await startWithTrends(machine);
  const detail = await openTrends(page, 'Car 001');
  await detail.getByTestId('trend-toggle-tires').press('Enter');
  const table = detail.getByRole('table', { name: 'Tyre pressure' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Time',
    'Front left (bar)',
    'Front right (bar)',
    'Back left (bar)',
    'Back right (bar)',
    'Source',
  ]);
  await expect(table.getByRole('row').nth(1)).toContainText('Car');
  await checkScreen(page, 'trends-table');
  await detail.getByTestId('trend-tires').getByRole('button', { name: 'Copy' }).press('Enter');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^Time\tFront left \(bar\)\t.*\n.*\t[\d.]+\tCar\n/);
});

test('a time without a value stays open in the drawing', async ({ machine }) => {
  const { page } = await startWithTrends(machine);
  const detail = await openTrends(page, 'Car 001');
  await expect(detail.locator('canvas')).toHaveCount(3);
  /** The share of columns of the odometer's drawing, between both ends, that the line is in. */
  const inked = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=trend-odometer] canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return null;
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    const isInk = (x: number) => {
      for (let y = 0; y < height * 0.8; y += 1) {
        const at = 4 * (y * width + x);
        const [red = 0, , blue = 0, alpha = 0] = data.slice(at, at + 4);
        if (alpha > 100 && blue - red > 60) return true;
      }
      return false;
    };
    const columns = Array.from({ length: width }, (_, x) => isInk(x));
    const [first, last] = [columns.indexOf(true), columns.lastIndexOf(true)];
    const within = columns.slice(first, last + 1);
    return within.filter(Boolean).length / within.length;
  });
  // Seven of some thirty days are missing.
  expect(inked).toBeGreaterThan(0.65);
  expect(inked).toBeLessThan(0.85);
});

test('one value, none, and none that could come', async ({ machine }) => {
  const { page } = await startWithTrends(machine);
  const detail = await openTrends(page, 'Car 002');
  await expect(detail.getByTestId('trend-cursor-odometer')).toHaveAccessibleName(
    /^Odometer: one value, 1,234.km on /,
  );
  await checkScreen(page, 'trends-one');
  await checkGerman(page, 'trends-one');
  await page.keyboard.press('j');
  await expect(detail.getByTestId('trend-odometer')).toContainText(
    'Nothing was read in these 30 days. The last value is of',
  );
  await expect(detail.getByTestId('trend-tires')).toContainText('This permission was not given.');
  await expect(detail.getByTestId('trend-engineOil')).toContainText('Refresh this car to read it.');
  await checkScreen(page, 'trends-none');
  await checkGerman(page, 'trends-none');
});

test('a value that is read appears without opening anything again', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 1);
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('detail-tab-trends').click();
  const cursor = page.getByTestId('trend-cursor-battery');
  const before = Number(await cursor.getAttribute('max'));
  await admin.advanceClock(3 * 3_600_000);
  await page.getByRole('button', { name: 'Refresh this car' }).press('Enter');
  await expect(cursor).toHaveAttribute('max', String(before + 1));
  await expect(cursor).toHaveValue(String(before + 1));
});

test('small lines in the table, kept over a restart', async ({ machine }) => {
  const { app, page } = await startWithTrends(machine);
  const line = (of: Page, name: string) =>
    row(of, name).getByTestId('small-line-odometer').locator('path');
  await expect(page.getByTestId('small-line-odometer')).toHaveCount(0);
  await page.getByTestId('table-menu').press('Enter');
  await page.getByTestId('menu-small-lines').press('Enter');
  await resize(app, 1900, 900);
  // Open where the car stood in the garage: two moves of the pen.
  await expect(line(page, 'Car 001')).toHaveAttribute('d', /^M[^M]+M[^M]+$/);
  await expect(line(page, 'Car 002')).toHaveAttribute('d', /^M[\d.]+ 8h1$/);
  await expect(line(page, 'Car 003')).toHaveCount(0);
  await expect(
    row(page, 'Car 001').getByTestId('small-line-battery').locator('path'),
  ).toBeVisible();
  await checkScreen(page, 'trends-small-lines');

  await expect
    .poll(() => page.evaluate(async () => (await window.motorpool['app.bootstrap']()).table))
    .toMatchObject({ smallLines: true });
  await app.close();
  const again = await machine.start();
  await resize(again.app, 1900, 900);
  await expect(line(again.page, 'Car 001')).toHaveAttribute('d', /^M/);
});
