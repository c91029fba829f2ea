import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../format/time.ts';
import { useQueue } from '../../state/cache.ts';
import { useTimed } from '../../state/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { useShell } from '../shell.ts';
import { BannerRow } from './BannerRow.tsx';

/**
 * A person's wish makes the queue look for Smartcar at once; one vehicle is enough for that, so what
 * comes next is asked for, and everything only where nothing waits.
 */
async function lookAgain(): Promise<void> {
  const [next] = await window.motorpool['queue.list']({ limit: 1 });
  await window.motorpool['fleet.refresh'](next ? { vehicleIds: [next.vehicleId] } : {});
}

/** Smartcar is out of reach; the values stay on the screen, and this says how far they go. */
export function OfflineBanner({ until }: { readonly until: string | null }) {
  const { t } = useTranslation();
  const { report } = useShell();
  const { waiting, running } = useQueue();
  const retry = useMutation({ mutationFn: lookAgain, onError: () => report('unexpected') });
  const time = useTimed((now) => (until === null ? '' : shortTime(until, now)));
  const isTrying = running > 0 || retry.isPending;
  const parts = [until === null ? t('banner.offlineNoValues') : t('banner.offline', { time })];
  if (waiting > 0) parts.push(t('banner.offlineQueue'));
  return (
    <BannerRow
      kind="offline"
      tone="attention"
      text={parts.join(' ')}
      action={
        <Button unavailable={isTrying} onClick={() => retry.mutate()}>
          {t(isTrying ? 'banner.offlineTrying' : 'banner.offlineRetry')}
        </Button>
      }
    />
  );
}
