import { buildApp } from '../buildApp.ts';
import { ensureElectron, rootArguments, runtimeEnvironment } from '../runtime/electron.ts';
import type { Report } from '../setup/report.mjs';
import { startVirtualDesktop } from '../virtualDesktop.ts';
import type { Machine } from './firstPaint.ts';

/** Builds the app and gives it something to run on: on Linux a desktop and a keyring of its own. */
export async function withMachine<T>(
  report: Report,
  work: (machine: Machine) => Promise<T>,
): Promise<T> {
  const runtime = await ensureElectron(report);
  await buildApp(report);
  const desktop = process.platform === 'linux' ? await startVirtualDesktop('unlocked') : null;
  try {
    return await work({
      executable: runtime.executable,
      args: rootArguments(report),
      env: { ...process.env, ...runtimeEnvironment(runtime), ...desktop?.env },
    });
  } finally {
    await desktop?.stop();
  }
}
