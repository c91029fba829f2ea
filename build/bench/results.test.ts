import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { inWords, resultsOf } from './results.ts';

const figure: Figure<'time' | 'bare'> = {
  name: 'figure',
  targets: {
    time: { what: 'Time', unit: 'ms', aim: 50 },
    bare: { what: 'Bare', unit: 'ms', aim: null },
  },
  measure: () => Promise.reject(new Error('Not measured here')),
};

test('a value up to its aim is well, one beyond it is not, and one without aim neither', () => {
  const at = (value: number) =>
    resultsOf(figure, { time: { value, runs: [value] }, bare: { value: 1, runs: [] } });
  expect(at(50).map(({ ok }) => ok)).toEqual([true, null]);
  expect(at(50.1).map(({ ok }) => ok)).toEqual([false, null]);
});

test('what could not be measured is told as such, and is not well', () => {
  const [time] = resultsOf(figure, null);
  expect(time).toEqual({ name: 'time', value: null, unit: 'ms', aim: 50, ok: false, runs: [] });
  expect(time && inWords('Time', time)).toBe('✗ Time: not measured');
});

test('says value, range and aim, and plainly where the aim is missed', () => {
  const result = { name: 'time', unit: 'ms', aim: 50, runs: [40, 80] } as const;
  expect(inWords('Time', { ...result, value: 60, ok: false })).toBe(
    '✗ Time: 60 ms (2 runs, 40 ms to 80 ms); aim 50 ms or less, MISSED',
  );
  expect(inWords('Time', { ...result, value: 45, ok: true })).toBe(
    '✓ Time: 45 ms (2 runs, 40 ms to 80 ms); aim 50 ms or less',
  );
  expect(
    inWords('Over', { ...result, value: 1.234, unit: 'ratio', aim: null, ok: null, runs: [] }),
  ).toBe('  Over: 1.23 ×');
});
