import { beforeEach, expect, test } from 'vitest';
import type { KindAttention } from '../../alerts/alertBook.ts';
import { speak, spoken } from '../../words/words.ts';
import { isMarked, type TrayState, trayMenu, trayTooltip } from './trayMenu.ts';

const CHARGE: KindAttention = {
  kind: 'lowBattery',
  vehicleIds: ['a', 'b', 'c'],
  unseenIds: ['a', 'b'],
};
const TYRES: KindAttention = { kind: 'lowTire', vehicleIds: ['a', 'd'], unseenIds: ['a'] };
const SEEN: KindAttention = { kind: 'stale', vehicleIds: ['e'], unseenIds: [] };

const stateWith = (...attention: KindAttention[]): TrayState => ({
  attention,
  isPaused: false,
  hasApplication: true,
  isLocked: false,
});

function chosen(state: TrayState) {
  const done: unknown[] = [];
  const items = trayMenu(state, {
    open: () => done.push('open'),
    showAlerts: (ids) => done.push(ids),
    pause: (isPaused) => done.push({ isPaused }),
    quit: () => done.push('quit'),
  });
  for (const { click } of items) (click as (() => void) | undefined)?.();
  return { labels: items.flatMap(({ label }) => label ?? []), done };
}

beforeEach(() => speak({ ...spoken(), language: 'en' }));

test('what needs attention is counted by kind, and leads to what is new of it', () => {
  const { labels, done } = chosen(stateWith(CHARGE, TYRES, SEEN));
  expect(labels).toEqual([
    'Open Motorpool',
    'Low on charge: 3, 2 new',
    'Low tyre pressure: 2, 1 new',
    'Not heard from: 1',
    'Pause reading',
    'Quit Motorpool',
  ]);
  expect(done).toEqual(['open', ['a', 'b'], ['a'], ['e'], { isPaused: true }, 'quit']);
});

test('a vehicle with two alerts needs somebody once', () => {
  expect(trayTooltip(stateWith(CHARGE, TYRES))).toBe('Motorpool: 2 vehicles need you');
  expect(trayTooltip(stateWith(TYRES))).toBe('Motorpool: 1 vehicle needs you');
  speak({ ...spoken(), language: 'de' });
  expect(trayTooltip(stateWith(TYRES))).toBe('Motorpool: 1 Fahrzeug braucht Sie');
});

test('what somebody has seen leaves no mark', () => {
  expect([isMarked(stateWith(CHARGE)), isMarked(stateWith(SEEN)), isMarked(stateWith())]).toEqual([
    true,
    false,
    false,
  ]);
  expect(trayTooltip(stateWith(SEEN))).toBe('Motorpool');
});

test('paused reading is said, and can be taken up', () => {
  const state = { ...stateWith(), isPaused: true };
  expect(trayTooltip(state)).toBe('Motorpool: reading is paused');
  const { labels, done } = chosen(state);
  expect(labels).toContain('Nothing needs attention');
  expect(labels).toContain('Resume reading');
  expect(done).toContainEqual({ isPaused: false });
});

test('without an application it opens and quits', () => {
  const { labels } = chosen({ ...stateWith(), hasApplication: false });
  expect(labels).toEqual(['Open Motorpool', 'Quit Motorpool']);
});

test('while it is locked it tells nothing', () => {
  const state = { ...stateWith(CHARGE, TYRES), isLocked: true };
  expect(chosen(state)).toEqual({
    labels: ['Open Motorpool', 'Quit Motorpool'],
    done: ['open', 'quit'],
  });
  expect(trayTooltip(state)).toBe('Motorpool is locked');
});
