import type { ElectronApplication, Page } from '@playwright/test';
import { type SeedOptions, seedFleet } from '../build/bench/seed.ts';
import type { Machine } from './app.ts';

export { seedFleet };

/**
 * Starts the app with so many made-up vehicles in its local copy. No tokens belong to them: what is
 * asked of Smartcar fails as it does where the keychain has lost them.
 */
export async function startWithFleet(
  machine: Machine,
  count: number,
  options: SeedOptions = {},
): Promise<{ app: ElectronApplication; page: Page }> {
  await seedFleet(machine.userData, count, options);
  const started = await machine.start();
  await started.page.getByTestId('vehicle-row').first().waitFor();
  return started;
}
