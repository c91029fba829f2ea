import { expect, test } from './app.ts';
import { startWithCommands } from './commands.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openFirst } from './tour/layers.ts';

test('the four tabs, by keyboard alone', async ({ machine }) => {
  const { page } = await startWithCommands(machine, 2);
  const rows = page.getByTestId('vehicle-row');
  await expect(rows).toContainText(['Model 3', 'Model S']);
  await openFirst(page);
  const detail = page.getByTestId('vehicle-detail');
  await expect(detail.getByTestId('detail-status')).toContainText('Connected, last heard');
  await checkScreen(page, 'detail-now');

  // Past the trends.
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  const odometer = detail.getByTestId('access-read_odometer');
  for (const column of ['asked', 'given', 'car']) {
    await expect(odometer.locator(`[data-column=${column}]`)).toHaveText('Yes');
  }
  const signIn = detail.getByTestId('sign-in-facts');
  await expect(signIn).toContainText(/Valid until.*\d{4}.*Last renewed.*\d{4}/);
  await expect(signIn).toContainText('Last failure');
  await signIn.scrollIntoViewIfNeeded();
  await checkScreen(page, 'detail-access');

  await page.keyboard.press(']');
  await detail.locator('[data-testid="small-map"][data-ready]').waitFor();
  await expect(detail.getByTestId('place-tab')).toContainText('Opens OpenStreetMap');
  await checkScreen(page, 'detail-place');

  await page.keyboard.press(']');
  await expect(detail.getByTestId('call-entry').first()).toContainText('Answered');
  await checkScreen(page, 'detail-log');

  const before = await detail.getAttribute('data-vehicle-id');
  await page.keyboard.press('j');
  await expect(detail).not.toHaveAttribute('data-vehicle-id', before ?? '');
  await expect(detail.getByTestId('detail-tab-log')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(detail).toHaveAttribute('data-vehicle-id', before ?? '');
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
});

test('notes are saved as they are typed, shown in the table, and taken back', async ({
  machine,
}) => {
  const { page } = await startWithCommands(machine, 1);
  const labels = async () => (await readApp(page)).fleet.vehicles[0]?.labels;
  await openFirst(page);
  await page.getByTestId('detail-tab-notes').press('Enter');
  await page.getByTestId('note-name').fill('Pool 7');
  await expect.poll(async () => (await labels())?.name).toBe('Pool 7');
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Pool 7');
  await page.getByTestId('note-group').fill('North');
  await page.getByTestId('note-group').press('Tab');
  await expect.poll(async () => (await labels())?.group).toBe('North');
  await page.getByTestId('note-tags').fill('winter tyres');
  await page.getByTestId('note-tags').press('Enter');
  await expect.poll(async () => (await labels())?.tags).toEqual(['winter tyres']);
  await checkScreen(page, 'detail-notes');

  await page.getByTestId('note-saved').getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(async () => (await labels())?.tags).toEqual([]);
  expect(await labels()).toMatchObject({ name: 'Pool 7', group: 'North' });
});

test('leaving a car in the middle of a word loses nothing', async ({ machine }) => {
  const { page } = await startWithCommands(machine, 1);
  await openFirst(page);
  await page.getByTestId('detail-tab-notes').press('Enter');
  await page.getByTestId('note-plate').fill('HH-MP 7');
  await page.getByTestId('detail-tab-now').press('Enter');
  await expect
    .poll(async () => (await readApp(page)).fleet.vehicles[0]?.labels.plate)
    .toBe('HH-MP 7');
});

test('asking for more opens Connect for this car', async ({ machine }) => {
  const { page } = await startWithCommands(machine, 1);
  const vin = (await readApp(page)).fleet.vehicles[0]?.vin;
  await openFirst(page);
  await page.getByTestId('detail-tab-access').press('Enter');
  await page.getByTestId('ask-for-more').press('Enter');
  const dialog = page.getByTestId('connect-dialog');
  await expect(dialog.getByTestId('connect-vin')).toHaveValue(vin ?? '');
});
