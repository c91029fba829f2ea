import type { TFunction } from 'i18next';
import type { PermissionPreset } from '../../contract/permissions.ts';

const OURS = ['mileage', 'location_and_energy', 'readable', 'with_commands'] as const;

/** Ours have their names in the catalogue, a backend's bring their own. */
export function presetName(t: TFunction, { id, name }: PermissionPreset): string {
  const ours = OURS.find((one) => one === id);
  return name ?? (ours ? t(`connectOptions.preset.${ours}`) : id);
}
