import { expect, test } from 'vitest';
import type { KeychainStatus } from '../../../contract/status.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import type { FleetSnapshot } from '../../state/applyFleetChange.ts';
import { bannersFor } from './bannersFor.ts';

const keychain: KeychainStatus = {
  state: 'available',
  backend: 'Secret Service',
  entries: 1,
  holdsSecretsInMemory: false,
};
const locked: KeychainStatus = { ...keychain, state: 'unavailable' };
const vehicle = (access: Vehicle['access'], refreshedAt: string | null = null) =>
  ({ access, refreshedAt }) as Vehicle;
const fleet: FleetSnapshot = { vehicles: [vehicle('ok')], refreshing: [], reach: 'online' };
const kinds = (...all: Parameters<typeof bannersFor>) => bannersFor(...all).map(({ kind }) => kind);

test('says nothing when all is well', () => {
  expect(bannersFor({ keychain, notices: [] }, fleet, null)).toEqual([]);
});

test('a locked keychain is told by what it costs', () => {
  const unreachable = { ...fleet, vehicles: [vehicle('tokens_unavailable')] };
  const inMemory = { ...locked, holdsSecretsInMemory: true };
  expect(kinds({ keychain: locked, notices: [] }, fleet, null)).toEqual([]);
  expect(kinds({ keychain: inMemory, notices: [] }, fleet, null)).toEqual(['keychain_memory']);
  expect(kinds({ keychain: locked, notices: [] }, unreachable, null)).toEqual(['keychain_tokens']);
  expect(kinds({ keychain, notices: [] }, unreachable, null)).toEqual([]);
});

test('offline names the time that the values reach up to', () => {
  const offline: FleetSnapshot = {
    ...fleet,
    vehicles: [vehicle('ok', '2026-11-24T10:00:00Z'), vehicle('ok', '2026-11-24T11:00:00Z')],
    reach: 'offline',
  };
  expect(bannersFor({ keychain, notices: [] }, offline, null)).toEqual([
    { kind: 'offline', until: '2026-11-24T11:00:00Z' },
  ]);
});

test('the keychain comes first, the last problem last', () => {
  const status = {
    keychain: { ...locked, holdsSecretsInMemory: true },
    notices: [{ id: '1', kind: 'not_written' } as const],
  };
  expect(kinds(status, { ...fleet, reach: 'offline' }, 'unexpected')).toEqual([
    'keychain_memory',
    'not_written',
    'offline',
    'problem',
  ]);
});
