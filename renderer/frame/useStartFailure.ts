import type { ConnectStartFailure } from '../../contract/responses.ts';
import { useShell } from './shell.ts';

/**
 * What to do when no attempt was started. A running one is brought to the front, because that is what
 * the person is looking for.
 */
export function useStartFailure(): (failure: ConnectStartFailure) => void {
  const { show, report } = useShell();
  return (failure) => {
    switch (failure) {
      case 'no_application':
        show('doors');
        return;
      case 'already_running':
        void window.motorpool['connect.focus']();
        return;
      case 'sandbox_failed':
        report('sandbox_failed');
        return;
      case 'options_invalid':
        report('unexpected');
        return;
    }
  };
}
