import { useTranslation } from 'react-i18next';
import { shortTime } from '../../format/time.ts';
import { useTimed } from '../../state/clock.ts';
import { BannerRow } from './BannerRow.tsx';

/** No call can be made for long; reads go on by themselves afterwards. */
export function NoCallsBanner({ nextAt }: { readonly nextAt: string }) {
  const { t } = useTranslation();
  const time = useTimed((now) => shortTime(nextAt, now));
  return <BannerRow kind="no_calls" tone="attention" text={t('banner.noCalls', { time })} />;
}
