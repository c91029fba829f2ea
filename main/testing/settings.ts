import { isProfileKey, ofProfile, withProfileSetting } from '../settings/profileSettings.ts';
import { DEFAULT_SETTINGS, type SettingsData } from '../settings/schema.ts';
import type { Settings, SettingsView } from '../settings/settings.ts';

/** Settings that last as long as the test. */
export function settingsInMemory(given: Partial<SettingsData> = {}): Settings {
  const data: SettingsData = { ...DEFAULT_SETTINGS, ...given };
  const expected = new Set(data.expectedSecrets);
  const leftOver = new Set(data.leftOverSecrets);
  return {
    get(key) {
      const source: Partial<SettingsView> = isProfileKey(key) ? ofProfile(data) : data;
      return source[key] as never;
    },
    set(key, value) {
      if (isProfileKey(key)) data.profiles = withProfileSetting(data, key, value as never);
      else Object.assign(data, { [key]: value });
    },
    expectedEntries: {
      has: (account) => expected.has(account),
      add: (account) => void expected.add(account),
      delete: (account) => void expected.delete(account),
    },
    leftOverEntries: {
      all: () => [...leftOver],
      add: (account) => void leftOver.add(account),
      delete: (account) => void leftOver.delete(account),
    },
    repair: null,
    isInMemory: true,
  };
}
