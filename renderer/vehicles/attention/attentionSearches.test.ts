import { expect, test } from 'vitest';
import { ALERT_KINDS } from '../../../contract/alerts.ts';
import { linesOf, packVehicles } from '../../../contract/packedVehicles.ts';
import { countMatches } from '../../state/fleet/match.ts';
import { parseQuery } from '../../state/fleet/query/parseQuery.ts';
import { NO_ALERTED, vehicleWith } from '../../state/fleet/testing/vehicles.ts';
import { createVehicleStore } from '../../state/fleet/vehicleStore.ts';
import { ATTENTION_SEARCHES } from './attentionSearches.ts';

function storeOf(ids: readonly string[]) {
  const store = createVehicleStore();
  for (const line of linesOf(packVehicles(ids.map((id) => vehicleWith(id))))) store.put(line);
  return store;
}

function countsOf(store: ReturnType<typeof storeOf>) {
  return ATTENTION_SEARCHES.map(({ query }) => countMatches(store, parseQuery(query), 0));
}

test('each kind of rule has its own search, in the order of the rules', () => {
  expect(ATTENTION_SEARCHES.map(({ kind }) => kind)).toEqual(ALERT_KINDS);
  for (const { kind, query } of ATTENTION_SEARCHES) {
    expect(parseQuery(query), query).toMatchObject({
      words: [],
      conditions: [{ kind: 'alert', value: kind, negated: false }],
      problem: null,
    });
  }
});

test('counts whom the rules found, and follows what becomes of them', () => {
  const store = storeOf(['a', 'b', 'c']);
  expect(countsOf(store)).toEqual([0, 0, 0, 0, 0]);
  store.setAlerted({
    accessEnded: ['a'],
    lowBattery: ['a', 'b'],
    lowFuel: [],
    lowTire: ['c', 'of another application'],
    stale: ['a', 'b', 'c'],
  });
  expect(countsOf(store)).toEqual([1, 2, 0, 1, 3]);
  store.remove('a');
  expect(countsOf(store)).toEqual([0, 1, 0, 1, 2]);
  store.setAlerted({ ...NO_ALERTED, lowFuel: ['b'] });
  expect(countsOf(store)).toEqual([0, 0, 1, 0, 0]);
});
