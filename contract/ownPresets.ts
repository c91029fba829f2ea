import * as z from 'zod';
import { PERMISSIONS } from './permissions.ts';

/** The longest name that a set can have. */
export const LONGEST_PRESET_NAME = 60;

const permissions = z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length).readonly();

/** A set of permissions that people named themselves; the same in all profiles. */
export const ownPresetSchema = z
  .strictObject({
    id: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(LONGEST_PRESET_NAME),
    permissions: permissions.unwrap().min(1).readonly(),
    required: permissions,
  })
  .refine((preset) => preset.required.every((name) => preset.permissions.includes(name)));
export type OwnPreset = z.infer<typeof ownPresetSchema>;

/** All sets of one's own, and which set Connect starts with. */
export const presetSettingsSchema = z.strictObject({
  own: z.array(ownPresetSchema).max(200).readonly(),
  /** A set's id, of any kind; `null`: what was asked for last. Belongs to the profile in use. */
  first: z.string().min(1).max(100).nullable(),
});
export type PresetSettings = z.infer<typeof presetSettingsSchema>;
