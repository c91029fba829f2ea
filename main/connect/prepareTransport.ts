import type { Language } from '../../contract/appearance.ts';
import {
  redirectUrisFor,
  type Transport,
  type TransportProblem,
} from '../../contract/transport.ts';
import { createOpenInBrowser } from './systemBrowser/browser.ts';
import { listenOnLoopback } from './systemBrowser/loopbackListener.ts';
import { openLoopbackSurface } from './systemBrowser/loopbackSurface.ts';
import { openSchemeSurface } from './systemBrowser/schemeSurface.ts';
import type { SystemScheme } from './systemScheme.ts';
import type { ConnectSurface, OpenSurface, PrepareTransport } from './transport.ts';

/** Opens Connect in a window of Motorpool's. */
export type OpenConnectWindow = (
  request: OpenSurface & {
    /** Whether the window may offer to go on in the system browser. */
    readonly canUseBrowser: boolean;
  },
) => ConnectSurface;

export interface TransportOptions {
  readonly openWindow: OpenConnectWindow;
  /** The system's own opener of addresses. */
  readonly openExternal: (address: string) => Promise<void>;
  readonly systemScheme: SystemScheme;
  /** Of the page that stays in the browser. */
  readonly language: () => Language;
}

type Prepared = Awaited<ReturnType<PrepareTransport>>;

function failed(problem: TransportProblem, ports: readonly number[] = []): Prepared {
  return { ok: false, failure: { problem, ports } };
}

function portOf(redirectUri: string): number {
  return Number(new URL(redirectUri).port || '80');
}

function isLocalhost(redirectUri: string): boolean {
  return new URL(redirectUri).protocol === 'http:';
}

/** The ways back into the app, put together. */
export function createPrepareTransport(options: TransportOptions): PrepareTransport {
  const { openWindow, systemScheme } = options;
  const openInBrowser = createOpenInBrowser(options.openExternal);

  function inWindow(redirectUri: string, canUseBrowser: boolean): Prepared {
    return {
      ok: true,
      prepared: {
        redirectUri,
        open: (request) => openWindow({ ...request, canUseBrowser }),
        release: () => undefined,
      },
    };
  }

  async function byLoopback(redirectUris: readonly string[]): Promise<Prepared> {
    const listener = await listenOnLoopback(redirectUris, { language: options.language() });
    if (!listener) return failed('ports_taken', redirectUris.map(portOf));
    return {
      ok: true,
      prepared: {
        redirectUri: listener.redirectUri,
        open: (request) => openLoopbackSurface(listener, request, openInBrowser),
        release: listener.close,
      },
    };
  }

  function bySystemScheme(redirectUri: string): Prepared {
    const scheme = new URL(redirectUri).protocol.slice(0, -1);
    if (!systemScheme.register(scheme)) return failed('scheme_not_registered');
    const release = () => systemScheme.unregister(scheme);
    return {
      ok: true,
      prepared: {
        redirectUri,
        open: (request) => openSchemeSurface(request, openInBrowser, release),
        release,
      },
    };
  }

  return async (transport: Transport, redirectUris: readonly string[]) => {
    const usable = redirectUrisFor(transport, redirectUris);
    const [first] = usable;
    if (first === undefined) return failed('no_redirect_uri');
    if (transport !== 'system_browser') {
      return inWindow(first, redirectUrisFor('system_browser', redirectUris).length > 0);
    }
    return isLocalhost(first) ? byLoopback(usable.filter(isLocalhost)) : bySystemScheme(first);
  };
}
