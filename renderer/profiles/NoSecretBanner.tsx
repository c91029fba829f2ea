import { useTranslation } from 'react-i18next';
import { BannerRow } from '../frame/banners/BannerRow.tsx';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { profileName } from './profileName.ts';

/** Nothing can be read before a person enters what this computer does not hold (any more). */
export function NoSecretBanner() {
  const { t } = useTranslation();
  const { show } = useShell();
  const { application, profiles, profile } = useStatus();
  const inUse = profiles.find(({ id }) => id === profile);
  if (application?.kind !== 'own' || !inUse) return null;
  const { kind } = application.exchange;
  return (
    <BannerRow
      kind="no_secret"
      tone="attention"
      text={t(`profiles.noSecret.${kind}`, { name: profileName(t, inUse, profiles) })}
      action={
        <Button onClick={() => show('applicationForm')}>
          {t(`profiles.noSecret.enter.${kind}`)}
        </Button>
      }
    />
  );
}
