import i18next, { type TFunction } from 'i18next';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import type { ActivityEntry } from '../../../contract/activity.ts';
import en from '../../locales/en.json';
import { activityCsv } from './activityCsv.ts';
import { eventsWith, eventWords } from './activityWords.ts';

let t: TFunction;
beforeAll(async () => {
  const resources = { en: { translation: en } };
  t = await i18next.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
});

const AT = '2026-11-25T12:00:00.000Z';

function entry(change: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    ...{ id: 1, at: AT, kind: 'command', event: 'command.set_charge_limit', result: 'partly' },
    ...{ by: 'ada', vehicleIds: ['1', '2'], vehicles: 2, vehicleName: null },
    facts: { accepted: 1, failed: 1, cancelled: 0, limit: '80 %' },
    ...change,
  };
}

test('a line says when, what, about whom, by whom and how it came out', () => {
  const [row] = Papa.parse<Record<string, string>>(activityCsv(t, [entry()]).slice(1), {
    header: true,
  }).data;
  expect(row).toEqual({
    ...{ Time: AT, Kind: 'Command', What: 'Charge limit 80 %', Vehicle: '2 vehicles', Who: 'ada' },
    Result: '1 accepted, 1 failed, 0 not sent',
  });
});

test.each(['=1+1', '+1', '@SUM(A1)', '\t=1'])('%j stays a text in spreadsheets', (name) => {
  const named = entry({ by: name, vehicles: 1, vehicleName: name });
  const [row] = Papa.parse<Record<string, string>>(activityCsv(t, [named]).slice(1), {
    header: true,
  }).data;
  expect([row?.Vehicle, row?.Who]).toEqual([`'${name}`, `'${name}`]);
});

test('an event without words here is told by its name, fields in the words of people', () => {
  expect(eventWords(t, entry({ event: 'newer.thing' }))).toBe('newer.thing');
  const labelled = entry({ event: 'label.changed', facts: { fields: 'notes,tags' } });
  expect(eventWords(t, labelled)).toBe('Changed: notes and tags');
  expect(eventWords(t, entry({ event: 'disconnect' }))).toBe('Disconnected');
});

test('events are found by their words', () => {
  expect(eventsWith(t, 'DISCONNECT')).toEqual(['command.disconnect', 'disconnect']);
  expect(eventsWith(t, ' ')).toEqual([]);
});
