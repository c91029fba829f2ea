import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch } from './launch.ts';

/** A real browser beside the app: Chromium with one window and none of Motorpool's rules. */
export interface Chromium {
  readonly page: Page;
  /** The addresses that Back and Forward know, oldest first. */
  history(): Promise<string[]>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Chromium> {
  const userData = mkdtempSync(join(tmpdir(), 'motorpool-chromium-'));
  const app = await launch(join(import.meta.dirname, 'chromium/main.mjs'), { userData });
  const page = await app.firstWindow();
  return {
    page,
    history: () =>
      app.evaluate(({ webContents }) => {
        const [contents] = webContents.getAllWebContents();
        return contents?.navigationHistory.getAllEntries().map(({ url }) => url) ?? [];
      }),
    close: async () => {
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}
