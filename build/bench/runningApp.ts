import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Candidate, Machine } from './firstPaint.ts';

/** Starts an app to look into, has `use` do something in it, and ends it. */
export async function withRunningApp<T>(
  { app: path, profile }: Candidate,
  { executable, args, env }: Machine,
  use: (app: ElectronApplication, page: Page) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [path, ...args, `--user-data-dir=${profile}`, ...flags],
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    chromiumSandbox: true,
  });
  try {
    return await use(app, await app.firstWindow());
  } finally {
    await app.close();
  }
}
