import type { LockFailure, LockState } from '../../contract/lock.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../fleet/sync/clock.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Settings } from '../settings/settings.ts';
import { isPassphrase, packPassphrase } from './passphrase.ts';

/** The keychain account of the passphrase's hash. */
export const LOCK_ACCOUNT = 'lock-passphrase';

/** So many wrong ones are the fingers'; from then on each costs twice the time of the one before. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

const LOOK_EVERY_MS = 5_000;
const MINUTE_S = 60;

export interface LockOptions {
  readonly settings: Pick<Settings, 'get' | 'set' | 'expectedEntries'>;
  readonly vault: Pick<Vault, 'load' | 'save' | 'remove'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Seconds since somebody last touched this computer. */
  readonly idleSeconds: () => number;
  /** Whether the system says, when asked, that its screen is locked; elsewhere it calls `screenLocked`. */
  readonly isScreenLocked: () => boolean;
  /** It was locked, or unlocked. */
  readonly onChange: (isLocked: boolean) => void;
}

/** Keeps the fleet from whoever passes by. What lies on the disk is not encrypted by it. */
export interface Lock {
  state(): LockState;
  isLocked(): boolean;
  /** Locks, where there is a passphrase. */
  lock(): void;
  /** The computer's screen was locked, or it goes to sleep. */
  screenLocked(): void;
  unlock(passphrase: string): Promise<Result<null, LockFailure>>;
  /** `current` is asked for where there is one already. */
  setPassphrase(current: string | null, next: string): Promise<Result<null, LockFailure>>;
  removePassphrase(current: string): Promise<Result<null, LockFailure>>;
  /** Looks now and then how long nobody has been there. */
  begin(): void;
  close(): void;
}

const DONE = { ok: true, value: null } as const;
const failed = (failure: LockFailure) => ({ ok: false, failure }) as const;

/** How long after this many wrong tries the next one is taken. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrongTries - FREE_TRIES));
}

export function createLock(options: LockOptions): Lock {
  const { settings, vault, clock } = options;
  let callOff: (() => void) | null = null;
  let isChecking = false;

  const kept = () => settings.get('lock');
  const isSet = () => settings.expectedEntries.has(LOCK_ACCOUNT);
  const isLocked = () => isSet() && kept().locked;

  /** When the next try is taken. */
  function nextTryAt(): number {
    const { wrongTries, lastTryAt } = kept();
    if (lastTryAt === null) return 0;
    // A clock that was set back must make nobody wait longer.
    const since = Math.min(lastTryAt, clock.now());
    if (since < lastTryAt) settings.set('lock', { ...kept(), lastTryAt: since });
    return since + waitAfter(wrongTries);
  }

  /** Counted before it is looked at, so that no end of the app makes it undone. */
  async function check(passphrase: string): Promise<Result<null, LockFailure>> {
    if (isChecking || clock.now() < nextTryAt()) return failed('too_soon');
    isChecking = true;
    try {
      const answer = await vault.load(LOCK_ACCOUNT);
      if (answer.kind !== 'found') return failed('no_keychain');
      const before = kept();
      const tried = { wrongTries: before.wrongTries + 1, lastTryAt: clock.now() };
      settings.set('lock', { ...before, ...tried });
      if (!(await isPassphrase(passphrase, answer.secret))) return failed('wrong');
      settings.set('lock', { ...kept(), wrongTries: 0, lastTryAt: null });
      return DONE;
    } finally {
      isChecking = false;
    }
  }

  function change(locked: boolean): void {
    if (locked === isLocked()) return;
    settings.set('lock', { ...kept(), locked });
    options.onChange(locked);
  }

  function lock(): void {
    if (isSet()) change(true);
  }

  function look(): void {
    const { lockAfterMinutes, lockWithScreen } = settings.get('privacy');
    if (lockAfterMinutes !== null && options.idleSeconds() >= lockAfterMinutes * MINUTE_S) lock();
    if (lockWithScreen && options.isScreenLocked()) lock();
    callOff = clock.after(LOOK_EVERY_MS, look);
  }

  return {
    state() {
      const at = nextTryAt();
      const until = at > clock.now() ? new Date(at).toISOString() : null;
      return { isSet: isSet(), isLocked: isLocked(), until };
    },
    isLocked,
    lock,
    screenLocked() {
      if (settings.get('privacy').lockWithScreen) lock();
    },
    async unlock(passphrase) {
      if (!isLocked()) return DONE;
      const answer = await check(passphrase);
      if (answer.ok) change(false);
      return answer;
    },
    async setPassphrase(current, next) {
      if (isSet()) {
        const answer = await check(current ?? '');
        if (!answer.ok) return answer;
      }
      const before = await vault.load(LOCK_ACCOUNT);
      const place = await vault.save(LOCK_ACCOUNT, await packPassphrase(next));
      if (place === 'keychain') return DONE;
      // After a restart nobody could get in any more by the new one. The one before stays as it is.
      if (before.kind === 'found') await vault.save(LOCK_ACCOUNT, before.secret);
      else await vault.remove(LOCK_ACCOUNT);
      return failed('no_keychain');
    },
    async removePassphrase(current) {
      const answer = await check(current);
      if (answer.ok) await vault.remove(LOCK_ACCOUNT);
      return answer;
    },
    begin() {
      callOff?.();
      callOff = clock.after(LOOK_EVERY_MS, look);
    },
    close: () => callOff?.(),
  };
}
