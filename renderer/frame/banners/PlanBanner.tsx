import { useTranslation } from 'react-i18next';
import type { PlanRefusal } from '../../../contract/budget.ts';
import { planWords } from '../../queue/planWords.ts';
import { useTimed } from '../../state/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { useHelp } from '../actions.ts';
import { BannerRow } from './BannerRow.tsx';

interface PlanBannerProps {
  readonly refusal: PlanRefusal;
  /** When the next month begins (ISO 8601). */
  readonly resetsAt: string;
  readonly onDismiss: () => void;
}

/** The Smartcar plan stands in the way; whoever manages it finds it in the dashboard. */
export function PlanBanner({ refusal, resetsAt, onDismiss }: PlanBannerProps) {
  const { t } = useTranslation();
  const help = useHelp();
  const text = useTimed((now) => planWords(t, refusal, resetsAt, now));
  return (
    <BannerRow
      kind="plan"
      tone={refusal.code === 'ACCOUNT_SUSPENDED' ? 'fault' : 'attention'}
      text={text}
      action={
        <Button onClick={() => help.mutate('dashboard')}>{t('application.dashboard')}</Button>
      }
      onDismiss={onDismiss}
    />
  );
}
