import { useEffect, useRef } from 'react';
import type { Application } from '../../contract/application.ts';
import { screenActions } from '../actions/screenActions.ts';
import { diagnosticsScreen } from '../diagnostics/diagnosticsScreen.ts';
import { onboardingScreen } from '../onboarding/onboardingScreen.ts';
import { settingsScreen } from '../settings/settingsScreen.ts';
import { setupScreen } from '../setup/setupScreen.ts';
import { useConnect } from '../state/cache.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { VehiclesScreen } from '../vehicles/VehiclesScreen.tsx';
import { Announcer } from './Announcer.tsx';
import { Banners } from './banners/Banners.tsx';
import { DialogLayers } from './DialogLayers.tsx';
import styles from './Frame.module.css';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { isSetupScreen, type Screen, useShell } from './shell.ts';
import { TopBar } from './TopBar.tsx';

const connectPanel = preloadable(() => import('../connect/ConnectPanel.tsx'));

/** The area that is shown. */
function Area({ application }: { readonly application: Application }) {
  const { screen } = useShell();
  const connect = useConnect();
  if (screen === 'settings') return <Preloaded of={settingsScreen} with={{ application }} />;
  if (screen === 'diagnostics') return <Preloaded of={diagnosticsScreen} with={{}} />;
  const panel = connect.status !== 'idle' && <Preloaded of={connectPanel} with={{ connect }} />;
  if (screen === 'onboarding' || screen === 'vinImport') {
    return (
      <div className={styles.body}>
        <main className={styles.main}>
          {panel}
          <Preloaded of={onboardingScreen} with={{ isImport: screen === 'vinImport' }} />
        </main>
      </div>
    );
  }
  return <VehiclesScreen application={application}>{panel}</VehiclesScreen>;
}

/** Back at the table from another area, the keyboard goes on there unless it is somewhere already. */
function useFocusInTable(screen: Screen): void {
  const before = useRef(screen);
  useEffect(() => {
    const cameFrom = before.current;
    before.current = screen;
    if (screen !== 'vehicles' || cameFrom === screen || cameFrom === 'map') return;
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.closest('nav');
    if (isFree && screenActions.isHere('vehicles')) screenActions.run('vehicles');
  }, [screen]);
}

interface FrameProps {
  /** `null`: there is only the set-up. */
  readonly application: Application | null;
}

/** The window: the areas at its side, bars above and below, and between them what one works with. */
export function Frame({ application }: FrameProps) {
  const { screen } = useShell();
  useIdlePreload(connectPanel.preload);
  useFocusInTable(screen);
  const isSetup = application === null || isSetupScreen(screen);
  return (
    <div className={styles.window}>
      {!isSetup && <Rail />}
      <div className={styles.frame}>
        {!isSetup && <TopBar application={application} />}
        <Banners />
        {isSetup ? (
          <Preloaded of={setupScreen} with={{}} />
        ) : (
          <>
            <div className={styles.area}>
              <Area application={application} />
            </div>
            <StatusBar />
            <Announcer />
          </>
        )}
      </div>
      <DialogLayers application={application} />
    </div>
  );
}
