import type { FirstScreen } from '../contract/firstScreen.ts';
import { ActionsProvider } from './actions/ActionsProvider.tsx';
import { useOpenedAlerts } from './alerts/useOpenedAlerts.ts';
import { Frame } from './frame/Frame.tsx';
import { ShellContext, useShellState } from './frame/shell.ts';
import { useRememberedScreen } from './frame/useRememberedScreen.ts';
import { useListening } from './start/useListening.ts';
import { useStatus } from './state/cache.ts';

/** The whole window. Without an application there is only the set-up in it. */
export function App({ first }: { readonly first: FirstScreen }) {
  const { application } = useStatus();
  const shell = useShellState(first);
  useRememberedScreen(shell.screen, first);
  useOpenedAlerts(shell);
  useListening();
  return (
    <ShellContext value={shell}>
      <ActionsProvider>
        <Frame application={application} />
      </ActionsProvider>
    </ShellContext>
  );
}
