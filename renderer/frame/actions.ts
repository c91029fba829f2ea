import { useMutation } from '@tanstack/react-query';
import { useShell } from './shell.ts';

/**
 * Starts a Connect attempt. A running one is brought to the front instead, because that is what the
 * person is looking for.
 */
export function useConnectStart() {
  const { show, report } = useShell();
  return useMutation({
    mutationFn: () => window.motorpool['connect.start'](),
    onMutate: () => report(null),
    onSuccess: (result) => {
      if (result.ok) return;
      switch (result.failure) {
        case 'no_application':
          show('doors');
          return;
        case 'already_running':
          void window.motorpool['connect.focus']();
          return;
        case 'sandbox_failed':
          report('sandbox_failed');
          return;
      }
    },
    onError: () => report('unexpected'),
  });
}

/** Reads these vehicles again, or all where none are named. Progress comes by `fleet.changed`. */
export function useRefresh() {
  const { report } = useShell();
  return useMutation({
    mutationFn: (vehicleIds?: readonly string[]) =>
      window.motorpool['fleet.refresh'](vehicleIds ? { vehicleIds: [...vehicleIds] } : {}),
    onError: () => report('unexpected'),
  });
}

/** The small requests of the Connect panel that have nothing to wait for. */
type PlainRequest =
  | 'connect.focus'
  | 'connect.cancel'
  | 'connect.dismiss'
  | 'connect.retryExchange';

/** One of the Connect panel's requests; what follows arrives as `connect.changed`. */
export function useConnectRequest(name: PlainRequest) {
  const { report } = useShell();
  return useMutation({
    mutationFn: async () => {
      const result = await window.motorpool[name]();
      if (!result.ok) report(result.failure);
    },
    onError: () => report('unexpected'),
  });
}

/** Opens a page of Smartcar's in the system browser. */
export function useHelp() {
  const { report } = useShell();
  return useMutation({
    mutationFn: (link: 'dashboard' | 'redirect_uris') => window.motorpool['help.open']({ link }),
    onError: () => report('unexpected'),
  });
}
