import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { movableClock, passTime } from './clock.ts';
import { openQueue, queueOf, setBudget, startWithCars } from './limits.ts';
import { pressByKeyboard } from './outcomes.ts';
import { readApp, waitUntilSettled } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';

const HOUR_MS = 3_600_000;

/** Puts the first so many cars into one group and the rest into another. */
async function intoGroups(page: Page, first: number): Promise<readonly string[]> {
  const ids = (await readApp(page)).fleet.vehicles.map(({ id }) => id);
  const label = (vehicleIds: string[], group: string) =>
    page.evaluate(
      ([cars, name]) =>
        window.motorpool['fleet.label']({ vehicleIds: cars, change: { group: name } }),
      [vehicleIds, group] as const,
    );
  await label(ids.slice(0, first), 'North');
  await label(ids.slice(first), 'South');
  return ids;
}

/** A time of day so many hours from now, as clocks on the wall show it. */
function timeIn(hours: number): string {
  const time = new Date(Date.now() + hours * HOUR_MS);
  return `${String(time.getHours()).padStart(2, '0')}:00`;
}

/** Which cars were read since then. */
async function readSince(page: Page, before: Readonly<Record<string, string | null>>) {
  const { vehicles } = (await readApp(page)).fleet;
  return vehicles.filter(({ id, refreshedAt }) => refreshedAt !== before[id]).map(({ id }) => id);
}

async function refreshTimes(page: Page): Promise<Readonly<Record<string, string | null>>> {
  const { vehicles } = (await readApp(page)).fleet;
  return Object.fromEntries(vehicles.map(({ id, refreshedAt }) => [id, refreshedAt]));
}

test('rules of groups are chosen, taken back, kept, and told where reads wait', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 4, { refreshEveryHours: 12 });
  const ids = await intoGroups(page, 2);
  await openSettings(page, 'refresh');
  const north = page.getByTestId('refresh-group-North');
  await expect(north).toHaveValue('fleet');
  await north.focus();
  // The last choice of the list, by the keyboard alone.
  await page.keyboard.press('End');
  await expect(north).toHaveValue('off');
  await pressByKeyboard(page, 'refresh-undo');
  await expect(north).toHaveValue('fleet');
  await north.selectOption('off');

  const from = timeIn(5);
  const south = page.getByTestId('refresh-group-South');
  await south.selectOption('night');
  await page.getByTestId('refresh-group-South-from').fill(from);
  await page.getByTestId('refresh-group-South-from').press('Enter');
  await page.getByTestId('refresh-group-South-until').fill(timeIn(8));
  await page.getByTestId('refresh-group-South-until').press('Enter');
  await page.getByTestId('refresh-month-reserve').selectOption('0.3');
  await page.getByRole('heading', { name: 'Refreshing' }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'refresh-rules');
  await page.keyboard.press('Escape');

  const panel = await openQueue(page);
  const rules = panel.getByTestId('queue-rules');
  await expect(rules).toContainText('off for this group');
  await expect(rules).toContainText('not before');
  await checkScreen(page, 'refresh-rules-queue');
  await page.keyboard.press('Escape');
  await page.locator(`[data-testid=vehicle-row][data-vehicle-id="${ids[0]}"]`).click();
  await expect(page.getByTestId('detail-status')).toContainText('only when somebody asks');
  await app.close();

  const next = await machine.start({ env: sandbox.env });
  const { budget } = (await readApp(next.page)).status;
  expect(budget.groupRules).toEqual([
    { group: 'North', rule: { kind: 'off' } },
    { group: 'South', rule: { kind: 'night', hours: { from, until: timeIn(8) } } },
  ]);
  expect(budget.monthReserve).toBe(0.3);
});

test('a group that is off is left alone, one of the night waits for it, and people get all', async ({
  machine,
  startOwnSandbox,
}) => {
  test.slow();
  const sandbox = await startOwnSandbox();
  const first = await startWithCars(machine, sandbox, 6);
  const ids = await intoGroups(first.page, 2);
  await first.page.evaluate(
    ([id]) =>
      window.motorpool['fleet.label']({ vehicleIds: [id ?? ''], change: { group: 'East' } }),
    ids.slice(-1),
  );
  const hours = { from: timeIn(5), until: timeIn(9) };
  await setBudget(first.page, {
    refreshEveryHours: 1,
    // With a quota nothing is read at the start just because there is something to spare.
    callsPerVehiclePerMonth: 100_000,
    groupRules: [
      { group: 'North', rule: { kind: 'off' } },
      { group: 'South', rule: { kind: 'night', hours } },
    ],
  });
  await first.app.close();

  // Nothing was tried in this run yet, so that only the rules decide.
  const { app, page } = await machine.start({ ...movableClock, env: sandbox.env });
  await expect(page.getByTestId('vehicle-row')).toHaveCount(6);
  const before = await refreshTimes(page);

  // Two hours later only the car that goes by the fleet's rule was read.
  await passTime(app, 2 * HOUR_MS);
  await expect.poll(() => readSince(page, before)).toEqual(ids.slice(-1));
  await waitUntilSettled(page);
  expect(await readSince(page, before)).toEqual(ids.slice(-1));

  // At night those of the night as well.
  await passTime(app, 4 * HOUR_MS);
  await expect.poll(() => readSince(page, before)).toEqual(ids.slice(2));
  await waitUntilSettled(page);
  expect(await readSince(page, before)).toEqual(ids.slice(2));

  // A person's wish is heard at any time.
  await page.getByTestId('refresh-button').click();
  await expect.poll(() => readSince(page, before)).toEqual(ids);
  expect((await queueOf(page)).held).toEqual([]);
});
