import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Below the ports that systems give to outgoing connections, and apart for each worker. */
const FIRST_PORT = 20_000;
const PORTS_PER_WORKER = 2_000;
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
let next = FIRST_PORT + PORTS_PER_WORKER * worker;

/** The addresses that `localhost` may stand for. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

async function listen(host: string, port: number): Promise<Server | NodeJS.ErrnoException> {
  const server = createServer((socket) => socket.destroy());
  server.listen({ host, port, exclusive: true });
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

/** Listens on both loopback addresses; `null` where another program does. */
async function listenOnBoth(port: number): Promise<Server[] | null> {
  const answers = await Promise.all(LOOPBACK.map((host) => listen(host, port)));
  const servers = answers.filter((one) => 'listen' in one);
  if (!answers.some((one) => 'code' in one && one.code === 'EADDRINUSE')) return servers;
  await Promise.all(servers.map(close));
  return null;
}

/** Localhost ports that no program uses, and no test beside this one asks for. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = next;
    next += 1;
    const servers = await listenOnBoth(port);
    if (!servers) continue;
    await Promise.all(servers.map(close));
    ports.push(port);
  }
  return ports;
}

/** Another program that uses a port, until it is told to free it. */
export async function occupyPort(port: number): Promise<{ free(): Promise<void> }> {
  const servers = await listenOnBoth(port);
  if (!servers) throw new Error(`Port ${port} is taken already`);
  return {
    free: async () => {
      await Promise.all(servers.map(close));
    },
  };
}
