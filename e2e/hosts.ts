import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Machine } from './app.ts';
import type { LaunchOptions } from './launch.ts';

/** What of Chromium's log of its network stack says who is asked. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** Chromium's events that name a whole address, or a host that is looked up. */
const ADDRESS_EVENTS = { URL_REQUEST_START_JOB: 'url', HOST_RESOLVER_MANAGER_REQUEST: 'host' };

/** Addresses that stay in the process that asks for them. */
const INTERNAL = /^(app|data|blob|devtools|chrome|about):/;

const preload = join(import.meta.dirname, 'hosts/preload.cjs');

const netLogFile = ({ userData }: Machine) => join(userData, 'net-log.json');
const socketFile = ({ userData }: Machine) => join(userData, 'sockets.txt');

/** For the start of an app of which is to be known whom it asks. */
export function listening(
  machine: Machine,
  env: Readonly<Record<string, string>> = {},
): Partial<LaunchOptions> {
  return {
    preload,
    env: { ...env, MOTORPOOL_E2E_SOCKETS: socketFile(machine) },
    args: [`--log-net-log=${netLogFile(machine)}`],
  };
}

/**
 * Ends the app, and answers every host and port that any of its processes asked or looked up since its
 * start: windows, `net.fetch`, what Chromium does by itself, and sockets of Node's.
 */
export async function hostsAsked(app: ElectronApplication, machine: Machine): Promise<string[]> {
  await app.close();
  return [...new Set([...askedByChromium(machine), ...askedByNode(machine)])].sort();
}

function askedByChromium(machine: Machine): string[] {
  const { constants, events } = JSON.parse(readFileSync(netLogFile(machine), 'utf8')) as NetLog;
  return Object.entries(ADDRESS_EVENTS).flatMap(([name, key]) => {
    const type = constants.logEventTypes[name];
    if (type === undefined) throw new Error(`Chromium's log knows no ${name}`);
    return events.flatMap(({ type: one, params }) => {
      const address = params?.[key];
      if (one !== type || typeof address !== 'string' || INTERNAL.test(address)) return [];
      return [hostOf(address)];
    });
  });
}

/** A lookup names its host alone or with the port 0, unless it belongs to a request. */
function hostOf(address: string): string {
  return address.includes('://') ? new URL(address).host : address.replace(/:0$/, '');
}

function askedByNode(machine: Machine): string[] {
  if (!existsSync(socketFile(machine))) return [];
  const lines = readFileSync(socketFile(machine), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { host, port } = JSON.parse(line) as { readonly host: string; readonly port: unknown };
    return `${host}:${port}`;
  });
}
