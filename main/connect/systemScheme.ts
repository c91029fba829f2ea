import { resolve } from 'node:path';
import type { App } from 'electron';
import { LINK_MARKER } from './links.ts';

/** Who gets links of a custom scheme from the system. */
export interface SystemScheme {
  /** Answers whether the system now hands links of this scheme to Motorpool. */
  register(scheme: string): boolean;
  unregister(scheme: string): void;
}

type Client = Pick<
  App,
  'isPackaged' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'
>;

type Running = Pick<NodeJS.Process, 'argv' | 'execPath'>;

/**
 * Registers Motorpool with the system. Every registered scheme can be called by any web page, so it is
 * done for one attempt only; Linux has no way to take it back, and a link that comes later is refused.
 */
export function createSystemScheme(app: Client, { execPath, argv }: Running): SystemScheme {
  // Only Windows looks at these. A development run is Electron with the app's folder as its argument.
  const folder = app.isPackaged ? [] : [resolve(argv[1] ?? '.')];
  const args = [...folder, LINK_MARKER];
  return {
    register: (scheme) => app.setAsDefaultProtocolClient(scheme, execPath, args),
    unregister: (scheme) => void app.removeAsDefaultProtocolClient(scheme, execPath, args),
  };
}
