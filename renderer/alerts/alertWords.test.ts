import { describe, expect, test } from 'vitest';
import type { Alert } from '../../contract/alerts.ts';
import { newestFirst } from './alertWords.ts';

const alert = (vehicleId: string, since: string, seen = false): Alert => ({
  vehicleId,
  kind: 'lowBattery',
  tire: null,
  since,
  value: 0.1,
  seen,
});

const idsOf = (alerts: readonly Alert[]) =>
  newestFirst(alerts).map(({ vehicleId, since }) => `${vehicleId} ${since.slice(11, 16)}`);

describe('newestFirst', () => {
  test('puts the newest first, seen or not', () => {
    const older = alert('a', '2026-11-20T08:00:00.000Z');
    const newer = alert('b', '2026-11-20T09:00:00.000Z', true);
    expect(idsOf([older, newer])).toEqual(['b 09:00', 'a 08:00']);
  });

  test('leaves an entry in its place when it is marked, also among others of the same moment', () => {
    const at = '2026-11-20T08:00:00.000Z';
    const before = idsOf([alert('a', at), alert('b', at)]);
    expect(idsOf([alert('b', at), alert('a', at, true)])).toEqual(before);
  });
});
