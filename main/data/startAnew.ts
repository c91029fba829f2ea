import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import type { Vault } from '../keychain/vault.ts';
import { LOCK_ACCOUNT } from '../lock/lock.ts';
import { DEFAULT_SETTINGS, type SettingsData } from '../settings/schema.ts';

/** The settings of all profiles, not only of the one in use. */
interface AllSettings {
  get(key: 'expectedSecrets'): SettingsData['expectedSecrets'];
  set<K extends keyof SettingsData>(key: K, value: SettingsData[K]): void;
}

export interface StartAnewOptions {
  readonly settings: AllSettings;
  readonly vault: Pick<Vault, 'remove'>;
  readonly localCopy: Pick<OpenedLocalCopy, 'run'>;
  /** Deletes damaged files that were kept beside the good ones; throws the disk's errors. */
  readonly removeSetAside: () => void;
  /** Ends what is under way, and forgets in memory what is being removed. */
  readonly onForgotten: () => Promise<void>;
}

/** How the person wants to see the app is no data of the fleet's. */
const KEPT: ReadonlySet<keyof SettingsData> = new Set([
  'appearance',
  'shortcuts',
  'desktop',
  'window',
  'lock',
  'expectedSecrets',
  'leftOverSecrets',
]);

function ridOf(remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes everything that Motorpool keeps on this computer: sign-ins and secrets from the keychain,
 * connections and settings, the local copy, and files that were set aside. Owners' permissions at
 * Smartcar stay as they are. Answers whether the disk took it.
 */
export async function startAnew(options: StartAnewOptions): Promise<boolean> {
  const { settings, vault, localCopy } = options;
  const forget = <K extends keyof SettingsData>(name: K) => {
    if (!KEPT.has(name)) settings.set(name, DEFAULT_SETTINGS[name]);
  };
  const secrets = settings.get('expectedSecrets').filter((account) => account !== LOCK_ACCOUNT);
  // First of all what opens cars: whatever comes after may fail.
  for (const account of secrets) await vault.remove(account);
  for (const name of Object.keys(DEFAULT_SETTINGS) as (keyof SettingsData)[]) forget(name);
  const { ok } = await localCopy.run({ kind: 'clear', what: 'everything' });
  if (ok) {
    // Only now: as long as vehicles are left, they stay behind the lock.
    await vault.remove(LOCK_ACCOUNT);
    settings.set('lock', DEFAULT_SETTINGS.lock);
  }
  const isRid = ridOf(options.removeSetAside);
  await options.onForgotten();
  return ok && isRid;
}
