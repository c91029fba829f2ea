import { expect, test } from 'vitest';
import { besideTab, detailKey } from './detailTabs.ts';

test('brackets go from tab to tab and stop at the ends', () => {
  expect(besideTab('now', 1)).toBe('trends');
  expect(besideTab('notes', -1)).toBe('log');
  expect(besideTab('now', -1)).toBe('now');
  expect(besideTab('notes', 1)).toBe('notes');
});

test('each key has its meaning, and others have none', () => {
  expect(detailKey(']')).toEqual({ kind: 'tab', by: 1 });
  expect(detailKey('k')).toEqual({ kind: 'vehicle', by: -1 });
  expect(detailKey('r')).toEqual({ kind: 'refresh' });
  expect(detailKey('x')).toBeNull();
});
