import type { ElectronApplication, Page } from '@playwright/test';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { numbered } from './table.ts';

/** Around Dallas, a tenth of a degree apart; every tenth has no position. */
export function inTexas(vehicle: VehicleRecord, index: number): VehicleRecord {
  const record = numbered(vehicle, index);
  const at = new Date(Date.now() - (index % 7 === 3 ? 90 : 1) * 3_600_000).toISOString();
  const noPosition = {
    last: null,
    problem: { reason: 'not_granted', code: null, requestId: null, retryAt: null, at },
  } as const;
  const value = { latitude: 32.783 + (index % 6) * 0.1, longitude: -96.807 + index * 0.1 };
  return {
    ...record,
    access: index % 9 === 4 ? 'reconnect' : 'ok',
    readings: {
      ...record.readings,
      location:
        index % 10 === 9
          ? noPosition
          : { last: { value, measuredAt: at, fetchedAt: at }, problem: null },
    },
  };
}

/** Every address that the app's windows have asked for since. */
export async function watchRequests(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      asked.push(details.url);
      answer({});
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Opens the map by its key, and waits until it is drawn. */
export async function openMap(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('[data-testid="map"][data-ready]').waitFor();
}

export type Rgb = readonly [number, number, number];

/** How much of the map's picture has about this colour, from 0 to 1. */
export async function shareOf(page: Page, rgb: Rgb): Promise<number> {
  const picture = await page.getByTestId('map').screenshot();
  return page.evaluate(
    async ([base64, [red, green, blue]]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('The window cannot draw');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const far =
          Math.abs((data[at] ?? 0) - red) +
          Math.abs((data[at + 1] ?? 0) - green) +
          Math.abs((data[at + 2] ?? 0) - blue);
        if (far < 12) count += 1;
      }
      return (count * 4) / data.length;
    },
    [picture.toString('base64'), rgb] as const,
  );
}
