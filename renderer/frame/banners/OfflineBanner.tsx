import { useTranslation } from 'react-i18next';
import { shortTime } from '../../format/time.ts';
import { useFleet } from '../../state/cache.ts';
import { useTimed } from '../../state/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { useRefresh } from '../actions.ts';
import { BannerRow } from './BannerRow.tsx';

/** Smartcar is out of reach; the values stay on the screen, and this says how far they go. */
export function OfflineBanner({ until }: { readonly until: string | null }) {
  const { t } = useTranslation();
  const { refreshing } = useFleet();
  const refresh = useRefresh();
  const time = useTimed((now) => (until === null ? '' : shortTime(until, now)));
  const isReading = refreshing.length > 0 || refresh.isPending;
  return (
    <BannerRow
      kind="offline"
      tone="attention"
      text={until === null ? t('banner.offlineNoValues') : t('banner.offline', { time })}
      action={
        <Button unavailable={isReading} onClick={() => refresh.mutate(undefined)}>
          {t(isReading ? 'frame.refreshing' : 'banner.offlineRetry')}
        </Button>
      }
    />
  );
}
