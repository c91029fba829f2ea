import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Privacy } from '../../contract/privacy.ts';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';

/** Hides VINs, plates and places on the screen, or shows them again, and says so. */
export function useToggleDetails(
  report: (problem: 'unexpected') => void,
  say: (text: string) => void,
) {
  const { t } = useTranslation();
  const { privacy } = useStatus();
  const save = useMutation({
    mutationFn: (next: Privacy) => window.motorpool['privacy.set'](next),
    onSuccess: (_answer, { hideDetails }) =>
      say(t(hideDetails ? 'privacy.nowHidden' : 'privacy.nowShown')),
    onError: () => report('unexpected'),
  });
  return () => save.mutate({ ...privacy, hideDetails: !privacy.hideDetails });
}

/** The same for what is below the shell. */
export function useDetailsSwitch(): { readonly isHiding: boolean; readonly toggle: () => void } {
  const { report, say } = useShell();
  const { hideDetails } = useStatus().privacy;
  return { isHiding: hideDetails, toggle: useToggleDetails(report, say) };
}
