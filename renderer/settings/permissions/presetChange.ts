import type { OwnPreset, PresetSettings } from '../../../contract/ownPresets.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { type Level, levelsOf, requestedOf, requiredOf } from '../../connect/dialog/levels.ts';

/** A set with one permission asked for more or less firmly; `null` where it would ask for nothing. */
export function withLevel(
  preset: OwnPreset,
  permission: Permission,
  level: Level,
): OwnPreset | null {
  const levels = { ...levelsOfPreset(preset), [permission]: level };
  const permissions = requestedOf(levels).map((asked) => asked.permission);
  if (permissions.length === 0) return null;
  return { ...preset, permissions, required: requiredOf(levels) };
}

/** A set as rows. */
export function levelsOfPreset({ permissions, required }: OwnPreset) {
  return levelsOf(
    permissions.map((permission) => ({ permission, required: required.includes(permission) })),
  );
}

/** All sets with one of them changed, in the order that they had. */
export function withPresetChanged(
  { own }: PresetSettings,
  changed: OwnPreset,
): Pick<PresetSettings, 'own'> {
  return { own: own.map((preset) => (preset.id === changed.id ? changed : preset)) };
}

/** All sets but one; Connect no longer starts with that one. */
export function withoutPreset({ own, first }: PresetSettings, id: string): PresetSettings {
  return {
    own: own.filter((preset) => preset.id !== id),
    first: first === id ? null : first,
  };
}
