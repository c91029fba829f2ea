import { useTranslation } from 'react-i18next';
import { reloadFleet } from '../../state/fleet/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { BannerRow } from './BannerRow.tsx';

/** Vehicles that are not on the screen, because loading them failed. */
export function IncompleteBanner() {
  const { t } = useTranslation();
  return (
    <BannerRow
      kind="incomplete"
      tone="fault"
      text={t('banner.incomplete')}
      action={
        <Button data-testid="load-again" onClick={() => void reloadFleet()}>
          {t('banner.loadAgain')}
        </Button>
      }
    />
  );
}
