import { useTranslation } from 'react-i18next';
import { useFleet, useStatus } from '../../state/cache.ts';
import { useShell } from '../shell.ts';
import { BannerRow } from './BannerRow.tsx';
import styles from './Banners.module.css';
import { type Banner, bannersFor } from './bannersFor.ts';
import { KeychainBanner } from './KeychainBanner.tsx';
import { NoticeBanner } from './NoticeBanner.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';

function BannerFor({ banner }: { readonly banner: Banner }) {
  const { t } = useTranslation();
  const { report } = useShell();
  switch (banner.kind) {
    case 'keychain_memory':
    case 'keychain_tokens':
      return <KeychainBanner kind={banner.kind} />;
    case 'offline':
      return <OfflineBanner until={banner.until} />;
    case 'problem':
      return (
        <BannerRow
          kind="problem"
          tone="fault"
          text={t(`problem.${banner.problem}`)}
          onDismiss={() => report(null)}
        />
      );
    default:
      return <NoticeBanner notice={banner} />;
  }
}

/** Everything that has to be said above the screen. Always there, so that additions are read out. */
export function Banners() {
  const { t } = useTranslation();
  const status = useStatus();
  const fleet = useFleet();
  const { problem } = useShell();
  return (
    <section className={styles.stack} aria-label={t('frame.messages')} aria-live="polite">
      {bannersFor(status, fleet, problem).map((banner) => (
        <BannerFor key={'id' in banner ? banner.id : banner.kind} banner={banner} />
      ))}
    </section>
  );
}
