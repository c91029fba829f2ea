import { expect, test } from 'vitest';
import { familyOf, memoryKind, memoryOfFamily, parseProcesses, parsePss } from './processMemory.ts';

test('a family is a process with all its descendants, in whatever order they are listed', () => {
  const processes = parseProcesses('  30 20 5\n  10 1 100\n  20 10 7\n  40 1 9\n');
  expect(familyOf(10, processes).map(({ pid }) => pid)).toEqual([10, 20, 30]);
  expect(familyOf(99, processes)).toEqual([]);
});

test('what is swapped out counts, what is shared with others counts by its share', () => {
  const rollup = 'Rss:   900 kB\nPss:   300 kB\nPss_Anon:  200 kB\nSwap:  8 kB\nSwapPss:  4 kB\n';
  expect(parsePss(rollup)).toBe(304 * 1024);
  expect(parsePss('')).toBeNull();
});

test.runIf(memoryKind() === 'pss')('this process takes some memory', async () => {
  expect(await memoryOfFamily(process.pid)).toBeGreaterThan(10e6);
});
