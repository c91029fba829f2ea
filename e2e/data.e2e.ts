import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ImportedCar, packCar } from '../contract/importedCars.ts';
import type { HistoryEntry } from '../main/fleet/localCopy/localCopy.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, type Machine, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkGerman, speakGerman } from './language.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { answerFileDialogs, columnTexts, numbered, resize } from './table.ts';

const DAY_MS = 86_400_000;
const COUNT = 12;

function history({ id }: VehicleRecord): readonly HistoryEntry[] {
  return Array.from({ length: 5 }, (_, day) => {
    const at = new Date(Date.now() - day * DAY_MS).toISOString();
    return {
      vehicleId: id,
      kind: 'odometer',
      reading: { value: { distanceKm: 1000 - day }, measuredAt: at, fetchedAt: at },
    };
  });
}

async function start(machine: Machine) {
  const started = await startWithFleet(machine, COUNT, { vehicle: numbered, history });
  await resize(started.app, 1024, 640);
  return started;
}

const LISTED: ImportedCar = {
  ...{ vin: '1HGCM82633A004352', importedAt: 1_000, likelihood: 'likely', reason: 'checked' },
  labels: { name: 'Van 7', plate: null, driver: null, group: null, notes: null },
  ...{ capable: [], missing: [] },
};

const rowsOf = (page: Page, part: string) =>
  page.getByTestId(`size-${part}`).getByRole('cell').first();

async function labelFirst(page: Page, name: string): Promise<void> {
  const fleet = await page.evaluate(() =>
    window.motorpool['fleet.page']({ after: null, limit: 1_000 }),
  );
  const [id = ''] = JSON.stringify(fleet).match(/[0-9a-f]{8}-[0-9a-f-]{27}/) ?? [];
  await page.evaluate(
    ([vehicleId, to]) =>
      window.motorpool['fleet.label']({ vehicleIds: [vehicleId], change: { name: to } }),
    [id, name] as const,
  );
}

test('exported, changed, and taken in again: conflicts are shown, and labels put back', async ({
  machine,
}) => {
  const { app, page } = await start(machine);
  const path = join(machine.userData, 'all.ndjson');
  await answerFileDialogs(app, path);
  await openSettings(page, 'data');
  await expect(rowsOf(page, 'vehicles')).toHaveText(String(COUNT));
  await expect(rowsOf(page, 'history')).toHaveText(String(COUNT * 5));
  await checkScreen(page, 'data');
  await page.getByTestId('data-export').press('Enter');
  await expect(page.getByTestId('data-outcome')).toContainText('Saved as all.ndjson');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'motorpool-export', version: 1 });
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    part: 'end',
    data: { lines: lines.length - 1 },
  });
  expect(lines.join('')).not.toContain('expectedSecrets');

  await labelFirst(page, 'Renamed here');
  await page.getByTestId('keep-calls').selectOption('30');
  await page.getByTestId('data-import').press('Enter');
  const dialog = page.getByTestId('import-dialog');
  await expect(dialog).toContainText(`${COUNT} of ${COUNT} vehicles are here, too.`);
  const conflict = dialog.getByTestId('conflict-name');
  await expect(conflict).toContainText('1 differs');
  await conflict.getByText('Show them').press('Enter');
  await expect(conflict).toContainText('Renamed here');
  await checkScreen(page, 'data-import');
  await page.getByTestId('conflict-name-mine').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByTestId('import-settings').press('Space');
  await page.getByTestId('import-act').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('data-import')).toBeFocused();
  const outcome = page.getByTestId('data-outcome');
  await expect(outcome).toContainText('1 vehicle has other labels now.');
  await expect(outcome).toContainText('0 values were added.');
  await expect(rowsOf(page, 'history')).toHaveText(String(COUNT * 5));
  expect((await readApp(page)).status.keep.calls).toBe(90);
  await checkScreen(page, 'data-imported');

  await page.getByTestId('data-undo').press('Enter');
  await expect(outcome).toContainText('as they were');
  expect((await readApp(page)).status.keep.calls).toBe(30);
  await page.keyboard.press('Escape');
  await expect.poll(() => columnTexts(page, 'name')).toContain('Renamed here');
});

