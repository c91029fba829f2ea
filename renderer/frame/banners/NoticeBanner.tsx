import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../contract/status.ts';
import { useShell } from '../shell.ts';
import { BannerRow } from './BannerRow.tsx';

/** What happened, what is safe, and what took the damaged file's place. */
function noticeText(t: TFunction, notice: Notice): string {
  switch (notice.kind) {
    case 'settings_set_aside': {
      const rest = notice.restored ? 'banner.settingsRestored' : 'banner.settingsNotRestored';
      return `${t('banner.settingsSetAside', { ...notice })} ${t(rest)}`;
    }
    case 'local_copy_set_aside':
      return t('banner.localCopySetAside', { ...notice });
    case 'not_written':
      return t('banner.notWritten');
    case 'sandbox_failed':
      return t('banner.sandboxFailed');
  }
}

/** Something that was mended or could not be done; stays until the person has seen it. */
export function NoticeBanner({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { report } = useShell();
  const dismiss = useMutation({
    mutationFn: () => window.motorpool['notices.dismiss']({ id: notice.id }),
    onError: () => report('unexpected'),
  });
  return (
    <BannerRow
      kind={notice.kind}
      tone={notice.kind === 'sandbox_failed' ? 'fault' : 'attention'}
      text={noticeText(t, notice)}
      onDismiss={() => dismiss.mutate()}
    />
  );
}
