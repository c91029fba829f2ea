import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconClockPause from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import IconGauge from '@tabler/icons-react/dist/esm/icons/IconGauge.mjs';
import { useTranslation } from 'react-i18next';
import { PopoverPanel } from '../ui/PopoverPanel.tsx';
import { BudgetFacts } from './BudgetFacts.tsx';
import styles from './BudgetMeter.module.css';
import { CallsBar } from './CallsBar.tsx';
import { METER_TONE } from './meter.ts';
import { useMeter } from './useMeter.ts';

const ICONS = { fine: IconGauge, attention: IconClockPause, fault: IconAlertTriangle };

/** How many calls to Smartcar are left; opens what that means. */
export function BudgetMeter() {
  const { t } = useTranslation();
  const { meter, words } = useMeter();
  const tone = METER_TONE[meter.kind];
  const Picture = ICONS[tone];
  return (
    <PopoverPanel
      button={
        <>
          <Picture size={16} aria-hidden />
          {words}
          {tone === 'fine' && <CallsBar calls={meter.calls} capacity={meter.capacity} />}
        </>
      }
      buttonTitle={t('meter.open')}
      buttonLook="quiet"
      buttonClassName={styles.meter}
      buttonTone={tone}
      label={t('budget.title')}
      place="below"
      testId="budget-meter"
    >
      {(close) => <BudgetFacts close={close} />}
    </PopoverPanel>
  );
}
