import { expect, test } from 'vitest';
import { healthTone } from '../../contract/health.ts';
import { type Findings, judge } from './judge.ts';

const AT = '2026-11-25T12:00:00.000Z';
const FINE: Findings = {
  at: AT,
  environment: { system: 'Linux 6.1', arch: 'x64', electron: '45.4.1' },
  keychain: { state: 'available', backend: 'Keychain', entries: 1, holdsSecretsInMemory: false },
  network: { reach: 'online', origin: 'https://api.smartcar.com', answeredAt: AT },
  proxy: 'proxy',
  clockOffsetMs: 119_000,
  disk: { freeBytes: 50e9, copyBytes: 1e6, isWritten: true },
  smartcar: { calls: 100, p50Ms: 300, p95Ms: 900, errors: [{ type: 'NETWORK', count: 3 }] },
  tokens: { connections: 1, seen: 1, oldestRenewal: AT, firstEnd: null, reconnect: 0 },
  queue: { running: 0, waiting: 0, paused: true, nextAt: null, throttled: false },
};

test('all is fine where all is', () => {
  expect(healthTone({ tones: judge(FINE) })).toBe('fine');
});

test.each<[string, Partial<Findings>, 'attention' | 'fault']>([
  ['keychain', { keychain: { ...FINE.keychain, state: 'unavailable' } }, 'fault'],
  ['network', { network: { ...FINE.network, reach: 'offline' } }, 'fault'],
  ['clock', { clockOffsetMs: -121_000 }, 'attention'],
  ['disk', { disk: { ...FINE.disk, freeBytes: 5e8 } }, 'attention'],
  ['disk', { disk: { ...FINE.disk, freeBytes: 5e7 } }, 'fault'],
  ['disk', { disk: { ...FINE.disk, isWritten: false } }, 'fault'],
  ['smartcar', { smartcar: { ...FINE.smartcar, p95Ms: 30_000 } }, 'attention'],
  [
    'smartcar',
    { smartcar: { ...FINE.smartcar, errors: [{ type: 'SERVER', count: 40 }] } },
    'attention',
  ],
  ['tokens', { tokens: { ...FINE.tokens, reconnect: 1 } }, 'attention'],
  ['tokens', { tokens: { ...FINE.tokens, firstEnd: '2026-11-28T12:00:00.000Z' } }, 'attention'],
  ['queue', { queue: { ...FINE.queue, waiting: 3 } }, 'attention'],
  ['queue', { queue: { ...FINE.queue, throttled: true } }, 'attention'],
])('%s with %j is %s, and nothing else is', (part, change, tone) => {
  const tones = judge({ ...FINE, ...change });
  const other = Object.entries(tones).filter(([, one]) => one !== 'fine');
  expect(other).toEqual([[part, tone]]);
  expect(healthTone({ tones })).toBe(tone);
});
