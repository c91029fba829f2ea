import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { type Layers, useLayers } from './layers.ts';

/** A failed request that has no better place than a message above the screen. */
export type ShellProblem =
  | 'sandbox_failed'
  | 'nothing_to_retry'
  | 'nothing_to_keep'
  | 'profile_busy'
  | 'unexpected';

/** The pages of activity and health. */
export type DiagnosticsTab = 'health' | 'activity' | 'log';

/** `applicationForm`: the application in use; `newApplication`: one that is not there yet. */
export type Screen =
  | 'vehicles'
  | 'doors'
  | 'applicationForm'
  | 'settings'
  | 'map'
  | 'diagnostics'
  | 'onboarding'
  | 'vinImport'
  | 'newApplication';

const SETUP_SCREENS: ReadonlySet<Screen> = new Set<Screen>([
  'doors',
  'applicationForm',
  'newApplication',
]);

/** Whether the set-up has the whole window. */
export function isSetupScreen(screen: Screen): boolean {
  return SETUP_SCREENS.has(screen);
}

/** A page of the settings. */
export type SettingsId =
  | 'application'
  | 'connect'
  | 'permissions'
  | 'budget'
  | 'refresh'
  | 'alerts'
  | 'appearance'
  | 'map'
  | 'shortcuts'
  | 'privacy'
  | 'data';

/** What the settings are to show; a new object each time somebody asks. */
export interface SettingsRequest {
  /** `null`: the first one. */
  readonly page: SettingsId | null;
  /** What their search begins with; empty: nothing. */
  readonly search: string;
}

/** What the person is looking at: the renderer's own state, none of the main process's. */
export interface Shell extends Layers {
  readonly screen: Screen;
  readonly show: (screen: Screen) => void;
  readonly settingsRequest: SettingsRequest;
  /**
   * Opens the settings, at a page where one is named, whose heading then has the focus; where words are
   * looked for, what has them.
   */
  readonly showSettings: (page?: SettingsId, search?: string) => void;
  /** The vehicle whose details are open. */
  readonly openVehicleId: string | null;
  readonly openVehicle: (id: string | null) => void;
  /** The vehicle that the map is to be opened at. */
  readonly mapVehicleId: string | null;
  /** Opens the map, at a vehicle or so that all are in view. */
  readonly showOnMap: (id: string | null) => void;
  /** The page of activity and health that is open, or was last. */
  readonly diagnosticsTab: DiagnosticsTab;
  /** Shows activity and health, at this page or where it was left (`null`). */
  readonly showDiagnostics: (tab: DiagnosticsTab | null) => void;
  readonly problem: ShellProblem | null;
  readonly report: (problem: ShellProblem | null) => void;
  /** What came of the last thing that a person asked for, where nothing else shows it. */
  readonly said: string | null;
  readonly say: (text: string | null) => void;
}

export const ShellContext = createContext<Shell | null>(null);

/** Holds the shell's state, beginning with a screen; used once, at the top. */
export function useShellState(first: Screen): Shell {
  const [screen, show] = useState<Screen>(first);
  const [settingsRequest, askSettings] = useState<SettingsRequest>({
    page: null,
    search: '',
  });
  const showSettings = useCallback((page?: SettingsId, search = '') => {
    askSettings({ page: page ?? null, search });
    show('settings');
  }, []);
  const [openVehicleId, openVehicle] = useState<string | null>(null);
  const [mapVehicleId, setMapVehicle] = useState<string | null>(null);
  const showOnMap = useCallback((id: string | null) => {
    setMapVehicle(id);
    show('map');
  }, []);
  const [diagnosticsTab, setDiagnosticsTab] = useState<DiagnosticsTab>('activity');
  const showDiagnostics = useCallback((tab: DiagnosticsTab | null) => {
    if (tab !== null) setDiagnosticsTab(tab);
    show('diagnostics');
  }, []);
  const [problem, report] = useState<ShellProblem | null>(null);
  const [said, say] = useState<string | null>(null);
  const layers = useLayers();
  return useMemo(
    () => ({
      ...layers,
      screen,
      show,
      settingsRequest,
      showSettings,
      openVehicleId,
      openVehicle,
      mapVehicleId,
      showOnMap,
      diagnosticsTab,
      showDiagnostics,
      problem,
      report,
      said,
      say,
    }),
    [
      layers,
      screen,
      settingsRequest,
      showSettings,
      openVehicleId,
      mapVehicleId,
      showOnMap,
      diagnosticsTab,
      showDiagnostics,
      problem,
      said,
    ],
  );
}

/** The shell, from anywhere below `App`. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell needs App above it');
  return shell;
}
