import { expect, test } from 'vitest';
import { DEFAULT_CONNECT_OPTIONS } from '../../contract/connectOptions.ts';
import { reconnectOptions } from './reconnectOptions.ts';

function vehicleFor(vin: string | null, make: string | null) {
  return reconnectOptions({ vin, make }, 'depot 7', DEFAULT_CONNECT_OPTIONS, 'live');
}

test('the same car is asked for by its VIN, under the same owner', () => {
  expect(vehicleFor('1M8GDM9AXKP042788', 'TESLA')).toEqual({
    ...DEFAULT_CONNECT_OPTIONS,
    vehicle: { kind: 'vin', vin: '1M8GDM9AXKP042788' },
    forcePrompt: true,
    externalId: 'depot 7',
  });
});

test('a VIN that Connect would refuse gives way to the brand, and that to the owner’s choice', () => {
  expect(vehicleFor('1M8GDM9A0KP042788', 'TESLA').vehicle).toEqual({
    kind: 'make',
    make: 'TESLA',
    single: true,
  });
  expect(vehicleFor(null, 'FORD').vehicle).toEqual({ kind: 'any', single: true });
  expect(vehicleFor(null, null).vehicle).toEqual({ kind: 'any', single: true });
});
