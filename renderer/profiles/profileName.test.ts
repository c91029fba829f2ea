import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Application } from '../../contract/application.ts';
import en from '../locales/en.json';
import { profileName } from './profileName.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));
const { t } = i18next;

const own = (clientId: string): Application => ({
  kind: 'own',
  clientId,
  redirectUris: ['https://fleet.example/done'],
  mode: 'live',
  exchange: { kind: 'local' },
});
const SIMULATED = { id: 'simulated', name: null, application: { kind: 'simulated' } } as const;
const FIRST = { id: '1', name: null, application: own('7c0e3c5a-2f61') };
const SECOND = { id: '2', name: null, application: own('0a1b2c3d-4e5f') };

test('the only application without a name needs no id', () => {
  const all = [FIRST, SIMULATED, { ...SECOND, name: 'North' }];
  expect(all.map((profile) => profileName(t, profile, all))).toEqual([
    'Our Smartcar application',
    'Simulated cars',
    'North',
  ]);
});

test('two of the same application are told apart by their modes', () => {
  const twin = { ...FIRST, id: '3', application: { ...FIRST.application, mode: 'simulated' } };
  const all = [FIRST, twin as typeof FIRST, SIMULATED];
  expect(all.map((profile) => profileName(t, profile, all))).toEqual([
    'Application 7c0e3c5a, Live',
    'Application 7c0e3c5a, Simulated',
    'Simulated cars',
  ]);
});

test('two without a name are told apart by their client IDs', () => {
  const all = [FIRST, SECOND, SIMULATED];
  expect(all.map((profile) => profileName(t, profile, all))).toEqual([
    'Application 7c0e3c5a',
    'Application 0a1b2c3d',
    'Simulated cars',
  ]);
});
