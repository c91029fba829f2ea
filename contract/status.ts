import type { AlertSettings } from './alerts.ts';
import type { AppearanceState } from './appearance.ts';
import type { Application } from './application.ts';
import type { Budget } from './budget.ts';
import type { ConnectOptions } from './connectOptions.ts';
import type { Keep } from './data.ts';
import type { DesktopSettings } from './desktop.ts';
import type { MapSource } from './ownMap.ts';
import type { PresetSettings } from './ownPresets.ts';
import type { Privacy } from './privacy.ts';
import type { Profile } from './profiles.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { Transport } from './transport.ts';

/** Everything but the vehicles: small, sent whole whenever it changes. */
export interface Status {
  /** `null` on the first run: the two doors. */
  readonly application: Application | null;
  /** All that can be switched to, and the id of the one in use; `null` on the first run. */
  readonly profiles: readonly Profile[];
  readonly profile: string | null;
  /** How Connect comes back into the app unless an attempt says otherwise. */
  readonly transport: Transport;
  /** What Connect was last opened with, without VIN and owner; the form starts from it. */
  readonly connectOptions: ConnectOptions;
  readonly presets: PresetSettings;
  readonly budget: Budget;
  readonly appearance: AppearanceState;
  readonly alertSettings: AlertSettings;
  readonly privacy: Privacy;
  readonly desktop: DesktopSettings;
  readonly shortcuts: Shortcuts;
  readonly keep: Keep;
  readonly mapSource: MapSource;
  readonly keychain: KeychainStatus;
  readonly notices: readonly Notice[];
}

/** The OS keychain, as far as Motorpool knows it. */
export interface KeychainStatus {
  /**
   * `untouched`: not needed yet. `available`: a written entry came back. `unavailable`: locked,
   * missing or not answering; secrets are kept in memory for this run only.
   */
  readonly state: 'untouched' | 'available' | 'unavailable';
  /** The store's own name on this system, e.g. `Secret Service` or `Windows Credential Manager`. */
  readonly backend: string;
  /** How many of Motorpool's entries it holds, as far as this run has seen. */
  readonly entries: number;
  /** True while secrets exist only in memory. */
  readonly holdsSecretsInMemory: boolean;
}

/** Something that went wrong at start and was mended; stays until the person has seen it. */
export type Notice =
  | {
      readonly id: string;
      readonly kind: 'settings_set_aside' | 'local_copy_set_aside';
      /** The name under which the damaged file is kept. */
      readonly fileName: string;
      readonly folder: string;
      /** True where the last good copy took its place. */
      readonly restored: boolean;
    }
  /** Settings or local copy cannot be written (disk full, no rights); they last for this run. */
  | { readonly id: string; readonly kind: 'not_written' }
  | { readonly id: string; readonly kind: 'sandbox_failed' };
