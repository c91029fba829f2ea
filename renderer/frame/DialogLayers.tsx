import { useEffect, useRef } from 'react';
import type { Application } from '../../contract/application.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { useShell } from './shell.ts';

const connectDialog = preloadable(() => import('../connect/dialog/ConnectDialog.tsx'));
const eligibilityDialog = preloadable(() => import('../eligibility/EligibilityDialog.tsx'));
const commandDialog = preloadable(() => import('../commands/CommandDialog.tsx'));
const labelsDialog = preloadable(() => import('../commands/LabelsDialog.tsx'));
const alertsDialog = preloadable(() => import('../alerts/AlertsDialog.tsx'));
const keysDialog = preloadable(() => import('../keys/KeysDialog.tsx'));
const palette = preloadable(() => import('../palette/PaletteDialog.tsx'));
const supportDialog = preloadable(() => import('../diagnostics/support/SupportDialog.tsx'));
const refreshDialog = preloadable(() => import('../queue/RefreshDialog.tsx'));

/** Gives the focus back to what opened the first dialog, once the last one is closed. */
function useFocusBack(isOpen: boolean, opener: () => Element | null): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    // Where what the dialog did has taken the focus on, it stays.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      const before = opener();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, opener]);
}

interface DialogLayersProps {
  /** `null` in the set-up, where only the dialogs about Motorpool itself open. */
  readonly application: Application | null;
}

/** The dialogs above the screen, each in its own chunk, since they need the component kit. */
export function DialogLayers({ application }: DialogLayersProps) {
  const { layers, opener } = useShell();
  const top = layers.at(-1);
  useIdlePreload(connectDialog.preload);
  useIdlePreload(commandDialog.preload);
  useIdlePreload(palette.preload);
  useFocusBack(layers.length > 0, opener);
  return (
    <>
      {application && layers.includes('connect') && (
        <Preloaded of={connectDialog} with={{ application, isOnTop: top === 'connect' }} />
      )}
      {application && layers.includes('eligibility') && (
        <Preloaded of={eligibilityDialog} with={{ application, isOnTop: top === 'eligibility' }} />
      )}
      {layers.includes('command') && (
        <Preloaded of={commandDialog} with={{ isOnTop: top === 'command' }} />
      )}
      {layers.includes('labels') && (
        <Preloaded of={labelsDialog} with={{ isOnTop: top === 'labels' }} />
      )}
      {layers.includes('alerts') && (
        <Preloaded of={alertsDialog} with={{ isOnTop: top === 'alerts' }} />
      )}
      {layers.includes('keys') && <Preloaded of={keysDialog} with={{ isOnTop: top === 'keys' }} />}
      {layers.includes('palette') && (
        <Preloaded of={palette} with={{ isOnTop: top === 'palette' }} />
      )}
      {layers.includes('supportFile') && (
        <Preloaded of={supportDialog} with={{ isOnTop: top === 'supportFile' }} />
      )}
      {layers.includes('refresh') && (
        <Preloaded of={refreshDialog} with={{ isOnTop: top === 'refresh' }} />
      )}
    </>
  );
}
