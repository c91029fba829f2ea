import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { ColumnId } from '../contract/tableView.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import type { Machine } from './app.ts';
import { startWithFleet } from './fleet.ts';

/** Vehicles whose names, groups and kilometres a test can count on: "Car 001" of the pool, and so on. */
export function numbered(vehicle: VehicleRecord, index: number): VehicleRecord {
  const number = String(index + 1).padStart(3, '0');
  const fetchedAt = new Date(Date.now() - 3_600_000).toISOString();
  return {
    ...vehicle,
    make: index % 3 === 0 ? 'FORD' : 'TESLA',
    model: index % 3 === 0 ? 'Transit' : 'Model Y',
    year: 2024,
    access: 'ok',
    accessEnded: null,
    hold: null,
    paused: false,
    refreshedAt: fetchedAt,
    labels: {
      name: `Car ${number}`,
      plate: `MP ${number}`,
      driver: null,
      group: index % 4 === 0 ? 'Pool' : 'North',
      tags: [],
      notes: null,
    },
    readings: {
      ...vehicle.readings,
      odometer: {
        last: { value: { distanceKm: 1000 + index }, measuredAt: fetchedAt, fetchedAt },
        problem: null,
      },
    },
  };
}

/** Starts the app with numbered vehicles in a window of this size. */
export async function startWithNumbered(
  machine: Machine,
  count: number,
  [width, height]: readonly [number, number] = [1280, 800],
): Promise<{ app: ElectronApplication; page: Page }> {
  const started = await startWithFleet(machine, count, { vehicle: numbered });
  await resize(started.app, width, height);
  return started;
}

export async function resize(
  app: ElectronApplication,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
    [width, height] as const,
  );
}

/** The cell that has the focus, as "name of its row's vehicle / column"; headings have no name. */
export function focusedCell(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement;
    const row = cell?.closest('[data-row]');
    const name = row?.querySelector('th[data-column="name"]')?.textContent ?? 'none';
    const where = row?.matches('[data-row="-1"]') ? 'heading' : name;
    return `${where} / ${cell?.getAttribute('data-column') ?? 'none'}`;
  });
}

/** Waits until the focus is there: what a key does is painted a moment later. */
export async function expectFocus(page: Page, cell: string): Promise<void> {
  await expect.poll(() => focusedCell(page)).toBe(cell);
}

/** What stands in one column of the rows that are in the document, from the top. */
export async function columnTexts(page: Page, column: ColumnId): Promise<string[]> {
  return page.evaluate((id) => {
    const rows = [...document.querySelectorAll('[data-testid="vehicle-row"]')];
    const place = (row: Element) => Number(row.getAttribute('data-row'));
    return rows
      .toSorted((one, other) => place(one) - place(other))
      .map((row) => row.querySelector(`[data-column="${id}"]`)?.textContent ?? '');
  }, column);
}

export function row(page: Page, name: string): Locator {
  return page.getByTestId('vehicle-row').filter({ has: page.getByText(name, { exact: true }) });
}

/** Answers the next questions for a file with this one, in place of the system's dialogs. */
export async function answerFileDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}
