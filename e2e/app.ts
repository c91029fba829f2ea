import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { type KeyringKind, type KeyringSession, startKeyringSession } from '../build/keyring.ts';
import type { MotorpoolApi } from '../contract/api.ts';

declare global {
  interface Window {
    readonly motorpool: MotorpoolApi;
  }
}

export const root = join(import.meta.dirname, '..');

export interface LaunchOptions {
  readonly userData: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Starts the built app as a person would, with settings in a folder of its own. */
export async function launch(options: LaunchOptions): Promise<ElectronApplication> {
  const executablePath = process.env.MOTORPOOL_ELECTRON;
  if (!executablePath) throw new Error('MOTORPOOL_ELECTRON is not set; run `npm test`');
  const isRoot = process.getuid?.() === 0;
  return _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${options.userData}`, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
    // Chromium's own sandbox cannot start as root.
    chromiumSandbox: !isRoot,
  });
}

/** One person's machine: a folder for the app's data and a keyring, both gone after the test. */
export interface Machine {
  readonly userData: string;
  readonly keyring: KeyringSession;
  /** Starts the app and answers it with its main window. */
  start(options?: Partial<LaunchOptions>): Promise<{ app: ElectronApplication; page: Page }>;
  /** Locks the keyring with nobody there to open it, and opens it again. */
  lockKeyring(): Promise<void>;
  unlockKeyring(): Promise<void>;
}

/** Gives each test a machine of its own. */
export const test = base.extend<{ keyringKind: KeyringKind; machine: Machine }>({
  keyringKind: ['unlocked', { option: true }],

  machine: async ({ keyringKind }, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'motorpool-e2e-'));
    const running = new Set<ElectronApplication>();
    const keyring = await startKeyringSession(keyringKind);
    await use({
      userData,
      keyring,
      async start(options = {}) {
        const app = await launch({ userData, env: keyring.env, ...options });
        running.add(app);
        app.once('close', () => running.delete(app));
        const page = await app.firstWindow();
        return { app, page };
      },
      lockKeyring: () => keyring.lock(),
      unlockKeyring: () => keyring.unlock(),
    });
    for (const app of running) await app.close();
    await keyring.stop();
    rmSync(userData, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
