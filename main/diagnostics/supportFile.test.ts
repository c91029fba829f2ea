import { expect, test } from 'vitest';
import { SIMULATED } from '../settings/profileSchema.ts';
import { DEFAULT_SETTINGS } from '../settings/schema.ts';
import { parseLog } from './logTail.ts';
import { hide, type SupportFacts, supportFile } from './supportFile.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const AT = '2026-11-25T12:00:00.000Z';
const fine = 'fine' as const;

function facts(change: Partial<SupportFacts> = {}): SupportFacts {
  const tones = {
    ...{ keychain: fine, network: fine, proxy: fine, clock: fine },
    ...{ disk: fine, smartcar: fine, tokens: fine, queue: fine },
  };
  return {
    version: '0.1.0',
    system: { platform: 'linux', release: '6.1', arch: 'x64' },
    runtime: { electron: '33.2.1' },
    settings: {
      ...DEFAULT_SETTINGS,
      ...SIMULATED,
      budget: {
        ...SIMULATED.budget,
        groupRules: [{ group: 'planted-group', rule: { kind: 'off' } }],
      },
      application: {
        kind: 'own',
        clientId: CLIENT_ID,
        redirectUris: [`sc${CLIENT_ID}://connect`, 'https://fleet.example/done?key=planted'],
        mode: 'live',
        exchange: {
          kind: 'backend',
          address: 'https://backend.fleet.example',
          presets: [{ id: 'a', name: 'Planted preset', permissions: [] }],
        },
      },
      connections: [
        ...[{ id: 'planted-connection', application: CLIENT_ID, createdAt: AT }].map((one) => ({
          ...one,
          userId: 'planted-user',
          externalId: 'planted-owner',
        })),
      ],
    },
    health: {
      at: AT,
      tones,
      environment: { system: 'Linux 6.1', arch: 'x64', electron: '45.4.1' },
      keychain: {
        state: 'available',
        backend: 'Keychain',
        entries: 1,
        holdsSecretsInMemory: false,
      },
      network: { reach: 'online', origin: 'https://api.smartcar.com', answeredAt: AT },
      proxy: 'proxy',
      clockOffsetMs: 12,
      disk: { freeBytes: 1, copyBytes: 1, isWritten: true },
      smartcar: { calls: 0, p50Ms: null, p95Ms: null, errors: [] },
      tokens: { connections: 1, seen: 0, oldestRenewal: null, firstEnd: null, reconnect: 0 },
      queue: { running: 0, waiting: 0, paused: false, nextAt: null, throttled: false },
    },
    log: [],
    vehicles: 12,
    hidden: [],
    ...change,
  };
}

test('settings are told without what names an application, an owner or a company', () => {
  const text = supportFile(facts());
  for (const secret of [CLIENT_ID, 'fleet.example', 'planted', 'Planted']) {
    expect(text).not.toContain(secret);
  }
  expect(JSON.parse(text)).toMatchObject({
    settings: { application: 'own', exchange: 'backend', redirectUris: ['custom scheme', 'https'] },
    counts: { vehicles: 12, connections: 1 },
  });
});

test('a log that holds what it should not gives it neither to the file', () => {
  const planted = [
    'token=abc123secret',
    'https://x.example/cb?code=planted-code',
    'WBA12345678901234',
    '52.520008,13.404954',
    CLIENT_ID,
    'Ada Lovelace',
    'MP 4711',
  ];
  const log = parseLog(planted.map((text) => `[2026-11-25 10:00:00.000] info ${text}`).join('\n'));
  const text = supportFile(facts({ log, hidden: ['ada lovelace', 'mp 4711', 'x'] }));
  const secrets = ['abc123', 'planted', 'WBA123', '52.52', '13.40', CLIENT_ID, 'Ada', '4711'];
  for (const secret of secrets) expect(text).not.toContain(secret);
});

test('where there is no application its place is not told', () => {
  const { health } = facts();
  const network = { ...health.network, origin: null };
  expect(() => supportFile(facts({ health: { ...health, network } }))).not.toThrow();
});

test('known words go whatever their case; the longer before what is in it', () => {
  expect(hide('VAN 12 (van 1) a+b', ['Van 1', 'van 12', 'A+B', 'zz'])).toBe(
    '[hidden] ([hidden]) [hidden]',
  );
});
