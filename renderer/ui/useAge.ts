import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { ageOf } from '../format/time.ts';
import { useTimed } from '../state/clock.ts';

/** An age in words: "3 h ago". */
export function ageText(t: TFunction, iso: string, now: number): string {
  const age = ageOf(iso, now);
  return age.key === 'now' ? t('age.now') : t(`age.${age.key}`, { value: formatCount(age.value) });
}

/** The age of a moment (ISO 8601) in words, kept true as time passes; `null` for no moment. */
export function useAgeText(iso: string | null): string | null {
  const { t } = useTranslation();
  const text = useTimed((now) => (iso === null ? '' : ageText(t, iso, now)));
  return text || null;
}
