import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconClockPause from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import { useTranslation } from 'react-i18next';
import { formatCount, formatRate } from '../format/amount.ts';
import { dayText, shortTime } from '../format/time.ts';
import { useShell } from '../frame/shell.ts';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { CallsBar } from './CallsBar.tsx';
import { FactList } from './FactList.tsx';
import styles from './Facts.module.css';
import { HeldList } from './HeldList.tsx';
import { usedUpVehicles } from './meter.ts';
import { planWords } from './planWords.ts';
import { useMeter } from './useMeter.ts';

/** The calls in numbers: what can be made now, what was made this month, what must wait, and why. */
export function BudgetFacts({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { showSettings } = useShell();
  const { budget, held } = useQueue();
  const { meter } = useMeter();
  const now = useSeconds();
  const { month, plan } = budget;
  const usedUp = usedUpVehicles(budget);
  const isFull = meter.calls >= meter.capacity;
  const fullAt = isFull || budget.fullAt === null ? null : shortTime(budget.fullAt, now);
  return (
    <div className={styles.facts}>
      <h2>{t('budget.title')}</h2>
      {meter.kind === 'throttled' && (
        <Note icon={IconClockPause} tone="attention">
          {t('budget.throttled', { time: shortTime(meter.nextAt, now) })}
        </Note>
      )}
      {plan && (
        <Note icon={IconAlertTriangle} tone="fault">
          {planWords(t, plan, month.resetsAt, now)}
        </Note>
      )}
      <section className={styles.group}>
        <h3>{t('budget.bucket')}</h3>
        <CallsBar calls={meter.calls} capacity={meter.capacity} isWide />
        <FactList
          rows={[
            [
              t('budget.left'),
              t('meter.fine', {
                calls: formatCount(meter.calls),
                capacity: formatCount(meter.capacity),
              }),
            ],
            [
              t('budget.refills'),
              t('budget.perMinute', { value: formatRate(budget.refillPerMinute) }),
            ],
            [t('budget.fullAt'), fullAt ?? t('budget.full')],
          ]}
        />
      </section>
      <section className={styles.group}>
        <h3>{t('budget.month')}</h3>
        <FactList
          rows={[
            [t('budget.monthCalls'), formatCount(month.calls)],
            [
              t('budget.monthLimit'),
              month.limitPerVehicle === null
                ? t('budget.noLimit')
                : formatCount(month.limitPerVehicle),
            ],
            [
              t('budget.usedUp'),
              t('frame.vehicles', { count: usedUp, value: formatCount(usedUp) }),
            ],
            [t('budget.resets'), dayText(month.resetsAt, now)],
          ]}
        />
      </section>
      <HeldList held={held} />
      <p className={styles.quiet}>{t('budget.meaning')}</p>
      <Button
        look="link"
        onClick={() => {
          close();
          showSettings('budget');
        }}
      >
        {t('budget.change')}
      </Button>
    </div>
  );
}
