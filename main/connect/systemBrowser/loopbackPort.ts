import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** `localhost` is both; which one a browser takes is its own affair. */
const ADDRESSES = ['127.0.0.1', '::1'];

/** The machine does not have this address, so no browser will try it either. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

async function close(servers: readonly Server[]): Promise<void> {
  const closed = servers.map((server) => once(server, 'close'));
  for (const server of servers) {
    server.close();
    // A browser keeps connections for later, and opens some that it may never use.
    server.closeAllConnections();
  }
  await Promise.all(closed);
}

/** Answers the function that frees the port, or `null` where the port cannot be listened on. */
export async function takePort(
  port: number,
  listener: RequestListener,
): Promise<(() => Promise<void>) | null> {
  const servers: Server[] = [];
  for (const host of ADDRESSES) {
    const server = createServer(listener);
    try {
      server.listen(port, host);
      await once(server, 'listening');
      servers.push(server);
    } catch (error) {
      if (NOT_THERE.has((error as NodeJS.ErrnoException).code)) continue;
      await close(servers);
      return null;
    }
  }
  return servers.length > 0 ? () => close(servers) : null;
}
