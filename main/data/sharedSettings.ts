import * as z from 'zod';
import { profileSchema } from '../settings/profileSchema.ts';
import { isProfileKey, withProfileSetting } from '../settings/profileSettings.ts';
import { dataSchema } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * What of the settings goes into a file: nothing secret, and nothing that belongs to this computer. Of the
 * profiles it is the one in use.
 */
const sharedSchema = z.object({
  ...profileSchema.pick({ transport: true, connectOptions: true, firstPreset: true, budget: true })
    .shape,
  ...dataSchema.pick({
    presets: true,
    alerts: true,
    table: true,
    appearance: true,
    shortcuts: true,
    keep: true,
  }).shape,
});
type SharedSettings = z.infer<typeof sharedSchema>;

const NAMES = Object.keys(sharedSchema.shape) as (keyof SharedSettings)[];

/** The settings as they go into a file. */
export function sharedSettings(settings: Pick<Settings, 'get'>): SharedSettings {
  return Object.fromEntries(NAMES.map((name) => [name, settings.get(name)])) as SharedSettings;
}

/** The settings of a file; `null` where they are not as they should be. */
export function readShared(data: unknown): SharedSettings | null {
  const parsed = sharedSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/**
 * Takes the settings of a file into use: what belongs to a profile becomes that of `profile`, whichever is
 * in use by now, and nobody's where it is gone.
 */
export function applyShared(
  settings: Pick<Settings, 'get' | 'set'>,
  shared: SharedSettings,
  profile: string | null,
): void {
  const apply = <K extends keyof SharedSettings>(name: K, value: SharedSettings[K]) => {
    if (!isProfileKey(name)) {
      settings.set(name, value as never);
      return;
    }
    const all = { profiles: settings.get('profiles'), profile };
    settings.set('profiles', withProfileSetting(all, name, value as never));
  };
  for (const name of NAMES) apply(name, shared[name]);
}
