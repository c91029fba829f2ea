import type { Application } from '../../contract/application.ts';
import { onboardingScreen } from '../onboarding/onboardingScreen.ts';
import { useConnect } from '../state/cache.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { VehiclesScreen } from '../vehicles/VehiclesScreen.tsx';
import { Announcer } from './Announcer.tsx';
import { Banners } from './banners/Banners.tsx';
import { DialogLayers } from './DialogLayers.tsx';
import styles from './Frame.module.css';
import { StatusBar } from './StatusBar.tsx';
import { useShell } from './shell.ts';
import { TopBar } from './TopBar.tsx';

const connectPanel = preloadable(() => import('../connect/ConnectPanel.tsx'));

/** The window: bars above and below, and between them what the person works with. */
export function Frame({ application }: { readonly application: Application }) {
  const connect = useConnect();
  const { screen } = useShell();
  const panel = connect.status !== 'idle' && <Preloaded of={connectPanel} with={{ connect }} />;
  useIdlePreload(connectPanel.preload);
  return (
    <div className={styles.frame}>
      <TopBar application={application} />
      <Banners />
      {screen === 'onboarding' || screen === 'vinImport' ? (
        <div className={styles.body}>
          <main className={styles.main}>
            {panel}
            <Preloaded of={onboardingScreen} with={{ isImport: screen === 'vinImport' }} />
          </main>
        </div>
      ) : (
        <VehiclesScreen application={application}>{panel}</VehiclesScreen>
      )}
      <StatusBar />
      <Announcer />
      <DialogLayers application={application} />
    </div>
  );
}