test('on another computer the file brings the vehicles along', async ({ machine }) => {
  const { app, page } = await start(machine);
  const path = join(machine.userData, 'all.ndjson');
  await answerFileDialogs(app, path);
  await page.evaluate(
    (text) => window.motorpool['imports.add']({ profileId: 'simulated', text }),
    packCar(LISTED),
  );
  await openSettings(page, 'data');
  await page.getByTestId('data-export').press('Enter');
  await expect(page.getByTestId('data-outcome')).toContainText('Saved');

  await page.getByTestId('clear-everything').press('Enter');
  await expect(page.getByTestId('typed-word')).toBeFocused();
  await expect(page.getByTestId('clear-act')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.type('remov');
  await page.keyboard.press('Enter');
  await checkScreen(page, 'data-clear-everything');
  await page.keyboard.type('e');
  await page.keyboard.press('Enter');
  await page.getByTestId('door-simulated').waitFor();
  expect((await readApp(page)).fleet.vehicles).toEqual([]);
  await page.getByTestId('door-simulated').click();
  await openSettings(page, 'data');
  await expect(rowsOf(page, 'vehicles')).toHaveText('0');
  await expect(rowsOf(page, 'imported')).toHaveText('0');
  await page.getByTestId('data-import').press('Enter');
  await expect(page.getByTestId('import-others')).toBeChecked();
  await page.getByTestId('import-lists').scrollIntoViewIfNeeded();
  await checkScreen(page, 'data-import-lists');
  await page.getByTestId('import-act').press('Enter');
  await expect(rowsOf(page, 'history')).toHaveText(String(COUNT * 5));
  await expect(rowsOf(page, 'imported')).toHaveText('1');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(COUNT);
  await app.close();
  const next = await machine.start();
  await expect(next.page.getByTestId('vehicle-row')).toHaveCount(COUNT);
});

test('what cannot be taken in says why, and nothing changes', async ({ machine }) => {
  const { app, page } = await start(machine);
  const path = join(machine.userData, 'other.csv');
  await answerFileDialogs(app, path);
  await openSettings(page, 'data');
  const settings = page.getByTestId('settings-screen');
  for (const [text, words] of [
    ['name;plate', 'Motorpool did not make this file'],
    [
      '{"format":"motorpool-export","version":9,"madeAt":"2026-01-01T00:00:00Z"}',
      'newer Motorpool',
    ],
    ['{"format":"motorpool-export","version":1,"madeAt":"2026-01-01T00:00:00Z"}', 'damaged'],
  ] as const) {
    writeFileSync(path, text);
    await page.getByTestId('data-import').press('Enter');
    await expect(settings).toContainText(words);
  }
  await settings.getByRole('alert').first().scrollIntoViewIfNeeded();
  await checkScreen(page, 'data-import-failed');
  await checkGerman(page, 'data-import-failed');
});

test('history is cleared by a word, kept as long as chosen, and both survive a restart', async ({
  machine,
}) => {
  const { app, page } = await start(machine);
  await openSettings(page, 'data');
  await page.getByTestId('keep-history').selectOption('30');
  await page.getByTestId('keep-undo').press('Enter');
  await expect(page.getByTestId('keep-history')).toHaveValue('400');
  await page.getByTestId('keep-history').selectOption('forever');
  await page.getByTestId('clear-history').press('Enter');
  await expect(page.getByTestId('typed-word')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('clear-history')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByTestId('typed-word').fill('Clear');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cleared')).toHaveText('Cleared.');
  await expect(rowsOf(page, 'history')).toHaveText('0');
  await expect(rowsOf(page, 'vehicles')).toHaveText(String(COUNT));
  await app.close();
  const next = await machine.start();
  await speakGerman(next.page);
  await openSettings(next.page, 'data');
  await expect(next.page.getByTestId('keep-history')).toHaveValue('forever');
  await expect(rowsOf(next.page, 'history')).toHaveText('0');
  await checkScreen(next.page, 'de-data');
});
