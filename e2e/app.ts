import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { type KeyringKind, type KeyringSession, startKeyringSession } from '../build/keyring.ts';
import { root } from '../build/setup/paths.mjs';
import { startVirtualDesktop } from '../build/virtualDesktop.ts';
import type { MotorpoolApi } from '../contract/api.ts';
import { type BackendOptions, type RunningBackend, startBackend } from './backend.ts';
import { createSystemBrowser, type SystemBrowser } from './browser.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { electronPath, isRoot, type LaunchOptions, launch } from './launch.ts';
import { type OwnSandbox, type OwnSandboxOptions, startSandbox } from './sandbox.ts';

declare global {
  interface Window {
    readonly motorpool: MotorpoolApi;
  }
}

export { root };

/** One person's machine: a folder for the app's data and a keyring, both gone after the test. */
export interface Machine {
  readonly userData: string;
  readonly keyring: KeyringSession;
  /** Starts the app and answers it with its main window. */
  start(options?: Partial<LaunchOptions>): Promise<{ app: ElectronApplication; page: Page }>;
  /**
   * Does what the system does with a link of a registered scheme: starts the app once more, with the
   * link as its argument. Answers how that second start ended.
   */
  openLink(...addresses: readonly (URL | string)[]): Promise<number | null>;
  /** What the app has written into its log. */
  log(): string;
  /** Locks the keyring with nobody there to open it, and opens it again. */
  lockKeyring(): Promise<void>;
  unlockKeyring(): Promise<void>;
  /** Does this once the app is closed; what was added last comes first. */
  atEnd(end: () => void | Promise<void>): void;
}

interface WorkerFixtures {
  readonly system: NodeJS.Platform;
  /** What a worker's tests run on, and no other's: they use the clipboard, and look at the windows. */
  readonly desktop: undefined;
}

interface Fixtures {
  readonly machine: Machine;
  /** Starts a sandbox beside the app, with redirect URIs of the test's own. */
  readonly startOwnSandbox: (options?: OwnSandboxOptions) => Promise<OwnSandbox>;
  /** Starts the reference backend in front of a sandbox. */
  readonly startBackend: (sandbox: OwnSandbox, options?: BackendOptions) => Promise<RunningBackend>;
  /** What the app gives to the system's browser, once started with its `env`. */
  readonly systemBrowser: SystemBrowser;
  readonly startChromium: () => Promise<Chromium>;
}

/** Gives each test a machine, and servers and browsers of its own. */
export const test = base.extend<Fixtures & { keyringKind: KeyringKind }, WorkerFixtures>({
  system: [process.platform, { scope: 'worker', option: true }],

  desktop: [
    async ({ system }, use) => {
      if (system !== 'linux') return use(undefined);
      const desktop = await startVirtualDesktop('unlocked');
      Object.assign(process.env, desktop.env);
      await use(undefined);
      await desktop.stop();
    },
    { scope: 'worker', auto: true },
  ],

  keyringKind: ['unlocked', { option: true }],

  machine: async ({ keyringKind }, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'motorpool-e2e-'));
    const running = new Set<ElectronApplication>();
    const ends: (() => void | Promise<void>)[] = [];
    const keyring = await startKeyringSession(keyringKind);
    await use({
      userData,
      keyring,
      async start(options = {}) {
        const env = { ...keyring.env, ...options.env };
        const app = await launch(root, { userData, ...options, env });
        running.add(app);
        app.once('close', () => running.delete(app));
        const page = await app.firstWindow();
        return { app, page };
      },
      async openLink(...addresses) {
        const second = spawn(
          electronPath(),
          [
            root,
            `--user-data-dir=${userData}`,
            ...(isRoot ? ['--no-sandbox'] : []),
            ...addresses.map(String),
          ],
          { stdio: 'ignore', env: { ...process.env, ...keyring.env } },
        );
        const [code] = await once(second, 'exit');
        return code as number | null;
      },
      log: () => readFileSync(join(userData, 'logs/main.log'), 'utf8'),
      lockKeyring: () => keyring.lock(),
      unlockKeyring: () => keyring.unlock(),
      atEnd: (end) => void ends.push(end),
    });
    for (const app of running) await app.close();
    for (const end of ends.reverse()) await end();
    await keyring.stop();
    rmSync(userData, { recursive: true, force: true });
  },

  startOwnSandbox: async ({ machine }, use) => {
    await use(async (options) => {
      const sandbox = await startSandbox(options);
      machine.atEnd(sandbox.stop);
      return sandbox;
    });
  },

  startBackend: async ({ machine }, use) => {
    await use(async (sandbox, options) => {
      const backend = await startBackend(sandbox, options);
      machine.atEnd(backend.remove);
      return backend;
    });
  },

  systemBrowser: async ({ machine }, use) => {
    const browser = createSystemBrowser();
    machine.atEnd(browser.remove);
    await use(browser);
  },

  startChromium: async ({ machine }, use) => {
    await use(async () => {
      const chromium = await startChromium();
      machine.atEnd(chromium.close);
      return chromium;
    });
  },
});

export { expect } from '@playwright/test';
