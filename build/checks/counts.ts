import { readFileSync } from 'node:fs';
import * as z from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    NONE,
  );
}

export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run in which nothing was tested is no success either. */
export function isGood({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}

/** The part of Vitest's JSON report that is counted. */
const vitestReport = z
  .object({
    numPassedTests: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
    numFailedTests: z.int(),
    testResults: z.array(
      z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
    ),
  })
  .transform((report): Counts => {
    // A file that does not even load has no failed test in it, and has failed all the same.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });

/** The part of Playwright's JSON report that is counted. */
const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.int(),
      flaky: z.int(),
      unexpected: z.int(),
      skipped: z.int(),
    }),
    errors: z.array(z.unknown()),
  })
  .transform(
    ({ stats, errors }): Counts => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }),
  );

const REPORTS = { vitest: vitestReport, playwright: playwrightReport };
export type ReportKind = keyof typeof REPORTS;

/**
 * What a test runner's report and exit code say together. A runner that crashed, wrote no report or
 * ended badly without naming a failed test counts as one failure.
 */
export function readCounts(kind: ReportKind, file: string, exitCode: number): Counts {
  const counts = parseReport(kind, file);
  if (!counts) return { ...NONE, failed: 1 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function parseReport(kind: ReportKind, file: string): Counts | null {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  return REPORTS[kind].safeParse(json).data ?? null;
}
