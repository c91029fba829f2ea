import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { READING_KINDS, type ReadingProblem, type Readings } from '../../../contract/readings.ts';
import type { AccessEnded } from '../../../contract/vehicles.ts';
import en from '../../locales/en.json';
import { ownerMatter, ownerMessage } from './ownerMessage.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
});

const LABELS = {
  name: 'Pool 7',
  plate: 'MP 001',
  driver: 'Ada',
  group: null,
  tags: [],
  notes: null,
};
const CAR = { make: 'FORD', model: 'Transit', year: 2024, labels: LABELS };

function readings(problem: Pick<ReadingProblem, 'reason' | 'code'> | null): Readings {
  const reading = {
    last: null,
    problem: problem && { ...problem, requestId: null, retryAt: null, at: '2026-11-25T12:00:00Z' },
  };
  return Object.fromEntries(READING_KINDS.map((kind) => [kind, reading])) as Readings;
}

describe('what only the owner can mend', () => {
  test.each<[string | null, AccessEnded['reason'] | null]>([
    ['idle', 'idle'],
    ['login', 'login'],
    ['revoked', 'revoked'],
    ['reconnect', null],
  ])('a connection that has ended: %s', (matter, reason) => {
    const accessEnded = reason && { reason, since: '2026-11-25T12:00:00Z' };
    const vehicle = { access: 'reconnect', accessEnded, readings: readings(null) } as const;
    expect(ownerMatter(vehicle)).toBe(matter);
  });

  test.each([
    ['account', { reason: 'account', code: 'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE' }],
    ['subscription', { reason: 'account', code: 'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION' }],
    [null, { reason: 'failed', code: 'UPSTREAM' }],
    [null, null],
  ] as const)('an account at the maker: %s', (matter, problem) => {
    const vehicle = { access: 'ok', accessEnded: null, readings: readings(problem) } as const;
    expect(ownerMatter(vehicle)).toBe(matter);
  });
});

describe('the message', () => {
  test('it names the maker, the car and its plate, and what staff alone wrote down stays out', () => {
    const text = ownerMessage(i18n.t, 'account', CAR);
    expect(text).toContain('website of Ford, sign in');
    expect(text).toContain('this car: Ford Transit 2024, MP 001.');
    expect(text).not.toMatch(/Pool 7|Ada/);
  });

  test('a car of which nothing is known has words all the same', () => {
    const nobody = { make: null, model: null, year: null, labels: { ...LABELS, plate: null } };
    const text = ownerMessage(i18n.t, 'idle', nobody);
    expect(text).toContain('account at your car maker');
    expect(text).not.toContain('this car:');
  });
});
