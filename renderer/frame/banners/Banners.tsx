import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoSecretBanner } from '../../profiles/NoSecretBanner.tsx';
import { useQueue, useStatus } from '../../state/cache.ts';
import { useSeconds } from '../../state/clock.ts';
import { useShell } from '../shell.ts';
import { BannerRow } from './BannerRow.tsx';
import styles from './Banners.module.css';
import { type Banner, bannersFor } from './bannersFor.ts';
import { FailingBanner } from './FailingBanner.tsx';
import { IncompleteBanner } from './IncompleteBanner.tsx';
import { KeychainBanner } from './KeychainBanner.tsx';
import { NoCallsBanner } from './NoCallsBanner.tsx';
import { NoticeBanner } from './NoticeBanner.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { PlanBanner } from './PlanBanner.tsx';
import { ReconnectBanner } from './ReconnectBanner.tsx';
import { useFleetFacts } from './useFleetFacts.ts';

interface BannerForProps {
  readonly banner: Banner;
  /** Puts away what the meter goes on telling. */
  readonly onDismiss: () => void;
}

function BannerFor({ banner, onDismiss }: BannerForProps) {
  const { t } = useTranslation();
  const { report } = useShell();
  switch (banner.kind) {
    case 'keychain_memory':
    case 'keychain_tokens':
      return <KeychainBanner kind={banner.kind} />;
    case 'incomplete':
      return <IncompleteBanner />;
    case 'no_secret':
      return <NoSecretBanner />;
    case 'offline':
      return <OfflineBanner until={banner.until} />;
    case 'plan':
      return <PlanBanner {...banner} onDismiss={onDismiss} />;
    case 'no_calls':
      return <NoCallsBanner nextAt={banner.nextAt} />;
    case 'reconnect':
      return <ReconnectBanner count={banner.count} />;
    case 'failing':
      return <FailingBanner {...banner} />;
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

/** What makes a message the same one as before. */
function keyOf(banner: Banner): string {
  if ('id' in banner) return banner.id;
  if (banner.kind === 'plan') return banner.refusal.code;
  return banner.kind === 'failing' ? banner.cause : banner.kind;
}

/** Everything that has to be said above the screen. Always there, so that additions are read out. */
export function Banners() {
  const { t } = useTranslation();
  const status = useStatus();
  const fleet = useFleetFacts();
  const queue = useQueue();
  const { problem } = useShell();
  const now = useSeconds();
  const [dismissed, dismiss] = useState<readonly string[]>([]);
  const banners = bannersFor(status, fleet, queue, problem, now).filter(
    (banner) => !dismissed.includes(keyOf(banner)),
  );
  return (
    <section className={styles.stack} aria-label={t('frame.messages')} aria-live="polite">
      {banners.map((banner) => (
        <BannerFor
          key={keyOf(banner)}
          banner={banner}
          onDismiss={() => dismiss([...dismissed, keyOf(banner)])}
        />
      ))}
    </section>
  );
}
