import { expect, test } from 'vitest';
import { REQUESTS } from '../../contract/channels.ts';
import { DEFAULT_PRIVACY, type Privacy } from '../../contract/privacy.ts';
import { createVault, type VaultAnswer } from '../keychain/vault.ts';
import type { Secret } from '../secret.ts';
import { lockableKeychain } from '../testing/lockableKeychain.ts';
import { manualClock } from '../testing/manualClock.ts';
import { settingsInMemory } from '../testing/settings.ts';
import { createLock, LOCK_ACCOUNT, waitAfter } from './lock.ts';
import { lockedDesktop } from './lockedDesktop.ts';
import { isRefused } from './refused.ts';

const START = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;

/** What outlives a restart: settings and keychain. */
function machine(privacy: Partial<Privacy> = {}) {
  const settings = settingsInMemory({ privacy: { ...DEFAULT_PRIVACY, ...privacy } });
  const entries = new Map<string, Secret>();
  const state = { hasKeychain: true, idle: 0, isScreenLocked: false };
  const clock = manualClock(START);
  const changes: boolean[] = [];
  const start = (at = clock) =>
    createLock({
      settings: {
        get: settings.get,
        set: settings.set,
        expectedEntries: {
          has: (account) => entries.has(account),
          add: () => undefined,
          delete: () => undefined,
        },
      },
      vault: {
        async load(account): Promise<VaultAnswer> {
          const secret = entries.get(account);
          if (!state.hasKeychain) return { kind: 'unavailable' };
          return secret ? { kind: 'found', secret } : { kind: 'absent' };
        },
        async save(account, secret) {
          entries.set(account, secret);
          return state.hasKeychain ? 'keychain' : 'memory';
        },
        async remove(account) {
          entries.delete(account);
        },
      },
      clock: at,
      idleSeconds: () => state.idle,
      isScreenLocked: () => state.isScreenLocked,
      onChange: (isLocked) => changes.push(isLocked),
    });
  return { start, settings, entries, state, clock, changes };
}

const wrong = { ok: false, failure: 'wrong' };
const tooSoon = { ok: false, failure: 'too_soon' };
const done = { ok: true, value: null };

test('locks, refuses another passphrase, takes the right one, and is locked at the next start', async () => {
  const { start, entries, changes } = machine();
  const lock = start();
  lock.lock();
  expect(lock.isLocked()).toBe(false);
  expect(await lock.setPassphrase(null, 'öffne dich')).toEqual(done);
  lock.lock();
  expect(lock.state()).toEqual({ isSet: true, isLocked: true, until: null });
  expect(await lock.unlock('öffne mich')).toEqual(wrong);
  const again = start();
  expect(again.isLocked()).toBe(true);
  // As another keyboard composes it.
  expect(await again.unlock('öffne dich'.normalize('NFD'))).toEqual(done);
  expect(again.isLocked()).toBe(false);
  expect(changes).toEqual([true, false]);
  expect(entries.get(LOCK_ACCOUNT)?.reveal()).not.toContain('dich');
});

test('wrong tries are slowed down, also across a restart and a clock that is set back', async () => {
  const { start, settings, clock } = machine();
  const lock = start();
  await lock.setPassphrase(null, '2580');
  lock.lock();
  for (let tries = 0; tries < 3; tries += 1) expect(await lock.unlock('1111')).toEqual(wrong);
  expect(lock.state().until).toBe(new Date(START + 5_000).toISOString());
  const again = start();
  expect(await again.unlock('2580')).toEqual(tooSoon);
  clock.advance(5_000);
  expect(await again.unlock('1111')).toEqual(wrong);
  expect(await again.unlock('2580')).toEqual(tooSoon);
  // An hour back: it does not take an hour longer.
  const earlier = manualClock(START - 60 * MINUTE);
  const back = start(earlier);
  expect(await back.unlock('2580')).toEqual(tooSoon);
  earlier.advance(10_000);
  expect(await back.unlock('2580')).toEqual(done);
  expect(settings.get('lock')).toEqual({ locked: false, wrongTries: 0, lastTryAt: null });
});

test('two tries at once count as they come', async () => {
  const { start } = machine();
  const lock = start();
  await lock.setPassphrase(null, '2580');
  lock.lock();
  expect(await Promise.all([lock.unlock('1111'), lock.unlock('2580')])).toEqual([wrong, tooSoon]);
});

test('the wait doubles, up to a quarter of an hour', () => {
  expect([0, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 5_000, 10_000, 20_000]);
  expect(waitAfter(60)).toBe(15 * MINUTE);
});

