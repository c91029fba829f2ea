import type { TFunction } from 'i18next';
import { BRANDS, brandOfCode } from '../../../contract/brands.ts';
import type { EligibilityReason } from '../../../contract/eligibility.ts';
import { isPermission, PERMISSIONS } from '../../../contract/permissions.ts';
import { listText } from '../../format/list.ts';
import { makeName } from '../../vehicles/vehicleName.ts';
import { CATEGORIES, type Category, type ReportRow } from './report.ts';
import { CSV_COLUMNS, type ReportWords } from './reportCsv.ts';

const REASONS: readonly EligibilityReason[] = [
  ...(['checked', 'brand_in_matrix', 'vehicle_not_compatible', 'make_not_compatible'] as const),
  ...(['not_in_matrix', 'phone_only', 'vin_invalid', 'brand_unknown'] as const),
  ...(['country_not_served', 'not_checked'] as const),
];

/** A brand as people write it; nothing where it is not known. */
export function brandName(make: string | null): string | null {
  return make && (brandOfCode(make)?.name ?? makeName(make));
}

/** Permissions as a list in words; those that Motorpool has no word for are left out. */
export function permissionNames(t: TFunction, names: readonly string[]): string {
  return listText(names.filter(isPermission).map((name) => t(`permission.${name}`)));
}

/** Why a row is where it is; `null` where its outcome says all. */
export function whyOf(t: TFunction, { state, verdict }: ReportRow): string | null {
  switch (state) {
    case 'ok':
      return verdict && t(`eligibility.reason.${verdict.reason}`);
    case 'empty':
    case 'vin_length':
    case 'vin_characters':
    case 'vin_check_digit':
      return t(`onboarding.state.${state}`);
    case 'duplicate':
    case 'connected':
      return null;
  }
}

/** What was put right, or which row has the same VIN. */
export function noteOf(t: TFunction, { mended, sameAsLine, state }: ReportRow): string | null {
  if (sameAsLine !== null) return t('onboarding.sameAs', { line: sameAsLine });
  if (mended !== null) return t(`onboarding.mended.${mended}`);
  return state === 'empty' || state === 'vin_length' || state === 'vin_characters'
    ? t(`onboarding.state.${state}`)
    : null;
}

function table<K extends string>(
  keys: readonly K[],
  wordOf: (key: K) => string,
): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, wordOf(key)])) as Record<K, string>;
}

/** All words of the saved report. */
export function reportWords(t: TFunction): ReportWords {
  return {
    columns: table(CSV_COLUMNS, (column) => t(`onboarding.column.${column}`)),
    categories: table<Category>(CATEGORIES, (name) => t(`onboarding.category.${name}`)),
    reasons: table(REASONS, (reason) => t(`eligibility.reason.${reason}`)),
    states: table(['empty', 'vin_length', 'vin_characters', 'vin_check_digit'], (state) =>
      t(`onboarding.state.${state}`),
    ),
    checkDigits: table(['right', 'wrong', 'not_used'], (digit) =>
      t(`eligibility.checkDigit.${digit}`),
    ),
    mended: table(['signs', 'letters'], (what) => t(`onboarding.mended.${what}`)),
    sameAs: t('onboarding.sameAs', { line: '{{line}}' }),
    permissions: table(PERMISSIONS, (name) => t(`permission.${name}`)),
    brands: Object.fromEntries(BRANDS.map(({ code, name }) => [code, name])),
  };
}
