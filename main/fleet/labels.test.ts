import { expect, test } from 'vitest';
import { changeLabels } from './labels.ts';

const LABELS = {
  name: 'Van 3',
  plate: 'M-FP 312',
  driver: null,
  group: 'pool',
  tags: ['winter tyres', 'north'],
  notes: null,
};

test('what is left out stays, and an empty text takes a label away', () => {
  expect(changeLabels(LABELS, { driver: '  Ada ', group: ' ' })).toEqual({
    ...LABELS,
    driver: 'Ada',
    group: null,
  });
});

test('tags are added once and removed, the others keep their order', () => {
  const change = { addTags: ['south', 'winter tyres', ' '], removeTags: ['north'] };
  expect(changeLabels(LABELS, change).tags).toEqual(['winter tyres', 'south']);
});
