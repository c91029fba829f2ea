import { _electron, type ElectronApplication } from '@playwright/test';

export interface LaunchOptions {
  readonly userData: string;
  /** Laid over the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A file that is loaded into the main process before the app. */
  readonly preload?: string;
}

/** The Electron under test, as `npm test` and `npm run e2e` choose it. */
export function electronPath(): string {
  const path = process.env.MOTORPOOL_ELECTRON;
  if (!path) throw new Error('MOTORPOOL_ELECTRON is not set; run `npm run e2e`');
  return path;
}

/** Chromium's own sandbox cannot start as root. */
export const isRoot = process.getuid?.() === 0;

/** Starts an Electron app by its folder or main file, with a profile of its own. */
export function launch(app: string, options: LaunchOptions): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronPath(),
    args: [
      ...(options.preload ? ['-r', options.preload] : []),
      app,
      `--user-data-dir=${options.userData}`,
      // A window behind another one must go on painting.
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      ...(options.args ?? []),
    ],
    env: { ...(process.env as Record<string, string>), ...options.env },
    chromiumSandbox: !isRoot,
  });
}
