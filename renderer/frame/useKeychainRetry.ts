import { useMutation } from '@tanstack/react-query';
import { shortTime } from '../format/time.ts';
import { useShell } from './shell.ts';

interface KeychainRetry {
  readonly retry: () => void;
  readonly isTrying: boolean;
  /** When the last try did not help, as the time of day. */
  readonly failedAt: string | null;
}

/** Tries the keychain again; what it then holds arrives as `status.changed`. */
export function useKeychainRetry(): KeychainRetry {
  const { report } = useShell();
  const retry = useMutation({
    mutationFn: async () => {
      const answer = await window.motorpool['keychain.retry']();
      const hasFailed = !answer.ok || answer.value.state === 'unavailable';
      return hasFailed ? new Date().toISOString() : null;
    },
    onError: () => report('unexpected'),
  });
  const failedAt = retry.data ?? null;
  return {
    retry: () => retry.mutate(),
    isTrying: retry.isPending,
    failedAt: failedAt === null ? null : shortTime(failedAt, Date.parse(failedAt)),
  };
}
