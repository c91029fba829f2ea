import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** Unit tests of all parts, each beside its code; the sandbox's conformance test is among them. */
export default defineConfig({
  root,
  test: {
    include: ['{backend,build,contract,main,preload,renderer,sandbox}/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: join(root, 'out/vitest.json') }]],
  },
});
