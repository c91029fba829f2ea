import { app, shell } from 'electron';
import type { ConnectWindowOptions } from '../connect/embedded/connectWindow.ts';
import type { PrepareTransport } from '../connect/transport.ts';
import { once } from './once.ts';

/** The ways back into the app. Their code is loaded with the first attempt, not at start. */
export function createTransports(windows: ConnectWindowOptions): PrepareTransport {
  const load = once(async (): Promise<PrepareTransport> => {
    const [{ createConnectWindows }, { createPrepareTransport }, { createSystemScheme }] =
      await Promise.all([
        import('../connect/embedded/connectWindow.ts'),
        import('../connect/prepareTransport.ts'),
        import('../connect/systemScheme.ts'),
      ]);
    return createPrepareTransport({
      openWindow: createConnectWindows(windows),
      openExternal: (address) => shell.openExternal(address),
      systemScheme: createSystemScheme(app, process),
      language: () => windows.appearance().language,
    });
  });
  return async (transport, redirectUris) => (await load())(transport, redirectUris);
}
