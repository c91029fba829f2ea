import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { useKeychainRetry } from '../useKeychainRetry.ts';
import { BannerRow } from './BannerRow.tsx';

const TEXTS = {
  keychain_memory: 'banner.keychainMemory',
  keychain_tokens: 'banner.keychainTokens',
} as const;

/** Stays while the keychain is out of reach; says when a new try did not help. */
export function KeychainBanner({ kind }: { readonly kind: keyof typeof TEXTS }) {
  const { t } = useTranslation();
  const { retry, isTrying, failedAt } = useKeychainRetry();
  const still = failedAt === null ? '' : ` ${t('banner.keychainStill', { time: failedAt })}`;
  return (
    <BannerRow
      kind={kind}
      tone="attention"
      text={`${t(TEXTS[kind])}${still}`}
      action={
        <Button unavailable={isTrying} onClick={retry}>
          {t(isTrying ? 'banner.keychainTrying' : 'banner.keychainRetry')}
        </Button>
      }
    />
  );
}
