import { expect, test, vi } from 'vitest';
import { type CompatibilityQuery, ExchangeError } from '../exchange/tokenExchange.ts';
import { grantsOf } from './grants.ts';

const ASKED = [
  { permission: 'read_vin', required: true },
  { permission: 'read_fuel', required: false },
  { permission: 'read_location', required: false },
  { permission: 'read_tires', required: false },
] as const;
const learned = (permissions: readonly string[], vin: string | null = 'V') =>
  new Map([['v1', { permissions, vin }]]);

const CAPABILITIES = [
  { permission: 'read_fuel', capable: false },
  { permission: 'read_location', capable: false },
  { permission: 'read_location', capable: true },
];

function exchange() {
  return {
    compatibility: vi.fn(async (_query: CompatibilityQuery) => ({
      compatible: true,
      reason: null,
      capabilities: CAPABILITIES,
    })),
  };
}

test('a car that cannot is told from an owner who declined, and both from what nobody knows', async () => {
  const smartcar = exchange();
  const [grants] = await grantsOf(ASKED, learned(['read_vin']), smartcar, null);
  expect(grants?.permissions).toEqual([
    { permission: 'read_vin', required: true, state: 'granted' },
    { permission: 'read_fuel', required: false, state: 'not_capable' },
    { permission: 'read_location', required: false, state: 'declined' },
    { permission: 'read_tires', required: false, state: 'not_granted' },
  ]);
  expect(smartcar.compatibility.mock.calls[0]?.[0]).toEqual({
    vin: 'V',
    permissions: ['read_fuel', 'read_location', 'read_tires'],
    country: 'US',
  });
});

test('nobody is asked where all was granted or the VIN is unknown', async () => {
  const smartcar = exchange();
  const all = ASKED.map(({ permission }) => permission);
  await grantsOf(ASKED, learned(all), smartcar, null);
  const [grants] = await grantsOf(ASKED, learned(['read_vin'], null), smartcar, null);
  expect(smartcar.compatibility).not.toHaveBeenCalled();
  expect(grants?.permissions.map(({ state }) => state)).toEqual([
    'granted',
    'not_granted',
    'not_granted',
    'not_granted',
  ]);
});

test('a check that is not in the plan leaves the reason open', async () => {
  const smartcar = exchange();
  smartcar.compatibility.mockRejectedValue(new ExchangeError('refused'));
  const [grants] = await grantsOf(ASKED, learned(['read_vin']), smartcar, 'CA');
  expect(grants?.permissions[1]?.state).toBe('not_granted');
});
