import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Says in the top bar that details are hidden, and leads to where that is chosen. */
export function HiddenMark() {
  const { t } = useTranslation();
  const { showSettings } = useShell();
  if (!useStatus().privacy.hideDetails) return null;
  return (
    <IconButton
      icon={IconEyeOff}
      label={t('privacy.mark')}
      data-testid="details-hidden"
      onClick={() => showSettings('privacy')}
    />
  );
}