test('without a keychain no passphrase is set, and a locked app says what is in the way', async () => {
  const { start, state, entries } = machine();
  state.hasKeychain = false;
  const lock = start();
  expect(await lock.setPassphrase(null, '2580')).toEqual({ ok: false, failure: 'no_keychain' });
  expect(entries.size).toBe(0);
  state.hasKeychain = true;
  await lock.setPassphrase(null, '2580');
  lock.lock();
  state.hasKeychain = false;
  expect(await lock.unlock('2580')).toEqual({ ok: false, failure: 'no_keychain' });
  state.hasKeychain = true;
  expect(await lock.unlock('2580')).toEqual(done);
});

test('a keychain that is gone leaves the passphrase as it was', async () => {
  const { keychain, entries, state } = lockableKeychain();
  const settings = settingsInMemory();
  const { expectedEntries: expected, leftOverEntries: leftOver } = settings;
  const vault = createVault({ keychain, expected, leftOver, onStatus: () => undefined });
  const lock = createLock({
    settings,
    vault,
    clock: manualClock(START),
    idleSeconds: () => 0,
    isScreenLocked: () => false,
    onChange: () => undefined,
  });
  await lock.setPassphrase(null, '2580');
  const before = entries.get(LOCK_ACCOUNT);
  state.locked = true;
  expect(await lock.setPassphrase('2580', '1111')).toEqual({ ok: false, failure: 'no_keychain' });
  lock.lock();
  expect(lock.isLocked()).toBe(true);
  expect(await lock.unlock('1111')).toEqual(wrong);
  expect(await lock.unlock('2580')).toEqual(done);
  state.locked = false;
  await vault.retry();
  expect(entries.get(LOCK_ACCOUNT)).toBe(before);
});

test('it locks after so long without anybody, and with the screen, where that was chosen', async () => {
  const idle = machine({ lockAfterMinutes: 5 });
  const lock = idle.start();
  await lock.setPassphrase(null, '2580');
  lock.begin();
  idle.state.idle = 299;
  idle.clock.advance(MINUTE);
  expect(lock.isLocked()).toBe(false);
  lock.screenLocked();
  expect(lock.isLocked()).toBe(false);
  idle.state.idle = 300;
  idle.clock.advance(MINUTE);
  expect(lock.isLocked()).toBe(true);
  lock.close();

  const screen = machine({ lockWithScreen: true });
  const other = screen.start();
  await other.setPassphrase(null, '2580');
  other.screenLocked();
  expect(other.isLocked()).toBe(true);

  const asked = machine({ lockWithScreen: true });
  const third = asked.start();
  await third.setPassphrase(null, '2580');
  third.begin();
  asked.clock.advance(MINUTE);
  expect(third.isLocked()).toBe(false);
  asked.state.isScreenLocked = true;
  asked.clock.advance(MINUTE);
  expect(third.isLocked()).toBe(true);
  third.close();
});

test('a passphrase is changed and removed only by whoever knows it', async () => {
  const { start } = machine();
  const lock = start();
  await lock.setPassphrase(null, '2580');
  expect(await lock.setPassphrase(null, '1111')).toEqual(wrong);
  expect(await lock.setPassphrase('2580', '1111')).toEqual(done);
  expect(await lock.removePassphrase('2580')).toEqual(wrong);
  expect(await lock.removePassphrase('1111')).toEqual(done);
  expect(lock.state().isSet).toBe(false);
});

test('while it is locked nothing is handed over', () => {
  expect(REQUESTS.filter((name) => !isRefused(name, 5_000))).toEqual([
    'app.appearance',
    'lock.state',
    'lock.unlock',
    'data.startAnew',
  ]);
  // What was typed a moment before is written down; it is answered with nothing.
  expect(isRefused('fleet.label', 200)).toBe(false);
  expect(isRefused('fleet.page', 200)).toBe(true);
});

test('notifications of a locked app carry no names', () => {
  const shown: { title: string; body: string }[] = [];
  let isLocked = false;
  const desktop = lockedDesktop(
    { isFocused: () => true, show: (notice) => shown.push(notice), setBadge: () => undefined },
    () => isLocked,
  );
  const notice = { title: 'Low on charge: Car 1', body: '5 %', vehicleIds: ['a', 'b'] };
  desktop.show(notice);
  expect(desktop.isFocused()).toBe(true);
  isLocked = true;
  desktop.show(notice);
  expect(desktop.isFocused()).toBe(false);
  expect(shown.map(({ title, body }) => `${title}: ${body}`)).toEqual([
    'Low on charge: Car 1: 5 %',
    'Motorpool: 2 vehicles with new alerts. Unlock to see them.',
  ]);
});
