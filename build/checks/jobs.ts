import { join } from 'node:path';
import { out, root } from '../setup/paths.mjs';
import { type Counts, NONE, type ReportKind, readCounts } from './counts.ts';

/** One command of the test run. */
export interface Job {
  readonly name: string;
  /** A script for the project's Node, and its arguments. */
  readonly args: readonly string[];
  /** Where the command writes its own report; without one the job is a single check. */
  readonly report?: { readonly kind: ReportKind; readonly file: string };
}

const tool = (path: string) => join(root, 'node_modules', path);

const types = (name: string, project: string): Job => ({
  name: `types: ${name}`,
  args: [tool('typescript/bin/tsc'), '--project', project],
});

/** Every part on its own terms, and once more what touches Electron against the older one's types. */
export const TYPE_CHECKS: readonly Job[] = [
  ...['contract', 'main', 'preload', 'renderer', 'sandbox', 'backend', 'build', 'e2e'].map((part) =>
    types(part, part),
  ),
  types('all against the older Electron', 'build/tsconfig.electron33.json'),
];

export const LINT: Job = {
  name: 'lint and format',
  args: [tool('@biomejs/biome/bin/biome'), 'check'],
};

export const UNIT_TESTS: Job = {
  name: 'unit tests',
  args: [tool('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'],
  report: { kind: 'vitest', file: join(out, 'vitest.json') },
};

export const END_TO_END: Job = {
  name: 'end-to-end tests',
  args: [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
  report: { kind: 'playwright', file: join(out, 'e2e.json') },
};

/** What a finished job adds to the sum. */
export function countsOf({ report }: Job, exitCode: number): Counts {
  if (report) return readCounts(report.kind, report.file, exitCode);
  return exitCode === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}
