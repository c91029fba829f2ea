import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSync } from 'atomically';
import ElectronStore from 'electron-store';
import * as z from 'zod';
import { setAside } from '../app/setAside.ts';
import type { ExpectedEntries, LeftOverEntries } from '../keychain/vault.ts';
import {
  isProfileKey,
  ofProfile,
  type ProfileSettings,
  withProfileSetting,
} from './profileSettings.ts';
import { DEFAULT_SETTINGS, type SettingsData, settingsSchema } from './schema.ts';

const NAME = 'settings';
const LAST_GOOD = 'settings.last-good.json';

/** What happened to a settings file that could not be read. */
export interface SettingsRepair {
  readonly fileName: string;
  readonly folder: string;
  /** True where the last good copy took its place. */
  readonly restored: boolean;
}

/** Everything that can be read and set: what is kept, and what belongs to the profile in use. */
export type SettingsView = SettingsData & ProfileSettings;

export interface Settings {
  get<K extends keyof SettingsView>(key: K): SettingsView[K];
  /** What belongs to a profile is set for the one in use; nothing happens where none is. */
  set<K extends keyof SettingsView>(key: K, value: SettingsView[K]): void;
  readonly expectedEntries: ExpectedEntries;
  readonly leftOverEntries: LeftOverEntries;
  readonly repair: SettingsRepair | null;
  /** True where the file could be neither read nor written; it is left as it is. */
  readonly isInMemory: boolean;
}

interface Opened {
  readonly store: ElectronStore<Partial<SettingsData>>;
  /** As the schema gives it: older files are brought up to date. */
  readonly data: SettingsData;
}

/** Opens the file, and throws where it is not JSON or not of the schema. */
function openStore(folder: string): Opened {
  // Without the profiles: where a file has none yet, its one application is taken over.
  const { profiles: _profiles, profile: _profile, ...defaults } = DEFAULT_SETTINGS;
  const store = new ElectronStore<Partial<SettingsData>>({
    cwd: folder,
    name: NAME,
    defaults,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  return { store, data: settingsSchema.parse(store.store) };
}

/** Not JSON, or not of the schema; anything else is the disk's trouble, and the file may be good. */
function isDamage(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.ZodError;
}

/**
 * The settings in `folder`, kept by electron-store. A copy of every good state stands beside them, so
 * that a damaged file (set aside, never deleted) costs nothing. `onWritten` hears after every write
 * whether it worked.
 */
export function openSettings(
  folder: string,
  now: () => number,
  onWritten: (worked: boolean) => void,
): Settings {
  const file = join(folder, `${NAME}.json`);
  const lastGood = join(folder, LAST_GOOD);
  let repair: SettingsRepair | null = null;

  function mend(): Opened {
    const fileName = setAside(file, now());
    if (existsSync(lastGood)) {
      copyFileSync(lastGood, file);
      try {
        const opened = openStore(folder);
        repair = { fileName, folder, restored: true };
        return opened;
      } catch {
        setAside(file, now());
      }
    }
    repair = { fileName, folder, restored: false };
    return openStore(folder);
  }

  /** `null` where the folder lets nobody read or write: then settings last for this run. */
  function open(): Opened | null {
    try {
      return openStore(folder);
    } catch (error) {
      return isDamage(error) ? mend() : null;
    }
  }

  const opened = open();
  const store = opened?.store;
  const data: SettingsData = { ...(opened?.data ?? DEFAULT_SETTINGS) };

  function write<K extends keyof SettingsData>(key: K, value: SettingsData[K]): void {
    data[key] = value;
    if (!store) {
      onWritten(false);
      return;
    }
    try {
      // Together, so that a file never names a profile that it does not hold.
      store.set({ profiles: data.profiles, profile: data.profile, [key]: value });
      writeFileSync(lastGood, JSON.stringify(data, null, '\t'), { mode: 0o600 });
      onWritten(true);
    } catch {
      // Disk full or no rights: this run goes on with what is in memory, and the person is told.
      onWritten(false);
    }
  }

  function get<K extends keyof SettingsView>(key: K): SettingsView[K] {
    const source: Partial<SettingsView> = isProfileKey(key) ? ofProfile(data) : data;
    return source[key] as SettingsView[K];
  }

  function set<K extends keyof SettingsView>(key: K, value: SettingsView[K]): void {
    if (isProfileKey(key)) write('profiles', withProfileSetting(data, key, value as never));
    else write(key as keyof SettingsData, value as never);
  }

  function accounts(key: 'expectedSecrets' | 'leftOverSecrets'): ExpectedEntries & LeftOverEntries {
    return {
      all: () => data[key],
      has: (account) => data[key].includes(account),
      add(account) {
        if (!data[key].includes(account)) write(key, [...data[key], account]);
      },
      delete(account) {
        if (!data[key].includes(account)) return;
        write(
          key,
          data[key].filter((known) => known !== account),
        );
      },
    };
  }

  return {
    get,
    set,
    expectedEntries: accounts('expectedSecrets'),
    leftOverEntries: accounts('leftOverSecrets'),
    repair,
    isInMemory: store === undefined,
  };
}
