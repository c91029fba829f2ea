import type { ReactNode } from 'react';
import type { Application } from '../contract/application.ts';
import type { FirstScreen } from '../contract/firstScreen.ts';
import { useOpenedAlerts } from './alerts/useOpenedAlerts.ts';
import { diagnosticsScreen } from './diagnostics/diagnosticsScreen.ts';
import { Banners } from './frame/banners/Banners.tsx';
import styles from './frame/Frame.module.css';
import { Frame } from './frame/Frame.tsx';
import { type Screen, ShellContext, useShellState } from './frame/shell.ts';
import { useModKey } from './frame/shortcuts.ts';
import { useRememberedScreen } from './frame/useRememberedScreen.ts';
import { lockNow } from './lock/lockNow.ts';
import { useToggleDetails } from './privacy/usePrivacy.ts';
import { settingsScreen } from './settings/settingsScreen.ts';
import { setupScreen } from './setup/setupScreen.ts';
import { useListening } from './start/useListening.ts';
import { useStatus } from './state/cache.ts';
import { Preloaded } from './ui/Preloaded.tsx';

/** A screen that takes the whole window; messages stay above it. */
function Whole({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <Banners />
      {children}
    </div>
  );
}

/** Chooses the screen. Without an application there is only the set-up. */
export function App({ first }: { readonly first: FirstScreen }) {
  const { application } = useStatus();
  const shell = useShellState(first);
  useRememberedScreen(shell.screen, first);
  useModKey(',', () => {
    if (application !== null) shell.showSettings();
  });
  useOpenedAlerts(shell);
  const openMap = () => {
    if (application !== null) shell.showOnMap(null);
  };
  useModKey('m', openMap, true);
  const openDiagnostics = () => {
    if (application !== null) shell.show('diagnostics');
  };
  useModKey('d', openDiagnostics, true);
  const toggleDetails = useToggleDetails(shell.report, shell.say);
  useModKey('h', toggleDetails, true);
  useListening();
  useModKey('l', () => lockNow(shell.showSettings, shell.report), true);
  return <ShellContext value={shell}>{screenFor(shell.screen, application)}</ShellContext>;
}

const SETUP: ReadonlySet<Screen> = new Set<Screen>(['doors', 'applicationForm', 'newApplication']);

function screenFor(screen: Screen, application: Application | null): ReactNode {
  if (application === null || SETUP.has(screen)) {
    return (
      <Whole>
        <Preloaded of={setupScreen} with={{}} />
      </Whole>
    );
  }
  if (screen === 'settings') {
    return (
      <Whole>
        <Preloaded of={settingsScreen} with={{ application }} />
      </Whole>
    );
  }
  if (screen === 'diagnostics') {
    return (
      <Whole>
        <Preloaded of={diagnosticsScreen} with={{}} />
      </Whole>
    );
  }
  return <Frame application={application} />;
}
