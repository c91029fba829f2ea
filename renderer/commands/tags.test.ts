import { expect, test } from 'vitest';
import { tagChange, tagCounts } from './tags.ts';

const wearing = (...tags: string[]) => ({
  labels: { name: null, plate: null, driver: null, group: null, notes: null, tags },
});

test('each tag is counted once per vehicle that wears it', () => {
  const vehicles = [wearing('tow bar', 'lease'), wearing('lease'), wearing()];
  expect(tagCounts(vehicles)).toEqual([
    ['lease', 2],
    ['tow bar', 1],
  ]);
});

test('a change names only what came and went', () => {
  expect(tagChange(['a', 'b'], ['b', 'c'])).toEqual({ addTags: ['c'], removeTags: ['a'] });
});
