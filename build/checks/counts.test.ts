import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inWords, isGood, NONE, readCounts, sum } from './counts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};
const playwright = { stats: { expected: 4, flaky: 0, unexpected: 0, skipped: 1 }, errors: [] };

test('sums up and says it in one line', () => {
  const all = sum([
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 3, failed: 4, skipped: 0 },
  ]);
  expect(inWords(all)).toBe('4 passed, 4 failed, 2 skipped');
});

test('no test at all is not good', () => {
  expect(isGood(NONE)).toBe(false);
  expect(isGood({ passed: 0, failed: 0, skipped: 3 })).toBe(false);
  expect(isGood({ passed: 1, failed: 0, skipped: 3 })).toBe(true);
  expect(isGood({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
});

test('reads a report of Vitest', () => {
  expect(readCounts('vitest', report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
});

test('a test file that does not load is a failure', () => {
  const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(readCounts('vitest', report(broken), 1).failed).toBe(1);
});

test('a failed test is counted once, not again for its file', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  const failing = { ...vitest, numFailedTests: 1, testResults };
  expect(readCounts('vitest', report(failing), 1).failed).toBe(1);
});

test('reads a report of Playwright', () => {
  const counts = { passed: 4, failed: 0, skipped: 1 };
  expect(readCounts('playwright', report(playwright), 0)).toEqual(counts);
});

test('an error outside of any test is a failure', () => {
  const failing = { ...playwright, errors: [{ message: 'no such file' }] };
  expect(readCounts('playwright', report(failing), 1).failed).toBe(1);
});

test('a bad exit code without a failed test is a failure', () => {
  expect(readCounts('vitest', report(vitest), 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test.each([
  ['missing', () => join(folder, 'none.json')],
  ['cut off', () => report('{"stats":')],
  ['something else', () => report({ stats: 'none' })],
])('a report that is %s is a failure, whatever the exit code', (_, file) => {
  expect(readCounts('playwright', file(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
