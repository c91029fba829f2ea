import { expect, test } from 'vitest';
import type { DryRunItem } from '../../contract/commands.ts';
import { minutesToWait, planOf } from './planOf.ts';

function item(vehicleId: string, rest: Partial<DryRunItem> = {}): DryRunItem {
  return { vehicleId, obstacle: null, until: null, remark: null, ...rest };
}

test('those who cannot are put together by their reason, the largest group first', () => {
  const plan = planOf({
    items: [
      item('a'),
      item('b', { obstacle: 'hold', until: '2026-11-20T14:40:00.000Z' }),
      item('c', { obstacle: 'not_granted' }),
      item('d', { obstacle: 'hold', until: '2026-11-20T14:20:00.000Z' }),
    ],
  });
  expect(plan).toEqual({
    total: 4,
    able: ['a'],
    obstacles: [
      { obstacle: 'hold', vehicleIds: ['b', 'd'], until: '2026-11-20T14:20:00.000Z' },
      { obstacle: 'not_granted', vehicleIds: ['c'], until: null },
    ],
    remarks: [],
  });
});

test('a remark counts only for those who can', () => {
  const { remarks } = planOf({
    items: [
      item('a', { remark: 'already_so' }),
      item('b', { remark: 'already_so', obstacle: 'busy' }),
    ],
  });
  expect(remarks).toEqual([{ remark: 'already_so', vehicleIds: ['a'] }]);
});

test('a run waits for the calls that are missing, and for nothing where they are there', () => {
  expect(minutesToWait({ callsNeeded: 36, callsLeft: 88 }, 2)).toBe(0);
  expect(minutesToWait({ callsNeeded: 36, callsLeft: 31 }, 2)).toBe(3);
});
