import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../format/time.ts';
import { Button } from '../../ui/Button.tsx';
import { useShell } from '../shell.ts';
import { BannerRow } from './BannerRow.tsx';

const TEXTS = {
  keychain_memory: 'banner.keychainMemory',
  keychain_tokens: 'banner.keychainTokens',
} as const;

/** Stays while the keychain is out of reach; says when a new try did not help. */
export function KeychainBanner({ kind }: { readonly kind: keyof typeof TEXTS }) {
  const { t } = useTranslation();
  const { report } = useShell();
  const retry = useMutation({
    mutationFn: async () => {
      const answer = await window.motorpool['keychain.retry']();
      const failed = !answer.ok || answer.value.state === 'unavailable';
      return failed ? new Date().toISOString() : null;
    },
    onError: () => report('unexpected'),
  });
  const failedAt = retry.data ?? null;
  const still =
    failedAt === null
      ? ''
      : ` ${t('banner.keychainStill', { time: shortTime(failedAt, Date.parse(failedAt)) })}`;
  return (
    <BannerRow
      kind={kind}
      tone="attention"
      text={`${t(TEXTS[kind])}${still}`}
      action={
        <Button unavailable={retry.isPending} onClick={() => retry.mutate()}>
          {t(retry.isPending ? 'banner.keychainTrying' : 'banner.keychainRetry')}
        </Button>
      }
    />
  );
}
