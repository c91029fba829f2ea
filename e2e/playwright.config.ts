import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const out = join(import.meta.dirname, '..', 'out');

/** Tests of the real app in real Electron; started by `npm test`, which says which one. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: join(out, 'e2e'),
  fullyParallel: true,
  // Each test starts an Electron of its own; two cores carry two of them.
  workers: 2,
  // On a machine under load a window now and then is never painted. What fails twice has failed.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(out, 'e2e.json') }]],
});
