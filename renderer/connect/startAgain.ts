import type { Application } from '../../contract/application.ts';
import type { ConnectState } from '../../contract/connect.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { TransportProblem } from '../../contract/transport.ts';
import { impossible } from './impossible.ts';
import type { OutcomeAction, OutcomeActions } from './outcomeAction.ts';
import { askingAgain, makingOptional, requiredPermissions } from './restart.ts';
import { canUse, windowTransport } from './waysBack.ts';

export type Finished = Extract<ConnectState, { status: 'finished' }>;

/** All the ways to start a finished attempt again. Each keeps what was chosen for it. */
export interface WaysToStartAgain {
  readonly again: OutcomeAction;
  readonly tryAgain: OutcomeAction;
  readonly resume: OutcomeAction;
  readonly askAgain: OutcomeAction;
  /** `null` where the application has no redirect URI for a window. */
  readonly useWindow: OutcomeAction | null;
  /** `null` where it has none for the browser, or the browser was used. */
  readonly useBrowser: OutcomeAction | null;
  /** With the permissions optional that stand in the way; `null` where none was required. */
  readonly makeOptional: (failing: readonly Permission[] | null) => OutcomeAction | null;
  /** What to do when the chosen way back into the app could not be taken. */
  readonly afterTransport: (problem: TransportProblem) => OutcomeActions;
}

export function waysToStartAgain(
  { purpose, transport }: Pick<Finished, 'purpose' | 'transport'>,
  application: Application | null,
): WaysToStartAgain {
  const same = { purpose, transport };
  const tryAgain: OutcomeAction = { name: 'try_again', restart: same };
  const openSettings: OutcomeAction = { name: 'open_settings' };
  const window = windowTransport(application);
  const useWindow: OutcomeAction | null = window && {
    name: 'use_window',
    restart: { purpose, transport: window },
  };
  const afterSettings: OutcomeAction = { ...tryAgain, restart: { purpose, transport: null } };
  const canUseBrowser = transport !== 'system_browser' && canUse(application, 'system_browser');

  return {
    again: { name: purpose.kind === 'connect' ? 'connect_again' : 'sign_in_again', restart: same },
    tryAgain,
    resume: { name: 'resume', restart: same },
    askAgain: { name: 'ask_again', restart: { purpose: askingAgain(purpose), transport } },
    useWindow,
    useBrowser: canUseBrowser
      ? { name: 'use_browser', restart: { purpose, transport: 'system_browser' } }
      : null,

    makeOptional(failing) {
      const permissions = failing ?? requiredPermissions(purpose);
      if (permissions.length === 0) return null;
      const restart = { purpose: makingOptional(purpose, permissions), transport };
      return { name: 'make_optional', restart, permissions };
    },

    afterTransport(problem) {
      switch (problem) {
        case 'no_redirect_uri':
          // The way may be mended in the settings, so the one chosen there is taken afterwards.
          return useWindow
            ? [openSettings, useWindow, afterSettings]
            : [openSettings, afterSettings];
        case 'ports_taken':
        case 'browser_not_opened':
          return useWindow ? [useWindow, tryAgain] : [tryAgain, openSettings];
        case 'scheme_not_registered':
          return useWindow ? [useWindow, openSettings] : [openSettings, tryAgain];
        default:
          return impossible(problem);
      }
    },
  };
}
