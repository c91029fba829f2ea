import { Banners } from './frame/banners/Banners.tsx';
import styles from './frame/Frame.module.css';
import { Frame } from './frame/Frame.tsx';
import { ShellContext, useShellState } from './frame/shell.ts';
import { setupScreen } from './setup/setupScreen.ts';
import { useStatus } from './state/cache.ts';
import { Preloaded } from './ui/Preloaded.tsx';

/** Chooses between the set-up, which needs no frame around it, and the frame with the vehicles. */
export function App() {
  const { application } = useStatus();
  const shell = useShellState();
  const isSetUp = application !== null && shell.screen === 'vehicles';
  return (
    <ShellContext value={shell}>
      {isSetUp ? (
        <Frame application={application} />
      ) : (
        <div className={styles.frame}>
          <Banners />
          <Preloaded of={setupScreen} with={{}} />
        </div>
      )}
    </ShellContext>
  );
}
