import * as z from 'zod';
import { alertSettingsSchema, DEFAULT_ALERT_SETTINGS } from '../../contract/alerts.ts';
import { appearanceSchema, DEFAULT_APPEARANCE } from '../../contract/appearance.ts';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import { DEFAULT_KEEP, keepSchema } from '../../contract/data.ts';
import { DEFAULT_DESKTOP, desktopSchema } from '../../contract/desktop.ts';
import { FIRST_SCREENS } from '../../contract/firstScreen.ts';
import { DEFAULT_MAP, mapSettingsSchema } from '../../contract/ownMap.ts';
import { ownPresetSchema } from '../../contract/ownPresets.ts';
import { DEFAULT_PRIVACY, privacySchema } from '../../contract/privacy.ts';
import { shortcutsSchema } from '../../contract/shortcuts.ts';
import { DEFAULT_TABLE_SETTINGS, tableSettingsSchema } from '../../contract/tableView.ts';
import { mended, profileSchema, SIMULATED, withProfiles } from './profileSchema.ts';

export { applicationKey } from './applicationSchema.ts';

/** What is remembered of a connection outside the keychain. Nothing in it is secret. */
const connectionSchema = z.object({
  id: z.string().min(1),
  /** `applicationKey` of the application that it was made with. */
  application: z.string().min(1),
  createdAt: z.string(),
  /** Smartcar's id of the owner, and our own one, where Connect gave them. */
  userId: z.string().nullable().default(null),
  externalId: z.string().nullable().default(null),
});
export type ConnectionRecord = z.infer<typeof connectionSchema>;

const lockSchema = z.object({
  locked: z.boolean(),
  wrongTries: z.number().int().min(0),
  /** Milliseconds since the epoch. */
  lastTryAt: z.number().nullable(),
});
const UNLOCKED: z.infer<typeof lockSchema> = { locked: false, wrongTries: 0, lastTryAt: null };

export const dataSchema = z.object({
  profiles: z.array(profileSchema),
  /** The profile in use; `null` before the first choice. */
  profile: z.string().nullable(),
  /** Sets of permissions that people named themselves. */
  presets: z.array(ownPresetSchema).readonly().default([]),
  alerts: alertSettingsSchema.default(DEFAULT_ALERT_SETTINGS),
  /** How the vehicle table was left, and the views that people saved. */
  table: tableSettingsSchema.default(DEFAULT_TABLE_SETTINGS),
  appearance: appearanceSchema.default(DEFAULT_APPEARANCE),
  privacy: privacySchema.default(DEFAULT_PRIVACY),
  shortcuts: shortcutsSchema.default({}),
  /** Whether it was locked, and how many wrong passphrases came since the last right one. */
  lock: lockSchema.default(UNLOCKED),
  /** How long the past is kept. */
  keep: keepSchema.default(DEFAULT_KEEP),
  map: mapSettingsSchema.default(DEFAULT_MAP),
  connections: z.array(connectionSchema),
  /** Keychain accounts that should exist; see `ExpectedEntries`. */
  expectedSecrets: z.array(z.string()),
  /** Keychain accounts that are still to be removed; see `LeftOverEntries`. */
  leftOverSecrets: z.array(z.string()).default([]),
  window: z.object({
    width: z.number().int().min(1).max(100_000),
    height: z.number().int().min(1).max(100_000),
    maximized: z.boolean(),
    /** Files of earlier versions have no place; it may be left of and above the first screen. */
    x: z.number().int().min(-100_000).max(100_000).optional(),
    y: z.number().int().min(-100_000).max(100_000).optional(),
    screen: z.enum(FIRST_SCREENS).optional(),
  }),
  desktop: desktopSchema.default(DEFAULT_DESKTOP),
});
export type SettingsData = z.infer<typeof dataSchema>;

export const settingsSchema = z.preprocess(withProfiles, dataSchema.transform(mended));

export const DEFAULT_SETTINGS: SettingsData = {
  profiles: [SIMULATED],
  profile: null,
  presets: [],
  alerts: DEFAULT_ALERT_SETTINGS,
  table: DEFAULT_TABLE_SETTINGS,
  appearance: DEFAULT_APPEARANCE,
  privacy: DEFAULT_PRIVACY,
  shortcuts: {},
  keep: DEFAULT_KEEP,
  lock: UNLOCKED,
  map: DEFAULT_MAP,
  connections: [],
  expectedSecrets: [],
  leftOverSecrets: [],
  window: { width: 1280, height: 800, maximized: false },
  desktop: DEFAULT_DESKTOP,
};

/** The part of options that may be remembered: nothing that names a car or an owner. */
export function rememberedOptions(options: ConnectOptions): ConnectOptions {
  return {
    ...options,
    vehicle: options.vehicle.kind === 'any' ? options.vehicle : { kind: 'any', single: false },
    forcePrompt: false,
    user: null,
    externalId: null,
    clearExternalId: false,
  };
}
