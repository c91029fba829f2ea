import type { Page } from '@playwright/test';
import { DEFAULT_ALERT_SETTINGS } from '../contract/alerts.ts';
import { READING_KINDS, type Readings } from '../contract/readings.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { setAlerts } from './alerts.ts';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { startWithCars } from './limits.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { columnTexts, numbered, resize } from './table.ts';

const ALL = 40;
const ENDED = [3, 7, 11, 30];
const LOW = [5, 11];
const EMPTY = [6];
const SOFT = [6, 9];
const OLD = [1, 8, 20];

/** Cars 0 to 39, all of them well but those of the lists: two of them are in two. */
function needing(vehicle: VehicleRecord, index: number): VehicleRecord {
  const hours = OLD.includes(index) ? 80 : 1;
  const at = new Date(Date.now() - hours * 3_600_000).toISOString();
  const never = { last: null, problem: null };
  const nothing = Object.fromEntries(READING_KINDS.map((kind) => [kind, never]));
  const fuel = { fraction: EMPTY.includes(index) ? 0.05 : 0.1, rangeKm: 60, amountLitres: null };
  const kpa = SOFT.includes(index) ? 170 : 230;
  const tires = {
    frontLeftKpa: kpa,
    frontRightKpa: kpa,
    backLeftKpa: 230,
    backRightKpa: 230,
  };
  const last = <Value>(value: Value) => ({
    last: { value, measuredAt: at, fetchedAt: at },
    problem: null,
  });
  const battery = { fraction: LOW.includes(index) ? 0.12 : 0.2, rangeKm: 60 };
  return {
    ...numbered(vehicle, index),
    access: ENDED.includes(index) ? 'reconnect' : 'ok',
    accessEnded: ENDED.includes(index) ? { reason: 'login', since: at } : null,
    readings: {
      ...(nothing as unknown as Readings),
      battery: last(battery),
      fuel: last(fuel),
      tires: last(tires),
    },
  };
}

const names = (indexes: readonly number[]) =>
  indexes.map((index) => `Car ${String(index + 1).padStart(3, '0')}`);

/** Goes on by Tab until the chip has the focus. */
async function tabTo(page: Page, chip: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
  for (let presses = 0; presses < 40 && (await focused()) !== chip; presses += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await focused()).toBe(chip);
}

test('what needs attention is counted, and each number shows its vehicles', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, ALL, { vehicle: needing });
  await resize(app, 1024, 640);
  const chip = (kind: string) => page.getByTestId(`attention-${kind}`);
  const search = page.getByTestId('search');
  await expect(page.getByTestId('attention').getByRole('button')).toHaveText([
    '4 to connect again',
    '2 low on charge',
    '1 low on fuel',
    '2 low on tyre pressure',
    '3 not heard from',
  ]);
  await expect(chip('lowBattery')).toHaveAccessibleName(
    '2 low on charge, show only these vehicles',
  );
  await checkScreen(page, 'table-attention-1024');

  await tabTo(page, 'attention-lowBattery');
  await page.keyboard.press('Enter');
  await expect(chip('lowBattery')).toHaveAttribute('aria-pressed', 'true');
  await expect(chip('lowBattery')).toBeFocused();
  await expect(search).toHaveValue('alert:battery');
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names(LOW));
  await expect(page.getByTestId('matches')).toHaveText(`2 of ${ALL}`);
  await checkScreen(page, 'table-attention-pressed-1024');

  // The next one takes its place; counts are of all vehicles all the same.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(chip('lowTire')).toHaveAttribute('aria-pressed', 'true');
  await expect(chip('lowBattery')).toHaveAttribute('aria-pressed', 'false');
  await expect(search).toHaveValue('alert:tire');
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names(SOFT));
  await expect(chip('accessEnded')).toHaveText('4 to connect again');

  await page.keyboard.press('Space');
  await expect(chip('lowTire')).toHaveAttribute('aria-pressed', 'false');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(ALL + 1));

  await page.keyboard.press('/');
  await page.keyboard.type('alert:lost');
  await expect(chip('accessEnded')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names(ENDED));
});

test('the numbers say what the rules do, of the fleet and of a group', async ({ machine }) => {
  const { page } = await startWithFleet(machine, ALL, { vehicle: needing });
  const chip = (kind: string) => page.getByTestId(`attention-${kind}`);
  await expect(chip('stale')).toHaveText('3 not heard from');
  await chip('stale').click();
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names(OLD));

  const { rules } = DEFAULT_ALERT_SETTINGS;
  await setAlerts(page, {
    rules: { ...rules, lowBattery: { ...rules.lowBattery, on: false } },
    // Of those not heard from only one is no car of the pool.
    groups: [{ group: 'Pool', kind: 'stale', rule: { ...rules.stale, on: false } }],
  });
  await expect(chip('lowBattery')).toHaveCount(0);
  await expect(chip('stale')).toHaveText('1 not heard from');
  await expect(chip('stale')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names([1]));
  await page.getByTestId('search').fill('alert:battery');
  await expect(page.getByTestId('matches')).toHaveText(`0 of ${ALL}`);

  // A group's own rule is enough.
  await setAlerts(page, {
    rules: { ...rules, lowBattery: { ...rules.lowBattery, on: false } },
    groups: [
      { group: 'North', kind: 'lowBattery', rule: { on: true, threshold: 0.15, hysteresis: 0 } },
    ],
  });
  await expect(chip('lowBattery')).toHaveText('2 low on charge');
  await expect.poll(() => columnTexts(page, 'name')).toEqual(names(LOW));
  await expect(chip('stale')).toHaveText('3 not heard from');
});

test('where all is well there is no strip', async ({ machine }) => {
  const well = (vehicle: VehicleRecord) => needing(vehicle, 0);
  const { page } = await startWithFleet(machine, 3, { vehicle: well });
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByTestId('attention')).toHaveCount(0);
});

test('a number comes and goes with the news, and the keyboard is not lost', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  const [first] = (await readApp(page)).fleet.vehicles;
  if (!first) throw new Error('no vehicle is connected');
  const chip = page.getByTestId('attention-accessEnded');
  await expect(chip).toHaveCount(0);

  await sandbox.admin.vehicleFails(first.id, 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED');
  await page.getByTestId('refresh-button').press('Enter');
  await expect(chip).toHaveText('1 to connect again');
  await tabTo(page, 'attention-accessEnded');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(1);

  await sandbox.admin.vehicleFails(first.id, null);
  await page.evaluate((id) => window.motorpool['fleet.refresh']({ vehicleIds: [id] }), first.id);
  await expect(chip).toHaveCount(0);
  await expect(page.getByTestId('search')).toBeFocused();
});
