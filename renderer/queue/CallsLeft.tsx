import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useMeter } from './useMeter.ts';

/** How many calls can be made now, as a quiet fact; the meter alone says why there are none. */
export function CallsLeft() {
  const { t } = useTranslation();
  const { meter } = useMeter();
  if (meter.kind !== 'fine') return null;
  return (
    <span>{t('budget.callsLeft', { count: meter.calls, value: formatCount(meter.calls) })}</span>
  );
}
